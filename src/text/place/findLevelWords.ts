import { canonicalTone, compose, lower, plainMarks } from "../normal";
import { insideQuotes } from "./quotes";

/** What a word says of a tier of government, or of the units below a commune. */
export type LevelUse =
  /** A commune's word for itself: "của xã", "UBND phường", "trên địa bàn đặc khu". */
  | "commune"
  /** A body that no commune has: "cơ quan tư pháp xã", "Tòa án nhân dân phường". */
  | "body-without"
  /** Huyện, quận, thị xã, thị trấn, given up on 1 July 2025. */
  | "district"
  /** The province's word for itself: "UBND tỉnh", "của Thành phố", "Tỉnh ủy". */
  | "province"
  /** The offices of the province as a whole: "các cơ quan nhà nước của tỉnh". */
  | "province-offices"
  /** The whole of a province as the field of work: "toàn tỉnh", "trên địa bàn thành phố". */
  | "province-scope"
  /** What is below a commune: thôn, xóm, ấp, bản, buôn, bon, phum, sóc. */
  | "village"
  /** What is below a ward: tổ dân phố, khu phố, khối phố. */
  | "block"
  /** A commune has one: "Trung tâm Phục vụ hành chính công các cấp". */
  | "all-tiers";

/** A word of a tier in a text. Offsets are into the text as it was given. */
export interface LevelWord {
  readonly use: LevelUse;
  /** The word in small letters: "xã", "thị trấn", "thành ủy", "tổ dân phố". */
  readonly word: string;
  /** Where the word alone stands. */
  readonly start: number;
  readonly end: number;
  /** Where the phrase begins that makes it one ("của" in "của xã"). */
  readonly from: number;
}

/** The words, wherever they stand: their ends are looked at one by one. */
const WORD = /xã|phường|đặc khu|huyện (?:ủy|uỷ|đoàn)|quận (?:ủy|uỷ|đoàn)|huyện|quận|thị (?:xã|trấn|ủy|uỷ)|thành (?:phố|ủy|uỷ)|tỉnh(?: (?:ủy|uỷ)(?!\p{L}))?|thôn|xóm|ấp|bản|buôn|bon|phum|sóc|tổ dân phố|kh(?:u|ối) phố|các cấp/gu;

const KIND_OF_WORD: Readonly<Record<string, "commune" | "district" | "province" | "village" | "upland" | "block" | "tiers">> = {
  xã: "commune", phường: "commune", "đặc khu": "commune",
  huyện: "district", quận: "district", "huyện ủy": "district", "quận ủy": "district", "huyện đoàn": "district", "quận đoàn": "district", "thị xã": "district", "thị trấn": "district", "thị ủy": "district",
  tỉnh: "province", "thành phố": "province", "tỉnh ủy": "province", "thành ủy": "province",
  thôn: "village", xóm: "village", ấp: "village", "tổ dân phố": "block", "khu phố": "block", "khối phố": "block",
  bản: "upland", buôn: "upland", bon: "upland", phum: "upland", sóc: "upland", "các cấp": "tiers",
};

const AROUND = 44;
const OTHER_SPACE = /[^\S ]/;

