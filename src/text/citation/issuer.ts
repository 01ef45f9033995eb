import { findPlaces } from "../place/findPlaces";
import { findProvince } from "../place/provinces";
import { fold } from "../normal";
import type { CitedIssuer, IssuerKind } from "./citation";

const STANDING = String.raw`(?:(?:ban thường vụ|btv|ban chấp hành|bch)\s(?:đảng bộ\s)?)?`;

/** Ministries and departments by name, those before the mergers of 2025 included; others are known by their first word only. */
const FIELDS =
  "khoa học và công nghệ|thông tin và truyền thông|nội vụ|tài chính|công an|quốc phòng|giáo dục và đào tạo|y tế|tư pháp|xây dựng|công thương|nông nghiệp và môi trường|nông nghiệp và phát triển nông thôn|tài nguyên và môi trường|văn hóa, thể thao và du lịch|ngoại giao|dân tộc và tôn giáo|kế hoạch và đầu tư|giao thông vận tải|lao động - thương binh và xã hội";

/** The bodies that issue documents, in small letters; the longer words first. */
const BODIES: readonly (readonly [kind: IssuerKind, words: RegExp])[] = [
  ["politburo", /bộ chính trị/y],
  ["secretariat", /ban bí thư/y],
  ["central-committee", /(?:ban chấp hành|bch)\s(?:trung ương|tw)/y],
  ["central-steering", /(?:ban chỉ đạo|bcđ)\s(?:của\s)?(?:trung ương|tw)/y],
  ["central-office", /(?:văn phòng|ban\s(?:tuyên giáo|tổ chức|dân vận|nội chính|kinh tế|chính sách)(?:[\s\p{L},]{0,30}?))\s(?:trung ương|tw)/uy],
  ["standing-assembly", /(?:ủy ban|ub)\sthường vụ quốc hội|ubtvqh/y],
  ["assembly", /quốc hội/y],
  ["prime-minister", /thủ tướng(?:\schính phủ)?/y],
  ["government", /chính phủ/y],
  ["province-party", new RegExp(String.raw`${STANDING}(?:tỉnh ủy|thành ủy)|(?:ban thường vụ|btv|ban chấp hành|bch)?\s?đảng bộ (?:tỉnh|thành phố|tp)`, "y")],
  ["district-party", new RegExp(String.raw`${STANDING}(?:huyện ủy|quận ủy|thị ủy)`, "y")],
  ["party-committee", new RegExp(String.raw`${STANDING}(?:đảng ủy|đảng bộ (?:xã|phường))`, "y")],
  ["people-committee", /(?:chủ tịch\s)?(?:ubnd|ủy ban nhân dân)/y],
  ["people-council", /hđnd|hội đồng nhân dân/y],
  // "Bộ Chính" is what a cut cell leaves of the Bộ Chính trị.
  ["ministry", new RegExp(String.raw`bộ\s(?:(?<field>${FIELDS})|(?!chính(?!\p{L}))\p{L}+)`, "uy")],
  ["department", new RegExp(String.raw`sở\s(?:(?<field>${FIELDS})|\p{L}+)`, "uy")],
];

/** The bodies of localities, which many have: they are told apart by their names. */
const LOCAL: ReadonlySet<IssuerKind> = new Set(["province-party", "district-party", "party-committee", "people-committee", "people-council"]);
const TIER = /^(?:\s{0,3}(?:tỉnh|thành phố|tp\.?|(huyện|quận|thị xã|thị trấn)|(xã|phường|đặc khu)))(?!\p{L})/u;
const LONGEST_NAME = 60;

/**
 * The body named at an offset, null when none of those that issue documents is.
 * @param written the composed text, for the names of places; @param plain the same in small letters with plain marks and one tone
 * placement, every character at its offset.
 */
export function issuerAt(written: string, plain: string, start: number): CitedIssuer | null {
  for (const [kind, words] of BODIES) {
    words.lastIndex = start;
    const match = words.exec(plain);
    if (match === null) continue;
    const end = start + match[0].length;
    return LOCAL.has(kind) ? localBody(kind, written, plain, start, end) : { kind, level: null, place: match.groups?.field ?? null, span: { start, end } };
  }
  return null;
}

/** Central bodies as nearly everybody writes them; none of the words goes on to another body's name. */
const PLAIN_BODIES: readonly (readonly [name: string, kind: IssuerKind])[] = [
  ["Bộ Chính trị", "politburo"],
  ["Thủ tướng Chính phủ", "prime-minister"],
  ["Chính phủ", "government"],
  ["Quốc hội", "assembly"],
  ["Ban Bí thư", "secretariat"],
];

/** The central body whose name stands at an offset in its usual spelling: `issuerAt` without a pattern. */
export function plainIssuerAt(written: string, start: number): CitedIssuer | null {
  for (const [name, kind] of PLAIN_BODIES) {
    if (written.startsWith(name, start)) return { kind, level: null, place: null, span: { start, end: start + name.length } };
  }
  return null;
}

function localBody(kind: IssuerKind, written: string, plain: string, start: number, end: number): CitedIssuer {
  const tier = TIER.exec(plain.slice(end, end + 14));
  const inherent = kind === "province-party" ? "province" : kind === "district-party" ? "district" : null;
  const level = inherent ?? (tier === null ? null : tier[1] !== undefined ? "district" : tier[2] !== undefined ? "commune" : "province");
  // The name stands right behind: "Thành ủy Hà Nội", "UBND tỉnh Nghệ An"; a place further on is another thing's.
  const [place] = findPlaces(written.slice(start, end + LONGEST_NAME));
  const base = end + (tier?.[0].length ?? 0);
  if (place === undefined || start + place.nameStart > base + 3) return { kind, level, place: null, span: { start, end: tier === null ? end : base } };
  return { kind, level, place: findProvince(place.name)?.name ?? place.name, span: { start, end: start + place.end } };
}

/** True when two issuers cannot be the same body; what one of them leaves out is no difference. */
export function issuersDiffer(a: CitedIssuer, b: CitedIssuer): boolean {
  if (a.kind !== b.kind) return true;
  if (a.level !== null && b.level !== null && a.level !== b.level) return true;
  return a.place !== null && b.place !== null && fold(a.place) !== fold(b.place);
}
