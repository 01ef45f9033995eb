import pc from "picocolors";
import { formatAddress, parseAddress } from "../grid/address";
import { isCellEdit, isRowRemoval, type Edit } from "../grid/edit";
import { displayText, textAt, type Grid } from "../grid/grid";
import type { Severity } from "../grid/mark";
import type { Appendix } from "../appendix/appendix";
import type { PlanContext } from "../appendix/plan";
import { shareText, type ClarityScore } from "../review/clarities";
import { scoreClarity } from "../review/clarity";
import type { Review } from "../review/reviewer";
import type { SettingDamage } from "../review/settings/fileSettings";
import { describe } from "../rules/describe";
import type { Finding } from "../rules/rule";
import { collapse } from "../text/normal";
import type { Language } from "../text/language";

type Painter = ReturnType<typeof pc.createColors>;

const WORDS = {
  vi: {
    severity: { error: "lỗi", warning: "cảnh báo", info: "lưu ý" },
    kind: { tasks: "nhiệm vụ", targets: "chỉ tiêu", outline: "danh mục" },
    sections: "mục",
    items: { tasks: "nhiệm vụ", targets: "chỉ tiêu", outline: "nhiệm vụ" },
    mend: "sửa",
    removeRow: (row: number) => `bỏ hàng ${row}`,
    moves: (place: string) => `thêm hoặc bỏ hàng, cột ${place}`,
    moreEdits: (count: number) => `và ${count} ô nữa`,
    noTable: "không tìm thấy bảng phụ lục nào: cần một hàng đầu bảng có cột “Nội dung” và một cột như “Cơ quan chủ trì” hay “Thời gian hoàn thành”",
    hidden: (sheet: string) => `trang ẩn "${sheet}" không được soát`,
    damagedSetting: (key: string) => `phần lưu kèm "${key}" trong tệp bị hỏng hoặc của phiên bản khác nên không dùng`,
    unreadSettings: "không đọc được phần lưu kèm trong tệp (thông tin kế hoạch, quy tắc, đơn vị, điều đã bỏ qua)",
    ignored: (count: number) => `${count} đã bỏ qua`,
    clear: "rõ",
    noColumn: "không có cột",
    beforeSections: "Đầu phụ lục",
    nothing: "không có gì phải sửa",
    unknown: "chưa rõ",
    issued: "ban hành",
    empty: "(trống)",
    summary: (files: number, withErrors: number, failed: number) =>
      `${files} tệp: ${withErrors} tệp có lỗi${failed > 0 ? `, ${failed} tệp không đọc được` : ""}.`,
  },
  en: {
    severity: { error: "error", warning: "warning", info: "note" },
    kind: { tasks: "tasks", targets: "targets", outline: "outline" },
    sections: "sections",
    items: { tasks: "tasks", targets: "targets", outline: "tasks" },
    mend: "fix",
    removeRow: (row: number) => `remove row ${row}`,
    moves: (place: string) => `add or remove row or column ${place}`,
    moreEdits: (count: number) => `and ${count} more cells`,
    noTable: "no appendix table was found: it takes a header row with “Nội dung” and a column such as “Cơ quan chủ trì” or “Thời gian hoàn thành”",
    hidden: (sheet: string) => `hidden sheet "${sheet}" was not checked`,
    damagedSetting: (key: string) => `what the file keeps as "${key}" is damaged or another version's and was not used`,
    unreadSettings: "what the file keeps (plan, rules, units, ignored findings) could not be read",
    ignored: (count: number) => `${count} ignored`,
    clear: "clear on",
    noColumn: "no column",
    beforeSections: "Top of the appendix",
    nothing: "nothing to mend",
    unknown: "unknown",
    issued: "issued",
    empty: "(empty)",
    summary: (files: number, withErrors: number, failed: number) =>
      `${files} files: ${withErrors} with errors${failed > 0 ? `, ${failed} could not be read` : ""}.`,
  },
} as const;

