import { canonicalTone, compose, lower, plainMarks } from "../normal";
import { provinceAtHead } from "./provinces";

/** The levels of local units, those given up on 1 July 2025 (huyện, quận, thị xã, thị trấn) included. */
export type PlaceLevel = "xã" | "phường" | "đặc khu" | "thị trấn" | "huyện" | "quận" | "thị xã" | "tỉnh" | "thành phố";

/** A place that is named with its level: "xã Phú Xuyên", "thành phố Hà Nội", "XÃ HÙNG CHÂU". */
export interface NamedPlace {
  readonly level: PlaceLevel;
  /** The name in its usual letter case: "Hùng Châu" also for "HÙNG CHÂU". */
  readonly name: string;
  /** Where level and name stand in the text. */
  readonly start: number;
  readonly end: number;
  /** Where the name alone begins. */
  readonly nameStart: number;
}

const LEVELS: Readonly<Record<string, PlaceLevel>> = {
  xã: "xã", phường: "phường", "đặc khu": "đặc khu", "thị trấn": "thị trấn", huyện: "huyện", quận: "quận", "thị xã": "thị xã", tỉnh: "tỉnh", "thành phố": "thành phố",
  tp: "thành phố", "tp.": "thành phố", tx: "thị xã", "tx.": "thị xã", "thành ủy": "thành phố", "tỉnh ủy": "tỉnh", "huyện ủy": "huyện", "quận ủy": "quận", "thị ủy": "thị xã",
};

const LEVEL_WORD = /(?<![\p{L}\d])(?:(thành phố|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|thị trấn|thị xã|đặc khu|phường|huyện|quận|tỉnh|xã)(?:\s{1,4})|(tp|tx)(?:\.\s{0,2}|\s{1,4}))/gu;
/** "hợp tác xã", "kinh tế - xã …": there the word is no level. */
const NOT_A_LEVEL = /(?:hợp tác|kinh tế\s?-|văn hóa\s?-|kinh tế,|văn hóa,|kinh tế|văn hóa|an sinh|tệ nạn|mạng|trị\s?-)\s{0,2}$/;
/** One word of a name, with what joins it to the next ("Bà Rịa - Vũng Tàu", "Ea H'leo"); figures name wards ("phường 12"). */
const NAME_WORD = /([\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)?|\d{1,2}(?![\d/%]|[.,]\d))([ \t\u00a0]{1,3}(?:[-–][ \t\u00a0]{1,3})?)?/uy;
const MOST_WORDS = 4;

/** Words that go on after a level or a name, and are in no name: "TRÊN ĐỊA BÀN XÃ NĂM 2025". */
const NO_NAME_WORD: readonly string[] = (
  "về năm giai thực triển trong trên và đến từ của theo phục để nhằm kèm do tại thuộc các nhiệm đợt quý tháng lần khóa là đẩy cho với ngày khi được " +
  "đã sẽ căn ủy ubnd hđnd đảng giao nâng tham xây ứng tiếp cùng"
).split(" ");
const NO_FIRST_WORD: ReadonlySet<string> = new Set(NO_NAME_WORD);
/** Names that begin like that all the same, in lines of capitals; elsewhere the capital of the second word tells ("xã Giao Minh", "phường Từ Sơn"). */
const NAMES_ALL_THE_SAME = /^(?:từ (?:sơn|liêm)|giao (?:thủy|minh|hòa|phúc|hưng|bình|ninh)|ứng (?:hòa|thiên)|quý lộc|phục (?:hòa|linh)|năm căn|các sơn)$/u;
/** With the words that may begin a name ("Quyết Thắng"), but not stand further on in one. */
const AFTER_NAME: ReadonlySet<string> = new Set([...NO_NAME_WORD, "ban", "tỉnh", "huyện", "quận", "xã", "phường", "quyết", "nghị"]);
/**
 * Communes have names of two words and more: what stands second goes on with the name, whatever else it means ("đặc khu Phú Quý", "xã Đại
 * Từ", "phường Từ Sơn"), but for a body or another level.
 */
