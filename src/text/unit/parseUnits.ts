import { canonicalTone, collapse, compose, isBlank, lower, plainMarks } from "../normal";
import { nearSyllables } from "./nearUnits";
import type { UnitMention } from "./unit";
import { unitKey } from "./unitKey";

/** Nouns that name a kind of unit; alone, or followed by words that do not single one out, they name a group. */
const KIND =
  "phòng ban|ban ngành|phòng|ban|ngành|cơ quan|đơn vị|đoàn thể|tổ chức|hội|thôn|xóm|khối phố|khối|bản|ấp|buôn|làng|tổ dân phố|tdp|khu phố|khu dân cư|doanh nghiệp|nhà trường|trường học|trường|cơ sở|chi bộ|chi hội|chi đoàn|hộ gia đình|hộ|người dân|nhân dân|cá nhân|địa phương|cấp ủy|chính quyền|ngân hàng|hợp tác xã|htx|công ty|lực lượng|sở|trạm|đội|tổ|câu lạc bộ";
/** What may follow a group's noun: another noun of a kind, or words that say which ones in general. */
const IN_GENERAL = `(?:phòng|ban|ngành|cơ quan|đơn vị|đoàn thể|thôn|xóm|khối|bản|tổ dân phố|doanh nghiệp|liên quan|có liên quan|thuộc|trực thuộc|của|trên|tại|ở|trong|chuyên môn|khác|và|được|theo|xã|phường|đặc khu|toàn|các|chính trị|cấp|sự nghiệp|nói trên|đóng)`;
const END_OF_WORD = "(?![\\p{L}\\p{M}\\d])";

const PLURAL = new RegExp(`(?:tất cả |toàn bộ |toàn thể )?(?:các|những|mọi|tất cả|toàn thể|toàn bộ)\\s`, "y");
const GROUP = new RegExp(`(?:${KIND})(?=\\s*(?:$|[,;.()&/+\\n])|\\s+-\\s|\\s+${IN_GENERAL}${END_OF_WORD})`, "yu");
/** Of these nouns a capital does not make a name: "Phòng Nội vụ, Tổ chức" is one unit, "Phòng Kinh tế, Đơn vị liên quan" are two. */
const GROUP_WITH_CAPITAL = /doanh nghiệp|đơn vị|cơ quan|đoàn thể|tổ dân phố|khu phố|khối phố|thôn|xóm|nhà trường|người dân|nhân dân/y;

/**
 * What the name of a unit begins with. Words that begin like one and are none ("tổ chức", "hội nhập", "bộ máy", "sở hữu") are ruled out.
 */
