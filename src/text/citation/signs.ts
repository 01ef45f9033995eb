import type { IssuerKind, NumberSystem } from "./citation";

/**
 * The types of documents and the signs that their numbers carry (Decree 30/2020/NĐ-CP, Appendix III, for the state; Guidance
 * 36-HD/VPTW of 2018 for the Party). A type with no signs of its own is issued under another's: a Quy chế under a Quyết định.
 */
const TYPES: readonly (readonly [type: string, signs: readonly string[]])[] = [
  ["Nghị quyết liên tịch", ["NQLT", "NQ"]],
  ["Nghị quyết", ["NQ"]],
  ["Quyết định", ["QĐ"]],
  ["Nghị định", ["NĐ"]],
  ["Kế hoạch hành động", ["KH", "KHHĐ", "CTr", "CTHĐ"]],
  ["Kế hoạch liên tịch", ["KHLT", "KH"]],
  ["Kế hoạch", ["KH", "KHLT", "KHPH", "KHHĐ"]],
  ["Chương trình hành động", ["CTr", "CTHĐ", "CTrHĐ", "CT", "KH", "NQ", "QĐ"]],
  ["Chương trình", ["CTr", "CTHĐ", "CTrHĐ", "CT", "CTPH", "NQ", "QĐ"]],
  ["Công văn", ["CV"]],
  ["Chỉ thị", ["CT"]],
  ["Thông báo kết luận", ["TB", "KL", "TBKL"]],
  ["Thông báo", ["TB", "KL", "TBKL"]],
  ["Kết luận", ["KL", "TB", "TBKL"]],
  ["Thông tư liên tịch", ["TTLT"]],
  ["Thông tư", ["TT", "TTLT"]],
  ["Thông tri", ["TT"]],
  ["Báo cáo", ["BC"]],
  ["Tờ trình", ["TTr"]],
  ["Hướng dẫn", ["HD"]],
  ["Công điện", ["CĐ"]],
  ["Bộ luật", []],
  ["Luật", []],
  ["Pháp lệnh", ["PL"]],
  ["Quy định", []],
  ["Quy chế", []],
  ["Đề án", []],
  ["Phương án", []],
  ["Văn bản", []],
];

/** How the types are shortened before a number ("NQ số 57-NQ/TW"). */
const SHORT_TYPES: Readonly<Record<string, string>> = { nq: "Nghị quyết", "qđ": "Quyết định", "nđ": "Nghị định", kh: "Kế hoạch", cv: "Công văn", ct: "Chỉ thị", tb: "Thông báo", kl: "Kết luận", vb: "Văn bản" };

/** Words for types that are verbs as well ("hướng dẫn", "thông báo"): before a number they are the type only with "số". */
export const ALSO_VERBS: ReadonlySet<string> = new Set(["hướng dẫn", "báo cáo", "thông báo", "kết luận"]);

/** Every type by its words in small letters, short forms included. */
export const TYPE_BY_WORDS: ReadonlyMap<string, string> = new Map([...TYPES.map(([type]) => [type.toLowerCase(), type] as const), ...Object.entries(SHORT_TYPES)]);

const SIGNS_OF_TYPE: ReadonlyMap<string, readonly string[]> = new Map(TYPES);

/** The signs of types, in their one right spelling. */
const SIGNS: readonly string[] = [
  ...new Set([...TYPES.flatMap(([, signs]) => signs), "QC", "QyĐ", "QyC", "ĐA", "PA", "GM", "BB", "ThT", "TTh", "TL", "ĐC", "UQ", "QĐi", "BKT", "PC", "CTrPH"]),
];
const SIGN_BY_LOWER: ReadonlyMap<string, string> = new Map([...SIGNS.map((sign) => [sign.toLowerCase(), sign] as const), ["nd", "NĐ"], ["qd", "QĐ"], ["cd", "CĐ"]]);

