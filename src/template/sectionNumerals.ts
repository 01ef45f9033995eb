import { toOrdinalWord } from "../text/number/ordinalWord";
import { toRoman } from "../text/number/roman";
import type { SectionStyle } from "./form";

/** A section that is laid out. */
export interface NumberedSection {
  readonly title: string;
  readonly level: 1 | 2;
  /** "II", "II.", "III.1", "Thứ hai". */
  readonly numeral: string;
  /** True when the sections of the second level that follow stand inside of it: its tasks are theirs. */
  readonly divided: boolean;
}

/** Numbers sections in a style: the second level counts anew in each section of the first. */
export function numbered(sections: readonly { readonly title: string; readonly level: 1 | 2 }[], style: SectionStyle): readonly NumberedSection[] {
  let first = 0;
  let second = 0;
  return sections.map(({ title, level }, index) => {
    if (level === 1) {
      first++;
      second = 0;
    } else second++;
    const dot = style === "roman-dot" ? "." : "";
    const word = toOrdinalWord(first);
    const numeral = level === 2 ? `${toRoman(first)}.${second}${dot}` : style === "ordinal" ? word.charAt(0).toUpperCase() + word.slice(1) : `${toRoman(first)}${dot}`;
    return { title, level, numeral, divided: level === 1 && sections[index + 1]?.level === 2 };
  });
}
