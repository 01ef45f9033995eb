import type { Field } from "../appendix/appendix";
import type { PlanContext } from "../appendix/plan";
import { parseDeadline } from "../text/deadline/parseDeadline";
import type { Deadline } from "../text/deadline/deadline";
import { fold, isBlank } from "../text/normal";
import { parseRunningNumber } from "../text/number/runningNumber";
import { parseTargetValue } from "../text/target/parseTargetValue";
import type { TargetValue } from "../text/target/targetValue";
import { parseUnits } from "../text/unit/parseUnits";
import type { UnitMention } from "../text/unit/unit";
import type { Meanings } from "./rule";

/**
 * Appendices say the same few things again and again ("Thường xuyên", "Phòng Văn hóa - Xã hội"), so parsed texts are remembered; a
 * cache that has met this many different texts starts anew, so that a long session in the pane does not grow without end.
 */
const CAPACITY = 20_000;

/** All plans name the same units and values: what these texts mean is kept from one check to the next, and from one file to the next. */
const units = remembered<readonly UnitMention[]>(parseUnits);
const key = remembered(fold);
const target = rememberedByValue<TargetValue>((field) => parseTargetValue(field.value, field.text));

/** Plans of so many years are checked side by side at most. */
const YEARS = 8;
const deadlines = new Map<number | null, Meanings["deadline"]>();

/** What deadlines mean in a plan of a year, kept likewise. */
function deadlinesIn(year: number | null): Meanings["deadline"] {
  let read = deadlines.get(year);
  if (read === undefined) {
    read = rememberedByValue<Deadline>((field) => parseDeadline(field.value, field.text, year));
    if (deadlines.size >= YEARS) deadlines.clear();
    deadlines.set(year, read);
  }
  return read;
}

/**
 * What the text of fields means, parsed once for each distinct text.
 * @param plan gives the year of deadlines that do not write one: the one year that the plan covers, otherwise the year of issue.
 */
export function createMeanings(plan: PlanContext): Meanings {
  return {
    deadline: deadlinesIn(planYear(plan)),
    units,
    target,
    // Running numbers are nearly all different: remembering them would cost more than reading them.
    number: (field) => parseRunningNumber(field.value, field.text),
    blank: ({ text }) => isBlank(text),
    key,
  };
}

/** The year that a deadline without one speaks of; null when the plan tells none. */
function planYear(plan: PlanContext): number | null {
  const years = plan.period?.match(/\d{4}/g) ?? [];
  const [first, last = first] = years;
  if (first !== undefined && first === last) return Number(first);
  return plan.issued === null ? null : Number(plan.issued.slice(0, 4));
}

/** What is asked about a field is asked by several rules in a row: the last answers are at hand. */
function remembered<T>(parse: (text: string) => T): (field: Field) => T {
  const byText = new Map<string, T>();
  return lastOnes(({ text }) => {
    let meaning = byText.get(text);
    if (meaning === undefined) {
      meaning = parse(text);
      if (byText.size >= CAPACITY) byText.clear();
      byText.set(text, meaning);
    }
    return meaning;
  });
}

/** Keeps the answers for the last two fields: the rules of units look at the lead unit and the coordinating units of one item in turn. */
function lastOnes<T>(read: (field: Field) => T): (field: Field) => T {
  let lastField: Field | undefined;
  let lastMeaning: T | undefined;
  let fieldBefore: Field | undefined;
  let meaningBefore: T | undefined;
  return (field) => {
    if (lastField === field) return lastMeaning as T;
    if (fieldBefore === field) return meaningBefore as T;
    fieldBefore = lastField;
    meaningBefore = lastMeaning;
    const meaning = read(field);
    lastField = field;
    lastMeaning = meaning;
    return meaning;
  };
}

/** As `remembered`, for texts that mean something else when the cell stores a number (a date cell, 0.9 shown as "90%"). */
function rememberedByValue<T>(parse: (field: Field) => T): (field: Field) => T {
  const byText = new Map<string, T>();
  const byNumber = new Map<number, { readonly text: string; readonly meaning: T }>();
  return lastOnes((field) => {
    if (typeof field.value === "number") {
      const known = byNumber.get(field.value);
      if (known?.text === field.text) return known.meaning;
      const meaning = parse(field);
      if (byNumber.size >= CAPACITY) byNumber.clear();
      byNumber.set(field.value, { text: field.text, meaning });
      return meaning;
    }
    let meaning = byText.get(field.text);
    if (meaning === undefined) {
      meaning = parse(field);
      if (byText.size >= CAPACITY) byText.clear();
      byText.set(field.text, meaning);
    }
    return meaning;
  });
}
