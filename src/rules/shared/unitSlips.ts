import type { Severity } from "../../grid/mark";
import type { RuleContext } from "../rule";
import { rewriteField } from "./rewrite";
import { shorten } from "./shorten";
import { unitStandardOf, type UnitRole, type UnitSlip } from "./unitStandard";

/** How a rule tells a slip: the key of its message, and the severity where it is not the rule's own. */
export interface Telling {
  readonly message: string;
  readonly severity?: Severity;
}

/**
 * Reports the slips in the units of one column, each at its place in the field, with the standard form put there as the fix.
 * @param tell how a slip is told; null when it is another rule's.
 */
export function reportUnitSlips({ appendix, reading, meanings, directory, report }: RuleContext, role: UnitRole, tell: (slip: UnitSlip) => Telling | null): void {
  for (const [index, slips] of unitStandardOf({ reading, meanings, directory }).slips(reading.appendices.indexOf(appendix), role)) {
    const field = appendix.items[index]?.fields[role];
    if (field === undefined) continue;
    const text = shorten(field.text);
    for (const slip of slips) {
      const telling = tell(slip);
      if (telling === null) continue;
      const { start, end, name, usual, count } = slip;
      const edit = usual === null ? undefined : rewriteField(appendix, field, field.text.slice(0, start) + usual + field.text.slice(end));
      report({
        at: field,
        span: { start, end },
        data: { unit: shorten(name), usual: shorten(usual ?? ""), count, text },
        ...telling,
        ...(edit === undefined || edit.value === edit.expected ? {} : { fix: () => [edit] }),
      });
    }
  }
}
