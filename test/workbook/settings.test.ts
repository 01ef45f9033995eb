import { read } from "@e965/xlsx";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { settingXml } from "../../src/workbook/settingPart";
import { minimal, minimalParts, partsOf, partText, relationships, sheetXml, zipOf } from "./fixtures";
import { richWorkbook } from "./richWorkbook";

const PLAN = '{"place":"Vĩnh Tuy","level":"phường"}';

async function saved(bytes: Uint8Array, settings: Readonly<Record<string, string | null>>): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytes);
  for (const [key, text] of Object.entries(settings)) await workbook.writeSetting(key, text);
  return workbook.save();
}

async function settingsOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  return (await openWorkbook(bytes)).readSettings();
}

describe("settings in the file", () => {
  test("are kept beside the parts of other add-ins, which stay as they are", async () => {
    const rich = await richWorkbook();
    const bytes = await saved(rich, { plan: PLAN, units: "Phòng Kinh tế" });
    expect(await settingsOf(bytes)).toEqual({ plan: PLAN, units: "Phòng Kinh tế" });
    const before = partsOf(rich);
    const after = partsOf(bytes);
    const changed = Object.keys(after).filter((name) => before[name] === undefined || Buffer.compare(before[name], after[name]!) !== 0);
    expect(changed.sort()).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", ...[2, 3].flatMap((n) => [`customXml/item${n}.xml`, `customXml/itemProps${n}.xml`, `customXml/_rels/item${n}.xml.rels`])].sort(),
    );
    const ids = [2, 3].map((n) => /ds:itemID="(\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\})"/.exec(partText(bytes, `customXml/itemProps${n}.xml`))?.[1]);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(2);
  });

  test("leave no trace when the last one is taken out", async () => {
    const rich = await richWorkbook();
    for (const start of [rich, minimal('<row r="1"><c r="A1"><v>1</v></c></row>')]) {
      const bytes = await saved(start, { plan: PLAN, units: "x", "ignored-findings": "[]" });
      const again = await saved(await saved(bytes, { plan: null }), { units: null, "ignored-findings": null });
      expect(Object.entries(partsOf(again))).toEqual(Object.entries(partsOf(start)));
    }
  });

  test("written as they are, or written and taken out again, change no byte", async () => {
    const rich = await richWorkbook();
    expect(await saved(rich, { plan: null })).toEqual(rich);
    const kept = await saved(rich, { plan: PLAN });
    const workbook = await openWorkbook(kept);
    await workbook.writeSetting("plan", "khác");
    await workbook.writeSetting("other", "x");
    await workbook.writeSetting("other", null);
    await workbook.writeSetting("plan", PLAN);
    expect(workbook.save()).toEqual(kept);
  });

  test("a text that changes changes its own part alone", async () => {
    const kept = await saved(await richWorkbook(), { plan: PLAN, units: "x" });
    const changed = await saved(kept, { plan: "khác" });
    const before = partsOf(kept);
    const after = partsOf(changed);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(after).filter((name) => Buffer.compare(before[name]!, after[name]!) !== 0)).toEqual(["customXml/item2.xml"]);
  });

  test("of a damaged part, or with a key that is none, are stepped over; the first of two with one key holds", async () => {
    const items = [settingXml("plan", "một"), settingXml("plan", "hai"), "<broken", settingXml("__proto__", "x"), settingXml("a b", "x"), '<setting xmlns="urn:other" key="plan">x</setting>'];
    const parts = minimalParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'));
    parts["xl/_rels/workbook.xml.rels"] = relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ...items.map((_, i) => [`rId${i + 2}`, "customXml", `../customXml/item${i + 1}.xml`] as const),
      ["rId99", "customXml", "../customXml/missing.xml"],
    ]);
    items.forEach((text, i) => (parts[`customXml/item${i + 1}.xml`] = text));
    const bytes = zipOf(parts);
    expect({ ...(await settingsOf(bytes)) }).toEqual({ plan: "một" });
    const without = await saved(bytes, { plan: null });
    expect(await settingsOf(without)).toEqual({});
    expect(Object.keys(partsOf(without))).toEqual(expect.arrayContaining([3, 4, 5, 6].map((n) => `customXml/item${n}.xml`)));
  });

  test("are written in UTF-16 by others, and read", async () => {
    const parts: Record<string, string | Uint8Array> = minimalParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'));
    parts["xl/_rels/workbook.xml.rels"] = relationships([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "customXml", "../customXml/item1.xml"]]);
    parts["customXml/item1.xml"] = new Uint8Array(Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?>${settingXml("plan", "Đặc khu")}`, "utf16le"));
    expect(await settingsOf(zipOf(parts))).toEqual({ plan: "Đặc khu" });
  });

  test("that LibreOffice moved to the package itself are read, and come back to the workbook when they are written", async () => {
    const parts = minimalParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const before = zipOf(parts);
    parts["_rels/.rels"] = relationships([["rId1", "officeDocument", "xl/workbook.xml"], ["rId2", "customXml", "../customXml/item1.xml"]]);
    parts["customXml/item1.xml"] = settingXml("plan", PLAN);
    const bytes = zipOf(parts);
    expect(await settingsOf(bytes)).toEqual({ plan: PLAN });
    const changed = await saved(bytes, { plan: "khác" });
    expect(await settingsOf(changed)).toEqual({ plan: "khác" });
    expect(partText(changed, "_rels/.rels")).not.toContain("customXml");
    expect(partText(changed, "xl/_rels/workbook.xml.rels")).toContain("customXml/item1.xml");
    expect(Object.keys(partsOf(await saved(bytes, { plan: null })))).toEqual(Object.keys(partsOf(before)));
  });

  test("any texts come back", async () => {
    const start = minimal('<row r="1"><c r="A1"><v>1</v></c></row>');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/), fc.string({ unit: "binary", maxLength: 20 }), { maxKeys: 4, noNullPrototype: true }), async (settings) => {
        expect(await settingsOf(await saved(start, settings))).toEqual(settings);
      }),
      { numRuns: 60 },
    );
  });

  test("other programs open the file", async () => {
    const bytes = await saved(await richWorkbook(), { plan: PLAN });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Phụ lục I", "Biểu đồ"]);
    expect(read(bytes, { type: "array" }).SheetNames).toEqual(["Phụ lục I", "Biểu đồ"]);
  });
});
