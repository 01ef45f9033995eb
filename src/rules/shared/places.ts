import { findLevelWords, type LevelWord } from "../../text/place/findLevelWords";
import { findPlaces, type NamedPlace } from "../../text/place/findPlaces";
import { findProvince } from "../../text/place/provinces";
import type { Field, Item, Role } from "../../appendix/appendix";
import type { PlanContext } from "../../appendix/plan";
import { LONGEST_REMEMBERED, rememberTexts } from "./textMemory";

/** The columns whose text speaks of places and bodies. */
const SPEAKING: readonly Role[] = ["content", "product", "note", "basis", "directingLeader", "leadUnit", "coordinatingUnits", "deadline"];

/** Every place is a level word and a capital or a figure behind it; most texts have none. Small letters of the range are sorted out later. */
const NAMED = /(?:[xX]ã|XÃ|hường|HƯỜNG|[kK]hu|KHU|[tT]rấn|uyện|[qQ]uận|[tT]ỉnh|TỈNH|[pP]hố|PHỐ|T[pPxX]\.?|(?:ành|ỉnh|ÀNH|ỈNH)\s[ủuỦU][yỷYỶ]|[\u0300-\u036f])[\s\u00a0]{0,3}[A-ZĐ\d\u00c0-\u00dd\u1ea0-\u1ef9]/;
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
  const words = findLevelWords(text);
  const places = NAMED.test(text) ? findPlaces(text) : NOWHERE;
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
  let spoken: Spoken[] | undefined;
  const wanted = wantedFor(plan);
  for (const role of SPEAKING) {
    const field = item.fields[role];
    if (field === undefined || field.text.length <= 2) continue;
    const { text } = field;
    if (text.length > LONGEST_REMEMBERED && !wanted.test(text) && !NAMED.test(text)) continue;
    const said = remembered(text);
    if (said !== NOTHING) (spoken ??= []).push({ field, places: said.places, words: said.words });
  }
  last = { item, plan, spoken: spoken ?? SILENT };
  return last.spoken;
}

const COMMUNES = ["xã(?!\\shội)", "phường", "đặc khu"];
const wantedByPlan = new WeakMap<PlanContext, RegExp>();

/** What a text must hold to be worth a look: words that the plan does not have itself. Its own, which stand in every second text, do not count. */
function wantedFor(plan: PlanContext): RegExp {
  let wanted = wantedByPlan.get(plan);
  if (wanted === undefined) {
    wanted = wantedBy(plan);
    wantedByPlan.set(plan, wanted);
  }
  return wanted;
}

function wantedBy({ level, province }: PlanContext): RegExp {
  const provinceLevel = province === null ? undefined : findProvince(province)?.province.level;
  const parts = [
    ...(level === null ? [] : COMMUNES.filter((word) => !word.startsWith(level))),
    "(?:tư pháp|t(?:òa|oà) án|kiểm sát|nhân dân)\\s(?:của\\s)?(?:xã|phường)",
    "huyện|quận|thị (?:xã|trấn|ủy|uỷ)|các cấp",
    ...(provinceLevel === "thành phố" ? ["tỉnh"] : provinceLevel === "tỉnh" ? ["thành (?:phố|ủy|uỷ)"] : []),
    "(?:nhà nước|toàn|địa bàn)\\s(?:của\\s|thuộc\\s|trên địa bàn\\s)?(?:tỉnh|thành phố)",
    "[\u0300-\u036f]",
  ];
  return new RegExp(parts.join("|"), "i");
}

/** Visits the fields of an item whose text speaks of places and bodies. */
export function textsOf(item: Item, visit: (field: Field) => void): void {
  for (const role of SPEAKING) {
    const field = item.fields[role];
    if (field !== undefined && field.text.length > 2) visit(field);
  }
}
