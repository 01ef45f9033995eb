import { canonicalTone, collapse, plainMarks } from "../normal";
import { rememberTexts } from "../textMemory";

/**
 * Abbreviations that stand for words in the names of commune units. A token is looked up in lower case; offices write them with and
 * without spaces ("TT PV HCC", "TTPVHCC").
 */
const EXPANSIONS: Readonly<Record<string, string>> = {
  vp: "văn phòng", p: "phòng", tt: "trung tâm", ttâm: "trung tâm", pv: "phục vụ", hcc: "hành chính công", pvhcc: "phục vụ hành chính công", ttpvhcc: "trung tâm phục vụ hành chính công",
  tthcc: "trung tâm hành chính công", tthc: "thủ tục hành chính", dvc: "dịch vụ công", dvsnc: "dịch vụ sự nghiệp công", ttdvsnc: "trung tâm dịch vụ sự nghiệp công",
  hđnd: "hội đồng nhân dân", ubnd: "ủy ban nhân dân", hđndubnd: "hội đồng nhân dân ủy ban nhân dân", ubmttq: "ủy ban mặt trận tổ quốc", ubmttqvn: "ủy ban mặt trận tổ quốc việt nam",
  mttq: "mặt trận tổ quốc", mttqvn: "mặt trận tổ quốc việt nam", mt: "mặt trận", vn: "việt nam", ub: "ủy ban", ubkt: "ủy ban kiểm tra",
  vhxh: "văn hóa xã hội", vh: "văn hóa", xh: "xã hội", vhtt: "văn hóa thông tin", kt: "kinh tế", kthtđt: "kinh tế hạ tầng đô thị", ktht: "kinh tế hạ tầng", htđt: "hạ tầng đô thị", ht: "hạ tầng", đt: "đô thị",
  ktxh: "kinh tế xã hội", nv: "nội vụ", tnmt: "tài nguyên môi trường", tn: "tài nguyên", nnmt: "nông nghiệp môi trường", nn: "nông nghiệp",
  gdđt: "giáo dục đào tạo", gd: "giáo dục", khcn: "khoa học công nghệ", khkt: "khoa học kỹ thuật", cntt: "công nghệ thông tin", cđs: "chuyển đổi số", qlđt: "quản lý đô thị", tckh: "tài chính kế hoạch", xd: "xây dựng", xdđ: "xây dựng đảng",
  chqs: "chỉ huy quân sự", bchqs: "ban chỉ huy quân sự", bcđ: "ban chỉ đạo", btv: "ban thường vụ", bch: "ban chấp hành", bql: "ban quản lý", qlda: "quản lý dự án", bqlda: "ban quản lý dự án", btgdv: "ban tuyên giáo dân vận",
  tnxk: "thanh niên xung kích", tncs: "thanh niên cộng sản", tncshcm: "thanh niên cộng sản hồ chí minh", lhpn: "liên hiệp phụ nữ", lhpnvn: "liên hiệp phụ nữ việt nam", hpn: "hội phụ nữ", ccb: "cựu chiến binh", lđlđ: "liên đoàn lao động", nd: "nông dân",
  htx: "hợp tác xã", dn: "doanh nghiệp", bhxh: "bảo hiểm xã hội", tyt: "trạm y tế", thcs: "trung học cơ sở", thpt: "trung học phổ thông", tdp: "tổ dân phố", ctxh: "chính trị xã hội",
};

/** Abbreviations that are also syllables: only in capitals. */
const IN_CAPITALS: Readonly<Record<string, string>> = { CA: "công an", ĐU: "đảng ủy", CAX: "công an xã", CAP: "công an phường" };