/** A list or a class of communes, not one: "các xã, phường", "cấp xã", "từ tỉnh đến xã", "126 xã". */
const MANY_BEFORE = /(?:(?<!\p{L})(?:các|những|mỗi|mọi|nhiều|từng|cấp|liên|số|hai|ba|bốn|vài|một|giữa|đến|tới|xuống|toàn bộ|cụm|ngành|công chức cấp)|\d)\s$/u;
const LIST_BEFORE = /(?<!\p{L})(?:xã|phường|đặc khu|thị trấn|huyện|quận|tỉnh|thành phố)\s?(?:[,/-]|(?<=\s)(?:và|hoặc|hay))\s?(?:cấp\s|các\s)?$/u;
const LIST_AFTER = /^\s?(?:[,/-]\s?|\s(?:và|hoặc|hay)\s|\(\s?)(?:các\s|cấp\s)?(?:xã|phường|đặc khu|thị trấn|huyện|quận|tỉnh|thành phố)(?!\p{L})(?!\s?hội)/u;
/** Words that "xã" is a part of; the centre for public administration is no "công xã". */
const IN_A_WORD_BEFORE = /(?:hợp tác|làng|(?<!hành chính\s)công|thông tấn|htx|bưu điện(?:\s?-)?\s?văn hóa)\s?$/u;
const IN_A_WORD_AFTER = /^\s{1,2}(?:hội|viên|giao|luận|tắc)(?!\p{L})/u;

/** What a commune calls its own: its bodies, its ground, its people. */
const OWN_BEFORE =
  /(?<!\p{L})(?:của|ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|đảng ủy|đảng bộ|công an|địa bàn|toàn|thuộc|tại|trong|mttq|tổ quốc|việt nam|phụ nữ|nông dân|cựu chiến binh|thanh niên|đoàn|đoàn thể|hồ chí minh|hcm|trạm y tế|quân sự|chính quyền|lãnh đạo|cán bộ|công chức|ngân sách|kinh tế|hạ tầng|xã hội|đô thị|hành chính công|người cao tuổi|văn phòng|chủ tịch|bí thư|đài truyền thanh|thực tiễn|thực tế|trung tâm|cho|ngành|viên chức|xây dựng|quy hoạch|truyền thanh|thông tin điện tử|văn hóa|thể thao|thư viện|y tế|khuyến học|chữ thập đỏ|dân quân|ban chỉ đạo|ban chỉ huy|mặt trận|nhà trường|hội đồng|thường trực|tiếp công dân|trụ sở|tổ công tác|nhân dân)\s{1,2}$/u;
const BODY_WITHOUT_BEFORE = /(?<!\p{L})(?:cơ quan tư pháp|tòa án(?: nhân dân)?|viện kiểm sát(?: nhân dân)?)\s(?:của\s)?$/u;

/** "Huyện" where it is history, or the matter is what became of it. */
const HISTORY = /(?<!\p{L})(?:cũ|trước đây|trước khi|trước sắp xếp|sáp nhập|hợp nhất|sắp xếp|giải thể|bàn giao|kết thúc|bãi bỏ|bỏ cấp|không tổ chức|không còn|thay cho|trước ngày)(?!\p{L})/u;
/** What comes from a district is what it left; what "UBND huyện chuyển giao" is not. */
const LEFT_BY_BEFORE = /(?<!\p{L})(?:tiếp nhận|chuyển giao|chuyển về)(?!\p{L})/u;
/** "278 thủ tục của cấp huyện chuyển về": what came from the districts. */
const CAME_DOWN_AFTER = /^\s(?:đã\s|được\s)?(?:chuyển (?:về|xuống)|để lại)(?!\p{L})/u;
/** Roads and houses keep their names; "môi trường", "thị trường" are no school, and what is done in a school's district is not its name. */
const KEEPS_ITS_NAME = /(?:đường|(?:bệnh viện|(?<!(?:môi|thị|hiện|nông|lâm|công|chủ)\s)trường)(?:(?!\s(?:trên|tại|của|ở|thuộc|trong)\s)[^,;.]){0,25})\s$/u;

/** Neighbouring countries have districts: "huyện Viêng Xay, tỉnh Hủa Phăn (Lào)", "huyện Phú Ninh, tỉnh Vân Nam (Trung Quốc)". */
const ABROAD_AFTER =
  /(?<!\p{L})(?:chdcnd|lào(?!\scai)|trung quốc|campuchia|cam-?pu-?chia|thái lan|hàn quốc|nhật bản|phông\s?sa\s?lỳ|luông pra\s?băng|luổng pha\s?băng|h[ủù]a phăn|xiêng khoảng|bô\s?ly\s?khăm\s?xay|khăm muộn|sa\s?vẳn\s?na\s?khẹt|savannakhet|sa\s?la\s?van|salavan|sê\s?kông|sekong|attapư|attapeu|vân nam|quảng tây|quảng đông)(?!\p{L})/u;

const PROVINCE_BEFORE = /(?<!\p{L})(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|(?<!nhân dân\s)của|công an|đảng bộ|lãnh đạo|khi|trung ương và|trung ương,|sở,? (?:ban,? )?ngành|ngân sách|(?:liên thông|kết nối|chia sẻ|đồng bộ|phối hợp|tích hợp) với)\s{1,2}$/u;
const OFFICES_BEFORE = /(?<!\p{L})cơ quan(?: hành chính)? nhà nước\s(?:của\s|thuộc\s|trên địa bàn\s)?$/u;
const SCOPE_BEFORE = /(?<!\p{L})(?:toàn|trên địa bàn|trong phạm vi toàn)\s$/u;
/** "Thành phố thông minh", "thành phố trực thuộc trung ương", "tỉnh lộ", "tỉnh, thành phố". */
const NO_PROVINCE_AFTER = /^\s?(?:(?:thông minh|trực thuộc|thuộc|lộ|khác|bạn|lân cận)(?!\p{L})|[,/]?\s?(?:thành phố|thành(?!\p{L})|tỉnh|tp))/u;
const NO_PROVINCE_BEFORE = /(?:tỉnh|thành phố)\s?[,/]\s?$/u;

const ONE_IN_A_COMMUNE = /(?:trung tâm (?:phục vụ )?hành chính công|bộ phận một cửa)\s$/u;

/** Words of villages in other words: "nông thôn", "thôn tin" (a slip for "thông tin"). */
const NO_VILLAGE_BEFORE = /(?<!\p{L})(?:nông|hương|cô|ấm)\s$/u;
const NO_VILLAGE_AFTER = /^\s(?:tin|minh|qua|nữ)(?!\p{L})/u;
const VILLAGE_OR_BLOCK_BESIDE = /(?:thôn|xóm|ấp|(?<!(?:văn|phiên|cơ|biên|kịch|ấn)\s)bản(?!\s(?:đồ|tin|đăng))|tổ dân phố|khu phố|khu dân cư)/u;
/**
 * The villages of the mountains and the south go by syllables of quite other words ("văn bản", "01 bản", "buôn lậu", "chăm sóc"): they count
 * beside another word for villages, after their head, and before a name.
 */
const UPLAND_LIST_BEFORE = /(?<!\p{L})(?:thôn|xóm|ấp|buôn|bon|phum|làng)\s?(?:[,/-]\s?|\s(?:và|hoặc)\s)?$/u;
const UPLAND_LIST_AFTER = /^\s?(?:[,/-]\s?|\s(?:và|hoặc)\s)?(?:thôn|xóm|ấp|buôn|bon|phum|sóc|làng)(?!\p{L})(?!\s(?:bán|lậu|người|hàng|tin|nghề))/u;
/** The word before or after makes it another one, in a list or not: "văn bản, thôn …", "thôn, bản đồ". */
const NO_UPLAND_BEFORE = /(?<!\p{L})(?:văn|phiên|cơ|căn|tài|xuất|ấn|kịch|biên|nguyên|tư|dị|bán|chăm|sao|sửa|\d|một|hai|ba|mỗi|từng|thành phố|thị xã|phường|xã|tp)\s$/u;
const NO_UPLAND_AFTER = /^\s(?:đồ|tin|vẽ|in|sao|án|cam|kế|quyền|chất|sắc|thân|lĩnh|ghi|mềm|cứng|gốc|chính|giấy|điện|quy|đăng|thảo|dự|tự|kiểm|nhận|mẫu|bán|lậu|người|hàng|ma)(?!\p{L})/u;
const HEAD_BEFORE = /(?<!\p{L})trưởng\s(?:các\s)?$/u;
/** A name of two syllables and more, as it is written: "bản Nà Ngần", "buôn Ea Kring"; what is written of papers has one capital ("bản Cam kết"). */
const NAME_AFTER = /^\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/u;
/** Villages of two kinds ("thôn, ấp") are villages still. */
const BLOCK_BESIDE = /(?:tổ dân phố|tdp|khu phố|khối|khu dân cư)/u;

/**
 * The words of a text that belong to a tier, or to what is below a commune, as far as they speak of one's own: plural and class words
 * ("các xã, phường", "cấp xã"), other words ("xã hội", "hợp tác xã"), and what stands in quotation marks are left out.
 * @param text any text.
 */
export function findLevelWords(text: string): readonly LevelWord[] {
  const { text: written, original } = compose(text);
  const lowered = lower(written);
  // A term may be broken over two lines, or held together by a no-break space.
  const plain = OTHER_SPACE.test(lowered) ? lowered.replace(/\s/g, " ") : lowered;
  let found: LevelWord[] | undefined;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(plain); match !== null; match = WORD.exec(plain)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isLetter(plain, start - 1) || isLetter(plain, end)) continue;
    // By far the most of them.
    if (plain.startsWith("văn bản", start - 4)) continue;
    const word = canonicalTone(match[0]);
    const before = simplify(plain.slice(Math.max(0, start - AROUND), start));
    const after = simplify(plain.slice(end, end + AROUND));
    // Only a name's own capitals tell it, and before it the word for a village is in small letters.
    const named = KIND_OF_WORD[word] === "upland" && written.charAt(start) === plain.charAt(start) && NAME_AFTER.test(written.slice(end, end + AROUND));
    const read = useOf(word, before, after, named);
    if (read === null || insideQuotes(written, start)) continue;
    (found ??= []).push({ use: read.use, word, start: original(start), end: original(end), from: original(start - read.lead) });
  }
  return found ?? NONE;
}

