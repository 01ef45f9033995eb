import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SEVERITIES } from "../../grid/mark";
import { catalog } from "../../rules/catalog";
import { familyOf } from "../findingFilter";
import { WORDS } from "./words";

/** The paths of every word and the kind of thing that stands there. */
function leaves(node: unknown, path = ""): readonly string[] {
  if (typeof node === "object" && node !== null) return Object.entries(node).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
  return [`${path}: ${typeof node}`];
}

function texts(node: unknown): readonly string[] {
  if (typeof node === "object" && node !== null) return Object.values(node).flatMap(texts);
  return typeof node === "string" ? [node] : [];
}

const folder = join(__dirname, "..");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const VIETNAMESE = /[À-ÖØ-öø-ỹĂăĐđĨĩŨũƠơƯư]/u;

test("both languages have every word", () => {
  expect([...leaves(WORDS.en)].sort()).toEqual([...leaves(WORDS.vi)].sort());
  for (const language of ["vi", "en"] as const) for (const text of texts(WORDS[language])) expect(text.trim()).not.toBe("");
});

test("the English words hold Vietnamese only where a name or an example needs it", () => {
  const named = texts(WORDS.en).filter((text) => VIETNAMESE.test(text));
  expect(named.every((text) => /Soát Phụ lục|such as|Phú Xuyên|Hà Nội/.test(text))).toBe(true);
});

test.each(files)("%s is in composed Unicode (NFC)", (file) => {
  const source = readFileSync(join(folder, file), "utf8");
  expect(source === source.normalize("NFC")).toBe(true);
});

test.each(files.filter((file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx")))("%s has no Vietnamese text of its own", (file) => {
  const code = readFileSync(join(folder, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");
  expect(code.split("\n").filter((line) => VIETNAMESE.test(line))).toEqual([]);
});

test("every rule family of the catalogue has a name", () => {
  for (const { id } of catalog) for (const language of ["vi", "en"] as const) expect(WORDS[language].family).toHaveProperty(familyOf(id));
});

test("counts read well in both languages", () => {
  expect(SEVERITIES.map((severity, index) => WORDS.vi.severityCount(severity, [12, 31, 8][index] ?? 0)).join(" · ")).toBe("12 lỗi · 31 cảnh báo · 8 lưu ý");
  expect([WORDS.en.severityCount("error", 1), WORDS.en.severityCount("error", 2)]).toEqual(["1 error", "2 errors"]);
  expect(WORDS.vi.severityCount("error", 12345)).toBe("12.345 lỗi");
  expect(WORDS.vi.outcome.mended(3, 2)).toBe("Đã sửa 3 ô, xóa 2 hàng.");
  expect(WORDS.vi.outcome.mended(2, 0, { added: 1, removed: 0 })).toBe("Đã sửa 2 ô, thêm 1 cột.");
  expect(WORDS.vi.outcome.mended(0, 0, { added: 0, removed: 2 })).toBe("Đã bỏ 2 cột.");
  expect(WORDS.en.outcome.mended(0, 0, { added: 1, removed: 2 })).toBe("Done: 1 column added, 2 columns removed.");
  expect(WORDS.en.outcome.skippedAt("7", "S", "rows-cannot-move")).toBe("row 7 · S: formulas, notes, merged cells or tables of the file depend on this row; insert or delete the row in Excel");
});
