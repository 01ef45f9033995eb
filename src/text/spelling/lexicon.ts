import { canonicalTone, lower } from "../normal";
import { KNOWN_WORDS } from "./knownWords";
import { ONSETS, SYLLABLES } from "./syllables";

/**
 * Real syllables that the word list lacks: of names, of loan words, and of everyday words ("nòng cốt", "trạm sạc", "băng rôn", "ngộ nghĩnh"),
 * of crops, beasts and crafts ("dổi", "muồng", "voọc", "lụa đũi", "khăn piêu").
 */
const MORE_SYLLABLES = `
  nguyễn phan nẵng huế kạn nhữ cuông lậy thới đắc soong xoong coóc moóc quẫy khuỵu trừu xịn nguệch ngoạc thượm ượt tíc
  rôn sạc phốt pít týp tuýp tuýt tuốc pích lích úc cún
  nòng cược trỗi điềm tầu dầy dãn giòng ròn nguôi đáu tàm mớn kiếng chựng nhếch nghĩnh ngồ nguậy ngoạy nướu thớm ngùn ngụt nghía vảnh đảnh gẩy
  nhại xắt dụi kên miểng rặc nhỡn dóng bẵm nhõng tuẫn hễ
  dền muồng dổi đũi piêu voọc xáng chẽm thát lọp nóp nổng rạm phớ khạp lụm roóng poọc
  blốc bẳm bứa chúp chảng chỏi chớn cóm cón cọt dách dọ gú háp hén húm hý hụ khành khộp kơ kỵ lơ lỳ mẩu mỵ nhum nuôi nấn phụp quị rulô rươn
  rảng rị sìn sỹ túa túm tý tỳ xoạt xém xường xạm đúa ếp
`;

/** "Sỹ" and "sĩ", "lý" and "lí": after these beginnings an i alone is written y as well. */
const I_OR_Y = /^(h|k|l|m|qu|s|t|v)([iìíỉĩịyỳýỷỹỵ])$/u;
const I_TONES = "iìíỉĩị";
const Y_TONES = "yỳýỷỹỵ";

/** The other spelling of a syllable that ends in such an i or y; null for all others. */
function withOtherI(syllable: string): string | null {
  const [, onset = "", vowel = ""] = I_OR_Y.exec(syllable) ?? [];
  if (vowel === "") return null;
  const tone = I_TONES.indexOf(vowel);
  return onset + (tone >= 0 ? Y_TONES.charAt(tone) : I_TONES.charAt(Y_TONES.indexOf(vowel)));
}

/**
 * Syllables that the word list holds though no word of the written language has them; in a text they are slips for the most frequent words
 * there are ("đên" for đến, "cảu" for của, "nguồi" for người). A name may still be made so.
 */
const NO_WORDS =
  "cảu cúa cỏng triến tróng nguồi vồi vói hạo nhửng đằn đên đừa nược nghì nghí xáy lẳm trửng cộn ạnh cửng doành nhù dóa thồi hấng trưỡng vúc đẵm nỏi dắng hoẳn ậc " +
  "mâng mầng phồ dảy đảy giắn giặn nậng hộn phướng cẳn sẩn diếu sễ dót chưỡng giô giồ giộ giào xể rõi thồn rổng sỉnh tháy giầm nhõ tửa lảy giua giảu giòi giồi xũ xụ " +
  "phẩn trẽ bầng vưng dể cấc tửng đưng triêu";

let syllables: ReadonlySet<string> | undefined;

function syllableSet(): ReadonlySet<string> {
  if (syllables !== undefined) return syllables;
  const all = new Set(MORE_SYLLABLES.normalize("NFC").trim().split(/\s+/u));
  for (const entry of SYLLABLES.split(";")) {
    const space = entry.indexOf(" ");
    const rhyme = entry.slice(0, space);
    for (const onset of entry.slice(space + 1)) all.add((ONSETS[onset] ?? "") + rhyme);
  }
  for (const syllable of [...all]) all.add(withOtherI(syllable) ?? syllable);
  for (const slip of NO_WORDS.split(" ")) all.delete(slip);
  syllables = all;
  return all;
}

/** True for a Vietnamese syllable, in any letter case and with either placement of the tone mark. */
export function isSyllable(word: string): boolean {
  return syllableSet().has(canonicalTone(lower(word)));
}

/** Every syllable, in lower case, composed, tone marks in the older place (hóa, thủy). */
export function allSyllables(): ReadonlySet<string> {
  return syllableSet();
}

const MARKS = /[\u0300-\u036f]/g;

/** What is left of a syllable without tone and without the marks of its letters: "đổi" → "doi". Syllables that differ only in those share it. */
export function skeleton(syllable: string): string {
  return syllable.normalize("NFD").replace(MARKS, "").replace(/đ/g, "d");
}

const PARTS = /^(?:ngh|ng|nh|gh|gi(?=[aăâeêoôơuư])|ph|kh|ch|th|tr|qu|[bcdđghklmnprstvx])?(.*)$/u;
let rhymes: ReadonlySet<string> | undefined;

/** True for what could be a syllable, though it is none of the language's words: names are made so ("Kạn", "Sìn", "Pồ"). */
function couldBeSyllable(syllable: string): boolean {
  const rhymeOf = (word: string): string => PARTS.exec(word.normalize("NFD").replace(TONES, "").normalize("NFC"))?.[1] ?? "";
  rhymes ??= new Set(Array.from(syllableSet(), rhymeOf));
  return rhymes.has(rhymeOf(syllable));
}

/**
 * What a word is, as far as it can be told without its neighbours: "right" (a syllable, a known word, an abbreviation), "wrong" (written
 * with Vietnamese letters, but no syllable), or "foreign" (Latin letters only, perhaps a word of another language, perhaps a slip; or with a
 * capital and made like a syllable, perhaps a name).
 */
export type WordKind = "right" | "wrong" | "foreign";

/** Tone marks: what abbreviations never carry ("HĐND", "TƯ", "ĐMST"). */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const TONED = /[\u0300\u0301\u0303\u0309\u0323]/;
const LATIN_ONLY = /^[A-Za-z]+$/;
/** Names from other languages of the country: clusters ("Krông", "Plông") and endings ("Đăk", "Êban") that no Vietnamese syllable has. */
const OTHER_PEOPLES = /^(?:[bcdđghkmpst][lr](?!$)|m[dđn]|k[bpt])|[klrsbđ]$/u;

/** Judges one word (letters only, NFC) by its form. */
export function wordKind(word: string): WordKind {
  if (word.length === 1 || isSyllable(word)) return "right";
  const lowered = lower(word);
  if (KNOWN_WORDS.has(lowered)) return "right";
  if (word === word.toUpperCase() && !TONED.test(word.normalize("NFD"))) return "right";
  // Capitals inside a word: "iHanoi", "QĐs", "TTg", "VNeID".
  if (LATIN_ONLY.test(word)) return /[a-z][A-Z]|[A-Z]{2}/.test(word) ? "right" : "foreign";
  if (!TONED.test(word.normalize("NFD")) && /\p{Lu}.*\p{Lu}/u.test(word)) return "right";
  if (!/^\p{Lu}/u.test(word)) return "wrong";
  if (OTHER_PEOPLES.test(lowered)) return "right";
  // Names of the Cơ Tu and Tà Ôi: "Avương", "Ariêu", "Atưn".
  if (/^a[^aeiouy]/.test(lowered) && isSyllable(lowered.slice(1))) return "right";
  return couldBeSyllable(canonicalTone(lowered)) ? "foreign" : "wrong";
}
