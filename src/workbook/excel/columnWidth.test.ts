import { columnCharacters, columnPoints } from "./columnWidth";

test.each([
  ["Calibri 11: digits of 7 pixels", 8.43, 8.43, 48],
  ["Calibri 11: 20 characters are 145 pixels", 8.43, 20, 108.75],
  ["Times New Roman 12: digits of 8 pixels", 8.38, 20, 123.75],
  ["a standard width that somebody set", 15, 8.43, 48],
  ["narrower than a character", 8.43, 0.5, 4.5],
])("%s", (_, standard, characters, points) => {
  expect(columnPoints(characters, standard)).toBe(points);
  expect(columnCharacters(points, standard)).toBeCloseTo(characters, 1);
});

test("a hidden column has no width", () => expect(columnCharacters(0, 8.43)).toBe(0));
