import { severityRank, type Mark } from "../grid/mark";

/** One mark a cell, of its gravest finding. */
export function marksOf(findings: readonly Mark[]): readonly Mark[] {
  const byCell = new Map<string, Mark>();
  for (const { sheet, cell, severity } of findings) {
    const key = `${sheet}!${cell}`;
    const known = byCell.get(key);
    if (known === undefined || severityRank(severity) < severityRank(known.severity)) byCell.set(key, { sheet, cell, severity });
  }
  return [...byCell.values()];
}
