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
  /** The checks that have something to say about a text; of two columns, about the second's text by the first's. */
  private readonly speaking = new Map<string, readonly ItemCheck[]>();
  private readonly speakingOfTwo = new Map<string, Map<string, readonly ItemCheck[]>>();
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
    // Of a number the text does not tell all.
    if (first === undefined || typeof first.value === "number") {
      for (const { checkItem, context } of this.checks) checkItem(item, context);
      return;
    }
    let speaking = this.speaking;
    let { text } = first;
    if (this.second !== null) {
      const second = this.second(item);
      if (second === undefined || typeof second.value === "number") {
        for (const { checkItem, context } of this.checks) checkItem(item, context);
        return;
      }
      speaking = this.besides(text);
      text = second.text;
    }
    const known = speaking.get(text);
    if (known === undefined) speaking.set(text, this.thatSpeak(item));
    else if (known !== NONE) for (const { checkItem, context } of known) checkItem(item, context);
  }

  /** What is known of the second column's texts beside a text of the first. */
  private besides(first: string): Map<string, readonly ItemCheck[]> {
    let beside = this.speakingOfTwo.get(first);
    if (beside === undefined) this.speakingOfTwo.set(first, (beside = new Map<string, readonly ItemCheck[]>()));
    return beside;
  }

  /** Has every rule look at an item. @returns those that told something. */
  private thatSpeak(item: Item): readonly ItemCheck[] {
    const speaking = this.checks.filter(({ checkItem, context }) => {
      const before = this.told();
      checkItem(item, context);
      return this.told() > before;
    });
    return speaking.length === 0 ? NONE : speaking;
  }
}
