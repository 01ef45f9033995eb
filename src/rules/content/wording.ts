import type { Appendix, Field, Item } from "../../appendix/appendix";
import type { CellEdit } from "../../grid/edit";
import type { Slip } from "../../text/spelling/slip";
import type { FallenWords } from "../../text/spelling/findFallenWords";
import { mendSlips, readWording } from "../../text/spelling/findSlips";
import type { RuleContext } from "../rule";
import { itemWording } from "../shared/itemWording";
import { isRewritable, rewriteField } from "../shared/rewrite";

/** A slip of wording, and the field that it stands in. */
export interface FieldSlip {
  readonly field: Field;
  readonly slip: Slip;
}

const NONE: readonly FieldSlip[] = [];

/** What the rules of wording know of one item. */
export interface ItemSlips {
  readonly slips: readonly FieldSlip[];
  /** Words that fell into a term of the content or the product. */
  readonly fallen: readonly { readonly field: Field; readonly words: FallenWords }[];
}

const NO_WORDING: ItemSlips = { slips: NONE, fallen: [] };

/** Several rules look at one item after the other: the last answer is kept. */
let lastItem: Item | undefined;
let lastWording = NO_WORDING;

/** What is wrong in the wording of an item, in all its fields; each text is read once, however many rules ask. */
export function wordingOf(item: Item): ItemSlips {
  if (lastItem !== item) {
    lastWording = read(item);
    lastItem = item;
  }
  return lastWording;
}

function read(item: Item): ItemSlips {
  const { count, fields, wordings, sound } = itemWording(item);
  if (sound) return NO_WORDING;
  const slips: FieldSlip[] = [];
  const fallen: { field: Field; words: FallenWords }[] = [];
  for (let i = 0; i < count; i++) {
    const field = fields[i];
    const wording = wordings[i];
    if (field === undefined || wording === undefined) continue;
    for (const slip of wording.slips) if (holds(field, slip)) slips.push({ field, slip });
    if (field === item.fields.content || field === item.fields.product) for (const words of wording.fallen) fallen.push({ field, words });
  }
  return { slips, fallen };
}

/** A bracket may open in one part of a cell and close in another: such a slip must be one of the whole cell too. */
function holds(field: Field, slip: Slip): boolean {
  const { span, cellText } = field;
  if (span === undefined || (slip.message !== "unclosed" && slip.message !== "unopened")) return true;
  return cellText !== undefined && readWording(cellText).slips.some(({ message, start }) => message === slip.message && start === slip.start + span.start);
}

/** The slips in the title lines and the section titles of an appendix. */
export function slipsOfFrame({ titleLines, sections }: Appendix): readonly FieldSlip[] {
  const slips: FieldSlip[] = [];
  for (const field of titleLines.lines) {
    // Title lines are cut where the office breaks them: a bracket or quotation mark may close in the next.
    for (const slip of readWording(field.text).slips) if (slip.message !== "unclosed" && slip.message !== "unopened" && slip.message !== "turned") slips.push({ field, slip });
  }
  for (const { title } of sections) if (title !== null) for (const slip of readWording(title.text).slips) if (holds(title, slip)) slips.push({ field: title, slip });
  return slips;
}

/**
 * Reports the slips of one rule, each with its fix; slips of one kind in one field whose message is in `together` are one finding.
 * @param rule the second half of the rule's id.
 * @param together messages that are told once for a field, and mended all at once.
 */
export function reportSlips(rule: Slip["rule"], slips: readonly FieldSlip[], context: RuleContext, together: ReadonlySet<string> = NOT_TOGETHER): void {
  // A function with closures in it costs memory at every call, also where it returns at once: for each row and rule.
  if (slips.length > 0) reportAll(rule, slips, context, together);
}

function reportAll(rule: Slip["rule"], slips: readonly FieldSlip[], { appendix, report }: RuleContext, together: ReadonlySet<string>): void {
  const told = new Map<Field, Set<string>>();
  for (const { field, slip } of slips) {
    if (slip.rule !== rule) continue;
    const grouped = together.has(slip.message);
    if (grouped) {
      const known = told.get(field) ?? new Set<string>();
      if (known.has(slip.message)) continue;
      told.set(field, known.add(slip.message));
    }
    const alike = grouped ? slips.filter((other) => other.field === field && other.slip.rule === rule && other.slip.message === slip.message).map((other) => other.slip) : [slip];
    // Whether the cell can be written is known beforehand; the new text is made only for someone who asks.
    const mendable = slip.replacement !== undefined && isRewritable(field);
    const mend = (): readonly CellEdit[] => {
      const edit = rewriteField(appendix, field, mendSlips(field.text, alike));
      return edit === undefined ? [] : [edit];
    };
    report({
      at: field,
      message: slip.message,
      span: { start: slip.start, end: slip.end },
      data: slip.data,
      ...(slip.severity === undefined ? {} : { severity: slip.severity }),
      ...(mendable ? { fix: mend } : {}),
    });
  }
}

const NOT_TOGETHER: ReadonlySet<string> = new Set();
