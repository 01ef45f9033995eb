import fc from "fast-check";
import { findSlips } from "../spelling/findSlips";
import { fromLegacy, legacyEncodingOf } from "./legacy";
import { TCVN3, VNI } from "./tables";

const LETTERS = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ";

/** A text as it would be stored in a legacy encoding. */
function toLegacy(text: string, table: ReadonlyMap<string, string>): string {
  const back = new Map([...table].map(([legacy, letter]) => [letter, legacy]));
  return Array.from(text, (letter) => back.get(letter) ?? letter).join("");
}

test.each([
  ["TCVN3", TCVN3],
  ["VNI", VNI],
] as const)("%s has every Vietnamese letter, each by a writing of its own", (encoding, table) => {
  for (const letter of LETTERS) expect(fromLegacy(toLegacy(letter, table), encoding)).toBe(letter);
  expect(new Set(Array.from(LETTERS, (letter) => toLegacy(letter, table))).size).toBe(LETTERS.length);
});

test.each([
  ["TCVN3", TCVN3],
  ["VNI", VNI],
] as const)("%s: what is converted there and back is as it was", (encoding, table) => {
  const word = fc.constantFrom("xây", "dựng", "hệ", "thống", "thông", "tin", "của", "Ủy", "ban", "nhân", "dân", "phường", "chuyển", "đổi", "số", "dữ", "liệu", "quốc", "gia", "kỹ", "năng", "trực", "tuyến", "2026", "57-NQ/TW", "nghĩa", "nghỉ", "khoẻ", "thuỷ");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const text = words.join(" ").replace("Ủ", encoding === "TCVN3" ? "U" : "Ủ");
      expect(fromLegacy(toLegacy(text, table), encoding)).toBe(text);
    }),
  );
});

test.each([
  ["Uû ban nh©n d©n x·", "TCVN3", "Uỷ ban nhân dân xã"],
  ["§Èy m¹nh chuyÓn ®æi sè", "TCVN3", "Đẩy mạnh chuyển đổi số"],
  ["KÕ HO¹CH", "TCVN3", "KẾ HOẠCH"],
  ["Phoøng Vaên hoùa - Xaõ hoäi", "VNI", "Phòng Văn hóa - Xã hội"],
  ["ÖÙng duïng coâng ngheä soá", "VNI", "Ứng dụng công nghệ số"],
])("%s is %s: %s", (text, encoding, wanted) => {
  expect(legacyEncodingOf(text)).toBe(encoding);
  expect(findSlips(text).map(({ rule, message, replacement }) => [rule, message, replacement])).toEqual([["encoding", "legacy", wanted]]);
});

// Short cells whose letters all are of Latin-1 too, and signs that stand beside words.
test.each(["Báo cáo", "Công an xã", "Hà Nam", "Có", "già hóa", "±2 m²", "30°C", "© 2025 UBND", "café", "São Paulo", "Coóc-xê", "§ 5", "Nhân 2 × 3", "Đà Nẵng ©", "¼ ha", "naïve résumé"])(
  "%s is no text of a legacy font",
  (text) => expect(legacyEncodingOf(text)).toBeNull(),
);

test.each([
  ["Lập kế hoạch".normalize("NFD"), "decomposed", "Lập kế hoạch"],
  ["Lập\u200b kế\u00ad hoạch", "invisible", "Lập kế hoạch"],
  ["\ufeffLập kế hoạch".normalize("NFD"), "invisible", "Lập kế hoạch"],
])("%j is told as %s", (text, message, wanted) => {
  const [slip] = findSlips(text);
  expect([slip?.rule, slip?.message, slip?.replacement]).toEqual(["encoding", message, wanted]);
});