const NONE: readonly LevelWord[] = [];

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && LETTER.test(text.charAt(at));
}

const LETTER = /[\p{L}\p{M}\d]/u;

/** A stretch around a word, for patterns: one placement of tone marks, plain dashes and spaces. */
function simplify(text: string): string {
  return plainMarks(canonicalTone(text)).replace(/\s/gu, " ");
}

interface Use {
  readonly use: LevelUse;
  /** How many characters before the word belong to the phrase. */
  readonly lead: number;
}

function useOf(word: string, before: string, after: string, named: boolean): Use | null {
  switch (KIND_OF_WORD[word]) {
    case "commune":
      return communeUse(before, after);
    case "district":
      return districtUse(before, after);
    case "province":
      return provinceUse(word, before, after);
    case "village":
      if (NO_VILLAGE_BEFORE.test(before) || NO_VILLAGE_AFTER.test(after) || besideAnother(before, after, BLOCK_BESIDE)) return null;
      // "Ấp" is a syllable of other words too: it counts after what only a hamlet follows.
      return word === "ấp" && !/(?:các|trưởng|tại|ở|mỗi|từng)\s$/u.test(before) ? null : { use: "village", lead: 0 };
    case "upland":
      return isUpland(before, after, named) && !besideAnother(before, after, BLOCK_BESIDE) ? { use: "village", lead: 0 } : null;
    case "block":
      return /^\s(?:số|thông minh|văn minh)(?!\p{L})/u.test(after) || besideAnother(before, after, VILLAGE_OR_BLOCK_BESIDE) ? null : { use: "block", lead: 0 };
    case "tiers": {
      const one = ONE_IN_A_COMMUNE.exec(before);
      return one === null ? null : { use: "all-tiers", lead: one[0].length };
    }
    default:
      return null;
  }
}

