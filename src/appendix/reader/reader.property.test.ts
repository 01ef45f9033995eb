import fc from "fast-check";
import { formatPosition } from "../../grid/address";
import { formatArea, parseArea, type Area } from "../../grid/area";
import { withCell } from "../../grid/edit";
import { gridFromRows, textAt, type CellValue, type Grid } from "../../grid/grid";
import type { Field, Item, Reading } from "../appendix";
import { readAppendices } from "./readAppendices";
import { rereadAppendices } from "./rereadAppendices";

/** Words that stand in such sheets, and junk. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constant<CellValue>(null) },
  {
    weight: 5,
    arbitrary: fc.constantFrom<CellValue[]>(
      "STT", "TT", "Chi tiết", "Nội dung", "Nhiệm vụ", "Chỉ tiêu", "Cơ quan chủ trì", "Đơn vị thực hiện", "Chủ trì", "Phối hợp", "Cơ quan phối hợp",
      "Thời gian", "Thời hạn", "Sản phẩm", "Ghi chú", "Đơn vị tính", "Năm 2026", 2025, 2030, "Mã", "Đơn vị",
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom<CellValue[]>("I", "II.", "III.1", "A", "Thứ nhất: Về hạ tầng", "I. Hạ tầng", "-", "a)", "NV01", "1.1", "Tổng cộng", "Trang 3") },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<CellValue[]>(
      "Công an xã", "Phòng Kinh tế", "Thường xuyên", "Quý I/2026", "31/12/2026", "≥ 90%", "x", "và các thôn,", "Xây dựng kế hoạch", "1. Rà soát số liệu",
      "- Cơ quan chủ trì: Công an xã.", "- Thời gian: tháng 9", "Chủ trì: Công an xã; Phối hợp: Phòng Kinh tế", "PHỤ LỤC I", "(Kèm theo Kế hoạch số 5/KH-UBND)",
      "Nơi nhận:", "TM. UBND", "Ghi chú: số liệu tạm tính", " ", "\n", "(1)", "…",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

const rows = fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 16 });
/** A sheet that has a header more often than chance gives one. */
const sheetRows = fc.tuple(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 3 }), fc.boolean(), rows).map(([above, headed, below]) =>
  headed ? [...above, ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Ghi chú"] as CellValue[], ...below] : [...above, ...below],
);
const grid = fc
  .tuple(sheetRows, fc.nat(3), fc.nat(3), fc.constantFrom("visible", "visible", "visible", "hidden"))
  .map(([cells, row, column, visibility]): Grid => ({ ...gridFromRows(cells, { origin: { row, column } }), visibility: visibility }));
/** Merged areas anywhere, some over cells that hold something, some over one another: no host gives such, a broken file may. */
const anyMerges = fc.option(fc.array(fc.tuple(fc.nat(16), fc.nat(9), fc.nat(5), fc.nat(2)), { maxLength: 8 }), { nil: undefined });
const mergedGrid = fc.tuple(grid, anyMerges).map(([sheet, merges]): Grid =>
  merges === undefined ? sheet : { ...sheet, merges: merges.map(([top, left, down, right]) => ({ top, left, bottom: top + down, right: left + right })) },
);

function fieldsOf(reading: Reading): { sheet: string; field: Field }[] {
  return reading.appendices.flatMap(({ sheet, items, sections, titleLines }) => [
    ...items.flatMap((item) => [...Object.values(item.fields), ...item.values.map((value) => value.field)]),
    ...sections.flatMap((section) => [section.numeral, section.title].filter((field) => field !== null)),
    ...titleLines.lines,
  ].map((field) => ({ sheet, field })));
}

describe("any grid", () => {
  test("is read without a failure, twice alike, and every field is what its cell says", () => {
    fc.assert(
      fc.property(fc.array(mergedGrid, { maxLength: 2 }), (sheets) => {
        const grids = sheets.map((sheet, i) => ({ ...sheet, sheet: `Sheet ${i}` }));
        const reading = readAppendices(grids);
        expect(readAppendices(grids)).toEqual(reading);
        for (const { sheet, field } of fieldsOf(reading)) {
          const own = grids.find((one) => one.sheet === sheet)!;
          const text = textAt(own, field.cell.row, field.cell.column);
          if (field.continued === undefined) expect(field.text).toBe(field.span === undefined ? text : text.slice(field.span.start, field.span.end));
          else for (const cell of field.continued) expect(textAt(own, cell.row, cell.column)).not.toBe("");
        }
        for (const appendix of reading.appendices) {
          let last = -1;
          for (const item of appendix.items) {
            // A cell of an outline may hold several tasks.
            expect(item.firstRow).toBeGreaterThan(appendix.kind === "outline" ? last - 1 : last);
            last = item.lastRow;
            expect(item.lastRow).toBeLessThanOrEqual(appendix.area.bottom);
            expect(item.firstRow).toBeGreaterThanOrEqual(appendix.area.top);
            if (item.section !== null) expect(appendix.sections[item.section]!.row).toBeLessThan(item.firstRow + 1);
          }
        }
        for (const notice of reading.notices) if (notice.cell !== null) expect(formatArea(parseArea(notice.cell)!)).toBe(notice.cell);
      }),
      { numRuns: 400 },
    );
  });

  test("is read again after edits as it is read anew", () => {
    const edit = fc.tuple(fc.nat(20), fc.nat(9), word);
    fc.assert(
      fc.property(mergedGrid, fc.array(edit, { minLength: 1, maxLength: 3 }), (sheet, edits) => {
        const before = readAppendices([sheet]);
        let after = sheet;
        const changed = edits.map(([row, column, value]) => {
          const at = { row: sheet.origin.row + row, column: sheet.origin.column + column };
          after = withCell(after, at.row, at.column, value);
          return { sheet: sheet.sheet, ...at };
        });
        expect(rereadAppendices(before, [sheet], [after], changed)).toEqual(readAppendices([after]));
      }),
      { numRuns: 400 },
    );
  });
});

/** A table as an office makes one: what it holds, and its cells with and without merges. */
const task = fc.record({
  content: fc.constantFrom("Rà soát hạ tầng số", "Tập huấn cho cán bộ", "Xây dựng trang thông tin", "Số hóa hồ sơ lưu trữ."),
  lead: fc.constantFrom("Công an xã", "Phòng Kinh tế", ""),
  support: fc.constantFrom("Các thôn", "Phòng Văn hóa - Xã hội", ""),
  deadline: fc.constantFrom("Thường xuyên", "Quý I/2026", "2026", ""),
});
const plan = fc.array(fc.array(task, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
const ROMAN = ["I", "II", "III", "IV", "V"];

/** The cells of a task table, its columns number, detail, content, lead, support and deadline. */
interface Task {
  readonly content: string;
  readonly lead: string;
  readonly support: string;
  readonly deadline: string;
}

/** @param merged whether the merged areas of titles, headers and sections are told; none of them reaches down over tasks. */
function sheetOf(sections: readonly (readonly Task[])[], titled: boolean, merged: boolean): Grid {
  const cells: CellValue[][] = [["PHỤ LỤC I"], [], ["STT", null, "Nội dung", "Tổ chức thực hiện", null, "Thời hạn"], ["TT", "Chi tiết", null, "Chủ trì", "Phối hợp"]];
  const merges = ["A1:F1", "A3:B3", "C3:C4", "D3:E3", "F3:F4"];
  let number = 0;
  sections.forEach((tasks, i) => {
    cells.push([ROMAN[i]!, null, titled ? "Về hạ tầng" : null]);
    merges.push(`A${cells.length}:B${cells.length}`, `C${cells.length}:F${cells.length}`);
    tasks.forEach((one, k) => cells.push([++number, k + 1, one.content, one.lead, one.support, one.deadline]));
  });
  return gridFromRows(cells, merged ? { merges: merges.map((area) => parseArea(area)!) } : {});
}

/** Runs of tasks: lead, support and deadline (or some of them) are merged over a run. */
const shared = fc.array(fc.tuple(fc.array(task, { minLength: 1, maxLength: 4 }), fc.subarray([3, 4, 5])), { minLength: 1, maxLength: 6 });

/** A table with cells merged down over runs of tasks, and the same with every cell filled in. */
function sharedSheet(runs: readonly (readonly [readonly Task[], readonly number[]])[]): { merged: Grid; filled: Grid } {
  const merged: CellValue[][] = [["STT", "Chi tiết", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn"]];
  const filled = [...merged];
  const merges: Area[] = [];
  for (const [tasks, columns] of runs) {
    const top = merged.length;
    for (const column of columns) merges.push({ top, left: column, bottom: top + tasks.length - 1, right: column });
    let first: CellValue[] | null = null;
    for (const one of tasks) {
      const cells: CellValue[] = [merged.length, merged.length, one.content, one.lead, one.support, one.deadline];
      first ??= cells;
      const top = first;
      merged.push(cells.map((value, column) => (cells !== top && columns.includes(column) ? null : value)));
      filled.push(cells.map((value, column) => (columns.includes(column) ? (top[column] ?? null) : value)));
    }
  }
  return { merged: gridFromRows(merged, { merges }), filled: gridFromRows(filled) };
}

describe("cells merged down over tasks", () => {
  const words = (reading: Reading): unknown =>
    reading.appendices.map(({ items }) => items.map((item) => [item.firstRow, item.lastRow, Object.entries(item.fields).map(([role, field]) => [role, field.text, field.value])]));

  test("are read as if each row held them, without saying so twice", () => {
    fc.assert(
      fc.property(shared, (runs) => {
        const { merged, filled } = sharedSheet(runs);
        const reading = readAppendices([merged]);
        expect(words(reading)).toEqual(words(readAppendices([filled])));
        const own = new Set<string>();
        for (const { fields } of reading.appendices[0]!.items) {
          for (const field of Object.values(fields)) {
            if (field.merged === true) continue;
            const cell = formatPosition(field.cell);
            expect(own.has(cell)).toBe(false);
            own.add(cell);
          }
        }
      }),
    );
  });

  test("are read again after any edits as they are read anew", () => {
    const number = fc.constantFrom<CellValue>(1, 2, 7, "3.", "(4)", "5)", null);
    const edit = fc.oneof(fc.tuple(fc.nat(20), fc.nat(6), word), fc.tuple(fc.nat(20), fc.constant(0), number), fc.tuple(fc.nat(20), fc.integer({ min: 3, max: 5 }), fc.constantFrom("Công an xã", "Các thôn", null)));
    fc.assert(
      fc.property(shared, fc.array(edit, { minLength: 1, maxLength: 12 }), fc.array(fc.tuple(fc.nat(20), fc.nat(2), fc.nat(3)), { maxLength: 2 }), (runs, edits, more) => {
        const start = sharedSheet(runs).merged;
        // Numbers and texts merged down too: tasks of several rows.
        let sheet: Grid = { ...start, merges: [...(start.merges ?? []), ...more.map(([top, left, down]) => ({ top, left, bottom: top + down, right: left }))] };
        let reading = readAppendices([sheet]);
        for (const [row, column, value] of edits) {
          const after = withCell(sheet, row, column, value);
          reading = rereadAppendices(reading, [sheet], [after], [{ sheet: sheet.sheet, row, column }]);
          expect(reading).toEqual(readAppendices([after]));
          sheet = after;
        }
      }),
      { numRuns: 120 },
    );
  });

  test("an edit of one makes anew only the tasks that share it", () => {
    fc.assert(
      fc.property(shared, fc.nat(), fc.constantFrom(3, 4, 5), (runs, pick, column) => {
        const { merged: sheet } = sharedSheet(runs);
        const before = readAppendices([sheet]);
        const items = before.appendices[0]!.items;
        const row = items[pick % items.length]!.fields[column === 3 ? "leadUnit" : column === 4 ? "coordinatingUnits" : "deadline"]!.cell.row;
        const after = withCell(sheet, row, column, "Trạm Y tế");
        const again = rereadAppendices(before, [sheet], [after], [{ sheet: sheet.sheet, row, column }]);
        expect(again).toEqual(readAppendices([after]));
        const sharing = sheet.merges!.find((area) => area.top === row && area.left === column)?.bottom ?? row;
        const others = (list: readonly Item[]): Item[] => list.filter((item) => item.firstRow < row || item.firstRow > sharing);
        const kept = others(again.appendices[0]!.items);
        others(items).forEach((item, i) => expect(kept[i]).toBe(item));
      }),
    );
  });

  test("other merged areas on the sheet: everything is read anew", () => {
    const { merged: sheet } = sharedSheet([[[{ content: "Rà soát", lead: "Công an xã", support: "", deadline: "2026" }, { content: "Tập huấn", lead: "", support: "", deadline: "2026" }], [3]]]);
    const before = readAppendices([sheet]);
    const after = { ...withCell(sheet, 1, 5, "2027"), merges: [] };
    expect(rereadAppendices(before, [sheet], [after], [{ sheet: sheet.sheet, row: 1, column: 5 }])).toEqual(readAppendices([after]));
  });
});

/** Tables with what the count of the numbers decides: lone numbers, lone texts, sections, blank rows. */
const countedRow = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.nat(9), fc.constantFrom("Rà soát", "Tập huấn,"), fc.constantFrom("Công an xã", ""), fc.constantFrom("2026", "")).map((cells): CellValue[] => cells) },
  { weight: 2, arbitrary: fc.nat(9).map((number): CellValue[] => [number]) },
  { weight: 2, arbitrary: fc.constantFrom<CellValue[]>([null, "Xây dựng nền tảng"], ["I", "Hạ tầng"], ["II", "Dữ liệu"], [], ["1.1", "Kéo cáp", "Công an xã"], [null, null, "Các thôn"], ["STT", "Nội dung", "Chủ trì", "Thời hạn"]) },
);

test("numbers that are edited are read as they are read anew, and other tasks stay what they are", () => {
  const edit = fc.tuple(fc.nat(14), fc.oneof(fc.nat(9), fc.constantFrom<CellValue>("3.", "(4)", "05")));
  let shares = 0;
  fc.assert(
    fc.property(fc.array(countedRow, { minLength: 3, maxLength: 12 }), fc.array(edit, { minLength: 1, maxLength: 8 }), (rows, edits) => {
      let sheet = gridFromRows([["STT", "Nội dung", "Chủ trì", "Thời hạn"], ["I", "Nhận thức"], ...rows]);
      let reading = readAppendices([sheet]);
      for (const [row, value] of edits) {
        const after = withCell(sheet, row, 0, value);
        const again = rereadAppendices(reading, [sheet], [after], [{ sheet: sheet.sheet, row, column: 0 }]);
        expect(again).toEqual(readAppendices([after]));
        if (again.appendices[0]?.columns === reading.appendices[0]?.columns) shares++;
        [sheet, reading] = [after, again];
      }
    }),
    { numRuns: 250, seed: 57 },
  );
  expect(shares).toBeGreaterThan(50);
});

describe("any table that an office makes", () => {
  test("is read again after any edits as it is read anew", () => {
    const edit = fc.tuple(fc.nat(20), fc.nat(7), word);
    fc.assert(
      fc.property(plan, fc.array(edit, { minLength: 1, maxLength: 12 }), (sections, edits) => {
        let sheet = sheetOf(sections, true, false);
        let reading = readAppendices([sheet]);
        for (const [row, column, value] of edits) {
          const after = withCell(sheet, row, column, value);
          reading = rereadAppendices(reading, [sheet], [after], [{ sheet: sheet.sheet, row, column }]);
          expect(reading).toEqual(readAppendices([after]));
          sheet = after;
        }
      }),
      { numRuns: 120 },
    );
  });

  // Only for areas that span titles, headers and sections: what reaches down over tasks is known from merged areas alone.
  test("is read whole, with merged areas and without", () => {
    fc.assert(
      fc.property(plan, fc.boolean(), (sections, titled) => {
        const reading = readAppendices([sheetOf(sections, titled, false)]);
        expect(readAppendices([sheetOf(sections, titled, true)])).toEqual(reading);
        expect(reading.appendices).toHaveLength(1);
        const appendix = reading.appendices[0]!;
        expect(appendix.columns.map((column) => column.role)).toEqual(["number", "detailNumber", "content", "leadUnit", "coordinatingUnits", "deadline"]);
        expect(appendix.sections).toHaveLength(sections.length);
        expect(appendix.items.map((item) => item.section)).toEqual(sections.flatMap((tasks, i) => tasks.map(() => i)));
        expect(appendix.items.map(({ fields }) => ({ content: fields.content!.text, lead: fields.leadUnit!.text, support: fields.coordinatingUnits!.text, deadline: fields.deadline!.text }))).toEqual(sections.flat());
        expect([reading.leftovers, reading.notices]).toEqual([[], []]);
      }),
    );
  });

  test("keeps every other item when one row changes", () => {
    fc.assert(
      fc.property(plan, fc.nat(), fc.constantFrom("Công an xã", "Nội dung khác", "", "Chủ trì: A; Phối hợp: B", 5), fc.constantFrom(0, 2, 3, 4, 5), (sections, pick, value, column) => {
        const sheet = sheetOf(sections, true, false);
        const before = readAppendices([sheet]);
        const items = before.appendices[0]!.items;
        const item = items[pick % items.length]!;
        const after = withCell(sheet, item.firstRow, column, value === "" ? null : value);
        const again = rereadAppendices(before, [sheet], [after], [{ sheet: sheet.sheet, row: item.firstRow, column }]);
        expect(again).toEqual(readAppendices([after]));
        const alone = [3, 4, 5].every((other) => textAt(after, item.firstRow, other) === "");
        const readAnew = column === 0 ? value !== 5 || alone : value === "" && (column === 2 || alone);
        if (!readAnew) {
          const kept = again.appendices[0]!.items.filter((one) => items.includes(one));
          expect(kept.length).toBeGreaterThanOrEqual(items.length - 1);
          expect(again.appendices[0]!.columns).toBe(before.appendices[0]!.columns);
        }
      }),
    );
  });
});
