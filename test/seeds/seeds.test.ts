import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { readSeeds } from "../../seeds/appendices";
import { pasteSeed } from "../../seeds/paste";
import { rowContent, seedSchema, type Paste, type Seed } from "../../seeds/schema";
import { countLines } from "../../src/template/textLines";
import { buildWorkbook } from "../../seeds/workbook";

const folder = join(__dirname, "../../seeds/appendices");
const names = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length));
const seeds = readSeeds(folder);

test("every data file is read, and each has its workbook", () => {
  expect(seeds.map((seed) => seed.name)).toEqual(names.sort());
  const built = readdirSync(folder).filter((name) => name.endsWith(".xlsx")).map((name) => name.slice(0, -".xlsx".length));
  expect(built.sort()).toEqual(names);
});

test.each(names)("%s.json holds composed Unicode only: a decomposed slip is written as an escape", (name) => {
  const raw = readFileSync(join(folder, `${name}.json`), "utf8");
  expect(raw).toBe(raw.normalize("NFC"));
});

describe.each(seeds.map((seed) => [seed.name, seed] as const))("%s.xlsx", (name, seed) => {
  test("is what the data builds, byte for byte", async () => {
    const built = await buildWorkbook(seed);
    expect(Buffer.from(built).equals(readFileSync(join(folder, `${name}.xlsx`)))).toBe(true);
  });

  test("builds to the same bytes in another time zone and on another day", async () => {
    const zone = process.env["TZ"];
    const here = await buildWorkbook(seed);
    process.env["TZ"] = "Pacific/Auckland";
    jest.useFakeTimers({ now: new Date("2031-02-03T23:30:00Z"), doNotFake: ["nextTick", "setImmediate", "setTimeout", "setInterval", "queueMicrotask"] });
    try {
      expect(Buffer.from(await buildWorkbook(seed)).equals(Buffer.from(here))).toBe(true);
    } finally {
      jest.useRealTimers();
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  test("holds every cell of the data and nothing else, and is set as a printed page", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, `${name}.xlsx`));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(seed.sheets.map((sheet) => sheet.name));
    for (const sheet of seed.sheets) {
      const worksheet = book.getWorksheet(sheet.name)!;
      const found: Record<string, unknown> = {};
      worksheet.eachRow((row) => row.eachCell((cell) => {
        if (cell.master === cell && cell.value !== null) found[cell.address] = cell.value;
      }));
      const expected: Record<string, unknown> = {};
      for (const row of sheet.rows) {
        rowContent(row).cells.forEach((value, i) => {
          if (value !== null) expected[`${String.fromCharCode(65 + i)}${String(row.row)}`] = value;
        });
      }
      expect(found).toEqual(expected);
      expect([...worksheet.model.merges].sort()).toEqual([...sheet.merges].sort());
      expect(worksheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape" });
      for (const row of sheet.rows) {
        expect(worksheet.getCell(row.row, 1).font).toMatchObject({ name: "Times New Roman" });
        expect(worksheet.getRow(row.row).height).toBeGreaterThan(12);
      }
    }
  });
});

describe("the schema", () => {
  const good = {
    name: "mau",
    about: "Một mẫu",
    sheets: [{ name: "Phụ lục", columns: [{ width: 5, align: "center" }], merges: [], rows: [{ row: 1, header: ["TT"] }, { row: 2, item: [1] }] }],
  };
  const sheet = good.sheets[0]!;

  test("takes a sound file", () => expect(seedSchema.safeParse(good).success).toBe(true));

  test.each([
    ["rows out of order", { ...sheet, rows: [sheet.rows[1], sheet.rows[0]] }],
    ["two rows of one number", { ...sheet, rows: [sheet.rows[0], { row: 1, item: [1] }] }],
    ["a row of no kind", { ...sheet, rows: [{ row: 1 }] }],
    ["a row of two kinds", { ...sheet, rows: [{ row: 1, item: [1], section: ["I"] }] }],
    ["empty cells at a row's end", { ...sheet, rows: [{ row: 1, item: [1, null] }] }],
    ["an empty text in place of nothing", { ...sheet, rows: [{ row: 1, item: ["", 1] }] }],
    ["a merge that is no area", { ...sheet, merges: ["A1"] }],
    ["no rows", { ...sheet, rows: [] }],
  ])("refuses %s", (_, wrong) => {
    expect(seedSchema.safeParse({ ...good, sheets: [wrong] }).success).toBe(false);
  });
});

describe("a paste", () => {
  const seed: Seed = {
    name: "mau",
    about: "Một mẫu",
    sheets: [
      {
        name: "Phụ lục",
        columns: [{ width: 5, align: "center" }, { width: 40, align: "justify" }],
        merges: ["A1:B1"],
        rows: [
          { row: 1, title: ["PHỤ LỤC"] },
          { row: 3, header: ["TT", "Nội dung"] },
          { row: 4, item: [1, "Mở lớp tập huấn"] },
          { row: 5, item: [2, "Lập kế hoạch"] },
        ],
      },
    ],
  };
  const paste: Paste = { name: "mau-paste", about: "Bản chép", pasteOf: "mau", breaks: [{ after: 4, page: 2, tails: { B: "tập huấn" } }] };

  test("repeats the header and the page number, cuts the row in two and moves what is below", () => {
    const sheet = pasteSeed(paste, seed).sheets[0]!;
    expect(sheet.merges).toEqual([]);
    expect(sheet.rows).toEqual([
      { row: 1, title: ["PHỤ LỤC"] },
      { row: 3, header: ["TT", "Nội dung"] },
      { row: 4, item: [1, "Mở lớp"] },
      { row: 5, item: [2] },
      { row: 6, header: ["TT", "Nội dung"] },
      { row: 7, item: [null, "tập huấn"] },
      { row: 8, item: [2, "Lập kế hoạch"] },
    ]);
  });

  test("refuses a tail that is not how the cell ends", () => {
    const wrong = { ...paste, breaks: [{ after: 4, page: 2, tails: { B: "kế hoạch" } }] };
    expect(() => pasteSeed(wrong, seed)).toThrow('row 4: cell B does not end with "kế hoạch"');
  });
});

describe("countLines", () => {
  const font = { size: 12, bold: false };
  test.each([
    ["", 100, 1],
    ["một", 100, 1],
    ["một\nhai\nba", 100, 3],
    // "chuyển" alone is 35 points wide, "đổi số" 29.
    ["chuyển đổi số", 200, 1],
    ["chuyển đổi số", 40, 2],
    ["không-có-chỗ-ngắt-nào-cả", 40, 4],
  ])("%j in %d points takes %d lines", (text, width, lines) => {
    expect(countLines(text, width, font)).toBe(lines);
  });

  test("composed and decomposed text take the same room, bold more", () => {
    const text = "khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số ".repeat(8).trim();
    expect(countLines(text.normalize("NFD"), 150, font)).toBe(countLines(text, 150, font));
    expect(countLines(text, 150, { ...font, bold: true })).toBeGreaterThan(countLines(text, 150, font));
  });
});
