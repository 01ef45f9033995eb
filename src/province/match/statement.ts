import { canonicalTone, collapse, lower, nfc, plainMarks } from "../../text/normal";
import { findTargetValues } from "../../text/target/findTargetValues";
import { expand, LOWER_IS_BETTER, phraseAt, strangeConcept, syllablesOf, type Concept } from "./vocabulary";

/** The years that a value is for; a single year has both ends alike. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** What is measured, as far as name, unit or values tell. */
export type Quantity = "share" | "count" | "index" | "rank" | "growth" | "money";

/** A row of a plan as it is given to the comparison. */
export interface Wording {
  /** The name of the target, or the text of the task. */
  readonly name: string;
  readonly kind: "target" | "task";
  /** The unit of measure, from its column or from the values; null when none is said. */
  readonly unit: string | null;
  /** The years that it has values for; empty when none is known. */
  readonly periods: readonly Period[];
}

/** A word of a statement. */
export interface Term {
  readonly concept: Concept;
  /** 1 in the main clause, less in what explains it. */
  readonly share: number;
  /** How many words that count stand before it. */
  readonly order: number;
}

/** A row of a plan, taken apart for the comparison. */
export interface Statement {
  readonly wording: Wording;
  /** The words that count, by key; a negated word has its key behind "¬". */
  readonly terms: ReadonlyMap<string, Term>;
  /** The keys of all words that count in their order, one after the other, repeated ones too. */
  readonly sequence: readonly string[];
  readonly quantity: Quantity | null;
  /** What is counted, in one key; null when it is not said. */
  readonly countedKey: string | null;
  /** Of "Số lớp …", "Số lượt …": the word for what is counted; null for any other name. */
  readonly headKey: string | null;
  /** The tier that the name is about ("cấp tỉnh", "cấp xã"); null when it names none, or several. */
  readonly level: "province" | "district" | "commune" | null;
}

const NUMBERING = /^\s*(?:[-+*•–]\s*|(?:\d{1,3}|[ivxIVX]{1,5}|[a-zđ])(?:\.\d{1,3}){0,3}[.)]\s+|\(\d{1,3}\)\s*)+/u;
/** "Xã Phú Xuyên", "tỉnh Nghệ An": each plan names its own place. */
const PLACE = /(?<!\p{L})((?:[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]ỉnh|[Tt]hành phố))\s+(?:\p{Lu}\p{Ll}+(?:\s+|(?=[,;.:)]|$))){1,4}/gu;
const YEARS = /(?:(?<!\p{L})(?:tính\s+)?(?:đến|trong|hết|từ|vào|kế hoạch|cuối)?\s*(?:cuối\s+|hết\s+)?(?:năm|giai đoạn)\s+20\d\d(?:\s*(?:-|đến|tới)\s*(?:năm\s+)?20\d\d)?)/gu;
/** A word with what is glued to it: "KH&CN", "57-NQ/TW", "193/2025/QH15", "R&D". */
const WORD = /\d+(?:\/\d{4})?[-/]\s?\p{Lu}[\p{L}\d]*(?:[-/&]\p{L}[\p{L}\d]*)*|[\p{L}\d]+(?:[&-][\p{L}\d]+)*|[.;:,()\n]/gu;
const SPEED = /(?<![\p{L}\d])0?(\d{1,3})\s?(?:g|m)(?:b|bit)?(?:ps|\/s|bps|it\/s|ps\/s|b\/s)(?:\/s)?(?!\p{L})/giu;
const LEVEL_NUMBER = /(?<!\p{L})mức(?: độ)? (\d)/giu;
const NEGATION: ReadonlySet<string> = new Set(["không", "chưa", "chẳng"]);
/** "Không quá", "không dưới": a comparison, no negation. */
const COMPARING: ReadonlySet<string> = new Set(["quá", "dưới", "thấp", "cao", "ít", "vượt", "lớn", "nhỏ"]);

const LATER_SENTENCE = 0.2;
const IN_BRACKETS = 0.3;
const LATER_CLAUSE = 0.6;
/** So many syllables make a clause that can stand alone. */
const LONG_CLAUSE = 9;
const LEAST_CLAUSE = 5;

