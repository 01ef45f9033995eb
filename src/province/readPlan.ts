import { formatPosition } from "../grid/address";
import { contains } from "../grid/area";
import type { Grid } from "../grid/grid";
import { hasRole, type Appendix, type Field, type Item, type Reading } from "../appendix/appendix";
import { parseDeadline } from "../text/deadline/parseDeadline";
import { findTargetValues } from "../text/target/findTargetValues";
import { parseTargetValue } from "../text/target/parseTargetValue";
import type { TargetValue } from "../text/target/targetValue";
import { canonicalTone, collapse, isBlank, lower } from "../text/normal";
import type { Period, Wording } from "./match/statement";
import { periodIn, periodOfColumn, showPeriod } from "./periods";
import type { PlanRow, PlanRows, PlanTarget, PlanTask, ProvincialPlan, TargetSlot } from "./plan";
import type { PlanProblem } from "./problems";
import { partsOfProse } from "./prose";

/** Words that name communes as those who carry something out. */
const COMMUNES =
  /(?<!\p{L})(?:các|cấp|mỗi|từng|tất cả|[1-9]\d{1,2})\s+(?:xã|phường|đặc khu)(?!\s+hội)(?!\p{L})|(?<!\p{L})xã\s?[,/-]\s?phường|(?:ubnd|ủy ban nhân dân|đảng ủy|hđnd|chính quyền|công an|trung tâm phục vụ hành chính công)\s+(?:cấp\s+)?(?:các\s+)?(?:xã|phường|đặc khu)(?!\p{L})|các địa phương|cấp cơ sở/u;

/** The rows of every appendix of a reading. @param without sheets that are left out. */
export function planRowsOf(reading: Reading, without: readonly string[] = []): PlanRows {
  const targets: PlanTarget[] = [];
  const tasks: PlanTask[] = [];
  for (const appendix of reading.appendices) {
    if (without.includes(appendix.sheet)) continue;
    const around = aroundOf(appendix, reading);
    let heading: string | null = null;
    for (const item of appendix.items) {
      const content = item.fields.content;
      if (content === undefined || isBlank(content.text)) continue;
      if (appendix.kind === "targets") {
        const found = targetsOf(item, content, around);
        const parent = LEVEL_ONLY.test(lower(canonicalTone(collapse(content.text)))) ? heading : null;
        targets.push(...(parent === null ? found : found.map((target) => under(parent, target))));
        if (parent === null) heading = content.text;
      }
      else if (appendix.kind === "outline" && item.fields.deadline === undefined && item.fields.leadUnit === undefined && findTargetValues(content.text).length > 0) {
        targets.push(...proseTargets(item, content, around));
      } else tasks.push(taskOf(item, content, around));
    }
  }
  return { targets, tasks };
}

const TIER = /(?<!\p{L})cấp (?:tỉnh|thành phố|huyện|xã|cơ sở)(?!\p{L})/u;

/** "+ Cấp xã", "- UBND cấp tỉnh": a row that parts the target above it by levels. */
const LEVEL_ONLY = /^[-+*•\s\da-z.)]{0,6}(?:(?:ở|tại|đối với|của|trong đó|riêng)\s*:?\s*)*(?:(?:cơ quan|ubnd|ủy ban nhân dân|chính quyền|các cơ quan)\s+)*(?:nhà nước\s+)?cấp\s+(?:tỉnh|huyện|xã|thành phố)\s*[:.]?$/u;

/** A target that only names a level is the one of the row above it, at that level. */
function under(heading: string, target: PlanTarget): PlanTarget {
  const name = `${collapse(heading).replace(/\s*[:.]$/, "")} ${target.name.replace(/^[-+*•\s]+/, "").toLowerCase()}`;
  return { ...target, name, wording: { ...target.wording, name } };
}