const BODY_OR_LEVEL: ReadonlySet<string> = new Set(["ủy", "ubnd", "hđnd", "tỉnh", "huyện", "quận", "xã", "phường"]);
const COMMUNES: ReadonlySet<PlaceLevel> = new Set(["xã", "phường", "đặc khu", "thị trấn"]);
/** The same in two words, where the first is also a word of names ("Yên Thành", "Hải Phòng", "Thành Công"). */
const AFTER_NAME_IN_TWO: ReadonlySet<string> = new Set([
  "thành phố", "thị xã", "thị trấn", "đặc khu", "kế hoạch", "công tác", "tổ chức", "phòng chống", "chuyển đổi", "phát triển", "công an", "hội đồng", "hội nông", "hội phụ", "văn phòng", "đoàn thanh", "trung tâm", "chủ tịch", "mặt trận", "bảo đảm", "đảm bảo", "cải cách", "hoàn thành", "thông qua",
]);
/** "Xã hội" and what else is written with a capital and is no place. */
const NO_NAME: ReadonlySet<string> = new Set(["hội", "viên", "ủy", "đoàn", "đội", "hóa", "thông minh", "trực thuộc", "hội chủ nghĩa", "hội chủ", "hội số", "hội hóa", "nông thôn", "việt nam", "thông", "số", "trực", "công", "nhân", "năm", "kỳ", "có"]);

/** What a commune is to become or to be: "XÃ NÔNG THÔN MỚI", "xã đạt chuẩn", "XÃ AN TOÀN VỀ AN NINH"; An Toàn and Văn Minh alone are names. */
const QUALITY = /(?:nông thôn mới|đạt chuẩn|kiểu mẫu|thông minh|không (?:ma túy|có|tội phạm)|tiếp cận|văn minh đô thị|an toàn (?:về|khu vực|giao thông|thực phẩm|dịch|phòng|không)|phù hợp với)(?!\p{L})/uy;

/** What begins another unit on the next line of a list ("Công an phường\nSở Xây dựng"); a name that a paste broke off goes on there too ("UBND xã\nPhú Xuyên"). */
const UNIT_ON_NEXT_LINE: ReadonlySet<string> = new Set(
  (
    "phòng văn trung công ban hội đoàn trạm trường sở ủy ubmttq mttq mặt chi tổ đội thuế ngân kho bảo bưu điện hạt đồn đài nhà thôn xóm ấp bản khối khu bí chủ phó trưởng viện tòa bệnh " +
    "hợp liên vnpt viettel mobifone thường cục quỹ doanh vườn bộ thanh câu ca tt vp htx bhxh bch bcđ"
  ).split(" "),
);

