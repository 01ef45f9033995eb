import { readWording } from "../../text/spelling/findSlips";
import { Sign } from "../../text/spelling/tokens";
import { Interest } from "../../text/spelling/word";
import { findLevelWords, type LevelWord } from "../../text/place/findLevelWords";
import { findPlaces, type NamedPlace } from "../../text/place/findPlaces";
import { findProvince } from "../../text/place/provinces";
import type { Field, Item, Role } from "../../appendix/appendix";
import type { Level, PlanContext } from "../../appendix/plan";
import { itemWording, type ItemWording } from "./itemWording";
import { rememberTexts } from "./textMemory";

/** The columns whose text speaks of places and bodies. */
const SPEAKING: readonly Role[] = ["content", "product", "note", "basis", "directingLeader", "leadUnit", "coordinatingUnits", "deadline"];

/** Every place is a level word and a capital or a figure behind it; most texts have none. Small letters of the range are sorted out later. */
const NAMED = /(?:[xX]ã|XÃ|hường|HƯỜNG|[kK]hu|KHU|[tT]rấn|uyện|[qQ]uận|[tT]ỉnh|TỈNH|[pP]hố|PHỐ|T[pPxX]\.?|(?:ành|ỉnh|ÀNH|ỈNH)\s[ủuỦU][yỷYỶ]|[\u0300-\u036f])[\s\u00a0]{0,3}[A-ZĐ\d\u00c0-\u00dd\u1ea0-\u1ef9]/;
const COMMUNES = ["xã(?!\\shội)", "phường", "đặc khu"];
const NOWHERE: readonly NamedPlace[] = [];
const NO_WORDS: readonly LevelWord[] = [];

/** What a field says of places and tiers. */
export interface Spoken {
  readonly field: Field;
  readonly places: readonly NamedPlace[];
  readonly words: readonly LevelWord[];
}

type Said = Omit<Spoken, "field">;

const NOTHING: Said = { places: NOWHERE, words: NO_WORDS };

function read(text: string): Said {
  const { interests, signs } = readWording(text);
  const words = findLevelWords(text);
  const places = (interests & Interest.place) !== 0 || (signs & Sign.combining) !== 0 ? findPlaces(text) : NOWHERE;
  return words.length === 0 && places.length === 0 ? NOTHING : { places, words };
}

const remembered = rememberTexts(read);

/** The places that a text names with their level words. */
export function placesIn(text: string): readonly NamedPlace[] {
  return remembered(text).places;
}

/** The words of a text that belong to a tier of government. */
export function levelWordsIn(text: string): readonly LevelWord[] {
  return remembered(text).words;
}

/** What one field says, whatever the plan. */
export function spokenIn(field: Field): Spoken {
  return { field, ...remembered(field.text) };
}

const SILENT: readonly Spoken[] = [];

/** Two rules look at one item after the other: the last answer is kept. */
let last: { readonly item: Item; readonly plan: PlanContext; readonly spoken: readonly Spoken[] } | undefined;

/** What the fields of an item say of places, and of tiers as far as the plan may not have them itself; fields that say nothing are left out. */
export function spokenOf(item: Item, plan: PlanContext): readonly Spoken[] {
  if (last?.item === item && last.plan === plan) return last.spoken;
  const wanted = wantedFor(plan);
  const wording = itemWording(item);
  last = { item, plan, spoken: worthALook(wording, wanted) ? spokenBy(wording, wanted) : SILENT };
  return last.spoken;
}

function spokenBy({ count, fields, wordings }: ItemWording, wanted: Wanted): readonly Spoken[] {
  const spoken: Spoken[] = [];
  for (let i = 0; i < count; i++) {
    const field = fields[i];
    const wording = wordings[i];
    if (field === undefined || wording === undefined || !worthALook(wording, wanted)) continue;
    if (!NAMED.test(field.text) && !wanted.pattern.test(field.text)) continue;
    const said = remembered(field.text);
    if (said !== NOTHING) spoken.push({ field, places: said.places, words: said.words });
  }
  return spoken;
}

/** What a text must hold to be worth a look, as bits of `Interest`. */
interface Wanted {
  /** Any of these. */
  readonly alone: number;
  /** Of each pair both: the words of a tier that the plan has itself stand in every second text, and count only with something more. */
  readonly together: readonly (readonly [number, number])[];
  /** What is looked for where the bits allow it; it costs a walk through the text. */
  readonly pattern: RegExp;
}

const wantedByPlan = new WeakMap<PlanContext, Wanted>();

function wantedFor(plan: PlanContext): Wanted {
  let wanted = wantedByPlan.get(plan);
  if (wanted === undefined) {
    wanted = wantedBy(plan);
    wantedByPlan.set(plan, wanted);
  }
  return wanted;
}

const OWN_WORD: Readonly<Record<Level, number>> = { xã: Interest.commune, phường: Interest.ward, "đặc khu": Interest.zone };

function wantedBy({ level, province: name }: PlanContext): Wanted {
  const tier = name === null ? undefined : findProvince(name)?.province.level;
  const { commune, ward, zone, district, province, city, town, tiers, plural, body, scope, place } = Interest;
  const others = level === null ? 0 : (commune | ward | zone) & ~OWN_WORD[level];
  const upper = tier === "thành phố" ? province : tier === "tỉnh" ? city : 0;
  const parts = [
    ...(level === null ? [] : COMMUNES.filter((word) => !word.startsWith(level))),
    "(?:tư pháp|t(?:òa|oà) án|kiểm sát|nhân dân)\\s(?:của\\s)?(?:xã|phường)",
    "huyện|quận|thị (?:xã|trấn|ủy|uỷ)|các cấp",
    ...(tier === "thành phố" ? ["tỉnh"] : tier === "tỉnh" ? ["thành (?:phố|ủy|uỷ)"] : []),
    "(?:nhà nước|toàn|địa bàn)\\s(?:của\\s|thuộc\\s|trên địa bàn\\s)?(?:tỉnh|thành phố)",
    "[\u0300-\u036f]",
  ];
  return {
    alone: others | district | upper | place,
    together: [[commune | ward, body], [province | city, scope], [town, commune | city], [plural, tiers]],
    // A term may be broken over two lines.
    pattern: new RegExp(parts.join("|").replaceAll(" ", "\\s"), "i"),
  };
}

function worthALook({ interests, signs }: { readonly interests: number; readonly signs: number }, { alone, together }: Wanted): boolean {
  if ((interests & alone) !== 0 || (signs & Sign.combining) !== 0) return true;
  for (const pair of together) if ((interests & pair[0]) !== 0 && (interests & pair[1]) !== 0) return true;
  return false;
}

/** Visits the fields of an item whose text speaks of places and bodies. */
export function textsOf(item: Item, visit: (field: Field) => void): void {
  for (const role of SPEAKING) {
    const field = item.fields[role];
    if (field !== undefined && field.text.length > 2) visit(field);
  }
}
