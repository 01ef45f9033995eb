import source from "../../../seeds/terms.json";
import { allSyllables, isSyllable, skeleton, wordKind } from "./lexicon";
import { syllablesOf, termBook, termsSchema } from "./termBook";

test("seeds/terms.json has the shape of its schema", () => {
  expect(() => termsSchema.parse(source)).not.toThrow();
  expect(() => termsSchema.parse({ ...source, terms: [" đề án"] })).toThrow();
  expect(source.terms.length).toBeGreaterThanOrEqual(60);
});

test("no word of the register is itself misspelt, and none stands twice", () => {
  const texts = [...source.terms, ...source.phrases, ...Object.values(source.slips), ...source.names];
  expect(texts.flatMap(syllablesOf).filter((syllable) => !isSyllable(syllable))).toEqual([]);
  for (const list of [source.terms, source.phrases, source.names]) expect(list.filter((text, i) => list.indexOf(text) !== i)).toEqual([]);
  expect(source.phrases.filter((text) => source.terms.includes(text))).toEqual([]);
});

test("a slip has as many syllables as what it means", () => {
  for (const [slip, right] of Object.entries(source.slips)) expect([slip, syllablesOf(slip).length]).toEqual([slip, syllablesOf(right).length]);
});

test("a term is found by its first two syllables, and by its slip that lost a letter", () => {
  const { byFirst, shapeOf } = termBook();
  const entries = (first: string, second: string): string[] => (byFirst.get(shapeOf(skeleton(first)))?.get(shapeOf(skeleton(second))) ?? []).map(({ syllables, right }) => `${syllables.join(" ")} → ${right.join(" ")}`);
  expect(entries("đề", "án")).toContain("đề án → đề án");
  expect(entries("thôn", "tin")).toContain("thôn tin → thông tin");
});

describe("syllables", () => {
  test("are a closed set of composed words in lower case", () => {
    expect(allSyllables().size).toBeGreaterThan(6_000);
    expect([...allSyllables()].filter((syllable) => syllable !== syllable.toLowerCase().normalize("NFC"))).toEqual([]);
  });

  test.each(["hóa", "hoá", "thủy", "thuỷ", "QUÝ", "Gì", "nghiêng", "khuỷu", "quốc", "giếng", "Đổi", "ưu"])("%s is one", (word) => expect(isSyllable(word)).toBe(true));
  test.each(["qản", "vữn", "Tiếo", "đển", "nghanh", "kông", "ngiệp", "phuơng"])("%s is none", (word) => expect(isSyllable(word)).toBe(false));
  test.each([
    ["OCOP", "right"],
    ["HĐND", "right"],
    ["VNeID", "right"],
    ["Đắk", "right"],
    ["Krông", "right"],
    ["garage", "foreign"],
    ["qản", "wrong"],
  ])("%s is %s", (word, kind) => expect(wordKind(word)).toBe(kind));
});
