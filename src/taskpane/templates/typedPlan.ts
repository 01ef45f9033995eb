import { correctPlan, UNKNOWN_PLAN, type Level, type PlanContext } from "../../appendix/plan";
import { readField, TYPED_FIELDS, typedIssued, type TypedField } from "../header/planFields";

/** The plan's details as they stand in the fields. */
export type TypedPlan = Readonly<Record<TypedField, string>> & { readonly level: Level | ""; readonly issuer: "party" | "government" | "" };

/**
 * What is known of the plan before anything is typed: what the open file says, and where that tells no other commune, whose plan this machine
 * made the last time.
 */
export function startingPlan(remembered: Pick<PlanContext, "place" | "level" | "province" | "issuer">, file: Partial<PlanContext>): PlanContext {
  const own = correctPlan(UNKNOWN_PLAN, file);
  const another = own.place !== null && own.place !== remembered.place;
  return another ? own : correctPlan({ ...UNKNOWN_PLAN, ...remembered }, own);
}

/** What was typed, and over which fields: of a file that says otherwise by now nothing of it counts. */
export interface Typing {
  readonly over: TypedPlan;
  readonly typed: TypedPlan;
}

/** The fields as they stand: what was typed over what is known, or what is known. */
export function shownPlan(known: TypedPlan, typing: Typing | null): TypedPlan {
  return typing !== null && JSON.stringify(typing.over) === JSON.stringify(known) ? typing.typed : known;
}

/** The fields as they are filled in at first. */
export function typedPlan(plan: PlanContext): TypedPlan {
  return {
    place: plan.place ?? "",
    level: plan.level ?? "",
    province: plan.province ?? "",
    number: plan.number ?? "",
    issued: typedIssued(plan.issued),
    period: plan.period ?? "",
    issuer: plan.issuer ?? "",
  };
}

/** True when what stands in a field can be read, or nothing does. */
export function isReadable(typed: TypedPlan, field: TypedField): boolean {
  return readField(field, typed[field]).ok;
}

/** The plan that the fields say; what cannot be read is not known. */
export function planOfTyped(typed: TypedPlan): PlanContext {
  const read: Partial<Record<TypedField, string>> = {};
  for (const field of TYPED_FIELDS) {
    const reading = readField(field, typed[field]);
    if (reading.ok && reading.value !== null) read[field] = reading.value;
  }
  return correctPlan(UNKNOWN_PLAN, { ...read, ...(typed.level === "" ? {} : { level: typed.level }), ...(typed.issuer === "" ? {} : { issuer: typed.issuer }) });
}