const TYPE_OF_SIGN: Readonly<Record<string, string>> = {
  NQ: "Nghị quyết", QĐ: "Quyết định", NĐ: "Nghị định", KH: "Kế hoạch", CTr: "Chương trình", CV: "Công văn", CT: "Chỉ thị", TB: "Thông báo", KL: "Kết luận", TT: "Thông tư", TTLT: "Thông tư liên tịch", BC: "Báo cáo", TTr: "Tờ trình", HD: "Hướng dẫn", CĐ: "Công điện",
};

/** The type that a sign stands for ("KH" is a Kế hoạch); null for one that leaves it open. */
export function typeOfSign(sign: string): string | null {
  return TYPE_OF_SIGN[sign] ?? null;
}

/** The sign of a type in its right spelling, and whether it was written so; null for letters that are no sign. */
export function readSign(letters: string): { readonly sign: string; readonly exact: boolean } | null {
  const sign = SIGN_BY_LOWER.get(letters.toLowerCase());
  return sign === undefined ? null : { sign, exact: sign === letters };
}

/** The signs of offices that leave no doubt about whose system their numbers follow; others may follow either. */
const PARTY_ORGANS: readonly string[] = ["TW", "TU", "ĐU", "HU", "QU", "ThU", "BCĐTW", "BTGTW", "BTCTW", "UBKTTW", "VPTW", "BNCTW", "BDVTW", "BTGDVTW", "BTVTU", "BTVĐU", "BTGĐU"];
const STATE_ORGANS: readonly string[] = ["CP", "TTg", "UBND", "HĐND", "CTN", "VPCP", "BTTTT", "BKHCN", "BNV", "BCA", "BTC", "BGDĐT", "BYT", "BTP", "BNNMT", "BTNMT", "BXD", "BCT", "BQP", "BVHTTDL", "BKHĐT", "BGTVT", "BDTTG"];
/** Slips of the typist in them. */
const ORGAN_SLIPS: Readonly<Record<string, string>> = { "tư": "TW", du: "ĐU", "đư": "ĐU", "ubnđ": "UBND", hdnd: "HĐND", "hđnđ": "HĐND", "bcđtư": "BCĐTW", bcdtw: "BCĐTW" };
const ORGAN_BY_LOWER: ReadonlyMap<string, string> = new Map([...[...PARTY_ORGANS, ...STATE_ORGANS].map((organ) => [organ.toLowerCase(), organ] as const), ...Object.entries(ORGAN_SLIPS)]);
const SYSTEM_BY_ORGAN: ReadonlyMap<string, NumberSystem> = new Map([...PARTY_ORGANS.map((organ) => [organ, "party"] as const), ...STATE_ORGANS.map((organ) => [organ, "state"] as const)]);

/** "QH15", "UBTVQH15": the National Assembly's term is part of its sign. */
const ASSEMBLY = /^(?:QH|UBTVQH)\d{1,2}$/i;

/** An office's sign as it stands in a number. */
export interface OrganSign {
  readonly organ: string;
  readonly exact: boolean;
  /** The system that its numbers follow; null when that is not certain. */
  readonly system: NumberSystem | null;
}

/** The sign of an office in its right spelling; letters that are not known are taken as they are. */
export function readOrgan(letters: string): OrganSign {
  if (ASSEMBLY.test(letters)) return { organ: letters.toUpperCase(), exact: letters === letters.toUpperCase(), system: "state" };
  const organ = ORGAN_BY_LOWER.get(letters.toLowerCase()) ?? letters;
  return { organ, exact: organ === letters, system: SYSTEM_BY_ORGAN.get(organ) ?? null };
}

/** True for a sign that is surely an office's: what may stand first in the number of a Công văn ("UBND" in "3204/UBND-ĐMPT"). */
export function isKnownOrgan(letters: string): boolean {
  return SYSTEM_BY_ORGAN.has(readOrgan(letters).organ) || ASSEMBLY.test(letters);
}

/** Departments and ministries that are not listed: "SKHCN", "SNV", "BNG". */
export function looksLikeOffice(letters: string): boolean {
  return isKnownOrgan(letters) || /^(?:[BS][A-ZĐ]{2,7}|VP[A-ZĐ]{0,6}|CA[A-ZĐ]{0,3})$/.test(letters);
}

