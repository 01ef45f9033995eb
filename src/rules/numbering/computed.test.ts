import { formatAddress } from "../../grid/address";
import { gridFromRows, type CellValue, type Grid } from "../../grid/grid";
import { readAppendices } from "../../appendix/reader/readAppendices";
import { check } from "../engine";

/** A table whose numbers are computed in the rows (one-based) named. */
function table(rows: readonly (readonly (CellValue | undefined)[])[], computed: readonly number[]): Grid {
  const grid = gridFromRows([["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"], ...rows]);
  return { ...grid, formulas: new Set(computed.map((row) => formatAddress(row - 1, 0))) };
}

const task = (number: number | null, content: string): (CellValue | undefined)[] => [number, content, "Phòng Kinh tế", "Quý I/2026"];

describe("numbers that formulas compute", () => {
  test("a row with nothing but such a number is to be filled in; a typed number alone is a forgotten row", () => {
    const rows = [task(1, "Lắp trạm phát sóng"), [2], task(3, "Số hóa sổ hộ tịch")];
    const severities = (computed: readonly number[]) =>
      check(readAppendices([table(rows, computed)]))
        .filter(({ ruleId }) => ruleId === "content/missing")
        .map(({ cell, severity }) => [cell, severity]);
    expect(severities([2, 3, 4])).toEqual([["B3", "info"]]);
    expect(severities([])).toEqual([["B3", "error"]]);
  });

  test("a unit beside such a number asks for its task", () => {
    const rows = [task(1, "Lắp trạm phát sóng"), [2, null, "Phòng Kinh tế"], task(3, "Số hóa sổ hộ tịch")];
    const found = check(readAppendices([table(rows, [2, 3, 4])])).filter(({ ruleId }) => ruleId === "content/missing");
    expect(found.map(({ cell, severity }) => [cell, severity])).toEqual([["B3", "error"]]);
  });

  test.each([
    ["the number itself is computed", [task(1, "Lắp trạm phát sóng"), task(4, "Mở lớp kỹ năng số"), task(5, "Số hóa sổ hộ tịch")], [2, 3, 4], "A3"],
    ["numbers after it are computed", [task(1, "Lắp trạm phát sóng"), task(null, "Mở lớp kỹ năng số"), task(2, "Số hóa sổ hộ tịch")], [2, 4], "A3"],
  ])("breaks are told and not mended: %s", (_, rows, computed, cell) => {
    const found = check(readAppendices([table(rows, computed)])).filter(({ ruleId }) => ruleId.startsWith("numbering/"));
    expect(found.map((finding) => finding.cell)).toEqual([cell]);
    expect(found[0]?.fix).toBeUndefined();
  });

  test("typed numbers below the last computed one are mended, and no computed one is written over", () => {
    const rows = [task(1, "Lắp trạm phát sóng"), task(2, "Mở lớp kỹ năng số"), task(4, "Số hóa sổ hộ tịch"), task(5, "Lắp mã QR ở chợ")];
    const [found] = check(readAppendices([table(rows, [2, 3])])).filter(({ ruleId }) => ruleId.startsWith("numbering/"));
    expect(found?.fix?.()).toEqual([
      { sheet: "Phụ lục", cell: "A4", expected: 4, value: 3 },
      { sheet: "Phụ lục", cell: "A5", expected: 5, value: 4 },
    ]);
  });
});
