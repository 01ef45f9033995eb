import { severityRank, type Severity } from "../../grid/mark";
import type { FindingView, ReviewView } from "../../review/view";

/** Why a cell is marked: its findings, gravest first. */
export interface CellNote {
  readonly severity: Severity;
  readonly findings: readonly FindingView[];
}

const NONE: ReadonlyMap<string, CellNote> = new Map();
const cache = new WeakMap<ReviewView, ReadonlyMap<string, ReadonlyMap<string, CellNote>>>();

/** The notes of a sheet by A1 address; the same map for the same check. */
export function notesOf(view: ReviewView | null, sheet: string): ReadonlyMap<string, CellNote> {
  if (view === null) return NONE;
  let bySheet = cache.get(view);
  if (bySheet === undefined) {
    bySheet = collect(view);
    cache.set(view, bySheet);
  }
  return bySheet.get(sheet) ?? NONE;
}

function collect(view: ReviewView): ReadonlyMap<string, ReadonlyMap<string, CellNote>> {
  const bySheet = new Map<string, Map<string, FindingView[]>>();
  for (const finding of view.findings) {
    const sheet = bySheet.get(finding.sheet) ?? new Map<string, FindingView[]>();
    bySheet.set(finding.sheet, sheet);
    const here = sheet.get(finding.cell);
    if (here === undefined) sheet.set(finding.cell, [finding]);
    else here.push(finding);
  }
  return new Map(
    [...bySheet].map(([sheet, cells]) => [
      sheet,
      new Map(
        [...cells].map(([cell, findings]) => {
          const sorted = findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity));
          return [cell, { severity: sorted[0]?.severity ?? "info", findings: sorted }];
        }),
      ),
    ]),
  );
}
