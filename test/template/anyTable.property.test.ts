import fc from "fast-check";
import { readAppendices } from "../../src/appendix/reader/readAppendices";
import { isCellEdit } from "../../src/grid/edit";
import { parseAddress } from "../../src/grid/address";
import { gridFromRows, valueAt, type CellValue } from "../../src/grid/grid";
import { addBasis, removeBasis } from "../../src/template/basis";
import { FORMS } from "../../src/template/forms";
import { fillGaps, gapsOf, nearestForm } from "../../src/template/gaps";
import { layOutForm } from "../../src/template/layOut";
import { officeForm } from "../../src/template/officeForm";

const HEADERS = ["TT", "STT", "Chi tiết", "Nội dung", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Ghi chú", "Căn cứ", "2025", "Năm 2030", "Kinh phí", "Đơn vị thực hiện", "Kết quả", null];
const CELLS: readonly CellValue[] = [null, null, 1, 2, "3.", "I", "II.", "III.1", "Thứ nhất: Về thể chế", "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026", "≥30%", "…", "Mục [x] {place}", "Chủ trì: Công an xã; Phối hợp: Phòng Kinh tế", "Tổ\u0301 chức", "  ", "PHỤ LỤC II", "(Kèm theo Kế hoạch số /KH-UBND)", "- Cơ quan chủ trì: Công an xã", "- Thời gian: 2026", "1. Việc thứ nhất"];

const tables = fc
  .tuple(
    fc.array(fc.array(fc.constantFrom(...CELLS), { maxLength: 4 }), { maxLength: 3 }),
    fc.array(fc.constantFrom(...HEADERS), { minLength: 3, maxLength: 9 }),
    fc.option(fc.array(fc.constantFrom(...HEADERS), { maxLength: 9 }), { nil: null }),
    fc.array(fc.array(fc.constantFrom(...CELLS), { maxLength: 9 }), { maxLength: 12 }),
  )
  .map(([titles, header, second, rows]) => gridFromRows([...titles, ["TT", "Nội dung", ...header], ...(second === null ? [] : [second]), ...rows]));

test("of any table gaps can be told and filled, its basis put in and taken out, and a form made", () => {
  let met = 0;
  fc.assert(
    fc.property(tables, (grid) => {
      const reading = readAppendices([grid]);
      met += reading.appendices.length;
      for (const appendix of reading.appendices) {
        for (const form of FORMS.filter(({ kind }) => kind === appendix.kind)) {
          const gaps = gapsOf(grid, appendix, form, reading.appendices);
          expect(new Set(gaps.map(({ id }) => id)).size).toBe(gaps.length);
          const edits = fillGaps(grid, appendix, form, reading.appendices, new Set(gaps.map(({ id }) => id))).flat();
          expect(edits).toHaveLength(gaps.length);
          // A title goes only where nothing of anybody's stands but the numeral itself.
          for (const edit of edits.filter(isCellEdit)) {
            const { row, column } = parseAddress(edit.cell)!;
            expect(valueAt(grid, row, column)).toBe(edit.expected);
            if (edit.expected !== null && String(edit.expected).trim() !== "") expect(String(edit.value)).toContain(String(edit.expected).trim().replace(/[.:]$/, ""));
          }
        }
        expect(nearestForm(appendix, FORMS)?.kind).toBe(appendix.kind);
        expect(addBasis(grid, appendix, reading.appendices) !== null && removeBasis(grid, appendix, reading.appendices) !== null).toBe(false);
        const form = officeForm(grid, appendix, [], reading.plan, "Mẫu thử");
        expect(layOutForm(form, { plan: reading.plan }).rows.length).toBeGreaterThan(3);
      }
    }),
    { numRuns: 400 },
  );
  expect(met).toBeGreaterThan(200);
});
