import type { Area } from "../../grid/area";
import { SEVERITIES, type Severity } from "../../grid/mark";

/** A rectangle of marked cells. */
export interface MarkedArea {
  readonly area: Area;
  readonly severity: Severity;
}

/** The formula by which a mark's conditional format names itself; always true. */
export function markFormula(severity: Severity): string {
  return `N("phuluc:${severity}")=0`;
}

/** The severity of a mark, told by the formula of its conditional format; null when the formula is somebody else's. */
export function markSeverity(formula: string): Severity | null {
  const name = /^=?\s*N\("phuluc:([a-z]+)"\)\s*=\s*0$/i.exec(formula.trim())?.[1];
  return SEVERITIES.find((severity) => severity === name) ?? null;
}