/** What all rows of an appendix share. */
interface Around {
  readonly appendix: Appendix;
  readonly label: string | null;
  /** The years of the title, or of the plan. */
  readonly period: Period | null;
  /** The one year that dates without a year speak of. */
  readonly year: number | null;
}

function aroundOf(appendix: Appendix, reading: Reading): Around {
  const title = appendix.titleLines.title?.text ?? "";
  const period = periodIn(title) ?? periodIn(reading.plan.period ?? "");
  const label = collapse(appendix.titleLines.label?.text ?? "");
  const issued = reading.plan.issued === null ? null : Number(reading.plan.issued.slice(0, 4));
  return { appendix, label: /^phụ lục\s*([\p{L}\d]{0,6})/iu.exec(label)?.slice(1).map((name) => `Phụ lục ${name}`.trim())[0] ?? null, period, year: period !== null && period.from === period.to ? period.to : issued };
}

function rowOf(item: Item, content: Field, name: string, index: number, around: Around, wording: Wording): PlanRow {
  const { appendix } = around;
  const section = item.section === null ? null : appendix.sections[item.section];
  const says = [content.text, item.fields.leadUnit?.text, item.fields.coordinatingUnits?.text, section?.title?.text].filter((text) => text !== undefined).join(" ; ");
  const cell = formatPosition(content.cell);
  const number = collapse(item.fields.number?.text ?? "");
  return {
    id: `${appendix.sheet}!${cell}${index === 0 ? "" : `#${index}`}`,
    sheet: appendix.sheet,
    at: content.cell,
    appendix: around.label,
    number: number === "" || number.length > 12 ? null : number,
    name: collapse(name),
    item,
    namesCommunes: COMMUNES.test(lower(canonicalTone(collapse(says)))),
    wording: atLevelOf(section?.title?.text ?? "", wording),
  };
}

/** "II. Chỉ tiêu của cấp xã": what its section says of the level holds for each target that says none. */
function atLevelOf(section: string, wording: Wording): Wording {
  const level = TIER.exec(lower(canonicalTone(collapse(section))))?.[0];
  return wording.kind === "task" || level === undefined || TIER.test(lower(canonicalTone(wording.name))) ? wording : { ...wording, name: `${wording.name} ${level}` };
}

function targetsOf(item: Item, content: Field, around: Around): readonly PlanTarget[] {
  const own: { field: Field; header: string }[] = item.values.map(({ column, field }) => ({ field, header: column.period ?? column.header }));
  const bare = item.fields.target;
  if (bare !== undefined && own.length === 0) own.push({ field: bare, header: "" });
  if (own.length === 0) return proseTargets(item, content, around);
  const inSection = sectionPeriod(item, around);
  const inName = periodIn(content.text);
  const slots = own.flatMap(({ field, header }): TargetSlot[] => {
    const said = periodOfColumn(header);
    if (said === "none") return [];
    const period = said ?? inName ?? inSection ?? around.period;
    const value = inUnit(parseTargetValue(field.value, field.text), item);
    return [{ period, label: showPeriod(period), value, text: writtenValue(field, value), field, span: null }];
  });
  const measured = slots.map(({ value }) => value);
  return [{ ...rowOf(item, content, content.text, 0, around, wordingOf(content.text, item, measured, slots)), slots }];
}

