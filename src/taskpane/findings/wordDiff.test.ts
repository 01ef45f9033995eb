import * as fc from "fast-check";
import { wordDiff, type DiffPart } from "./wordDiff";

const short = (parts: readonly DiffPart[]): string => parts.map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`)).join("");

test.each([
  ["Công an xã; Các thôn; Công an xã", "Công an xã; Các thôn", "Công an xã; Các thôn[-; Công an xã-]"],
  ["trong năm 2025", "Năm 2025", "[-trong năm-]{+Năm+} 2025"],
  ["8", "9", "[-8-]{+9+}"],
  ["", "Năm 2025", "{+Năm 2025+}"],
  ["Năm  2025", "Năm 2025", "Năm[-  -]{+ +}2025"],
  ["chuyển đối số quốc gia", "chuyển đổi số quốc gia", "chuyển [-đối-]{+đổi+} số quốc gia"],
  ["như nhau", "như nhau", "như nhau"],
])("%j → %j", (before, after, expected) => {
  expect(short(wordDiff(before, after))).toBe(expected);
});

test("the parts give both texts back, also when the texts are too long for a table", () => {
  const words = fc.array(fc.constantFrom("xã", "thôn", " ", "; ", "Phòng", "2025", "\n"), { maxLength: 40 }).map((parts) => parts.join(""));
  const long = fc.constantFrom("một hai ".repeat(400), "ba bốn ".repeat(500));
  fc.assert(
    fc.property(fc.oneof(words, long), fc.oneof(words, long), (before, after) => {
      const parts = wordDiff(before, after);
      expect(parts.filter(({ kind }) => kind !== "added").map(({ text }) => text).join("")).toBe(before);
      expect(parts.filter(({ kind }) => kind !== "removed").map(({ text }) => text).join("")).toBe(after);
    }),
    { numRuns: 60 },
  );
});
