import type { Level, PlanContext } from "../../appendix/plan";
import type { Words } from "../words/words";

/** The fields that the drafter types; the others are chosen from lists. */
export type TypedField = "place" | "province" | "number" | "issued" | "period";

export const TYPED_FIELDS: readonly TypedField[] = ["place", "province", "number", "issued", "period"];
export const LEVELS: readonly Level[] = ["xã", "phường", "đặc khu"];

/** What one field holds after reading: a value, nothing, or no sense. */
export type FieldReading = { readonly ok: true; readonly value: string | null } | { readonly ok: false };

const NONE: FieldReading = { ok: true, value: null };
const WRONG: FieldReading = { ok: false };
const NAME = /^\p{Lu}[\p{L}\p{M}\d .'’–-]{0,59}$/u;
const TIER = /^(?:xã|phường|đặc khu|tỉnh|thành phố|tp\.?)\s/iu;
/** "139/KH-UBND", "15/2025/QĐ-UBND", "04-KH/ĐU" (Decree 30/2020/NĐ-CP for the state's form, Guide 36-HD/VPTW for the Party's). */
const NUMBER = /^\d{1,5}\p{L}?(?:\/(?:19|20)\d\d)?[/-]\p{Lu}[\p{L}\d]*(?:[/-]\p{L}[\p{L}\d]*)*$/u;

/**
 * Reads what the drafter typed into the shape of `PlanContext`.
 * @param text blank for "as the title lines say".
 */
export function readField(field: TypedField, text: string): FieldReading {
  const typed = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (typed === "") return NONE;
  switch (field) {
    case "place":
    case "province":
      return NAME.test(typed) && !TIER.test(typed) ? { ok: true, value: typed } : WRONG;
    case "number": {
      const joined = typed.replace(/\s*([/-])\s*/g, "$1");
      return NUMBER.test(joined) ? { ok: true, value: joined } : WRONG;
    }
    case "issued":
      return readIssued(typed);
    case "period":
      return readPeriod(typed);
  }
}

/** "16/5/2025", "16-05-2025", "5/2025", "tháng 5/2025", "2025-05", "2025-05-16" → "2025-05-16" or "2025-05". */
function readIssued(typed: string): FieldReading {
  const bare = typed.replace(/^(?:ngày|tháng)\s+/iu, "");
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(bare);
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(bare);
  if (day !== null) return calendar(Number(day[3]), Number(day[2]), Number(day[1]));
  if (month !== null) return calendar(Number(month[2]), Number(month[1]), null);
  if (iso !== null) return calendar(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]));
  return WRONG;
}

function calendar(year: number, month: number, day: number | null): FieldReading {
  if (year < 2000 || year > 2099 || month < 1 || month > 12) return WRONG;
  const name = `${year}-${String(month).padStart(2, "0")}`;
  if (day === null) return { ok: true, value: name };
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return WRONG;
  return { ok: true, value: `${name}-${String(day).padStart(2, "0")}` };
}

function readPeriod(typed: string): FieldReading {
  const match = /^(20\d\d)(?:\s*[-–—]\s*(20\d\d))?$/.exec(typed);
  if (match === null) return WRONG;
  const [, from = "", to] = match;
  if (to === undefined || to === from) return { ok: true, value: from };
  return Number(from) < Number(to) ? { ok: true, value: `${from}-${to}` } : WRONG;
}

/** A date of `PlanContext` as people write it, null when it is none. */
export function formatIssued(issued: string | null, words: Words): string | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(issued ?? "");
  if (match === null) return null;
  const [, year, month, day] = match;
  return day === undefined ? words.plan.issuedMonth(Number(month), Number(year)) : words.plan.issuedDay(Number(day), Number(month), Number(year));
}

/** A date of `PlanContext` as the form takes it: "16/5/2025" or "5/2025". */
export function typedIssued(issued: string | null): string {
  const [year = "", month, day] = (issued ?? "").split("-");
  return [day, month].flatMap((part) => (part === undefined ? [] : [String(Number(part))])).concat(year).join("/");
}

/** The header's one line: place, province, issue date, each said to be unknown where it is. */
export function planLine(plan: Pick<PlanContext, "place" | "level" | "province" | "issued">, words: Words): readonly { readonly text: string; readonly known: boolean }[] {
  const level: Level | null = plan.level;
  const issued = formatIssued(plan.issued, words);
  return [
    plan.place === null ? { text: words.plan.unknownPlace, known: false } : { text: words.plan.place(level, plan.place), known: true },
    plan.province === null ? { text: words.plan.unknownProvince, known: false } : { text: plan.province, known: true },
    issued === null ? { text: words.plan.unknownIssued, known: false } : { text: issued, known: true },
  ];
}
