import { parseAttachmentLine, type AttachmentLine } from "../../text/place/attachmentLine";
import { findPlaces, type NamedPlace } from "../../text/place/findPlaces";
import { findProvince } from "../../text/place/provinces";
import type { Appendix } from "../appendix";
import { UNKNOWN_PLAN, type Level, type PlanContext } from "../plan";
import { bare } from "./bareText";

/**
 * The plan context that the title lines of a workbook's appendices give. Each part is what most appendices say, the first where they are
 * even; what no line says stays null. The lines "(Kèm theo …)" are heard first; a title names the place and the province where they do not.
 */
export function planOfTitles(appendices: readonly Appendix[]): PlanContext {
  const attached: AttachmentLine[] = [];
  const named: NamedPlace[][] = [];
  const periods: string[] = [];
  for (const { titleLines } of appendices) {
    const line = titleLines.attachment === null ? null : parseAttachmentLine(titleLines.attachment.text);
    if (line !== null) attached.push(line);
    const title = titleLines.title?.text ?? "";
    named.push(findPlaces(title));
    const period = periodOf(title);
    if (period !== null) periods.push(period);
  }
  if (attached.length === 0 && named.every((places) => places.length === 0) && periods.length === 0) return UNKNOWN_PLAN;

  const communes = named.flatMap((places) => places.filter(isCommune).slice(0, 1)).map(({ level, name }) => ({ level: level as Level, place: name }));
  const where = most(attached.flatMap(({ level, place }) => (place === null ? [] : [{ level, place }]))) ?? most(communes);
  return {
    place: where?.place ?? null,
    level: where?.level ?? most(attached.flatMap(({ level }) => level ?? [])),
    province: most(attached.flatMap(({ province }) => province ?? [])) ?? most(named.flatMap((places) => places.filter(isProvince).slice(0, 1)).map(({ name }) => findProvince(name)?.name ?? name)),
    number: most(attached.flatMap(({ number }) => number ?? [])),
    issued: most(attached.flatMap(({ issued }) => issued ?? [])),
    period: most(periods),
    issuer: most(attached.flatMap(({ issuerKind }) => issuerKind ?? [])),
  };
}

function isCommune({ level }: NamedPlace): boolean {
  return level === "xã" || level === "phường" || level === "đặc khu";
}

/** A "thành phố" may still be one below a province: only what the register of provinces knows is one. */
function isProvince({ level, name }: NamedPlace): boolean {
  return level === "tỉnh" || (level === "thành phố" && findProvince(name) !== null);
}

/** What is said most often, the first of several; null when nothing is. */
function most<T>(said: readonly T[]): T | null {
  const votes = new Map<string, { value: T; count: number }>();
  for (const value of said) {
    const key = JSON.stringify(value);
    const vote = votes.get(key);
    if (vote === undefined) votes.set(key, { value, count: 1 });
    else vote.count++;
  }
  let best: { value: T; count: number } | null = null;
  for (const vote of votes.values()) if (best === null || vote.count > best.count) best = vote;
  return best?.value ?? null;
}

/** The term of office of those whom an election is about, not the years of the plan: "bầu cử đại biểu … nhiệm kỳ 2026 - 2031". */
const ELECTION = /(?:^| )(?:bau cu|dai bieu hoi dong nhan dan|dai bieu hdnd|dai bieu quoc hoi)(?: |$)/;
const RANGE = /(?:giai doan|nhiem ky|nam|cac nam|thoi ky)\s(20\d\d)\s?(?:[-–]|den(?: nam)?)\s?(20\d\d)(?!\d)/;
/** Not the year of a date ("tháng 10 năm 2025") nor of a horizon ("đến năm 2030", "tầm nhìn năm 2045"). */
const YEAR = /(?<!thang \d{1,2} |den |den het |tam nhin |dinh huong |tu )nam (20\d\d)(?![\d/])/;

/** The years that a title says the plan is for: "2026" or "2025-2030"; null when it says none. */
function periodOf(title: string): string | null {
  const words = bare(title);
  const range = RANGE.exec(words);
  if (range !== null && range[0].startsWith("nhiem ky") && ELECTION.test(words)) return null;
  if (range !== null && Number(range[1]) < Number(range[2])) return `${range[1] ?? ""}-${range[2] ?? ""}`;
  return YEAR.exec(words)?.[1] ?? null;
}
