import type { Field, Item } from "../appendix/appendix";
import type { Report, Rule, RuleContext } from "./rule";
import { columnTexts, NO_TEXT, type NumberedRole } from "./shared/columnTexts";

/** A rule's look at an item, and what it is shown. */
export interface ItemCheck {
  readonly checkItem: NonNullable<Rule["checkItem"]>;
  readonly context: RuleContext;
}

/** Has rules look at an item. Counted, not iterated: this runs for each row of a large table, and an iterator is an object. */
export function askAll(checks: readonly ItemCheck[], item: Item): void {
  for (let k = 0; k < checks.length; k++) {
    const check = checks[k];
    check?.checkItem(item, check.context);
  }
}

/** What the rules tell, in the hands of the engine. */
export interface Desk {
  /** Takes the reports of one look, in their order, while it is set. */
  heard: Report[] | null;
}

/** What a rule said of a text: it says the same wherever the text stands. */
interface Saying {
  readonly tell: RuleContext["report"];
  readonly said: Report;
}

/** What there is to say about a text. */
interface Known {
  readonly sayings: readonly Saying[];
  /** The checks that are asked again each time, because what they say hangs on the cell: how it is mended. */
  readonly asking: readonly ItemCheck[];
}

/**
 * The fields by role, and the numbers of their texts: a function for each, because looking a role up in the fields of each row would take
 * longer than many a check.
 */
const COLUMNS: Readonly<Record<NumberedRole, { readonly fieldOf: (item: Item) => Field | undefined; readonly numberOf: (item: Item) => number }>> = {
  leadUnit: { fieldOf: ({ fields }) => fields.leadUnit, numberOf: (item) => columnTexts(item).leadUnit },
  coordinatingUnits: { fieldOf: ({ fields }) => fields.coordinatingUnits, numberOf: (item) => columnTexts(item).coordinatingUnits },
  deadline: { fieldOf: ({ fields }) => fields.deadline, numberOf: (item) => columnTexts(item).deadline },
};

const SILENT: Known = { sayings: [], asking: [] };

/**
 * The rules that the texts of one column decide (`Rule.decidedBy`). Tables say the same few things again and again: a rule is asked once about
 * each, and what it said is told again of every cell that says so. Good for one appendix under one plan.
 */
export class RepeatedTexts {
  /** By the number of the text. */
  private readonly known: (Known | undefined)[] = [];
  /** Of cells that store a number, by its value, with the text that it is shown as. */
  private readonly ofNumbers = new Map<number, { readonly text: string; readonly known: Known }>();
  private readonly fieldOf: (item: Item) => Field | undefined;
  private readonly numberOf: (item: Item) => number;

  constructor(
    role: NumberedRole,
    private readonly checks: readonly ItemCheck[],
    private readonly desk: Desk,
  ) {
    ({ fieldOf: this.fieldOf, numberOf: this.numberOf } = COLUMNS[role]);
  }

  /** Tells what the rules have to say of an item. */
  ask(item: Item): void {
    const field = this.fieldOf(item);
    const number = this.numberOf(item);
    if (field === undefined || (number === NO_TEXT && typeof field.value !== "number")) {
      askAll(this.checks, item);
      return;
    }
    const known = number === NO_TEXT ? this.ofNumber(field) : this.known[number];
    if (known === undefined) this.keep(field, number, this.ofItem(item, field));
    else if (known !== SILENT) {
      askAll(known.asking, item);
      for (const { tell, said: { message, data, span, severity } } of known.sayings) tell({ at: field, message, data, span, severity });
    }
  }

  private ofNumber({ value, text }: Field): Known | undefined {
    const known = typeof value === "number" ? this.ofNumbers.get(value) : undefined;
    return known?.text === text ? known.known : undefined;
  }

  private keep({ value, text }: Field, number: number, known: Known): void {
    if (number !== NO_TEXT) this.known[number] = known;
    else if (typeof value === "number") this.ofNumbers.set(value, { text, known });
  }

  /** Has every rule look at an item. @returns what is to be told of its like. */
  private ofItem(item: Item, field: Field): Known {
    const sayings: Saying[] = [];
    const asking: ItemCheck[] = [];
    for (const check of this.checks) {
      this.desk.heard = [];
      check.checkItem(item, check.context);
      const { heard } = this.desk;
      this.desk.heard = null;
      if (heard.some(({ at, fix }) => fix !== undefined || at !== field)) asking.push(check);
      else for (const said of heard) sayings.push({ tell: check.context.report, said });
    }
    return sayings.length + asking.length === 0 ? SILENT : { sayings, asking };
  }
}
