import { columnPixels, shownWidth, storedWidth } from "./columnWidth";

describe("widths of columns", () => {
  // What Excel writes and shows for a digit of 7 pixels (Calibri 11): 8.43 characters are stored as 9.140625 and are 64 pixels.
  test.each([
    [8.43, 9.140625, 64],
    [30, 30.7109375, 215],
    [1, 1.7109375, 12],
    [0.5, 0.85546875, 6],
    [0, 0, 0],
  ])("%s characters are stored as %s and are %s pixels", (characters, stored, pixels) => {
    expect(storedWidth(characters, 7)).toBeCloseTo(stored, 1);
    expect(columnPixels(stored, 7)).toBe(pixels);
    expect(shownWidth(pixels, 7)).toBeCloseTo(characters, 1);
  });

  test.each([7, 8, 9, 10])("whole characters come back, whatever the font (a digit of %s pixels)", (digit) => {
    for (let characters = 1; characters <= 120; characters++) expect(shownWidth(columnPixels(storedWidth(characters, digit), digit), digit)).toBe(characters);
  });

  test("a column without a width has the default one", () => {
    expect(columnPixels(null, 7)).toBe(64);
    expect(shownWidth(64, 7)).toBe(8.43);
  });
});
