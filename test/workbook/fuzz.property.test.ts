import fc from "fast-check";
import { WorkbookFailure } from "../../src/workbook/failure";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { partsOf, zipOf } from "./fixtures";
import { LAYOUT } from "./layouts";
import { richWorkbook } from "./richWorkbook";

let rich: Uint8Array;

beforeAll(async () => {
  rich = await richWorkbook();
});

/** Opens, looks, edits, moves, adds, marks and saves: everything that reads the file's parts. */
async function use(bytes: Uint8Array): Promise<void> {
  const workbook = await openWorkbook(bytes);
  const grids = await workbook.readGrids();
  for (const grid of grids) workbook.look(grid.sheet);
  await workbook.applyEdits(grids.map(({ sheet }) => ({ sheet, cell: "Z99", expected: null, value: 1 })));
  for (const { sheet } of grids) {
    await workbook.applyEdits([{ sheet, insertRow: 6, formatFrom: "above", cells: [{ column: 1, value: "x" }] }]);
    await workbook.applyEdits([{ sheet, insertColumn: "C", formatFrom: "left", cells: [] }]);
  }
  for (const { sheet } of grids) await workbook.columnWidths(sheet);
  await workbook.addSheet(LAYOUT);
  await workbook.readSettings();
  await workbook.writeSetting("plan", "x");
  await workbook.showMarks(grids.map(({ sheet }) => ({ sheet, cell: "A1", severity: "error" })));
  workbook.save();
}

async function refusedOrRead(bytes: Uint8Array): Promise<void> {
  try {
    await use(bytes);
  } catch (cause) {
    expect(cause).toBeInstanceOf(WorkbookFailure);
  }
}

test("a file with bytes changed is read or refused, never more", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.option(fc.nat()), async (changes, cut) => {
      const bytes = cut === null ? rich.slice() : rich.slice(0, cut % rich.length);
      for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
      await refusedOrRead(bytes);
    }),
    { numRuns: 150 },
  );
});

test("a directory with bytes changed is read or refused, never more", async () => {
  const start = new DataView(rich.buffer).getUint32(rich.length - 6, true);
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(255), async (at, byte) => {
      const bytes = rich.slice();
      bytes[start + (at % (rich.length - start))] = byte;
      await refusedOrRead(bytes);
    }),
    { numRuns: 150 },
  );
});

test("parts that are cut, doubled or garbled are read or refused, never more", async () => {
  const parts = partsOf(rich);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.nat(200), fc.constantFrom("", "<", ">", '"', "</c>", "<row/>", "&", "<![CDATA[", "<!--", "9"), async (name, at, length, text) => {
      const before = parts[name]!;
      const from = at % before.length;
      const after = Buffer.concat([before.subarray(0, from), Buffer.from(text), before.subarray(from + length)]);
      await refusedOrRead(zipOf({ ...parts, [name]: new Uint8Array(after) }));
    }),
    { numRuns: 150 },
  );
});