const HEAD = new RegExp(
  "(?:" +
    [
      "phòng", "p\\.\\s?(?=\\p{L})", "văn phòng", "vp\\.?", "trung tâm", "tt\\.?(?=\\s)", "tt\\s?pv\\s?hcc", "tthcc", "pvhcc", "công an", "ca(?=\\s+(?:xã|phường))",
      "ủy ban", "ub", "ubnd", "ubmttq(?:vn)?", "ubkt", "hđnd", "hđndubnd", "hội đồng", "thường trực", "thường vụ", "btv", "bch", "bchqs", "bcđ", "bql(?:da)?",
      "đảng ủy", "đảng bộ", "đu(?=\\s+(?:xã|phường))", "chi bộ", "chi cục", "chi nhánh", "chi hội", "chi đoàn", "tỉnh ủy", "thành ủy", "cấp ủy", "mặt trận", "mttq(?:vn)?",
      "ban(?!\\s+(?:hành|đầu|ngày|đêm))", "hội(?!\\s+(?:nhập|nghị|thảo|viên|trường|chợ|họp|phí))", "đoàn(?!\\s+(?:thể|kết|viên|kiểm))", "công đoàn", "liên đoàn", "hiệp hội", "liên minh",
      "trường(?!\\s+hợp)", "trạm", "tổ(?!\\s+(?:chức|quốc|hợp|ấm))", "đội(?!\\s+ngũ)", "bộ(?!\\s+(?:máy|tiêu|quy|thủ|chỉ số|luật|môn|dữ))", "sở(?!\\s+(?:hữu|thích))", "cục", "tổng cục", "thuế(?=\\s+(?:cơ sở|khu vực|tỉnh|thành|xã|phường))",
      "tòa án", "viện(?!\\s+(?:phí|trợ|dẫn))", "bệnh viện", "ngân hàng", "quỹ tín dụng", "kho bạc", "bảo hiểm xã hội", "bhxh", "bưu điện", "bưu cục", "điện lực", "công ty", "tập đoàn", "tổng công ty", "doanh nghiệp", "hợp tác xã", "htx",
      "hạt kiểm lâm", "đồn biên phòng", "đồn", "đài truyền", "đài phát", "thư viện", "nhà văn hóa", "nhà trường", "vnpt", "viettel", "mobifone", "fpt",
      "chủ tịch", "phó chủ tịch", "trưởng(?=\\s+(?:thôn|xóm|khối|bản|ấp|các|phòng|ban|công an))", "bí thư", "công chức", "cơ quan", "đơn vị", "quân sự(?=\\s+(?:xã|phường))", "y tế(?=\\s+(?:xã|phường))",
      "thôn", "xóm", "khối", "bản", "ấp", "tổ dân phố", "tdp", "khu phố",
    ].join("|") +
    `)${END_OF_WORD}`,
  "yu",
);
/** Heads after which a lone dash is a separator; "UBND" is none ("VP HĐND - UBND"), nor the branch of a bank ("Ngân hàng Chính sách xã hội - Phòng giao dịch Con Cuông"). */
const HEAD_AFTER_DASH = new RegExp(`(?:phòng(?!\\s+giao dịch)|văn phòng|vp|trung tâm|công an|trạm y tế|ban chỉ huy|các)${END_OF_WORD}`, "yu");
/** What a full stop shortens: "P. Kinh tế", "VP. HĐND", "TP. Huế". */
const ABBREVIATED = /(?:^|[^\p{L}])(?:p|vp|tt|tp|tx|tr|đ\/c)$/u;
const CADRES = /cán bộ\s*$/u;
const STAFF = /công chức(?![\p{L}\d])/uy;
const COMMITTEE = /(?:ubnd|ủy ban nhân dân)(?![\p{L}\d])/uy;
/** "HDND" is typed where the keyboard has no Đ at hand. */
const ENDS_WITH_COUNCIL = /(?:h[đd]nd|hội đồng nhân dân)\s*$/;
const OFFICE = new RegExp(`(?:văn phòng|vp)\\.?${END_OF_WORD}`, "yu");
/** "Các phòng: Kinh tế, Văn hóa - Xã hội": a list of named ones. */
const ENUMERATION = /các (phòng|ban|sở)\s*(:)?\s+/y;

/** Where one mention may end and the next begin. */
const CANDIDATE = /[;\n\r,+/.&]|\s(?:và|cùng với|cùng|-)(?=\s)/g;
const LIST_MARK = /(?:\s|[-+*•·–—]\s?|\d{1,2}[.)]\s|[a-zđ]\)\s|và\s|(?:(?:cơ quan|đơn vị|phòng, ban)\s+)?(?:chủ trì|phối hợp|thực hiện|tham mưu|đề nghị)(?:\s+(?:thực hiện|phối hợp|với|theo dõi|tham mưu))*\s*:\s*|phối hợp với\s)*/y;
const BARE_QUALIFIER = /(?:\s*[,-]\s*|\s+)(?:l[iĩ]nh\sv[ưự]c|chuyên\sviên|(?:(?:công\schức|cán\sbộ)\s)?phụ\strách)(?![\p{L}\d])/u;
const TRAILING = " \t\r\n\u00a0.,;:·•+*&/-";

/** A text in the forms that the parser looks at; all of one length. */
interface Source {
  readonly written: string;
  readonly plain: string;
  /** For each opening bracket the offset of its closing one, or -1. */
  readonly closing: ReadonlyMap<number, number>;
}

function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function brackets(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 40) open.push(i);
    else if (c === 41) {
      const start = open.pop();
      if (start !== undefined) closing.set(start, i);
    }
  }
  return closing;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** True when a group of units is named at the offset. */
function groupAt(source: Source, offset: number): boolean {
  return at(PLURAL, source.plain, offset) !== null || at(GROUP, source.plain, offset) !== null;
}

/** What the mention being read is, as far as separators need to know. */
interface Current {
  readonly start: number;
  readonly group: boolean;
  readonly office: boolean;
}

function begin(source: Source, offset: number): Current {
  const start = offset + (at(LIST_MARK, source.plain, offset)?.[0].length ?? 0);
  return { start, group: groupAt(source, start), office: at(OFFICE, source.plain, start) !== null };
}

