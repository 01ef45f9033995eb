import { format, isDateFormat } from "numfmt";
import { displayText, type CellValue } from "../../grid/grid";
import { flag } from "./tree";
import { Tags } from "./tags";

/**
 * The number formats that have a number and no pattern in the file (ECMA-376 part 1, 18.8.30). 14 and 22 are "the short date of the
 * system": shown as a Vietnamese Windows shows them.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Excel counts days from 1904 in files of old Macs: this many days after its usual day 0. */
const DAYS_TO_1904 = 1462;
const CACHE = 10_000;

/** One pattern, with the texts that it gave lately. */
class NumberFormat {
  readonly isDate: boolean;
  /** Only a pattern with four sections says anything of texts besides "@". */
  readonly formatsText: boolean;
  private readonly texts = new Map<number, string>();

  constructor(private readonly pattern: string) {
    this.isDate = isDateFormat(pattern);
    this.formatsText = pattern.split(";").length > 3;
  }

  text(value: CellValue): string {
    if (typeof value === "string") return this.formatsText ? this.apply(value) : value;
    if (typeof value !== "number") return displayText(value);
    const known = this.texts.get(value);
    if (known !== undefined) return known;
    const text = this.apply(value);
    if (this.texts.size >= CACHE) this.texts.clear();
    this.texts.set(value, text);
    return text;
  }

  private apply(value: string | number): string {
    try {
      return format(this.pattern, value, { throws: true, nbsp: false });
    } catch {
      // A pattern that the library cannot read, or a date before 1900: the value itself is better than nothing.
      return String(value);
    }
  }
}

/** What "General" shows of a number: at most 11 digits in a cell. */
function generalText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e11 ? String(value) : format("General", value);
}

/** The number formats of a workbook's cells, by the style index of the cell. Decimal and thousands signs are those of the pattern (English). */
export class NumberFormats {
  private readonly formats: readonly (NumberFormat | null)[];

  /**
   * @param styles the styles part, null when the file has none.
   * @param date1904 the workbook's day 0 is 1904-01-01.
   */
  constructor(
    styles: Uint8Array | null,
    private readonly date1904: boolean,
  ) {
    this.formats = styles === null ? [] : readFormats(styles);
  }

  /** The text that a cell of this style shows. */
  text(style: number, value: CellValue): string {
    const known = this.formats[style];
    if (known !== null && known !== undefined) return known.text(value);
    return typeof value === "number" ? generalText(value) : displayText(value);
  }

  /** True when some format says how texts are shown; otherwise a text shows as it is, whatever its style. */
  get formatTexts(): boolean {
    return this.formats.some((format) => format?.formatsText === true);
  }

  /** True when every value of this style shows as General shows it. */
  isGeneral(style: number): boolean {
    return (this.formats[style] ?? null) === null;
  }

  /** The number of a cell as the grid holds it: days are counted from 1900 whatever the file does. */
  fromStored(style: number, value: number): number {
    return this.date1904 && this.formats[style]?.isDate === true ? value + DAYS_TO_1904 : value;
  }

  /** The inverse of `fromStored`. */
  toStored(style: number, value: number): number {
    return this.date1904 && this.formats[style]?.isDate === true ? value - DAYS_TO_1904 : value;
  }
}

function readFormats(styles: Uint8Array): (NumberFormat | null)[] {
  const patterns = new Map<number, string>();
  const ids: number[] = [];
  const tags = new Tags(styles, "styles.xml");
  while (tags.next()) {
    if (tags.closes()) continue;
    if (tags.is("numFmt")) {
      const id = Number(tags.attribute("numFmtId"));
      const code = tags.attribute("formatCode");
      if (code !== null) patterns.set(id, code);
    } else if (tags.is("cellXfs")) {
      while (tags.next() && !(tags.closes() && tags.is("cellXfs"))) {
        if (tags.closes() || !tags.is("xf")) continue;
        const id = Number(tags.attribute("numFmtId") ?? 0);
        ids.push(flag(tags.attribute("applyNumberFormat"), true) || id !== 0 ? id : 0);
      }
    } else if (tags.is("cellStyleXfs") || tags.is("dxfs")) {
      tags.toClosing();
    }
  }
  const formats = new Map<string, NumberFormat>();
  return ids.map((id) => {
    const pattern = patterns.get(id) ?? BUILT_IN[id];
    if (pattern === undefined || /^general$/i.test(pattern) || pattern === "@" || pattern === "") return null;
    let known = formats.get(pattern);
    if (known === undefined) formats.set(pattern, (known = new NumberFormat(pattern)));
    return known;
  });
}