const OF_ORGAN: Readonly<Record<string, readonly IssuerKind[]>> = {
  TW: ["politburo", "secretariat", "central-committee", "central-office", "central-steering"],
  "BCĐTW": ["central-steering"],
  TU: ["province-party"],
  "ĐU": ["party-committee"],
  HU: ["district-party"],
  QU: ["district-party"],
  CP: ["government"],
  TTg: ["prime-minister"],
  UBND: ["people-committee"],
  "HĐND": ["people-council"],
};

/** The ministries by their signs, those before the mergers of 2025 included; in small letters, as `CitedIssuer.place` gives them. */
const MINISTRY_OF_SIGN: Readonly<Record<string, string>> = {
  BNV: "nội vụ", BTC: "tài chính", "BGDĐT": "giáo dục và đào tạo", BYT: "y tế", BTP: "tư pháp", BCA: "công an", BQP: "quốc phòng", BXD: "xây dựng", BCT: "công thương", BKHCN: "khoa học và công nghệ", BNNMT: "nông nghiệp và môi trường", BVHTTDL: "văn hóa, thể thao và du lịch", BNG: "ngoại giao", BDTTG: "dân tộc và tôn giáo",
  BTTTT: "thông tin và truyền thông", BNNPTNT: "nông nghiệp và phát triển nông thôn", BTNMT: "tài nguyên và môi trường", BKHĐT: "kế hoạch và đầu tư", BGTVT: "giao thông vận tải", "BLĐTBXH": "lao động - thương binh và xã hội",
};
const MINISTRY: readonly IssuerKind[] = ["ministry"];

/** The field of the ministry that a sign is ("BGDĐT": "giáo dục và đào tạo"); null for the sign of any other office. */
export function ministryOf(organ: string): string | null {
  return MINISTRY_OF_SIGN[organ] ?? null;
}

/** The kinds of bodies that number their documents with the sign; null when that is not known. */
export function issuersOf(organ: string): readonly IssuerKind[] | null {
  if (organ.startsWith("UBTVQH")) return ["standing-assembly"];
  if (organ.startsWith("QH")) return ["assembly"];
  return OF_ORGAN[organ] ?? (ministryOf(organ) === null ? null : MINISTRY);
}

/** True for a sign that one body alone in the country uses, so that its numbers need no issuer to be told apart. */
export function isCentralOrgan(organ: string): boolean {
  return organ === "TW" || organ === "CP" || organ === "TTg" || organ === "BCĐTW" || organ.startsWith("QH") || organ.startsWith("UBTVQH");
}

/** Types that no office writes under a number without the type's own sign ("Kế hoạch số 3204/UBND-ĐMPT"). */
const ALWAYS_SIGNED: ReadonlySet<string> = new Set(["Nghị quyết", "Quyết định", "Nghị định", "Kế hoạch", "Chỉ thị", "Thông tư", "Luật", "Bộ luật"]);

/**
 * True when the word for the type contradicts the number: "Công văn số 348/KH-UBND" is a Kế hoạch by its number.
 * @param symbol the type's sign in the number; null where the office's sign comes first, as in the numbers of Công văn.
 */
export function contradicts(type: string, symbol: string | null, organ: string): boolean {
  if (organ.startsWith("QH")) return !["Luật", "Bộ luật", "Nghị quyết", "Văn bản"].includes(type);
  if (symbol === null) return ALWAYS_SIGNED.has(type) && !organ.startsWith("UBTVQH");
  const signs = SIGNS_OF_TYPE.get(type);
  if (type === "Luật" || type === "Bộ luật") return typeOfSign(symbol) !== null;
  // A type without signs of its own is issued under another's; a sign that no type has is not known to be wrong.
  if (signs === undefined || signs.length === 0 || typeOfSign(symbol) === null) return false;
  // "Công văn số 5348/CT-CS": the Tax Department's letters begin with its own short name, as all letters do.
  if (type === "Công văn" && symbol === "CT" && OF_ORGAN[organ] === undefined && !isCentralOrgan(organ)) return false;
  return !signs.includes(symbol);
}
