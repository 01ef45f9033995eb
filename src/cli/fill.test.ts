import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { utils, write } from "@e965/xlsx";
import type { CheckReport } from "../review/fileReport";
import type { FillReport } from "../review/province";
import { openWorkbook } from "../workbook/file/fileWorkbook";
import { run } from "./run";

type Rows = readonly (readonly (string | number)[])[];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "phuluc-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file of the test's own folder. */
const at = (name: string): string => path.join(folder, name);

function workbook(name: string, sheets: Readonly<Record<string, Rows>>): string {
  const book = utils.book_new();
  for (const [sheet, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), sheet);
  writeFileSync(at(name), write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
  return at(name);
}

async function phuluc(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const status = await run(argv, { out: (text) => (out += text), err: (text) => (err += text), colors: false, interactive: false });
  return { status, out, err };
}

const ABOVE: Readonly<Record<string, Rows>> = {
  "Phụ lục I": [
    ["TT", "Chỉ tiêu", "Đơn vị tính", "2026", "2030", "Cơ quan chủ trì"],
    [1, "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến", "%", "≥ 80", 95, "UBND các xã, phường"],
    [2, "Tỷ lệ người dân trưởng thành có chữ ký số", "%", 25, 60, "UBND các xã, phường"],
  ],
  "Phụ lục II": [
    ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"],
    [1, "Làm sạch dữ liệu đất đai", "UBND các xã, phường", "Tháng 6/2026"],
    [2, "Diễn tập ứng phó sự cố an toàn thông tin", "UBND các xã, phường", "Quý III/2026"],
  ],
};
const HERE: Readonly<Record<string, Rows>> = {
  "PL I": [
    ["TT", "Chỉ tiêu", "2026", "2030", "Cơ quan chủ trì", "Căn cứ"],
    [1, "Hồ sơ TTHC giải quyết trực tuyến", "70%", "", "Văn phòng HĐND và UBND", ""],
  ],
  "PL II": [
    ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"],
    [1, "Làm sạch dữ liệu đất đai trên địa bàn", "Phòng Kinh tế", "Tháng 9/2026"],
  ],
};

describe("fill", () => {
  test("json has the keys that others script against; what is sure and empty is written, with its source", async () => {
    const [here, above] = [workbook("xa.xlsx", HERE), workbook("tinh.xlsx", ABOVE)];
    const { status, out, err } = await phuluc("fill", here, "--from", above, "-o", at("out.xlsx"), "--format", "json");
    expect([status, err]).toEqual([0, ""]);
    const report = JSON.parse(out) as FillReport;
    const from = { file: "tinh.xlsx", sheet: "Phụ lục I", cell: "B2", name: "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến" };
    expect(report.fills[0]).toEqual({ sheet: "PL I", cell: "C2", target: "Hồ sơ TTHC giải quyết trực tuyến", from, score: expect.any(Number) as number, before: "70%", after: "80%", applied: false });
    expect(report.fills[1]).toMatchObject({ cell: "D2", before: null, after: "95%", applied: true });
    expect(report.fills[2]).toMatchObject({ sheet: "PL II", cell: "D2", before: "Tháng 9/2026", after: "Tháng 6/2026", applied: false });
    expect(report.belowProvince).toEqual([{ sheet: "PL I", cell: "C2", target: "Hồ sơ TTHC giải quyết trực tuyến", period: "2026", here: "70%", above: "≥ 80%", from }]);
    expect(report.missingHere.map(({ kind, cell, name }) => [kind, cell, name])).toEqual([
      ["target", "B3", "Tỷ lệ người dân trưởng thành có chữ ký số"],
      ["task", "B3", "Diễn tập ứng phó sự cố an toàn thông tin"],
    ]);
    const written = await openWorkbook(new Uint8Array(readFileSync(at("out.xlsx"))));
    const [grid] = await written.readGrids();
    expect(grid?.texts[1]).toEqual(["1", "Hồ sơ TTHC giải quyết trực tuyến", "70%", "95%", "Văn phòng HĐND và UBND", "tinh.xlsx, Phụ lục I, số 1"]);
    expect(JSON.parse((await written.readSettings()).provenance ?? "{}")).toMatchObject({ value: [{ sheet: "PL I", cell: "D2", from: { file: "tinh.xlsx", cell: "B2", number: "1" } }] });
  });

  test("a dry run writes nothing and says what it would", async () => {
    const { status, out } = await phuluc("fill", workbook("xa.xlsx", HERE), "--from", workbook("tinh.xlsx", ABOVE), "--dry-run");
    expect(status).toBe(0);
    expect(out).toContain("Sẽ điền 1 ô. Chưa ghi gì.");
    expect(existsSync(at("out.xlsx"))).toBe(false);
  });

  test("a higher least score leaves what is less sure", async () => {
    const rows: Readonly<Record<string, Rows>> = { "PL I": [["TT", "Chỉ tiêu", "2026"], [1, "Người dân trưởng thành có chữ ký số trên điện thoại", ""]] };
    const filled = async (least: string): Promise<boolean | undefined> => {
      const { out } = await phuluc("fill", workbook("xa.xlsx", rows), "--from", workbook("tinh.xlsx", ABOVE), "-o", at("out.xlsx"), "--min-score", least, "--format", "json");
      return (JSON.parse(out) as FillReport).fills[0]?.applied;
    };
    expect([await filled("0.7"), await filled("1")]).toEqual([true, false]);
  });

  test.each<[string, string[], string]>([
    ["no plan above", ["fill", "xa.xlsx", "-o", "o.xlsx"], "--from"],
    ["a name that is neither a file nor built in", ["fill", "xa.xlsx", "--from", "trung-uong", "-o", "o.xlsx"], "quoc-gia"],
    ["a plan above that is missing", ["fill", "xa.xlsx", "--from", "khong-co.xlsx", "-o", "o.xlsx"], "không có tệp này"],
    ["no place to write to", ["fill", "xa.xlsx", "--from", "quoc-gia"], "-o OUT.xlsx"],
    ["a score that is none", ["fill", "xa.xlsx", "--from", "quoc-gia", "-o", "o.xlsx", "--min-score", "85%"], "--min-score 85%"],
  ])("%s is told with what to do", async (_what, argv, said) => {
    const { status, out, err } = await phuluc(...argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(said);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test.each<[string, Rows, string]>([
    ["without a target", [["Ghi chép"], ["Không có bảng"]], "Không đọc thấy bảng"],
    ["for other years", [["TT", "Chỉ tiêu", "2040"], [1, "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến", "99%"]], "không có năm nào chung"],
  ])("a plan above %s: said, and nothing written", async (_what, rows, said) => {
    const { status, err } = await phuluc("fill", workbook("xa.xlsx", HERE), "--from", workbook("tinh.xlsx", { A: rows }), "-o", at("out.xlsx"));
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(existsSync(at("out.xlsx"))).toBe(false);
  });
});

test("check --against finds what is below, missing and later; without it, nothing of the kind", async () => {
  const [here, above] = [workbook("xa.xlsx", HERE), workbook("tinh.xlsx", ABOVE)];
  const found = async (...more: string[]): Promise<string[]> => {
    const { out } = await phuluc("check", here, "--format", "json", ...more);
    return ((JSON.parse(out) as CheckReport).files[0]?.findings ?? []).filter(({ ruleId }) => /province|loosened/.test(ruleId)).map(({ ruleId, sheet, cell }) => `${ruleId} ${sheet}!${cell}`);
  };
  expect(await found("--against", above)).toEqual(["target/missing-province PL I!B1", "target/below-province PL I!C2", "target/missing-province PL I!D2", "deadline/later-than-province PL II!D2"]);
  expect(await found()).toEqual([]);
});
