import type { Field, Item, Role } from "../appendix/appendix";
import type { Rule, RuleContext } from "./rule";

/** A rule's look at an item, and what it is shown. */
export interface ItemCheck {
  readonly checkItem: NonNullable<Rule["checkItem"]>;
  readonly context: RuleContext;
}

/** The fields by role: a function for each, because looking a role up in the fields of each row would take longer than many a check. */
const FIELD: Readonly<Partial<Record<Role, (item: Item) => Field | undefined>>> = {
  leadUnit: ({ fields }) => fields.leadUnit,
  coordinatingUnits: ({ fields }) => fields.coordinatingUnits,
  deadline: ({ fields }) => fields.deadline,
};

const NONE: readonly ItemCheck[] = [];

/**
 * The rules that the texts of one or two columns decide (`Rule.decidedBy`). Tables say the same few things again and again: about texts that
 * it was silent about once, a rule is not asked again. Good for one appendix under one plan.
 */
export class RepeatedTexts {
  /** The checks that have something to say about a text, by the text of each column. */
  private readonly speaking = new Map<string, Map<string, readonly ItemCheck[]>>();
  private readonly first: (item: Item) => Field | undefined;
  private readonly second: ((item: Item) => Field | undefined) | null;

  /**
   * @param roles one role or two.
   * @param told how many findings there are by now.
   * @throws Error for a role that no rule was decided by so far.
   */
  constructor(
    roles: readonly Role[],
    private readonly checks: readonly ItemCheck[],
    private readonly told: () => number,
  ) {
    const [first, second = null] = roles.map((role) => {
      const field = FIELD[role];
      if (field === undefined) throw new Error(`no rule can be decided by ${role} yet: add it to FIELD`);
      return field;
    });
    if (first === undefined || roles.length > 2) throw new Error("a rule is decided by one role or two");
    this.first = first;
    this.second = second;
  }

  /** Has the rules look at an item, but those of which it is known that they would say nothing. */
  ask(item: Item): void {
    const first = this.first(item);
    const second = this.second === null ? first : this.second(item);
    // Of a number the text does not tell all.
    if (first === undefined || second === undefined || typeof first.value === "number" || typeof second.value === "number") {
      for (const { checkItem, context } of this.checks) checkItem(item, context);
      return;
    }
    const known = this.speaking.get(first.text)?.get(second.text);
    if (known === undefined) this.learn(item, first.text, second.text);
    else for (const { checkItem, context } of known) checkItem(item, context);
  }

  private learn(item: Item, first: string, second: string): void {
    const speaking = this.checks.filter(({ checkItem, context }) => {
      const before = this.told();
      checkItem(item, context);
      return this.told() > before;
    });
    let bySecond = this.speaking.get(first);
    if (bySecond === undefined) this.speaking.set(first, (bySecond = new Map<string, readonly ItemCheck[]>()));
    bySecond.set(second, speaking.length === 0 ? NONE : speaking);
  }
}
