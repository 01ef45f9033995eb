import { parseAddress } from "../grid/address";
import { hasRole, type Appendix, type Item, type Role } from "../appendix/appendix";
import { ruleOf } from "../rules/describe";
import type { Clarity, Finding } from "../rules/rule";
import { CLARITIES, type ClarityScore } from "./clarities";

/** The columns that bear each clarity: without any of them an appendix cannot be clear, nor unclear, on it. */
const BORNE_BY: Readonly<Record<Clarity, readonly Role[]>> = {
  người: ["leadUnit"],
  việc: ["content"],
  "thời gian": ["deadline"],
  "trách nhiệm": ["leadUnit", "coordinatingUnits"],
  "sản phẩm": ["product", "target"],
  "thẩm quyền": ["directingLeader"],
};

/**
 * Scores an appendix on each of the "6 rõ" that the Government asks of every assignment (Decision 2179/QĐ-TTg of 6/10/2025):
 *
 *     share = items with no finding of a rule that serves the clarity / all items that say something
 *
 * Counted are findings of severity error or warning that stand in a row of the item, or in a merged cell that the item shares. What is told of
 * the title lines or of a section is nobody's unclear task; rows made ready and not yet filled in (content/missing tells them apart) are no
 * tasks, and an appendix of nothing else has no score. The list of six is that of 2025; other documents name others, and a rule says
 * itself which one it serves.
 * @param findings those of this appendix that were not ignored.
 */
export function scoreClarity(appendix: Appendix, findings: readonly Finding[]): readonly ClarityScore[] {
  const unclear = new Map<Clarity, Set<Item>>(CLARITIES.map((clarity) => [clarity, new Set()]));
  const prepared = new Set<Item>();
  for (const { ruleId, messageId, severity, cell } of findings) {
    if (ruleId === "content/missing" && messageId === "prepared") {
      const at = parseAddress(cell);
      if (at !== null) for (const item of itemsAt(appendix.items, at.row, at.column)) prepared.add(item);
      continue;
    }
    const clarity = severity === "info" ? null : (ruleOf(ruleId)?.clarity ?? null);
    const position = parseAddress(cell);
    if (clarity === null || position === null) continue;
    for (const item of itemsAt(appendix.items, position.row, position.column)) unclear.get(clarity)?.add(item);
  }
  const all = appendix.items.length - prepared.size;
  if (all === 0) return [];
  return CLARITIES.map((clarity) => {
    const borne = BORNE_BY[clarity].some((role) => hasRole(appendix, role));
    const count = borne ? (unclear.get(clarity)?.size ?? 0) : 0;
    return { clarity, share: borne ? (all - count) / all : null, unclear: count };
  });
}

/** The item in whose rows a cell stands, and those below that share it as a merged cell. */
function itemsAt(items: readonly Item[], row: number, column: number): readonly Item[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.firstRow ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  const found = item !== undefined && row <= item.lastRow ? [item] : [];
  for (let next = low; next < items.length; next++) {
    const below = items[next];
    if (below === undefined || !sharesCell(below, row, column)) break;
    found.push(below);
  }
  return found;
}

function sharesCell({ fields, values }: Item, row: number, column: number): boolean {
  const shares = (field: { readonly cell: { readonly row: number; readonly column: number }; readonly merged?: true } | undefined): boolean =>
    field?.merged === true && field.cell.row === row && field.cell.column === column;
  return Object.values(fields).some(shares) || values.some(({ field }) => shares(field));
}
