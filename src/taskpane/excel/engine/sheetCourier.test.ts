import fc from "fast-check";
import { gridFromRows, type CellValue, type Grid } from "../../../grid/grid";
import type { Workbook } from "../../../workbook/workbook";
import { HeldErrors } from "./heldErrors";
import { RemoteWorkbook } from "./remoteWorkbook";
import { SheetCourier } from "./sheetCourier";

/** A workbook whose sheets a test sets, seen from the Worker; `rows` counts what crossed. */
function linked(first: readonly Grid[]) {
  const state = { grids: first, rows: 0 };
  const courier = new SheetCourier({ readGrids: () => Promise.resolve(state.grids) } as Pick<Workbook, "readGrids"> as Workbook);
  const port = courier.port((answer) => answer);
  const remote = new RemoteWorkbook({
    ...port,
    takeRows: async (sheet, from) => {
      const slice = await port.takeRows(sheet, from);
      state.rows += slice.texts.length;
      // As it would be after crossing: copies.
      return structuredClone(slice);
    },
  });
  return { state, remote };
}

const cells = fc.array(fc.array(fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.constant(null)), { maxLength: 4 }), { maxLength: 12 });
const sheets = fc.array(fc.record({ sheet: fc.constantFrom("A", "B", "C"), rows: cells, top: fc.nat({ max: 2 }) }), { maxLength: 3 });
const gridsOf = (made: readonly { sheet: string; rows: CellValue[][]; top: number }[]): Grid[] =>
  [...new Map(made.map((one) => [one.sheet, one])).values()].map(({ sheet, rows, top }) => gridFromRows(rows, { sheet, origin: { row: top, column: 0 } }));

test("whatever happens to the sheets, the Worker has what Excel has", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheets, { minLength: 1, maxLength: 4 }), async (states) => {
      const { state, remote } = linked([]);
      for (const made of states) {
        state.grids = gridsOf(made);
        expect(await remote.readGrids()).toEqual(state.grids);
      }
    }),
  );
});

test("after an edit only its row crosses, and the other rows stay the same objects", async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => [i + 1, `Việc ${i + 1}`, "Phòng Kinh tế", null, "Quý I/2026"]);
  const { state, remote } = linked([gridFromRows(rows, { sheet: "A" })]);
  const [before] = await remote.readGrids();
  expect(state.rows).toBe(5000);
  rows[41] = [42, "Việc khác", "Phòng Kinh tế", null, "Quý I/2026"];
  state.grids = [gridFromRows(rows, { sheet: "A" })];
  const [after] = await remote.readGrids();
  expect(state.rows).toBe(5001);
  expect(after).toEqual(state.grids[0]);
  expect(after!.texts[40]).toBe(before!.texts[40]);
  expect(after!.texts[41]).not.toBe(before!.texts[41]);
});

test("two readings at once do not mix, and one that broke off is made up for", async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => [i + 1, `Việc ${i + 1}`, "Phòng Kinh tế"]);
  const [large, small] = [[gridFromRows(rows, { sheet: "A" })], [gridFromRows([["một"], ["hai"]], { sheet: "A" })]];
  const state = { coming: [large, small, large, large, large], broken: false };
  const courier = new SheetCourier({ readGrids: () => Promise.resolve(state.coming.shift() ?? []) } as Pick<Workbook, "readGrids"> as Workbook);
  const port = courier.port((answer) => answer);
  const remote = new RemoteWorkbook({
    ...port,
    takeRows: async (sheet, from) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (state.broken && from > 0) throw new Error("cut off");
      return port.takeRows(sheet, from);
    },
  });
  expect(await Promise.all([remote.readGrids(), remote.readGrids()])).toEqual([large, small]);
  state.broken = true;
  const cut = await Promise.allSettled([remote.readGrids(), remote.readGrids()]);
  expect(cut.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  state.broken = false;
  expect(await remote.readGrids()).toEqual(large);
});

test("a large sheet crosses in slices and says how far it is", async () => {
  const heard: number[] = [];
  const grid = gridFromRows(Array.from({ length: 10_000 }, (_, i) => [i, "a", "b", "c", "d", "e", "f", "g", "h"]), { sheet: "A" });
  const courier = new SheetCourier({ readGrids: () => Promise.resolve([grid]) } as Pick<Workbook, "readGrids"> as Workbook, ({ done, total }) => heard.push(done / total));
  const slices: number[] = [];
  const port = courier.port((answer) => answer);
  await new RemoteWorkbook({ ...port, takeRows: async (sheet, from) => {
    const slice = await port.takeRows(sheet, from);
    slices.push(slice.texts.length);
    return slice;
  } }).readGrids();
  expect(Math.max(...slices) * 9).toBeLessThan(11_000);
  expect(heard.at(-1)).toBe(1);
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
});

describe("errors that cross", () => {
  test("come back as the very object", async () => {
    const errors = new HeldErrors();
    const original = Object.assign(new Error("Sheet is protected"), { reason: { vi: "Đang khóa", en: "Protected" } });
    // What a thread makes of an error: a new one with the same message.
    const crossing = errors.hold(Promise.reject(original)).catch((error: unknown) => Promise.reject(new Error((error as Error).message)));
    await expect(errors.release(crossing)).rejects.toBe(original);
  });

  test("of the Worker itself stay as they are", async () => {
    const own = new Error("own");
    await expect(new HeldErrors().release(Promise.reject(own))).rejects.toBe(own);
  });
});
