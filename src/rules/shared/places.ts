import { findLevelWords, type LevelWord } from "../../text/place/findLevelWords";
import { findPlaces, type NamedPlace } from "../../text/place/findPlaces";
import type { Item, Role } from "../../appendix/appendix";
import { rememberTexts } from "./textMemory";

/** The columns whose text speaks of places and bodies. */
export const SPEAKING: readonly Role[] = ["content", "product", "note", "basis", "directingLeader", "leadUnit", "coordinatingUnits"];

/** Every place is a level word and a capital or a figure; most texts have none. */
const MAYBE = /(?:[xX]ã|XÃ|[pP]hường|PHƯỜNG|[kK]hu|KHU|[tT]rấn|[hH]uyện|[qQ]uận|[tT]ỉnh|TỈNH|[pP]hố|PHỐ|[tT][pPxX]\.?|[ủỦuU][yYỷỶ]|[\u0300-\u036f])[\s\u00a0]{0,3}[\p{Lu}\d]/u;
const NOWHERE: readonly NamedPlace[] = [];

/** The places that a text names with their level words. */
export const placesIn: (text: string) => readonly NamedPlace[] = rememberTexts((text) => (MAYBE.test(text) ? findPlaces(text) : NOWHERE));

/** The words of a text that belong to a tier of government. */
export const levelWordsIn: (text: string) => readonly LevelWord[] = rememberTexts(findLevelWords);

/** True when the item has any text that could speak of places: most short-cuts begin with it. */
export function textsOf(item: Item, visit: (field: NonNullable<Item["fields"][Role]>) => void): void {
  for (const role of SPEAKING) {
    const field = item.fields[role];
    if (field !== undefined && field.text.length > 2) visit(field);
  }
}
