import fc from "fast-check";
import { nearSyllables, nearUnits } from "./nearUnits";

test.each<[string, string, boolean]>([
  ["hôi", "hội", true], ["hộ", "hội", true], ["đản", "đảng", true], ["phogn", "phòng", true], ["hàhn", "hành", true], ["qản", "quản", true], ["dội", "đội", true],
  ["bộ", "sở", false], ["nông", "dân", false], ["vận", "tộc", false], ["y", "tế", false], ["tế", "y", false], ["công", "thương", false],
])("%s is near %s: %s", (a, b, near) => {
  expect(nearSyllables(a, b)).toBe(near);
  expect(nearSyllables(b, a)).toBe(near);
});

const known = nearUnits(["phòng kinh tế", "phòng kinh tế hạ tầng đô thị", "đội trật tự bến cảng", "đội trật tự bến chợ"]);

test.each([
  ["phòng kinh tê", { key: "phòng kinh tế", kind: "misspelt", ambiguous: false }],
  ["phòng kinh tế hạ tầng đô", { key: "phòng kinh tế hạ tầng đô thị", kind: "cut", ambiguous: false }],
  ["phòng kin", { key: "phòng kinh tế", kind: "cut", ambiguous: false }],
  ["phòng kinh ế", { key: "phòng kinh tế", kind: "misspelt", ambiguous: false }],
  ["đội trật tự bến c", { key: "đội trật tự bến chợ", kind: "cut", ambiguous: true }],
  ["phòng kinh tế xa", { key: "phòng kinh tế", kind: "misspelt", ambiguous: false }],
  ["phòng kinh tế phưòng", { key: "phòng kinh tế", kind: "misspelt", ambiguous: false }],
  ["phòng kinh tế", null],
  ["phòng kinh tế hạ tầng", null],
  ["phòng kinh tế 2", null],
  ["đội trật tự bến đò", null],
  // A word that other names have is meant.
  ["đội trật tự bến tế", null],
  ["", null],
])("%j is meant to be %j", (key, near) => {
  expect(known.find(key)).toEqual(near);
});

test("any name without its last letters is taken for cut, or for a name that is known", () => {
  const names = ["trung tâm phục vụ hành chính công", "ban chỉ huy quân sự", "hội cựu chiến binh", "phòng văn hóa xã hội"];
  const all = nearUnits(names);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), (name, n) => {
      const at = name.lastIndexOf(" ") + 1 + (n % (name.length - name.lastIndexOf(" ") - 1));
      const short = name.slice(0, at).trimEnd();
      expect(all.find(short)).toMatchObject({ key: name, kind: "cut" });
    }),
  );
});

test("no text is too odd to be looked up", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const near = known.find(text);
    if (near !== null) expect(near.key).not.toBe(text);
  }));
});
