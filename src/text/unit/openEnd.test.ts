import fc from "fast-check";
import { openEnd, type OpenEnd } from "./openEnd";

test.each<[string, OpenEnd["kind"], string]>([
  ["Các phòng, ban, đơn vị và các", "word", "các"],
  ["Công an xã; Đoàn Thanh niên và", "word", "và"],
  ["Các phòng, ban thuộc", "word", "thuộc"],
  ["Các phòng, ban, đơn vị liên", "word", "liên"],
  ["Các trường học trên địa", "word", "địa"],
  ["Các phòng, ban, đơn v", "word", "v"],
  ["Các phòng, ban, đơn", "word", "đơn"],
  ["Các cơ", "word", "cơ"],
  ["Công an xã; các tổ dân", "word", "dân"],
  ["Phòng Văn hóa -", "word", "-"],
  ["Văn phòng HĐND &", "word", "&"],
  ["Công an xã,\nTrạm Y tế và", "word", "và"],
  ["Phòng Kinh tế (phụ trách", "bracket", "(phụ trách"],
  ["Phòng Kinh tế (công chức của", "word", "của"],
  ["Các phòng, ban, ngành;", "list", ";"],
  ["Công an xã, Trạm Y tế, ", "list", ","],
])("%j is cut off: %s %j", (text, kind, end) => {
  const found = openEnd(text);
  expect(found?.kind).toBe(kind);
  expect(text.slice(found!.start, found!.end)).toBe(end);
});

test.each([
  "", " ", "Công an xã", "Công an xã.", "Các phòng, ban, đơn vị và các thôn", "Cơ quan cấp trên", "Các chi bộ trực thuộc", "UBND các cấp", "Các đơn vị nói trên", "- Công an xã;\n- Trạm Y tế;", "Phòng Kinh tế (lĩnh vực Xây dựng)", "Công an xã, Trạm Y tế, …", "Các sở, ngành...", "và", "Thôn Và", "x", "-", "…",
  "Thường trực", "Thôn Trên", "HTX Liên", "Tổ 1", "Bản Có", "Cán bộ trực", "Trường Mầm non khu b", "Hội Hoa đơn", "Công an, quân sự, dân",
])("%j may end where it does", (text) => {
  expect(openEnd(text)).toBeNull();
});

test("the end stands inside of any text", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("các", " ", "và", ";", "(", ")", "-", "\n", "Phòng", "…", ".", ","), { maxLength: 12 }).map((parts) => parts.join("")), (text) => {
    const end = openEnd(text);
    if (end === null) return;
    expect(end.start).toBeGreaterThanOrEqual(0);
    expect(end.end).toBeGreaterThan(end.start);
    expect(end.end).toBeLessThanOrEqual(text.length);
  }));
});

test.each([";", " ", "(", "và ", ".", "\n", "-", "các, "])("a cell full of %j is read to its end (a pattern that backtracks without bound would not come back)", (unit) => {
  expect(() => openEnd(unit.repeat(30_000) + "x" + unit.repeat(30_000) + "y")).not.toThrow();
});
