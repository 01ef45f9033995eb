import fc from "fast-check";
import { shorten } from "./shorten";

test.each([
  ["Phòng Kinh tế", "Phòng Kinh tế"],
  ["  Phòng \n Kinh tế ", "Phòng Kinh tế"],
  ["Phòng\u00a0Kinh tế", "Phòng Kinh tế"],
])("%j on one line: %j", (text, line) => {
  expect(shorten(text)).toBe(line);
});

test("a long text is cut at a word", () => {
  expect(shorten("Lập danh sách hộ kinh doanh", 12)).toBe("Lập danh…");
});

test("is never longer than asked for, and on one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 4, max: 80 }), (text, limit) => {
      const line = shorten(text, limit);
      expect(line.length).toBeLessThanOrEqual(limit + 1);
      expect(line).not.toMatch(/[\n\r\t]/u);
    }),
  );
});
