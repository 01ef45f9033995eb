import * as fc from "fast-check";
import { excerpt } from "./excerpt";

const LONG = "Tổ chức tập huấn kỹ năng số cho cán bộ xã, gắn với cải cách hành chính, ".repeat(4);

test.each([
  ["the whole of a short cell", "Năm 2025", undefined, { before: "Năm 2025", slip: "", after: "" }],
  ["a slip in a short cell", "Phòng Văn hóa - Xã hộ", { start: 19, end: 21 }, { before: "Phòng Văn hóa - Xã ", slip: "hộ", after: "" }],
  ["an impossible span", "abc", { start: 2, end: 9 }, { before: "abc", slip: "", after: "" }],
  ["an empty span", "abc", { start: 1, end: 1 }, { before: "abc", slip: "", after: "" }],
])("%s", (_, text, span, expected) => {
  expect(excerpt(text, span)).toEqual(expected);
});

test("a long cell is cut at words around its slip", () => {
  const start = LONG.indexOf("cán bộ", 100);
  const { before, slip, after } = excerpt(LONG, { start, end: start + 6 });
  expect(slip).toBe("cán bộ");
  expect(before).toMatch(/^…\S.* cho $/);
  expect(after).toMatch(/^ xã, .*\S…$/);
  expect((before + slip + after).length).toBeLessThan(110);
});

test("whatever the text and the span, what is shown comes from the text and stays short", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), fc.nat(600), fc.nat(600), (text, a, b) => {
      const shown = excerpt(text, { start: Math.min(a, b), end: Math.max(a, b) });
      expect((shown.before + shown.slip + shown.after).length).toBeLessThanOrEqual(230);
      for (const part of [shown.before, shown.after]) expect(text).toContain(part.replace(/^…|…$/g, ""));
    }),
  );
});
