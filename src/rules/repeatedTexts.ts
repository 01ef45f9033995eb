import type { Field, Item, Role } from "../appendix/appendix";
import type { Report, Rule, RuleContext } from "./rule";

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

/** The fields by role: a function for each, because looking a role up in the fields of each row would take longer than many a check. */
const FIELD: Readonly<Partial<Record<Role, (item: Item) => Field | undefined>>> = {
  leadUnit: ({ fields }) => fields.leadUnit,
  coordinatingUnits: ({ fields }) => fields.coordinatingUnits,
  deadline: ({ fields }) => fields.deadline,
};

const SILENT: Known = { sayings: [], asking: [] };

/** What is known of the contents of a column's cells: by text, and of numbers by value, with the text that they are shown as. */
class ByContent<T> {
  private readonly texts = new Map<string, T>();
  private readonly numbers = new Map<number, { readonly text: string; readonly known: T }>();

  get({ value, text }: Field): T | undefined {
    if (typeof value !== "number") return this.texts.get(text);
    const number = this.numbers.get(value);
    return number?.text === text ? number.known : undefined;
  }

  set({ value, text }: Field, known: T): void {
    if (typeof value === "number") this.numbers.set(value, { text, known });
    else this.texts.set(text, known);
  }
}

/**
 * The rules that the texts of one column decide (`Rule.decidedBy`). Tables say the same few things again and again: a rule is asked once about
 * each, and what it said is told again of every cell that says so. Good for one appendix under one plan.
 */
export class RepeatedTexts {
  private readonly known = new ByContent<Known>();
  private readonly fieldOf: (item: Item) => Field | undefined;

  /** @throws Error for a role that no rule was decided by so far. */
  constructor(
    role: Role,
    private readonly checks: readonly ItemCheck[],
    private readonly desk: Desk,
  ) {
    const fieldOf = FIELD[role];
    if (fieldOf === undefined) throw new Error(`no rule can be decided by ${role} yet: add it to FIELD`);
    this.fieldOf = fieldOf;
  }

  /** Tells what the rules have to say of an item. */
  ask(item: Item): void {
    const field = this.fieldOf(item);
    if (field === undefined) {
      askAll(this.checks, item);
      return;
    }
    const known = this.known.get(field);
    if (known === undefined) this.known.set(field, this.ofItem(item, field));
    else if (known !== SILENT) {
      askAll(known.asking, item);
      for (const { tell, said: { message, data, span, severity } } of known.sayings) tell({ at: field, message, data, span, severity });
    }
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