/** A bare number in a row whose unit column says "%" is a share. */
function inUnit(value: TargetValue, item: Item): TargetValue {
  const share = /^\s*\(?%/.test(item.fields.unitOfMeasure?.text ?? "");
  return share && value.kind === "measured" && value.unit === null ? { ...value, unit: "%" } : value;
}

function proseTargets(item: Item, content: Field, around: Around): readonly PlanTarget[] {
  const inSection = sectionPeriod(item, around);
  const inWhole = periodIn(content.text);
  return partsOfProse(content.text).map((part, index) => {
    const period = periodIn(part.text) ?? inWhole ?? inSection ?? around.period;
    const text = part.span === null ? "" : content.text.slice(part.span.start, part.span.end);
    const slot: TargetSlot = { period, label: showPeriod(period), value: part.value, text, field: content, span: part.span };
    return { ...rowOf(item, content, part.text, index, around, wordingOf(part.text, item, [part.value], [slot])), slots: [slot] };
  });
}

function sectionPeriod(item: Item, { appendix }: Around): Period | null {
  const section = item.section === null ? undefined : appendix.sections[item.section];
  return section?.title === undefined || section.title === null ? null : periodIn(section.title.text);
}

function wordingOf(name: string, item: Item, values: readonly TargetValue[], slots: readonly TargetSlot[]): Wording {
  const column = collapse(item.fields.unitOfMeasure?.text ?? "");
  const inValues = values.map((value) => (value.kind === "measured" ? value.unit : null)).find((unit) => unit !== null);
  const inBrackets = /\(\s*(?:đvt|đơn vị(?: tính)?)?\s*:?\s*(%|điểm|hạng|[\p{L}\s]{2,20}đồng)\s*\)/iu.exec(name)?.[1];
  const unit = column !== "" && !isBlank(column) ? column : (inValues ?? inBrackets ?? null);
  const periods = slots.flatMap(({ period, value }) => (period === null || value.kind === "unreadable" ? [] : [period]));
  return { name, kind: "target", unit, periods: slots.every(({ period }) => period !== null) ? periods : [] };
}

function taskOf(item: Item, content: Field, around: Around): PlanTask {
  const field = item.fields.deadline ?? null;
  return {
    ...rowOf(item, content, content.text, 0, around, { name: content.text, kind: "task", unit: null, periods: [] }),
    deadline: field === null ? { kind: "missing" } : parseDeadline(field.value, field.text, around.year),
    deadlineField: field,
  };
}

/** The value as it stands in the cell, without "phấn đấu đạt" before it. */
function writtenValue(field: Field, value: TargetValue): string {
  if (value.kind !== "measured") return collapse(field.text);
  const written = collapse(field.text.slice(value.start, value.end));
  return value.unit === "%" && !/%|phần trăm/u.test(written) ? `${written}%` : written;
}

/** How a plan above is read. */
export interface PlanReading {
  /** The sheet of the user's own workbook that is the plan; null when a whole file is. */
  readonly only?: string | null;
  /** What messages call it; its number, or the file's name, when absent. */
  readonly title?: string;
  /** False for figures that are not assigned to anyone here: the nation's. */
  readonly assigns?: boolean;
}

/**
 * A plan above from what was read of it.
 * @param file the file's name; @param grids the sheets, for their merged cells.
 */
export function readPlan(file: string, reading: Reading, grids: readonly Grid[], { only = null, title, assigns = true }: PlanReading = {}): ProvincialPlan {
  const others = only === null ? [] : grids.map(({ sheet }) => sheet).filter((sheet) => sheet !== only);
  const rows = planRowsOf(reading, others);
  const problems: PlanProblem[] = [];
  const unusable = new Set<string>();
  const appendices = reading.appendices.filter(({ sheet }) => !others.includes(sheet));
  if (appendices.length === 0) problems.push({ kind: "no-appendix" });
  else if (rows.targets.length + rows.tasks.length === 0) problems.push({ kind: "no-rows" });
  findMergedYears(rows.targets, grids, problems, unusable);
  findTwins(rows.targets, problems, unusable);
  const number = only === null ? reading.plan.number : null;
  return {
    ...rows,
    file,
    title: title ?? (number === null ? file : `Kế hoạch số ${number}`),
    ownSheets: only === null ? [] : [only],
    assigns: assigns ? assignment(rows, appendices) : () => false,
    problems,
    unusable,
  };
}

/**
 * Which rows are meant for communes: those that name them. In a table that names no unit at all, and no communes, every row is sent down.
 */
function assignment(rows: PlanRows, appendices: readonly Appendix[]): (row: PlanRow) => boolean {
  const open = new Set(
    appendices
      .filter((appendix) => {
        const own = [...rows.targets, ...rows.tasks].filter((row) => row.sheet === appendix.sheet && contains(appendix.area, row.at.row, row.at.column));
        return !hasRole(appendix, "leadUnit") && !hasRole(appendix, "coordinatingUnits") && !own.some(({ namesCommunes }) => namesCommunes);
      })
      .flatMap((appendix) => appendix.items),
  );
  return (row) => row.namesCommunes || open.has(row.item);
}

/** A value cell that is merged over several years says nothing of any one of them. */
function findMergedYears(targets: readonly PlanTarget[], grids: readonly Grid[], problems: PlanProblem[], unusable: Set<string>): void {
  const merges = new Map(grids.map((grid) => [grid.sheet, (grid.merges ?? []).filter(({ left, right }) => right > left)]));
  for (const target of targets) {
    const wide = merges.get(target.sheet) ?? [];
    if (wide.length === 0 || target.slots.length < 2) continue;
    const merged = target.slots.find(({ field, value }) => value.kind !== "missing" && wide.some((area) => contains(area, field.cell.row, field.cell.column) && target.slots.some((other) => other.field !== field && contains(area, other.field.cell.row, other.field.cell.column))));
    if (merged === undefined) continue;
    unusable.add(target.id);
    problems.push({ kind: "merged-years", name: target.name, sheet: target.sheet, cell: formatPosition(merged.field.cell) });
  }
}

/** Two rows of one name are told: with different values for one year they contradict each other, otherwise nobody knows which is meant. */
function findTwins(targets: readonly PlanTarget[], problems: PlanProblem[], unusable: Set<string>): void {
  const byName = new Map<string, PlanTarget>();
  for (const target of targets) {
    contradictionWithin(target, problems, unusable);
    const key = `${lower(canonicalTone(target.wording.name)).replace(/[≥≤<>]?\s*\d+(?:[.,]\d+)?\s*%/g, " ").replace(/[\s.,;:-]+/g, " ").trim()} ${target.wording.unit ?? ""}`;
    const twin = byName.get(key);
    if (twin === undefined) {
      byName.set(key, target);
      continue;
    }
    const place = { name: target.name, sheet: twin.sheet, cell: formatPosition(twin.at), other: `${target.sheet}!${formatPosition(target.at)}` };
    const meeting = target.slots.flatMap((slot) => twin.slots.filter((other) => sameYears(slot, other)).map((other) => ({ slot, other })));
    // The same name for other years is the same target, told year by year.
    if (meeting.length === 0) continue;
    unusable.add(target.id);
    unusable.add(twin.id);
    const clash = meeting.find(({ slot, other }) => differs(slot, other));
    if (clash === undefined) problems.push({ kind: "same-name", ...place });
    else problems.push({ kind: "contradiction", ...place, period: clash.slot.label, values: `${clash.other.text}, ${clash.slot.text}` });
  }
}

/** Two columns of one year that say different things in one row. */
function contradictionWithin(target: PlanTarget, problems: PlanProblem[], unusable: Set<string>): void {
  for (const [index, slot] of target.slots.entries()) {
    const other = target.slots.slice(0, index).find((before) => before.period !== null && sameYears(before, slot) && differs(before, slot));
    if (other === undefined) continue;
    unusable.add(target.id);
    problems.push({ kind: "contradiction", name: target.name, sheet: target.sheet, cell: formatPosition(other.field.cell), other: formatPosition(slot.field.cell), period: slot.label, values: `${other.text}, ${slot.text}` });
    return;
  }
}

function sameYears(one: TargetSlot, other: TargetSlot): boolean {
  return one.label === other.label;
}

function differs(one: TargetSlot, other: TargetSlot): boolean {
  if (one.value.kind !== "measured" || other.value.kind !== "measured") return false;
  return one.value.number !== other.value.number || one.value.upTo !== other.value.upTo;
}