/** Takes the name of a row apart. */
export function stateOf(wording: Wording): Statement {
  const cleaned = withoutValues(nfc(wording.name).replace(NUMBERING, "").replace(PLACE, "$1 "), wording.kind === "target");
  const terms = new Map<string, Term>();
  const sequence: string[] = [];
  const { syllables, shares, commas } = spell(cleaned, wording.kind);
  let negated = false;
  const add = (concept: Concept, share: number): void => {
    // "Không sử dụng giấy" denies the paper, not the use.
    if (concept.weight === 0 || (negated && concept.key === USE)) return;
    const key = negated ? `¬${concept.key}` : concept.key;
    negated = false;
    const before = terms.get(key);
    if (before === undefined || before.share < share) terms.set(key, { concept, share, order: before?.order ?? terms.size });
    sequence.push(key);
  };
  for (let at = 0; at < syllables.length; ) {
    const syllable = syllables[at] ?? "";
    const share = shares[at] ?? 1;
    const whole = phraseAt(syllables, at);
    const phrase = whole !== null && partedByComma(whole.concepts, at, commas) ? phraseAt(syllables.slice(at, at + 1), 0) : whole;
    if (phrase !== null && (phrase.length > 1 || !NEGATION.has(syllable))) {
      for (const concept of phrase.concepts) add(concept, share);
      at += phrase.length;
      continue;
    }
    if (NEGATION.has(syllable)) negated = !COMPARING.has(syllables[at + 1] ?? "");
    else if (syllable !== BREAK) add(strangeConcept(syllable), share);
    at++;
  }
  const head = lower(canonicalTone(collapse(cleaned)));
  const unit = lower(canonicalTone(collapse(wording.unit ?? "")));
  const quantity = quantityOf(head, unit);
  return {
    wording,
    terms,
    sequence,
    quantity,
    countedKey: quantity === "count" && unit !== "" ? keyOfUnit(unit) : null,
    headKey: COUNT_NAME.test(head) ? (sequence.find((key) => key !== "số") ?? null) : null,
    level: levelOf(head),
  };
}

/** The text without the numbers to reach, which are no part of the name, and (of a target) without its years. */
function withoutValues(text: string, isTarget: boolean): string {
  let cleaned = text.replace(SPEED, "$1gbps").replace(LEVEL_NUMBER, "mức $1");
  const values = isTarget ? findTargetValues(cleaned) : [];
  for (const value of values.slice().reverse()) {
    const end = value.unit === null || value.unit === "%" ? value.end : value.end - value.unit.length;
    cleaned = `${cleaned.slice(0, value.start)} ${cleaned.slice(end)}`;
  }
  return isTarget ? plainMarks(cleaned).replace(YEARS, " ") : plainMarks(cleaned);
}

const USE = "sử dụng";
/** Two syllables that are one word also with a comma between them. */
const LISTED: ReadonlySet<string> = new Set(["phòng chống"]);

/** "Lập, trình phê duyệt" has nothing of "lập trình": a comma parts short words, not lists ("cán bộ, công chức"). */
function partedByComma(concepts: readonly Concept[], at: number, commas: ReadonlySet<number>): boolean {
  const [only, more] = concepts;
  return more === undefined && only?.kind === "word" && only.syllables.length === 2 && commas.has(at + 1) && !LISTED.has(only.key);
}

/** Stands between syllables that belong to different clauses: no phrase reaches over it. */
const BREAK = "";

/**
 * The syllables of a text, abbreviations written out, and how much each counts: the main clause fully, what stands in brackets or after it
 * less. `commas` are the places before which a comma stands.
 */
function spell(text: string, kind: Wording["kind"]): { readonly syllables: readonly string[]; readonly shares: readonly number[]; readonly commas: ReadonlySet<number> } {
  const commas = new Set<number>();
  const syllables: string[] = [];
  const shares: number[] = [];
  let share = 1;
  let depth = 0;
  const put = (more: readonly string[]): void => {
    for (const syllable of more) {
      syllables.push(syllable);
      shares.push(depth > 0 ? share * IN_BRACKETS : share);
    }
  };
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const after = text.slice(match.index + word.length);
    if (word === ",") {
      commas.add(syllables.length);
      if (syllables.length >= LONG_CLAUSE && clauseLength(after) >= LEAST_CLAUSE) share = Math.min(share, LATER_CLAUSE);
    } else if (/^[.;:()\n]$/.test(word)) {
      if (word === "." && /^[\d\p{L}]/u.test(after)) continue;
      if (word === "(") depth++;
      else if (word === ")") depth = Math.max(0, depth - 1);
      else if (word !== ":" && syllables.length >= LEAST_CLAUSE) share = Math.min(share, LATER_SENTENCE);
      put([BREAK]);
    } else put(spellWord(word, kind));
  }
  return { syllables, shares, commas };
}

