import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findCitations } from "./findCitations";
import { issuersDiffer } from "./issuer";
import { documentsOf, likelyMeant, likelyRunTogether, readRegister, registerSchema } from "./register";
import { contradicts } from "./signs";

const listed = registerSchema.parse(JSON.parse(readFileSync(join(__dirname, "../../../seeds/citations.json"), "utf8")));
const HANOI = { province: "Hà Nội", place: "Phú Xuyên" };

test("every number of the register is in its right form, and every issuer is known", () => {
  for (const { number, issuer } of listed) {
    const [citation, ...more] = findCitations(`số ${number}`);
    expect(more).toEqual([]);
    expect([citation?.number, citation?.slip ?? null]).toEqual([number, null]);
    const document = [...readRegister(listed).values()].flat().find((known) => known.number === number && known.issuerName === issuer.normalize("NFC"));
    expect(document?.issuer).not.toBeNull();
  }
});

test("every successor is in the register, younger than what it replaces", () => {
  for (const { supersededBy, date } of listed) {
    if (supersededBy === undefined) continue;
    const successor = listed.find(({ number }) => number === supersededBy);
    expect((successor?.date ?? "") > (date ?? "9999")).toBe(true);
  }
});

test("an entry of another shape is refused", () => {
  expect(() => readRegister([{ number: "1-NQ/TW" }])).toThrow();
});

describe("documentsOf", () => {
  test.each([
    ["Nghị quyết số 57-NQ/TW", HANOI, ["2024-12-22"]],
    ["Nghị quyết số 45-NQ/TW", HANOI, ["2019-01-24", "2023-11-24"]],
    ["Chương trình số 30-CTr/TU của Thành ủy", HANOI, ["2024-03-08"]],
    ["Chương trình số 30-CTr/TU của Thành ủy Hà Nội", { province: null, place: null }, ["2024-03-08"]],
    // The number of another province's committee, or of nobody's: not known.
    ["Chương trình số 30-CTr/TU của Tỉnh ủy", { province: "Phú Thọ", place: null }, []],
    ["Chương trình số 30-CTr/TU", HANOI, []],
    ["Kế hoạch số 139/KH-UBND của UBND xã", HANOI, []],
    ["Kế hoạch số 36-KH/ĐU của Đảng ủy xã Thanh Thủy", HANOI, ["2026-01-10"]],
  ])("%s", (text, plan, dates) => {
    const [citation] = findCitations(text);
    expect(documentsOf(citation!, plan).map(({ date }) => date)).toEqual(dates);
  });
});

test("a city committee's programme with the central sign is recognised by its day", () => {
  expect(likelyMeant(findCitations("30-CTr/TW ngày 08/3/2024 của Thành ủy")[0]!)?.number).toBe("30-CTr/TU");
  expect(likelyMeant(findCitations("30-CTr/TW ngày 09/3/2024 của Thành ủy")[0]!)).toBeNull();
});

test("a slash read as a figure is recognised by the figures before it", () => {
  expect(likelyRunTogether(findCitations("số 15527BTTTT-TTH")[0]!)?.number).toBe("1552/BTTTT-THH");
  expect(likelyRunTogether(findCitations("số 4418VPCP-KSTT")[0]!)).toBeNull();
});

test.each([
  ["Công văn", "KH", "UBND", true],
  ["Kế hoạch", "KH", "UBND", false],
  ["Kế hoạch hành động", "KH", "TU", false],
  ["Kế hoạch", null, "UBND", true],
  ["Công văn", null, "UBND", false],
  ["Đề án", "QĐ", "TTg", false],
  ["Thông báo", "KL", "TW", false],
  ["Quyết định", "NQ", "TW", true],
  ["Nghị quyết", null, "QH15", false],
  ["Nghị định", null, "QH15", true],
  ["Công văn", "CT", "CS", false],
  ["Công văn", "CT", "UBND", true],
])("%s with the sign %s of %s contradicts: %s", (type, symbol, organ, expected) => {
  expect(contradicts(type, symbol, organ)).toBe(expected);
});

test.each([
  ["của UBND Thành phố", "của UBND thành phố Hà Nội", false],
  ["của UBND tỉnh", "của UBND xã", true],
  ["của UBND tỉnh Nghệ An", "của UBND tỉnh Phú Thọ", true],
  ["của Bộ Chính trị", "của Ban Bí thư", true],
  ["của UBND", "của UBND xã Phú Xuyên", false],
])("issuers “%s” and “%s” differ: %s", (a, b, expected) => {
  const issuer = (of: string) => findCitations(`số 12/KH-UBND ${of}`)[0]!.issuer!;
  expect(issuersDiffer(issuer(a), issuer(b))).toBe(expected);
});
