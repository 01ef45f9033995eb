import fc from "fast-check";
import { NumberPlaces } from "./numberPlaces";

const NONE = -99;

test.each<[string, [number, ...number[]]]>([
  ["numbers that count rows", [1, 2, NONE, 4, 2]],
  ["years", [2025, 2026, NONE, 2028, 2026]],
])("%s: where each stands first, and which are missing", (_, numbers) => {
  const places = new NumberPlaces(numbers, NONE);
  const [first] = numbers;
  expect([first, first + 1, first + 2, first + 3].map((number) => places.firstOf(number))).toEqual([0, 1, Infinity, 3]);
  expect(places.holdsAll(first, first + 2)).toBe(true);
  expect(places.holdsAll(first, first + 3)).toBe(false);
});

test("it answers as a look through the numbers does", () => {
  const numbers = fc.array(fc.oneof(fc.constant(NONE), fc.integer({ min: -3, max: 30 }), fc.integer({ min: 1990, max: 2_000_000 })), { maxLength: 40 });
  fc.assert(fc.property(numbers, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }), (list, from, length) => {
    const places = new NumberPlaces(list, NONE);
    for (const number of [from, from + length, ...list]) {
      if (number === NONE) continue;
      const place = list.indexOf(number);
      expect(places.firstOf(number)).toBe(place < 0 ? Infinity : place);
    }
    const wanted = Array.from({ length }, (_, k) => from + k);
    expect(places.holdsAll(from, from + length)).toBe(length <= list.length && wanted.every((number) => list.includes(number)));
  }));
});