/** What one unit is called by different offices, after abbreviations were written out. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^trung tâm (?=hội đồng|thường|đảng)/, "thường trực "],
  [/giáo dục đô thị/g, "giáo dục đào tạo"],
  [/^trung tâm (?=hành chính công)/, "trung tâm phục vụ "],
  [/^(?:ủy ban )?mặt trận(?! tổ quốc)/, "mặt trận tổ quốc"],
  [/^ủy ban (?=mặt trận)/, ""],
  [/^mặt trận tổ quốc việt nam/, "mặt trận tổ quốc"],
  [/^đoàn (?:thanh niên )?(?:tài nguyên )?cộng sản hồ chí minh/, "đoàn thanh niên"],
  [/^đoàn thanh niên cộng sản(?: hồ chí minh)?/, "đoàn thanh niên"],
  [/^đoàn tài nguyên/, "đoàn thanh niên"],
  [/^hội (?:liên hiệp )?phụ nữ(?: việt nam)?/, "hội phụ nữ"],
  [/^hội (nông dân|cựu chiến binh|chữ thập đỏ|người cao tuổi) việt nam/, "hội $1"],
  // "VH-XH" beside "Phòng VH-XH": no other unit of a commune has that name.
  [/^(?=(?:văn hóa xã hội|kinh tế hạ tầng đô thị)(?: (?:xã|phường|đặc khu))?$)/, "phòng "],
  [/(?<= )có liên quan/g, "liên quan"],
];

const QUALIFIER = /\s*\([^()]*\)?\s*$/;
const SEPARATORS = /[\s\-,.;:&/+'"“”()[\]*•·]+/;

/** Words after which "xã" and "phường" are more than the level of the unit named before. */
const LEVEL_BELONGS: ReadonlySet<string> = new Set(["tác", "các", "thuộc", "cấp", "toàn", "của", "trong", "tại", "bàn", "thị", "an"]);

/**
 * The normal form of a unit's name: equal for all spellings of one unit. Letter case, placement of tone marks, dashes, commas, "&", "và"
 * and spaces between words, a bracketed qualifier and the level word at the end are set aside; usual abbreviations are written out
 * ("VP HĐND-UBND", "Văn phòng HĐND và UBND" → "văn phòng hội đồng nhân dân ủy ban nhân dân"). Tones and đ are kept: "Xã hộ" is not "Xã hội".
 */
export function unitKey(name: string): string {
  const shown = plainMarks(canonicalTone(collapse(name)));
  const words: string[] = [];
  const bare = shown.replace(QUALIFIER, "");
  for (const token of (bare === "" ? shown : bare).split(SEPARATORS)) {
    const word = token.toLowerCase();
    if (word === "" || word === "và") continue;
    // An own property only: "constructor" is a word like others.
    const written = Object.hasOwn(IN_CAPITALS, token) ? IN_CAPITALS[token] : Object.hasOwn(EXPANSIONS, word) ? EXPANSIONS[word] : undefined;
    words.push(written ?? word);
  }
  let key = words.join(" ");
  for (const [pattern, replacement] of SAME) key = key.replace(pattern, replacement);
  const level = / (?:xã|phường|đặc khu)$/.exec(key);
  if (level === null) return key;
  const owner = key.slice(0, level.index);
  const before = owner.slice(owner.lastIndexOf(" ") + 1);
  // "Công an xã" is the police of the commune; "an" belongs to LEVEL_BELONGS for "trị an", never for "công an".
  return LEVEL_BELONGS.has(before) && !owner.endsWith("công an") ? key : owner;
}

/** Short forms that every reader of a plan knows: a name with them is not taken for a shortened one. */
const USUAL: ReadonlySet<string> = new Set(["hđnd", "ubnd", "mttq", "mttqvn", "ubmttq", "ubmttqvn", "tncs", "tncshcm", "lhpn", "thcs", "thpt", "htx", "tdp", "nd", "mt"]);

/** True for a name with a word that an office shortened ("VP HĐND và UBND", "TT PVHCC", "Phòng VH-XH"); not for HĐND, UBND, MTTQ and their like. */
export const isShortened = rememberTexts((name) =>
  collapse(name)
    .split(SEPARATORS)
    .some((token) => Object.hasOwn(IN_CAPITALS, token) || (Object.hasOwn(EXPANSIONS, token.toLowerCase()) && !USUAL.has(token.toLowerCase()))),
);

const FUSED = /(?<!\p{L})(?:hđndubnd|ubndhđnd|hđndubmttq|ubndubmttq|ubndmttq)(?!\p{L})/iu;

/** Where two short names were run together because the sign between them was lost ("HĐNDUBND"); null when none were. */
export function fusedNames(name: string): { readonly start: number; readonly end: number } | null {
  const found = FUSED.exec(name.normalize("NFC"));
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

/**
 * A name as its words are spelt, nothing written out: lower case, one placement of tone marks, without marks, "và" and the level word at
 * the end ("Văn phòng HĐND và UBN" → "văn phòng hđnd ubn"). For finding what a broken short form was meant to be.
 */
export function spelledKey(name: string): string {
  const words = plainMarks(canonicalTone(collapse(name))).replace(QUALIFIER, "").toLowerCase().split(SEPARATORS);
  return words.filter((word) => word !== "" && word !== "và").join(" ").replace(/ (?:xã|phường|đặc khu)$/, "");
}
