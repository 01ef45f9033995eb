import fc from "fast-check";
import { sheetName } from "./sheetName";

test.each([
  ["Phụ lục I", [], "Phụ lục I"],
  ["Phụ lục I", ["phụ lục i"], "Phụ lục I (2)"],
  ["Phụ lục I", ["Phụ lục I", "PHỤ LỤC I (2)"], "Phụ lục I (3)"],
  ["Nhiệm vụ 2025/2026: [bản thảo]?", [], "Nhiệm vụ 2025-2026- -bản thảo--"],
  ["  'Danh mục'  ", [], "Danh mục"],
  ["", [], "Phụ lục"],
  ["'", ["Phụ lục"], "Phụ lục (2)"],
  ["History", [], "Phụ lục"],
  ["Danh mục nhiệm vụ trọng tâm năm 2026 của phường", [], "Danh mục nhiệm vụ trọng tâm năm"],
  ["Danh mục nhiệm vụ trọng tâm năm 2026", ["Danh mục nhiệm vụ trọng tâm năm"], "Danh mục nhiệm vụ trọng tâm (2)"],
])("%j beside %j becomes %j", (wanted, taken, name) => {
  expect(sheetName(wanted, taken)).toBe(name);
});

test("whatever is wanted, the name is one that Excel takes, and none of those taken", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.array(fc.string({ unit: "binary" }), { maxLength: 5 }), (wanted, more) => {
      const taken = [...more, sheetName(wanted, [])];
      const name = sheetName(wanted, taken);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\\p{C}]|^'|'$/u);
      expect(taken.map((known) => known.toLowerCase())).not.toContain(name.toLowerCase());
    }),
  );
});
