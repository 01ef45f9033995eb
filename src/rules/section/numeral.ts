import { formatLike, type RunningNumber } from "../../text/number/runningNumber";
import { parseOrdinalWord } from "../../text/number/ordinalWord";
import type { Appendix, Field, Section } from "../../appendix/appendix";
import type { Position } from "../../grid/address";
import type { Meanings } from "../rule";

/** The numeral of a section, understood. */
export interface SectionNumeral {
  readonly section: Section;
  readonly field: Field;
  /** The place among its siblings: 3 for "III." and for "Thứ ba", 1 for "III.1". */
  readonly number: number;
  /** The numbers of the sections above it that it repeats: [3] for "III.1", otherwise empty. */
  readonly outer: readonly number[];
  /** How it is written; null for a word ("Thứ ba"). */
  readonly written: RunningNumber | null;
}

/** The numeral of a section, null when it has none or none that can be understood. */
export function numeralOf(section: Section, meanings: Meanings): SectionNumeral | null {
  const field = section.numeral;
  if (field === null) return null;
  const written = meanings.number(field);
  if (written !== null) {
    const number = written.parts.at(-1);
    return number === undefined ? null : { section, field, number, outer: written.parts.slice(0, -1), written };
  }
  const word = parseOrdinalWord(field.text);
  return word === null ? null : { section, field, number: word.number, outer: [], written: null };
}

/** What a message calls the section: its numeral without the full stop. */
export function nameOf(field: Field): string {
  return field.text.replace(/[\s.:)/-]+$/u, "").trim();
}

/** The numeral with another number, as the sample writes it; the word "Thứ …" is not rewritten. */
export function numeralLike(number: number, sample: SectionNumeral): string {
  if (sample.written === null) return `Thứ ${number}`;
  return nameOf({ ...sample.field, text: formatLike(number, sample.written) });
}

/** Where to speak of a section: its numeral, its title, or else its row. */
export function placeOfSection(appendix: Appendix, section: Section): Field | Position {
  return section.numeral ?? section.title ?? { row: section.row, column: appendix.area.left };
}