/** How much of a cell's text is shown around a slip. */
const CONTEXT = 48;

/** One file as people read it: by sheet and section; each finding with its cell, the text it is about, why, and the mend. */
export function prettyFile(file: string, review: Review, language: Language, colors: boolean, damage: readonly SettingDamage[] = []): string {
  const paint = pc.createColors(colors);
  const words = WORDS[language];
  const lines = [`${paint.bold(file)}  ${paint.dim(planLine(review.reading.plan, language))}`];
  for (const notice of review.reading.notices) if (notice.kind === "hidden-sheet") lines.push(paint.dim(`  ${words.hidden(notice.sheet)}`));
  for (const { kind, key } of damage) lines.push(paint.yellow(`  ${kind === "damaged-setting" ? words.damagedSetting(key) : words.unreadSettings}`));
  if (review.reading.appendices.length === 0) lines.push(`  ${words.noTable}`);
  const grids = new Map(review.grids.map((grid) => [grid.sheet, grid]));
  review.reading.appendices.forEach((appendix, index) => {
    const counts = `${words.kind[appendix.kind]}: ${appendix.sections.length} ${words.sections}, ${appendix.items.length} ${words.items[appendix.kind]}`;
    lines.push("", `${paint.bold(paint.underline(appendix.sheet))}  ${paint.dim(counts)}`);
    const own = review.findings.filter((finding) => finding.appendix === index);
    const scores = scoreClarity(appendix, own);
    if (scores.length > 0) lines.push(`  ${paint.dim(clarityLine(scores, language))}`);
    if (own.length === 0) lines.push(paint.green(`  ${words.nothing}`));
    let heading: string | null = null;
    for (const finding of own) {
      const section = sectionHeading(appendix, finding, language);
      if (section !== heading) lines.push(`  ${paint.cyan(section)}`);
      heading = section;
      lines.push(...findingLines(finding, grids.get(finding.sheet), language, paint));
    }
  });
  const ignored = review.ignored.length === 0 ? "" : ` · ${paint.dim(words.ignored(review.ignored.length))}`;
  lines.push("", countLine(review.findings, language, paint) + ignored, "");
  return lines.join("\n");
}

/** "rõ người 96% · rõ việc 100% · rõ sản phẩm: không có cột". */
function clarityLine(scores: readonly ClarityScore[], language: Language): string {
  const { clear, noColumn } = WORDS[language];
  return scores.map(({ clarity, share }) => `${clear} ${clarity}${share === null ? `: ${noColumn}` : ` ${shareText(share)}`}`).join(" · ");
}

/** A file that could not be read, as its own paragraph. */
export function prettyFailure(file: string, reason: string, colors: boolean): string {
  const paint = pc.createColors(colors);
  return `${paint.bold(file)}\n  ${paint.red(reason)}\n`;
}

/** The last line after several files. */
export function prettySummary(files: number, withErrors: number, failed: number, language: Language): string {
  return `\n${WORDS[language].summary(files, withErrors, failed)}\n`;
}

/** Edits as "E9: trước → sau", at most three of them. */
function editLines(edits: readonly Edit[], language: Language): readonly string[] {
  const words = WORDS[language];
  const shown = edits.slice(0, 3).map((edit) => {
    if (isRowRemoval(edit)) return words.removeRow(edit.removeRow);
    if (!isCellEdit(edit)) return words.moves("insertRow" in edit ? String(edit.insertRow) : "insertColumn" in edit ? edit.insertColumn : edit.removeColumn);
    const [before, after] = aroundChange(oneLine(displayText(edit.expected)), oneLine(displayText(edit.value)));
    return `${edit.cell}: ${before === "" ? words.empty : `“${before}”`} → ${after === "" ? words.empty : `“${after}”`}`;
  });
  return edits.length > 3 ? [...shown, words.moreEdits(edits.length - 3)] : shown;
}