const MARKED_LINE = /^\s*(?:[-+*•]|\d{1,2}[.)]\s)/;
/** What a line that was broken for want of room ends with: a sign or a word after which something must follow. */
const GOES_ON = /(?:[-(&/]|(?<![\p{L}\d])(?:thuộc|của|và|cùng|với|các|những|trên|tại|ở|trong|có|liên|theo|do))\s*$/u;
/** Heads that are the beginning of a longer name: what follows is the rest of it ("Văn phòng", "Chủ tịch", "Ban Chỉ huy"). */
const HEAD_ONLY =
  /^(?:văn phòng|vp\.?|phòng|ban|ủy ban|hội|trường|trạm|chi bộ|chi hội|chi đoàn|công ty|cơ quan|(?:tập thể )?lãnh đạo|(?:phó )?chủ tịch|(?:phó )?bí thư|(?:phó )?trưởng|thường trực|(?:ban )?(?:thường vụ|chấp hành|chỉ huy|chỉ đạo)|btv|bch|bcđ)\s*$/u;

/**
 * True when a line break stands inside a name, where the column was too narrow: the line before asks for more, or the next goes on in small
 * letters ("Phòng Văn hóa - Xã" / "hội"). A plural in small letters ("các thôn") begins a mention of its own.
 */
function wraps(source: Source, current: Current, from: number, next: number): boolean {
  const { plain, written } = source;
  const before = plain.slice(Math.max(current.start, from - 24), from);
  if (GOES_ON.test(before) || (!current.group && HEAD_ONLY.test(before))) return true;
  return isCapital(written.charAt(current.start)) && !isCapital(written.charAt(next)) && at(PLURAL, plain, next) === null;
}

/** Decides whether a mention ends at a separator and the next one begins at `next`. */
function separates(source: Source, current: Current, separator: string, from: number, next: number): boolean {
  const { plain, written } = source;
  if (separator === ";") return true;
  const mark = separator.trim();
  if (mark === "-") return at(HEAD_AFTER_DASH, plain, next) !== null && from > current.start;
  if (mark === ".") {
    // "P. Kinh tế", "TT. Phục vụ": the stop of an abbreviation; and "check.net.vn".
    const spaced = /\s/.test(written.charAt(from + 1));
    if (!spaced || ABBREVIATED.test(plain.slice(Math.max(0, from - 4), from))) return false;
  }
  if (mark === "") {
    if (MARKED_LINE.test(written.slice(from, from + 12))) return true;
    if (wraps(source, current, from, next)) return false;
  }
  const plural = at(PLURAL, plain, next) !== null;
  const kind = at(GROUP, plain, next) !== null;
  if (plural || kind) {
    const capital = isCapital(written.charAt(next));
    // A group goes on over commas and "và" to further kinds ("Các phòng, ban, ngành và các thôn"); a capital "Các" begins another.
    if (current.group) return plural && capital && mark !== "và" && mark !== "&" && mark !== "cùng" && mark !== "cùng với";
    if (plural) return true;
    return !capital || at(GROUP_WITH_CAPITAL, plain, next) !== null;
  }
  if (at(HEAD, plain, next) === null) return false;
  // "Toàn thể cán bộ, công chức": one group.
  if (mark === "," && at(STAFF, plain, next) !== null && CADRES.test(plain.slice(Math.max(current.start, from - 12), from))) return false;
  const council = at(COMMITTEE, plain, next) !== null && ENDS_WITH_COUNCIL.test(plain.slice(Math.max(current.start, from - 24), from));
  return !(council && (current.office || current.group || misspeltOffice(plain.slice(current.start, from))));
}

/** "Văn pòng HĐND" and UBND are still one office. */
function misspeltOffice(text: string): boolean {
  const head = text.replace(ENDS_WITH_COUNCIL, "");
  return head.length < 14 && nearSyllables(head.replace(/\s+/g, ""), "vănphòng");
}

/** Where the text from `start` ends when spaces and punctuation at its end are set aside. */
function withoutTrailing(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && TRAILING.includes(text.charAt(last - 1))) last--;
  return last;
}