function isUpper(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

function titleCase(name: string): string {
  return name.replace(/[\p{L}\p{M}]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}

/**
 * The places that a text names with their level words, in order. The name is the run of capitalised words after the level; in lines that
 * are all capitals it ends at the words that titles go on with ("… XÃ HÙNG CHÂU NĂM 2025"), after four words at most. "Xã hội", "hợp tác
 * xã" and levels without a name ("trên địa bàn xã") are no places.
 * @param text any text; the offsets are into it.
 */
export function findPlaces(text: string): NamedPlace[] {
  const { text: written, original } = compose(text);
  const plain = plainMarks(lower(canonicalTone(written)));
  const places: NamedPlace[] = [];
  for (const match of plain.matchAll(LEVEL_WORD)) {
    const level = LEVELS[match[1] ?? match[2] ?? ""];
    const nameStart = match.index + match[0].length;
    if (level === undefined || NOT_A_LEVEL.test(plain.slice(Math.max(0, match.index - 12), match.index))) continue;
    const capitals = isUpper(written.slice(match.index, nameStart).replace(/[^\p{L}]/gu, ""));
    const name = nameAt(written, nameStart, capitals, level);
    if (name === null) continue;
    QUALITY.lastIndex = nameStart;
    if (QUALITY.test(plain)) continue;
    if (/[\r\n]/.test(match[0]) && UNIT_ON_NEXT_LINE.has(/^[\p{L}\p{M}]+/u.exec(plain.slice(nameStart))?.[0] ?? "")) continue;
    const said = written.slice(nameStart, name.end);
    places.push({
      level,
      name: name.allCapitals && !/\d/.test(said) ? titleCase(said) : said,
      start: original(match.index),
      end: original(name.end),
      nameStart: original(nameStart),
    });
  }
  return places;
}

function isNameAllTheSame(first: string, second: string | undefined, allCapitals: boolean): boolean {
  if (second === undefined) return false;
  return allCapitals ? NAMES_ALL_THE_SAME.test(`${first} ${canonicalTone(second).toLowerCase()}`) : !isUpper(second) || second.length === 1;
}

/** The end of the name that begins at the offset; null when none does. */
function nameAt(written: string, start: number, levelInCapitals: boolean, level: PlaceLevel): { readonly end: number; readonly allCapitals: boolean } | null {
  const words: { readonly word: string; readonly end: number; readonly joined: boolean }[] = [];
  let at = start;
  while (words.length < MOST_WORDS + 1) {
    NAME_WORD.lastIndex = at;
    const match = NAME_WORD.exec(written);
    if (match === null) break;
    const [whole, word = "", gap] = match;
    const figure = /^\d/.test(word);
    // "phường 12", "quận 1"; elsewhere a figure ends the name.
    if (figure && (words.length > 0 || (level !== "phường" && level !== "quận"))) break;
    if (!figure && word.charAt(0) === word.charAt(0).toLowerCase()) break;
    words.push({ word, end: at + word.length, joined: gap?.includes("-") === true || gap?.includes("–") === true });
    at += whole.length;
    if (gap === undefined || figure) break;
  }
  const [first] = words;
  if (first === undefined) return null;
  if (/^\d/.test(first.word)) return { end: first.end, allCapitals: false };
  const allCapitals = levelInCapitals && isUpper(first.word) && first.word.length > 1;
  // An abbreviation or brand after a level in small letters is none of its name: "xã VNeID", "tỉnh OCOP"; "xã PHÚ XUYÊN" is.
  const loud = !allCapitals && first.word.length > 1 && isUpper(first.word) && words[1] !== undefined && words[1].word.length > 1 && isUpper(words[1].word);
  if (!allCapitals && !loud && /\p{Lu}/u.test(first.word.slice(1).replace(/['’-]\p{Lu}/u, ""))) return null;
  const province = provinceAtHead(words.flatMap(({ word, joined }) => (joined ? [word, "-"] : [word])));
  if (province !== null) {
    const dashes = words.slice(0, province.words).filter(({ joined }, i) => joined && i < province.words - 1).length;
    const last = words[Math.max(0, province.words - dashes) - 1];
    if (last !== undefined && (level === "tỉnh" || level === "thành phố")) return { end: last.end, allCapitals };
  }
  let count = 0;
  for (const { word, joined } of words) {
    const small = canonicalTone(word).toLowerCase();
    const next = words[count + 1];
    if (count > 0 && (count === 1 && COMMUNES.has(level) ? BODY_OR_LEVEL : AFTER_NAME).has(small)) break;
    if (next !== undefined && AFTER_NAME_IN_TWO.has(`${small} ${canonicalTone(next.word).toLowerCase()}`)) break;
    if (count === 0 && NO_FIRST_WORD.has(small) && !isNameAllTheSame(small, next?.word, allCapitals)) break;
    // In a line of small letters an abbreviation ends the name: "xã Phú Xuyên UBND".
    if (!allCapitals && count > 0 && word.length > 1 && isUpper(word) && !isUpper(first.word)) break;
    count++;
    if (count === MOST_WORDS || joined) break;
  }
  const last = words[count - 1];
  if (last === undefined || (allCapitals && canonicalTone(first.word).toLowerCase() === "hội")) return null;
  const said = canonicalTone(words.slice(0, count).map(({ word }) => word).join(" ")).toLowerCase();
  return NO_NAME.has(said) ? null : { end: last.end, allCapitals: allCapitals || loud };
}
