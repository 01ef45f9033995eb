import type { PlanContext } from "../appendix/plan";

/** What can stand in braces in a form's texts, and what it says in this plan; null for what is not known. */
export type Placeholders = Readonly<Record<"place" | "period" | "level" | "year", string | null>>;

/** What the plan's details say for each placeholder, in ordinary letters: "xã Phú Xuyên", "2026", "2025 - 2030". */
export function placeholdersOf(plan: PlanContext): Placeholders {
  const [first, last = first] = yearsOf(plan.period);
  const year = first ?? plan.issued?.slice(0, 4) ?? null;
  return {
    place: plan.place === null || plan.level === null ? null : `${plan.level} ${plan.place}`,
    level: plan.level,
    year,
    period: first === undefined || last === undefined || first === last ? null : `${first} - ${last}`,
  };
}

/** The first and the last year of a period ("2026", "2025-2030"); empty when there is none. */
function yearsOf(period: string | null): readonly string[] {
  return period?.match(/\d{4}/g) ?? [];
}

const NAME = /\{(place|period|level|year)\}/g;

/** A text with its placeholders filled in; null when one of them is not known. */
export function fillIn(text: string, known: Placeholders): string | null {
  const parts = text.split(NAME);
  // Every second part is the name of a placeholder.
  const said = parts.map((part, index) => (index % 2 === 1 ? known[part as keyof Placeholders] : part));
  return said.includes(null) ? null : said.join("");
}

/**
 * The title of an appendix: {place} and {period} filled in with capitals ("XÃ PHÚ XUYÊN", "NĂM 2026", "GIAI ĐOẠN 2025 - 2030"), what stands in
 * square brackets left out where they are not known, and "…" outside of brackets.
 */
export function fillTitle(title: string, plan: PlanContext): string {
  const { place } = placeholdersOf(plan);
  const [first, last = first] = yearsOf(plan.period);
  const period = first === undefined || last === undefined ? null : first === last ? `NĂM ${first}` : `GIAI ĐOẠN ${first} - ${last}`;
  const known: Placeholders = { place: place?.toUpperCase() ?? null, period, level: null, year: null };
  return title
    .replace(/\[([^\]]*)\]/g, (_, part: string) => fillIn(part, known) ?? "")
    .replace(NAME, (_, name: keyof Placeholders) => known[name] ?? "…")
    .trim();
}

/** The years of a plan's period, one by one, when it is short enough to have a column for each; null otherwise. */
export function yearColumns(period: string | null): readonly string[] | null {
  const [first, last = first] = yearsOf(period).map(Number);
  if (first === undefined || last === undefined || last < first || last - first > 6) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

const DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/**
 * The line that attaches the appendix to its plan (Decree 30/2020/NĐ-CP, form of an appendix). What is not known yet is "…".
 * @param issuer who issues such plans when the plan's details do not say.
 */
export function attachmentLine(plan: PlanContext, issuer: "government" | "party"): string {
  const party = (plan.issuer ?? issuer) === "party";
  const number = plan.number ?? (party ? "…-KH/ĐU" : "…/KH-UBND");
  const [, year = "…", month = "…", day = "…"] = DAY.exec(plan.issued ?? "") ?? [];
  // The Decree writes a zero before days below 10 and before the months 1 and 2.
  const shownMonth = /^0[3-9]$/.test(month) ? month.slice(1) : month;
  const whose = `${party ? "Ban Thường vụ Đảng ủy" : "Ủy ban nhân dân"} ${plan.level ?? (plan.place === null ? "xã" : "")} ${plan.place ?? "…"}`.replace(/\s+/g, " ");
  return `(Kèm theo Kế hoạch số ${number} ngày ${day} tháng ${shownMonth} năm ${year} của ${whose})`;
}