/** The line of one edit with its sheet: "Phụ lục I!E9: …", "Phụ lục I: bỏ hàng 9". */
export function editLine(edit: Edit, language: Language): string {
  return `${edit.sheet}${isRowRemoval(edit) ? ": " : "!"}${editLines([edit], language).join("")}`;
}

/** Two texts, long ones shortened to the place where they differ and a few words around it. */
function aroundChange(before: string, after: string): readonly [string, string] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const cut = (text: string): string => {
    if (text.length <= CONTEXT * 2) return text;
    const from = wordEdge(text, Math.max(0, head - CONTEXT / 2), -1);
    const to = wordEdge(text, Math.min(text.length, text.length - tail + CONTEXT / 2), 1);
    const end = Math.min(to, from + CONTEXT * 3);
    return `${from > 0 ? "…" : ""}${text.slice(from, end).trim()}${end < text.length ? "…" : ""}`;
  };
  return [cut(before), cut(after)];
}

/** A text on one line; its spaces stay, for they may be what is mended. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, " ");
}

/** The nearest space from a place on, so that no word is cut. */
function wordEdge(text: string, from: number, step: -1 | 1): number {
  let at = from;
  while (at > 0 && at < text.length && text[at] !== " ") at += step;
  return at;
}

function planLine(plan: PlanContext, language: Language): string {
  const words = WORDS[language];
  const place = plan.place === null ? words.unknown : `${plan.level === null ? "" : `${plan.level} `}${plan.place}`;
  return [place, plan.province, plan.issued === null ? null : `${words.issued} ${plan.issued}`].filter((part) => part !== null).join(", ");
}

function countLine(findings: readonly Finding[], language: Language, paint: Painter): string {
  const words = WORDS[language].severity;
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return `${paint.red(`${count("error")} ${words.error}`)} · ${paint.yellow(`${count("warning")} ${words.warning}`)} · ${paint.blue(`${count("info")} ${words.info}`)}`;
}

function sectionHeading(appendix: Appendix, finding: Finding, language: Language): string {
  const row = parseAddress(finding.cell)?.row ?? 0;
  const section = appendix.sections.findLast((candidate) => candidate.row <= row);
  if (section === undefined) return WORDS[language].beforeSections;
  return shorten([section.numeral?.text, section.title?.text].filter((part) => part !== undefined).map(collapse).join(" "), 88);
}

function findingLines(finding: Finding, grid: Grid | undefined, language: Language, paint: Painter): readonly string[] {
  const color = { error: paint.red, warning: paint.yellow, info: paint.blue }[finding.severity];
  const position = parseAddress(finding.cell);
  const text = grid === undefined || position === null ? "" : textAt(grid, position.row, position.column);
  const at = position === null ? finding.cell : formatAddress(position.row, position.column);
  const lines = [
    `    ${paint.bold(at.padEnd(5))} ${color(WORDS[language].severity[finding.severity])}  ${describe(finding, language)}  ${paint.dim(finding.ruleId)}`,
  ];
  if (text.trim() !== "") lines.push(`          ${excerpt(text, finding.span, (slip) => paint.underline(color(slip)), paint)}`);
  if (finding.fix !== undefined) for (const line of editLines(finding.fix(), language)) lines.push(`          ${paint.green(`${WORDS[language].mend}: ${line}`)}`);
  return lines;
}

/** The text around the slip, on one line. */
function excerpt(text: string, span: Finding["span"], underline: (slip: string) => string, paint: Painter): string {
  if (span === undefined) return paint.dim(shorten(collapse(text), CONTEXT * 2));
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const flat = (part: string): string => part.replace(/\s+/gu, " ");
  const head = before.length > CONTEXT ? `…${before.slice(-CONTEXT)}` : before;
  const tail = after.length > CONTEXT ? `${after.slice(0, CONTEXT)}…` : after;
  return `${paint.dim(flat(head).trimStart())}${underline(flat(text.slice(span.start, span.end)))}${paint.dim(flat(tail).trimEnd())}`;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
