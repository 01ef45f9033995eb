import { findLevelWords, type LevelWord } from "../../text/place/findLevelWords";
import { findPlaces, type NamedPlace } from "../../text/place/findPlaces";
import type { Item, Role } from "../../appendix/appendix";
import { rememberTexts } from "./textMemory";

/** The columns whose text speaks of places and bodies. */
const SPEAKING: readonly Role[] = ["content", "product", "note", "basis", "directingLeader", "leadUnit", "coordinatingUnits", "deadline"];

/** Every place is a level word and a capital or a figure behind it; most texts have none. Small letters of the range are sorted out later. */
const NAMED = /(?:[xX]ã|XÃ|hường|HƯỜNG|[kK]hu|KHU|[tT]rấn|uyện|[qQ]uận|[tT]ỉnh|TỈNH|[pP]hố|PHỐ|T[pPxX]\.?|(?:ành|ỉnh|ÀNH|ỈNH)\s[ủuỦU][yỷYỶ]|[\u0300-\u036f])[\s\u00a0]{0,3}[A-ZĐ\d\u00c0-\u00dd\u1ea0-\u1ef9]/;
const NOWHERE: readonly NamedPlace[] = [];
const NO_WORDS: readonly LevelWord[] = [];

const rememberedPlaces = rememberTexts<readonly NamedPlace[]>((text) => (NAMED.test(text) ? findPlaces(text) : NOWHERE), NOWHERE);

/** The places that a text names with their level words. */
export function placesIn(text: string): readonly NamedPlace[] {
  return rememberedPlaces(text, NAMED);
}

/**
 * The words of a text that belong to a tier of government.
 * @param wanted what a long text must hold to be looked at: a pattern that most texts do not match.
 */
export const levelWordsIn: (text: string, wanted: RegExp) => readonly LevelWord[] = rememberTexts<readonly LevelWord[]>(findLevelWords, NO_WORDS);

/** Visits the fields of an item whose text speaks of places and bodies. */
export function textsOf(item: Item, visit: (field: NonNullable<Item["fields"][Role]>) => void): void {
  for (const role of SPEAKING) {
    const field = item.fields[role];
    if (field !== undefined && field.text.length > 2) visit(field);
  }
}
