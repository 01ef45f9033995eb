import type { CellValue } from "../grid/grid";
import type { Edit } from "../grid/edit";
import type { Position } from "../grid/address";
import type { Severity } from "../grid/mark";
import type { Localized } from "../text/language";
import type { Deadline } from "../text/deadline/deadline";
import type { RunningNumber } from "../text/number/runningNumber";
import type { TargetValue } from "../text/target/targetValue";
import type { DrafterUnit, UnitMention } from "../text/unit/unit";
import type { Appendix, Field, Item, Reading } from "../appendix/appendix";
import type { PlanContext } from "../appendix/plan";
import type { ExampleRowAbove, HeldAgainst } from "./heldAgainst";
import type { NumberedRole } from "./shared/columnTexts";

/** The families of the catalogue; the first half of a rule's id. */
export type RuleFamily = "numbering" | "section" | "lead" | "coord" | "deadline" | "content" | "product" | "target" | "title" | "table";

/**
 * The "6 rõ" that the Government asks of every assignment (Decision 2179/QĐ-TTg of 6/10/2025): who, what, when, who answers for it,
 * with what product, by what authority. Null for a rule of form that serves none of them.
 */
export type Clarity = "người" | "việc" | "thời gian" | "trách nhiệm" | "sản phẩm" | "thẩm quyền";

/** The words that a message needs, by name. */
export type MessageData = Readonly<Record<string, string | number>>;

/** A small table that shows what a rule flags, or what it leaves alone. Row 1 of `rows` is sheet row 1. */
export interface Example {
  /** One short sentence in each language: what is shown here. */
  readonly title: Localized;
  readonly rows: readonly (readonly (CellValue | undefined)[])[];
  /** Merged areas ("A4:B4"), where they matter. */
  readonly merges?: readonly string[];
  readonly plan?: Partial<PlanContext>;
  /** What the plan above says of these rows, for the rules that hold the appendix against it. */
  readonly province?: readonly ExampleRowAbove[];
  /** The cells that the rule flags, in reading order; empty for a good example. */
  readonly flagged: readonly string[];
  /** The rows after every fix of this rule was carried out; only for a rule with fixes. */
  readonly fixed?: readonly (readonly (CellValue | undefined)[])[];
}

/** What a rule reports. */
export interface Report {
  /** Where: a field (its cell, and the slip inside it) or a bare cell of the appendix's sheet. */
  readonly at: Field | Position;
  /** Key into the rule's `messages`. */
  readonly message: string;
  readonly data?: MessageData;
  /** The slip inside the field's text, when it is narrower than the field. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Only when it differs from the rule's own. */
  readonly severity?: Severity;
  /** The edits that mend it; computed only when someone asks. Only for a fix that is safe. */
  readonly fix?: () => readonly Edit[];
}

/** What the text of fields means, parsed once for each distinct text. */
export interface Meanings {
  /** The deadline of a field; years that are not written come from the plan. */
  deadline(field: Field): Deadline;
  /** The units that a field names. */
  units(field: Field): readonly UnitMention[];
  /** The target value of a field. */
  target(field: Field): TargetValue;
  /** The running number of a field, null when it is none. */
  number(field: Field): RunningNumber | null;
  /** True when the field is empty or holds only a placeholder ("…", "[...]"). */
  blank(field: Field): boolean;
  /** A key that is equal for texts that say the same (letter case, spacing, punctuation at the ends and Unicode form set aside). */
  key(field: Field): string;
}

/** What a rule may look at. */
export interface RuleContext {
  readonly plan: PlanContext;
  readonly reading: Reading;
  readonly appendix: Appendix;
  readonly meanings: Meanings;
  /** The units that the drafter keeps: names that others are held to. The same object as long as it stays. */
  readonly directory: readonly DrafterUnit[];
  /** The plan above, laid beside the rows here; null when none was chosen. Only `checkAppendix` may look at it: what is found at an item is remembered. */
  readonly province: HeldAgainst | null;
  readonly report: (report: Report) => void;
}

/** What is worked out for each item of a table and remembered: see `ItemMemory`. */
export interface TableMemory {
  readonly fill: (appendix: Appendix) => Filling;
}

/** The results for a table while they are being worked out. */
export interface Filling {
  /** Works out the result of one item; `index` is its place in the table, from 0 on without a gap. */
  readonly visit: (item: Item, index: number) => void;
  /** Keeps the results; to be called when every item was visited. */
  readonly close: () => void;
}

/**
 * One rule of the catalogue; one file each, whose name is the second half of the id. A rule looks at one item at a time (`checkItem`,
 * whose result must depend on nothing but the item, its columns and the plan: it is remembered as long as they stay) or at a whole
 * appendix (`checkAppendix`, which must stay linear in its rows), or at both.
 */
export interface Rule {
  readonly id: `${RuleFamily}/${string}`;
  readonly severity: Severity;
  readonly clarity: Clarity | null;
  /** What is wrong, in a few words: the heading under "Vì sao?". */
  readonly title: Localized;
  /** Why it matters and what to do, two or three sentences. */
  readonly explanation: Localized;
  /** Where the rule comes from (decree, plan, office convention); shown on its page. */
  readonly source: Localized;
  /** One sentence for each way of being wrong; names what was found and what to do. */
  readonly messages: Readonly<Record<string, Localized<(data: MessageData) => string>>>;
  /** At least one bad and one good. */
  readonly examples: readonly Example[];
  /** False for a table that the rule has nothing to say about, whatever its rows hold. */
  readonly appliesTo?: (appendix: Appendix) => boolean;
  readonly checkItem?: (item: Item, context: RuleContext) => void;
  /**
   * The role whose text alone decides, under one plan, what `checkItem` says of an item that has it: it is asked once about a text, and what it
   * said is told again of the next cell that holds the text. Only a rule that mends what it tells is asked again.
   */
  readonly decidedBy?: NumberedRole;
  readonly checkAppendix?: (context: RuleContext) => void;
  /**
   * The memories that `checkAppendix` will ask. They are filled while the items are looked at one by one, when what was read of an item's
   * wording is at hand; a memory that is not named here is filled when it is asked, at the price of reading the texts once more.
   */
  readonly memories?: (plan: PlanContext) => readonly TableMemory[];
  /**
   * True when `checkAppendix` finds the same, word for word, whichever of two states an item is in (its row and section are the same in
   * both). What it found in a table is then remembered while only such items change. Absent: it looks again after every change.
   */
  readonly ignoresChange?: (before: Item, after: Item) => boolean;
}

/** Severity of single rules, or "off", by rule id; what is not named keeps the rule's own. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/** One thing found at one cell. Plain data but for `fix`. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly messageId: string;
  readonly data: MessageData;
  /** The slip inside the cell's own text; absent when the whole cell is meant. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Index of the appendix. */
  readonly appendix: number;
  /** The edits that mend it, against the sheet as it was checked; absent when only a person can mend it. */
  readonly fix?: () => readonly Edit[];
}