function isUpland(before: string, after: string, named: boolean): boolean {
  if (NO_UPLAND_BEFORE.test(before)) return false;
  if (named || HEAD_BEFORE.test(before)) return true;
  return !NO_UPLAND_AFTER.test(after) && (UPLAND_LIST_BEFORE.test(before) || UPLAND_LIST_AFTER.test(after));
}

/** "Thôn, tổ dân phố": both together mean whatever there is. */
function besideAnother(before: string, after: string, another: RegExp): boolean {
  return another.test(before.slice(-20)) || another.test(after.slice(0, 20));
}

function communeUse(before: string, after: string): Use | null {
  if (IN_A_WORD_AFTER.test(after) || IN_A_WORD_BEFORE.test(before)) return null;
  if (MANY_BEFORE.test(before) || LIST_BEFORE.test(before) || LIST_AFTER.test(after)) return null;
  const without = BODY_WITHOUT_BEFORE.exec(before);
  if (without !== null) return { use: "body-without", lead: without[0].length };
  const own = OWN_BEFORE.exec(before);
  return own === null ? null : { use: "commune", lead: own[0].length };
}

function districtUse(before: string, after: string): Use | null {
  if (HISTORY.test(before) || LEFT_BY_BEFORE.test(before) || HISTORY.test(after) || CAME_DOWN_AFTER.test(after) || KEEPS_ITS_NAME.test(before) || /^\slộ/u.test(after) || ABROAD_AFTER.test(after)) return null;
  const lead = /(?<!\p{L})(?:(?:ubnd|ủy ban nhân dân|hđnd|công an|cấp|của)\s(?:các\s)?(?:xã\s?[,/]\s?)?|các\s(?:xã\s?[,/]\s?)?|xã\s?[,/]\s?)$/u.exec(before);
  return { use: "district", lead: lead?.[0].length ?? 0 };
}

function provinceUse(word: string, before: string, after: string): Use | null {
  if (word === "tỉnh ủy" || word === "thành ủy") return { use: "province", lead: 0 };
  if (NO_PROVINCE_AFTER.test(after) || NO_PROVINCE_BEFORE.test(before)) return null;
  const offices = OFFICES_BEFORE.exec(before);
  if (offices !== null) return { use: "province-offices", lead: offices[0].length };
  const scope = SCOPE_BEFORE.exec(before);
  if (scope !== null) return { use: "province-scope", lead: scope[0].length };
  const own = PROVINCE_BEFORE.exec(before);
  return own === null ? null : { use: "province", lead: own[0].length };
}
