import fc from "fast-check";
import { formatAddress, parseAddress } from "../../src/grid/address";
import { columnTexts, rowTexts, type Edit } from "../../src/grid/edit";
import { valueAt, type CellValue, type Grid } from "../../src/grid/grid";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { sheetXml, styledParts, stylesXml, zipOf } from "./fixtures";

/** Rows with gaps, styles, merges, rows and columns of a style, shared strings. */
const START = zipOf(
  styledParts(
    sheetXml(
      '<row r="2" spans="2:4"><c r="B2" s="1"><v>45919</v></c><c r="D2" t="s"><v>0</v></c></row>' +
        '<row r="3"/><row r="5" s="2" customFormat="1"><c r="A5" s="2"/><c r="C5" t="b"><v>1</v></c><c r="F5" t="inlineStr"><is><t>xã</t></is></c></row>' +
        '<row r="9"><c r="B9"><v>0.5</v></c></row>',
      '<mergeCells count="1"><mergeCell ref="B9:C10"/></mergeCells>',
      '<dimension ref="B2:F9"/><cols><col min="3" max="3" width="20" style="2"/></cols>',
    ),
    stylesXml(["dd/mm/yyyy", "0%"]),
    "<si><t>Phòng Kinh tế</t></si>",
  ),
);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("=1+1", "_x000D_", "a_x0041_b", " đầu", "cuối ", "dòng\nhai", "\r\n", "\t", "<&>\"'", "\u0000", "\ufeffx", "]]>", "Nghị quyết"),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
);
const cellAction = fc.record({ row: fc.nat(14), column: fc.nat(8), value });
const moveAction = fc.oneof(
  fc.record({ removeRow: fc.integer({ min: 1, max: 14 }) }),
  fc.record({ removeColumn: fc.constantFrom("A", "B", "C", "D", "G", "K") }),
  fc.record({
    insertRow: fc.integer({ min: 1, max: 14 }),
    formatFrom: fc.constantFrom("above" as const, "below" as const),
    cells: fc.array(fc.record({ column: fc.nat(8), value }), { maxLength: 3 }),
  }),
  fc.record({
    insertColumn: fc.constantFrom("A", "B", "C", "D", "G", "K"),
    formatFrom: fc.constantFrom("left" as const, "right" as const),
    cells: fc.array(fc.record({ row: fc.nat(14), value }), { maxLength: 3 }),
    width: fc.constantFrom(undefined, 12),
  }),
);
type MoveAction = typeof moveAction extends fc.Arbitrary<infer T> ? T : never;

/** The edit of a move, expecting what the grid shows. */
function moveEdit(grid: Grid, action: MoveAction): Edit {
  if ("removeRow" in action) return { sheet: "Phụ lục", ...action, expected: rowTexts(grid, action.removeRow - 1) };
  if ("removeColumn" in action) return { sheet: "Phụ lục", ...action, expected: columnTexts(grid, parseAddress(`${action.removeColumn}1`)!.column) };
  if ("insertRow" in action) return { sheet: "Phụ lục", ...action };
  const { width, ...rest } = action;
  return { sheet: "Phụ lục", ...rest, ...(width === undefined ? {} : { width }) };
}

const action = fc.oneof(
  { weight: 6, arbitrary: fc.array(cellAction, { minLength: 1, maxLength: 6 }) },
  { weight: 4, arbitrary: moveAction },
  { weight: 1, arbitrary: fc.constantFrom("undo" as const, "redo" as const, "reopen" as const) },
);

/** Grids that differ only in empty edges are one. */
function shown(grid: Grid): Record<string, readonly [CellValue, string]> {
  const cells: Record<string, readonly [CellValue, string]> = {};
  grid.values.forEach((row, i) =>
    row.forEach((held, j) => {
      if (held !== null) cells[formatAddress(i + grid.origin.row, j + grid.origin.column)] = [held, grid.texts[i]![j]!];
    }),
  );
  return cells;
}

test("whatever is edited, the saved file reads back as the grids held in memory", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 12 }), fc.boolean(), async (actions, marked) => {
      let workbook = await openWorkbook(START);
      for (const step of actions) {
        const [grid] = await workbook.readGrids();
        if (step === "undo") await workbook.undo();
        else if (step === "redo") await workbook.redo();
        else if (step === "reopen") workbook = await openWorkbook(workbook.save());
        else {
          const edits: Edit[] = Array.isArray(step)
            ? step.map(({ row, column, value: held }) => ({ sheet: "Phụ lục", cell: formatAddress(row, column), expected: valueAt(grid!, row, column), value: held }))
            : [moveEdit(grid!, step)];
          const { applied, skipped } = await workbook.applyEdits(edits);
          expect(applied.length + skipped.length).toBe(edits.length);
          for (const { reason } of skipped) expect(["merged-away", "rows-cannot-move", "columns-cannot-move"]).toContain(reason);
        }
      }
      if (marked) await workbook.showMarks([{ sheet: "Phụ lục", cell: "B9", severity: "warning" }]);
      const [held] = await workbook.readGrids();
      const [read] = await (await openWorkbook(workbook.save())).readGrids();
      expect(shown(read!)).toEqual(shown(held!));
      expect(read!.merges).toEqual(held!.merges);
    }),
    { numRuns: 150 },
  );
});

test("taking every step back gives the bytes that were opened, and carrying it out again the bytes that were there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.array(cellAction, { minLength: 1, maxLength: 4 }), moveAction), { maxLength: 6 }), async (batches) => {
      const workbook = await openWorkbook(START);
      for (const batch of batches) {
        const [grid] = await workbook.readGrids();
        await workbook.applyEdits(
          Array.isArray(batch)
            ? batch.map(({ row, column, value: held }) => ({ sheet: "Phụ lục", cell: formatAddress(row, column), expected: valueAt(grid!, row, column), value: held }))
            : [moveEdit(grid!, batch)],
        );
      }
      const after = workbook.save();
      const grids = await workbook.readGrids();
      while ((await workbook.undo()) !== null);
      expect(workbook.save()).toEqual(START);
      while ((await workbook.redo()) !== null);
      expect(workbook.save()).toEqual(after);
      expect(await workbook.readGrids()).toEqual(grids);
    }),
    { numRuns: 50 },
  );
});