/** The mention between two offsets; null when there is no letter in it. */
function mentionIn(source: Source, from: number, to: number, original: (offset: number) => number, kind = ""): UnitMention | null {
  const { written, plain, closing } = source;
  let start = from + (at(LIST_MARK, plain, from)?.[0].length ?? 0);
  let end = withoutTrailing(written, start, to);
  if (written.charAt(start) === "(" && closing.get(start) === end - 1) {
    start++;
    end--;
  }
  const fullEnd = end;
  let qualifier: string | null = null;
  const offset = written.slice(start + 1, end).indexOf("(");
  const opening = start + 1 + offset;
  if (offset >= 0) {
    const close = closing.get(opening);
    const inside = written.slice(opening + 1, close === undefined || close > end ? end : close).trim();
    qualifier = inside === "" ? null : inside;
    end = opening;
  } else {
    const bare = BARE_QUALIFIER.exec(plain.slice(start, end));
    if (bare !== null && bare.index > 0) {
      qualifier = written.slice(start + bare.index, end).replace(/^[\s,-]+/, "");
      end = start + bare.index;
    }
  }
  end = withoutTrailing(written, start, end);
  const name = written.slice(start, end);
  if (!/\p{L}/u.test(name)) return null;
  return {
    name,
    qualifier,
    start: original(start),
    end: original(end),
    fullEnd: original(Math.max(end, fullEnd)),
    key: unitKey(kind === "" ? name : `${kind} ${name}`),
    collective: kind === "" && isCollective(name),
  };
}

/**
 * The units that a cell names, in order. Lists are parted at ";", at line breaks, and at commas, "và", "+", "&", "/" only where both
 * sides are units: "Phòng Kinh tế, Hạ tầng, Đô thị" is one, "Công an xã, Phòng Kinh tế" are two, and a group ("Các phòng, ban, ngành,
 * đơn vị thuộc xã và các thôn") is one collective mention. "Các phòng: Kinh tế, Văn hóa - Xã hội" names two.
 * @param text the cell's text; the offsets of the mentions are into it.
 * @returns none for an empty cell or a placeholder.
 */
export function parseUnits(text: string): UnitMention[] {
  if (isBlank(text)) return [];
  const { text: written, original } = compose(text);
  const plain = plainMarks(lower(canonicalTone(written)));
  const source: Source = { written, plain, closing: brackets(written) };
  const mentions: UnitMention[] = [];
  const close = (from: number, to: number): void => {
    const named = at(ENUMERATION, plain, from);
    const first = from + (named?.[0].length ?? 0);
    if (named !== null && first < to && isCapital(written.charAt(first)) && !groupAt(source, from + 4 + (named[1] ?? "").length + 1) && at(NOT_A_NAME, plain, first) === null) {
      const items = itemsOf(source, first, to);
      if (named[2] !== undefined || items.length > 1) {
        for (const [start, end] of items) add(mentionIn(source, start, end, original, named[1]));
        return;
      }
    }
    add(mentionIn(source, from, to, original));
  };
  const add = (mention: UnitMention | null): void => {
    if (mention !== null) mentions.push(mention);
  };
  let current = begin(source, 0);
  let inside = 0;
  for (const match of plain.matchAll(CANDIDATE)) {
    const from = match.index;
    const separator = match[0];
    // What stands in brackets qualifies the name before them.
    if (from < inside) continue;
    inside = skipBrackets(source, inside, from);
    if (from < inside || from < current.start) continue;
    const after = from + separator.length;
    const next = after + (at(LIST_MARK, plain, after)?.[0].length ?? 0);
    if (!separates(source, current, separator, from, next)) continue;
    close(current.start, from);
    current = begin(source, after);
  }
  close(current.start, written.length);
  return mentions;
}

/** "Các phòng chuyên môn", "Các Ban Đảng": a capital there does not name one. */
const NOT_A_NAME = /(?:chuyên môn|liên quan|có liên quan|chức năng|thuộc|trực thuộc|đảng|ngành|đoàn thể|đơn vị)(?![\p{L}\d])/uy;

/**
 * How far the text is done with from `from` on: to `to`, or beyond it to the end of a bracket that opens before it and closes after. No
 * character is looked at twice, however many separators there are.
 */
function skipBrackets(source: Source, from: number, to: number): number {
  let reached = from;
  while (reached < to) reached = source.written.charCodeAt(reached) === 40 ? (source.closing.get(reached) ?? reached) + 1 : reached + 1;
  return reached;
}

