import { correctPlan, type PlanContext } from "../appendix/plan";
import { readAppendices } from "../appendix/reader/readAppendices";
import type { Reading } from "../appendix/appendix";
import { Comparer, heldAgainst, LIKELY } from "../province/compare";
import { problemText } from "../province/problems";
import { proposalsOf, type Proposal } from "../province/proposals";
import { cellsOf, editsOf, fillReport, keepProvenance, type FillReport } from "../review/province";
import { FileSettings } from "../review/settings/fileSettings";
import { optionsOf } from "../review/settings/options";
import { SKIP_REASONS } from "../review/skipReasons";
import type { Language } from "../text/language";
import type { FileWorkbook } from "../workbook/file/fileWorkbook";
import { EXIT, UsageError, type CommandContext } from "./console";
import { openNamed, under, writeOutput } from "./files";
import { editLine } from "./pretty";
import { readSource } from "./source";

/** What `fill` was asked. */
export interface FillRequest {
  readonly file: string;
  /** A workbook, or the name of a bundled plan. */
  readonly from: string;
  /** Null on a dry run. */
  readonly output: string | null;
  /** The score from which a match counts, 0 to 1. */
  readonly least: number;
  readonly json: boolean;
  readonly plan: Partial<PlanContext>;
}

/**
 * Fills in the values and times that the plan above sets, where the match is sure and the cell is empty, keeps where each comes from in the
 * file, and prints every proposal. A dry run does the same in memory and writes nothing.
 */
export async function fill(request: FillRequest, context: CommandContext): Promise<number> {
  const { console, language } = context;
  const source = await readSource(request.from, context);
  const workbook = await openNamed(request.file);
  const comparer = new Comparer(source);
  const { grids, reading } = await readHere(workbook, request.plan);
  const comparison = comparer.compare(reading);
  for (const problem of comparison.problems) if (problem.kind === "other-years") throw new UsageError(under(request.from, problemText(problem)));
  if (comparison.here.targets.length + comparison.here.tasks.length === 0) {
    throw new UsageError(under(request.file, { vi: "không thấy phụ lục nào có chỉ tiêu hay nhiệm vụ để điền.", en: "there is no appendix with targets or tasks to fill in." }));
  }
  const proposals = proposalsOf(comparison, grids, Math.min(LIKELY, request.least));
  const wanted = proposals.filter(({ state, score }) => state === "fill" && score >= request.least);
  const report = await workbook.applyEdits(editsOf(wanted));
  for (const { edit, reason } of report.skipped) {
    console.err(`phuluc: ${editLine(edit, language)}: ${language === "vi" ? "để nguyên" : "left alone"}, ${SKIP_REASONS[reason][language]}.\n`);
  }
  const written = new Set(cellsOf(report.applied).map(({ sheet, cell }) => `${sheet}!${cell}`));
  const filled = wanted.filter(({ sheet, cell }) => written.has(`${sheet}!${cell}`));
  await keepProvenance(workbook, filled, cellsOf(report.applied));
  const after = await readHere(workbook, request.plan);
  const dry = request.output === null;
  const told = fillReport(proposals, new Set(dry ? [] : filled.map(({ id }) => id)), heldAgainst(comparer.compare(after.reading), request.least));
  if (request.output !== null) await writeOutput(request.file, request.output, workbook.save());
  console.out(request.json ? `${JSON.stringify(told, null, 2)}\n` : pretty(request, proposals, filled, told, language));
  return EXIT.clean;
}

/** The plan here, its context corrected by what the file keeps and what is asked for. */
async function readHere(workbook: FileWorkbook, plan: Partial<PlanContext>): Promise<{ grids: Awaited<ReturnType<FileWorkbook["readGrids"]>>; reading: Reading }> {
  const grids = await workbook.readGrids();
  const read = readAppendices(grids);
  const options = optionsOf(await FileSettings.read(workbook), { plan });
  return { grids, reading: { ...read, plan: correctPlan(read.plan, options.plan ?? {}) } };
}

const STATES: Readonly<Record<Proposal["state"], Readonly<Record<Language, string>>>> = {
  fill: { vi: "chưa đủ chắc chắn, để trống", en: "not sure enough, left empty" },
  replace: { vi: "đã có giá trị, để nguyên", en: "has a value, left alone" },
  same: { vi: "đã giống cấp trên", en: "already the same" },
  blocked: { vi: "không điền", en: "not filled in" },
  nothing: { vi: "cấp trên không có giá trị cho năm này", en: "no value above for this year" },
};

function pretty(request: FillRequest, proposals: readonly Proposal[], filled: readonly Proposal[], told: FillReport, language: Language): string {
  const vi = language === "vi";
  const done = new Set(filled);
  const lines = proposals.map((proposal) => {
    const { sheet, cell, name, period, beforeText, afterText, score, from, state } = proposal;
    const change = state === "same" || state === "nothing" ? beforeText : `${beforeText === "" ? "—" : beforeText} → ${afterText}`;
    const became = done.has(proposal) ? (vi ? "điền" : "filled in") : STATES[state][language];
    return `  ${sheet}!${cell}  ${shorten(name)}${period === "" ? "" : ` (${period})`}: ${change}  [${became}; ${score.toFixed(2)} ← ${from.sheet}!${from.cell} ${shorten(from.name)}]`;
  });
  const below = told.belowProvince.map(({ sheet, cell, target, here, above }) => `  ${sheet}!${cell}  ${shorten(target)}: ${here} < ${above}`);
  const missing = told.missingHere.map(({ sheet, cell, name }) => `  ${sheet}!${cell}  ${shorten(name)}`);
  const parts = [
    vi ? `${request.file} ← ${request.from}` : `${request.file} from ${request.from}`,
    ...lines,
    ...(below.length === 0 ? [] : [vi ? "Kém mức cấp trên giao:" : "Below what the plan above sets:", ...below]),
    ...(missing.length === 0 ? [] : [vi ? "Cấp trên giao mà chưa có dòng ở đây:" : "Assigned above and without a row here:", ...missing]),
    request.output === null
      ? vi
        ? `Sẽ điền ${filled.length} ô. Chưa ghi gì.`
        : `Would fill in ${filled.length} cells. Nothing was written.`
      : vi
        ? `Đã điền ${filled.length} ô → ${request.output}`
        : `Filled in ${filled.length} cells → ${request.output}`,
  ];
  return `${parts.join("\n")}\n`;
}

function shorten(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}