/** How many words stand before the next mark. */
function clauseLength(text: string): number {
  const [clause = ""] = text.split(/[,.;:\n]/, 1);
  return clause.trim().split(/\s+/).length;
}

/** "KH" is a plan where something is to be done, and science where something is measured. */
const KH = { task: ["kế", "hoạch"], target: ["khoa", "học"] } as const;

function spellWord(word: string, kind: Wording["kind"]): readonly string[] {
  if (word === "KH") return KH[kind];
  if (/^\d+(?:\/\d{4})?[-/]/.test(word)) return [word.toLowerCase().replace(/\s/g, "")];
  if (word === word.toLowerCase()) return syllablesOf(word);
  return expand(word) ?? word.split(/[&-]/).flatMap((part) => expand(part) ?? syllablesOf(part));
}

const SHARE_NAME = /^(?:phấn đấu\s+|100% )?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|%)/u;
const COUNT_NAME = /^(?:tổng số|số lượng|số)(?!\s+(?:hóa|liệu|sách))(?!\p{L})/u;
const INDEX_NAME = /^(?:điểm\s+)?(?:chỉ số|hệ số)(?!\p{L})/u;
const RANK_NAME = /(?<!\p{L})(?:xếp hạng|thứ hạng|xếp thứ)(?!\p{L})/u;
const GROWTH_NAME = /^(?:tốc độ tăng|tăng trưởng|mức tăng|tỷ lệ tăng)(?!\p{L})/u;

function quantityOf(name: string, unit: string): Quantity | null {
  if (RANK_NAME.test(name) || /^(?:hạng|thứ hạng|bậc)$/.test(unit)) return "rank";
  if (/đồng|usd/.test(unit)) return "money";
  if (GROWTH_NAME.test(name)) return "growth";
  if (unit.startsWith("%")) return "share";
  if (INDEX_NAME.test(name)) return "index";
  if (/^(?:điểm|chỉ số)$/.test(unit)) return "index";
  if (SHARE_NAME.test(name)) return "share";
  if (unit !== "" && !/^(?:x|-)$/.test(unit)) return "count";
  return COUNT_NAME.test(name) ? "count" : null;
}

/** "HTX" and "hợp tác xã" count the same; "mô hình/năm" is counted in models. */
function keyOfUnit(unit: string): string {
  const [first = ""] = unit.split(/[/(]/);
  const syllables = first.trim().split(/\s+/).flatMap((word) => expand(word) ?? syllablesOf(word));
  return syllables.join(" ");
}

const LEVELS = [
  ["province", /(?<!\p{L})cấp (?:tỉnh|thành phố|sở)(?!\p{L})|(?<!\p{L})(?:các )?sở, (?:ban, )?ngành/u],
  ["district", /(?<!\p{L})cấp (?:huyện|quận)(?!\p{L})/u],
  ["commune", /(?<!\p{L})(?:cấp (?:xã|phường|cơ sở)|xã, phường)(?!\p{L})/u],
] as const;

function levelOf(name: string): Statement["level"] {
  const found = LEVELS.filter(([, pattern]) => pattern.test(name));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

const REDUCED_TO = /(?<!\p{L})giảm[^,;.]{0,40}(?:còn|xuống)(?!\p{L})/u;
const REDUCTION = /(?<!\p{L})(?:giảm|cắt giảm)(?!\p{L})/u;

/** True when the smaller number is the better one, as far as the name tells: "hồ sơ quá hạn", "giảm … xuống còn". */
export function lessIsBetter(name: string): boolean {
  const head = lower(canonicalTone(collapse(name)));
  if (REDUCED_TO.test(head)) return true;
  if (REDUCTION.test(head)) return false;
  const padded = ` ${syllablesOf(name).join(" ")} `;
  return LOWER_IS_BETTER.some((phrase) => padded.includes(` ${phrase} `));
}
