/** What the line "(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)" says, as written. */
export interface Attachment {
  /** The plan's number without spaces ("10-KH/ĐU", "/KH-UBND"), null when no number is spoken of. */
  readonly number: string | null;
  /** True when the number is spoken of but its figures are blank ("số      /KH-UBND", "số …/KH-UBND"). */
  readonly numberBlank: boolean;
  /** True when a date is spoken of at all. */
  readonly dated: boolean;
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  /** What follows the last "của", without the closing bracket; null when nothing does. */
  readonly issuer: string | null;
}

/** No attachment line is longer; what is, is a paragraph. */
const MAX_LENGTH = 1_000;

/** Blank places of a form: spaces, dots, ellipses, underscores. */
const BLANK = String.raw`[\s.…_]*`;
const DATE = new RegExp(String.raw`ngày${BLANK}(\d{1,2})?${BLANK}(?:tháng|[/-])${BLANK}(\d{1,2})?${BLANK}(?:(?:năm|[/-])${BLANK}(\d{4})?)?`, "iu");
const DOTTED_DATE = /ngày\s*(\d{1,2})\.(\d{1,2})\.(\d{4})/iu;
const MONTH_ONLY = /tháng\s*(\d{1,2})\s*(?:năm|[/-])\s*(\d{4})/iu;
const NUMBER = /(?<!\p{L})số\s*:?\s*(.*?)(?=\s*(?:ngày|tháng|của|[);,]|$))/iu;

/**
 * Reads the line that attaches an appendix to its plan (Decree 30/2020/NĐ-CP, form of an appendix).
 * @param text the line; may hold line breaks and blank places to be filled in by hand.
 */
export function parseAttachment(text: string): Attachment {
  // Long runs of dots are shortened first, so that no pattern below can wander in them.
  const line = text.slice(0, MAX_LENGTH).normalize("NFC").replace(/\s+/gu, " ").replace(/[ .…_]{3,}/gu, " … ");
  const number = NUMBER.exec(line)?.[1]?.replace(/\s/gu, "") ?? null;
  const dotted = DOTTED_DATE.exec(line);
  const date = dotted ?? DATE.exec(line);
  const month = date === null ? MONTH_ONLY.exec(line) : null;
  const figure = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
  const of = line.toLowerCase().lastIndexOf("của ");
  const issuer = of < 0 ? "" : line.slice(of + 4).replace(/[)\s.…_]+$/u, "");
  return {
    number: number === "" ? null : number,
    numberBlank: number !== null && !/\d/u.test(number.split(/[/-]/u)[0] ?? ""),
    dated: date !== null || month !== null,
    day: figure(date?.[1]),
    month: figure(date?.[2] ?? month?.[1]),
    year: figure(date?.[3] ?? month?.[2]),
    issuer: issuer === "" ? null : issuer,
  };
}
