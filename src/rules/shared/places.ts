import { readWording } from "../../text/spelling/findSlips";
import { Sign } from "../../text/spelling/tokens";
import { Interest } from "../../text/spelling/word";
import { findLevelWords, type LevelWord } from "../../text/place/findLevelWords";
import { findPlaces, type NamedPlace } from "../../text/place/findPlaces";
import { findProvince } from "../../text/place/provinces";
import type { Field, Item } from "../../appendix/appendix";
import type { Level, PlanContext } from "../../appendix/plan";
import { itemWording, type ItemWording } from "./itemWording";
import { LONGEST_LINE, rememberTexts } from "../../text/textMemory";

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

/** What a title line or the title of a section says, whatever the plan. */
export const spokenInLine = rememberTexts(read, LONGEST_LINE);

/** The same for a field that is such a line. */
export function spokenIn(field: Field): Spoken {
  const { places, words } = spokenInLine(field.text);
  return { field, places, words };
}

const SILENT: readonly Spoken[] = [];

/** Two rules look at one item after the other: the last answer is kept. */
let lastItem: Item | undefined;
let lastPlan: PlanContext | undefined;
let lastSpoken = SILENT;

/** What the fields of an item say of places, and of tiers as far as the plan may not have them itself; fields that say nothing are left out. */
export function spokenOf(item: Item, plan: PlanContext): readonly Spoken[] {
  if (lastItem === item && lastPlan === plan) return lastSpoken;
  const wanted = wantedFor(plan);
  const wording = itemWording(item);
  lastSpoken = worthALook(wording, wanted) ? spokenBy(wording, wanted) : SILENT;
  lastItem = item;
  lastPlan = plan;
  return lastSpoken;
}

function spokenBy({ count, fields, wordings }: ItemWording, wanted: Wanted): readonly Spoken[] {
  const spoken: Spoken[] = [];
  for (let i = 0; i < count; i++) {
    const field = fields[i];
    const wording = wordings[i];
    if (field === undefined || wording === undefined || !worthALook(wording, wanted)) continue;
    const said = wanted.read(field.text);
    if (said !== NOTHING) spoken.push({ field, places: said.places, words: said.words });
  }
  return spoken;
}

/** What a text must hold to be worth a look, as bits of `Interest`. */
interface Wanted {
  /** Any of these. */
  readonly alone: number;
  /** Of each pair both: the words of a tier that the plan has itself stand in every second text, and count only with something more. */
  readonly together: readonly { readonly tier: number; readonly what: number }[];
  /** What a text says, as far as it may matter under the plan. */
  readonly read: (text: string) => Said;
}

/** The rows of one plan are looked at one after the other: the last answer is kept; and those of a few kinds of communes, with what they have read. */
let lastWanted: { readonly plan: PlanContext; readonly wanted: Wanted } | undefined;
const wantedByPlace = new Map<string, Wanted>();
const MOST_PLACES = 32;

function wantedFor(plan: PlanContext): Wanted {
  if (lastWanted?.plan === plan) return lastWanted.wanted;
  const place = `${plan.level ?? ""} ${plan.province ?? ""}`;
  const wanted = wantedByPlace.get(place) ?? wantedBy(plan);
  if (wantedByPlace.size >= MOST_PLACES) wantedByPlace.clear();
  wantedByPlace.set(place, wanted);
  lastWanted = { plan, wanted };
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
  // A term may be broken over two lines.
  const pattern = new RegExp(parts.join("|").replaceAll(" ", "\\s"), "i");
  return {
    alone: others | district | upper | place,
    together: [
      { tier: commune | ward, what: body },
      { tier: province | city, what: scope },
      { tier: commune | city, what: town },
      { tier: tiers, what: plural },
    ],
    // Looking for words costs less than reading what they say.
    read: rememberTexts((text) => (NAMED.test(text) || pattern.test(text) ? remembered(text) : NOTHING)),
  };
}

function worthALook({ interests, signs }: { readonly interests: number; readonly signs: number }, { alone, together }: Wanted): boolean {
  if ((interests & alone) !== 0 || (signs & Sign.combining) !== 0) return true;
  for (let i = 0; i < together.length; i++) {
    const pair = together[i];
    if (pair !== undefined && (interests & pair.tier) !== 0 && (interests & pair.what) !== 0) return true;
  }
  return false;
}
