import fc from "fast-check";
import { formatAddress } from "../../src/grid/address";
import { valueAt, type CellValue } from "../../src/grid/grid";
import { ReviewSession } from "../../src/review/session";
import type { ReviewView } from "../../src/review/view";
import { onStage, settled, stage } from "./stage";

const TASKS: readonly (readonly CellValue[])[] = [
  ["PHỤ LỤC I: NHIỆM VỤ NĂM 2026"],
  ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
  [1, "Lập kế hoạch tuyên truyền", "Phòng Kinh tế", "Công an xã", "Tháng 3 năm 2026"],
  ["=A3+1", "Mở lớp tập huấn kỹ năng số", "Phòng Văn hóa - Xã hội", "Công an xã", "Thường xuyên"],
  ["=A4+1", "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Công an xã", "Quý III năm 2026"],
  ["=A5+1", "Nâng cấp trang tin của xã", "Phòng Kinh tế", "Trạm Y tế", "Năm 2026"],
];

const values = fc.constantFrom<CellValue>("", 1, 2, 7, "Phòng Kinh tế", "Các phòng, ban liên quan", "Công an xã; Công an xã", "9/2025", "Thường xuyên", "x", "=A3+1");
const change = fc.oneof(
  fc.record({ kind: fc.constant("types" as const), row: fc.nat(8), column: fc.nat(4), value: values }),
  fc.record({ kind: fc.constant("writes" as const), row: fc.integer({ min: 2, max: 6 }), column: fc.integer({ min: 1, max: 4 }), value: values }),
  fc.record({ kind: fc.constant("moves" as const), row: fc.integer({ min: 2, max: 6 }), count: fc.constantFrom(1, -1) }),
  fc.record({ kind: fc.constant("undoes" as const) }),
);

/** What is said of the sheets, without what belongs to one session. */
const said = (view: ReviewView): unknown => view.findings.map(({ sheet, cell, ruleId, severity }) => [sheet, cell, ruleId, severity]);

test("whatever the user and the pane do by turns, the list is what a fresh check of the workbook says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const { host, workbook } = stage({ I: TASKS, II: TASKS });
      // Formulas of the kind "=A3+1", worked out from above.
      host.workbook.recalculate = () => {
        for (const sheet of host.workbook.sheets) {
          for (let row = 0; row < 20; row++) {
            for (let column = 0; column < 5; column++) {
              const cell = sheet.at(row, column);
              if (cell.formula !== undefined) sheet.put(row, column, { ...cell, value: Number(sheet.at(row - 1, 0).value ?? 0) + 1 });
            }
          }
        }
      };
      host.workbook.recalculate();
      const session = new ReviewSession(workbook);
      let view = await session.check();
      await session.showMarks();
      let refreshing: Promise<unknown> = Promise.resolve();
      workbook.onChange((news) => {
        refreshing = refreshing.then(async () => {
          view = await session.refresh(news);
        });
      });
      await settled();
      for (const step of changes) {
        if (step.kind === "types") host.type("I", formatAddress(step.row, step.column), step.value);
        else if (step.kind === "moves") host.moveRows("I", step.row, step.count);
        else if (step.kind === "undoes") view = (await session.undo()) ?? view;
        else {
          const expected = valueAt((await workbook.readGrids())[0]!, step.row, step.column);
          ({ view } = await session.edit([{ sheet: "I", cell: formatAddress(step.row, step.column), expected, value: step.value }]));
        }
        await settled();
        await refreshing;
        await settled();
        await refreshing;
      }
      const fresh = onStage(host.workbook);
      expect(said(view)).toEqual(said(await new ReviewSession(fresh.workbook).check()));
      // Each marked cell once, on both sheets.
      const marked = host.workbook.sheets.flatMap((sheet) => sheet.formats.flatMap(({ areas }) => areas.flatMap(({ top, left, bottom, right }) => (bottom - top + 1) * (right - left + 1))));
      const cells = new Set(view.findings.map(({ sheet, cell }) => `${sheet}!${cell}`));
      expect(marked.reduce((sum, count) => sum + count, 0)).toBe(cells.size);
      expect([host.keptReferences, host.removedReferences]).toEqual([0, 0]);
    }),
    { numRuns: 20 },
  );
});