/** The items of an enumeration: parted at each comma and "và" outside of brackets. */
function itemsOf(source: Source, from: number, to: number): (readonly [number, number])[] {
  const items: (readonly [number, number])[] = [];
  let start = from;
  let inside = from;
  for (const match of source.plain.slice(0, to).matchAll(/,|\svà(?=\s)/g)) {
    if (match.index < start || match.index < inside) continue;
    inside = skipBrackets(source, inside, match.index);
    if (match.index < inside) continue;
    items.push([start, match.index]);
    start = match.index + match[0].length;
  }
  items.push([start, to]);
  return items;
}

/** "UBND các xã, thị trấn", "Trưởng các thôn", "Chi bộ các tổ dân phố". */
const MANY_OF_ONE_KIND = /^\p{L}+(?:\s\p{L}+){0,6}\scác\s(?:xã|phường|thị trấn|thôn|xóm|khối|bản|ấp|buôn|làng|tổ dân phố|khu phố|huyện|quận|cấp|trường|phòng|đơn vị|cơ quan)(?!\p{L})/u;
const EVERYBODY = /^(?:cả hệ thống chính trị|hệ thống chính trị|toàn xã|toàn phường|toàn dân|mọi người dân)(?!\p{L})/u;
/** "Doanh nghiệp viễn thông": of what kind, but not which. */
const BUSINESSES = /^(?:doanh nghiệp|hợp tác xã|cơ sở|hộ|người dân|nhân dân)(?:$|\s\p{Ll})/u;

/** A commune's cooperative goes by its trade: "Hợp tác xã dịch vụ nông nghiệp". */
const COOPERATIVE_OF_A_TRADE = /^(?!.*(?:địa bàn|liên quan|các|,))(?:hợp tác xã|htx) (?:dịch vụ|sản xuất|nông nghiệp|thủy sản|thương mại|môi trường|vận tải|du lịch)(?!\p{L})/u;

/** "Chi bộ thôn 2", "Hợp tác xã nông nghiệp Tân Tiến", "Doanh nghiệp tư nhân Hải Hà": one with its number or name. */
const ONE_OF_ITS_KIND =
  /^(?!.*(?:địa bàn|liên quan))(?:chi (?:bộ|hội|đoàn) (?:thôn|xóm|khối|bản|ấp|tổ dân phố|khu phố|trường)(?: số)?|(?:hợp tác xã|htx|doanh nghiệp tư nhân|hộ kinh doanh|cơ sở sản xuất)(?: \p{Ll}+){0,4}) (?:\p{Lu}|\d)/u;

/** The first word of a name that was cut off is no group. */
const CUT_OFF = /^(?:phòng|ban|sở|trạm|đội|tổ|hội|tổ chức|trường|cơ quan)$/;

/** True for a group nobody of which is answerable: "Các phòng, ban liên quan", "Tổ dân phố" (which one?), "UBND các xã, thị trấn". */
export function isCollective(name: string): boolean {
  const written = canonicalTone(collapse(name));
  const plain = plainMarks(lower(written));
  const mark = at(LIST_MARK, plain, 0)?.[0].length ?? 0;
  const source: Source = { written, plain, closing: new Map() };
  const rest = plain.slice(mark);
  if (CUT_OFF.test(rest) || COOPERATIVE_OF_A_TRADE.test(rest) || ONE_OF_ITS_KIND.test(rest.charAt(0) + written.slice(mark + 1))) return false;
  return groupAt(source, mark) || MANY_OF_ONE_KIND.test(rest) || EVERYBODY.test(rest) || BUSINESSES.test(rest.charAt(0) + written.slice(mark + 1));
}

/** The tier of a commune-level unit; the same words as in the plan's context. */
export type CommuneLevel = "xã" | "phường" | "đặc khu";

const OWN_COMMITTEE = /^(?:ubnd|ub|ủy ban nhân dân|ủy ban)(?:\s(xã|phường|đặc khu))?$/;

/**
 * True for the People's Committee of the commune itself: "UBND xã", "Ủy ban nhân dân phường", "UBND"; not for another level's ("UBND
 * tỉnh"), a named or several other communes' ("UBND các xã"), nor for an office of it ("Văn phòng HĐND và UBND").
 * @param level the plan's own level; null when it is not known, and any commune level counts.
 */
export function isOwnCommittee(mention: Pick<UnitMention, "name">, level: CommuneLevel | null): boolean {
  const match = OWN_COMMITTEE.exec(lower(canonicalTone(collapse(mention.name))));
  return match !== null && (level === null || match[1] === undefined || match[1] === level);
}
