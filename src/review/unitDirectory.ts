import type { DrafterUnit } from "../text/unit/unit";
import type { UnitView } from "./unitBook";

/**
 * Decisions about units, each as the drafter's directory that comes of it. A unit enters the directory with the first decision about it,
 * under the name that it is held to at that time.
 */

/** What a decision needs to know of a unit. */
type Unit = Pick<UnitView, "standard" | "from">;

/** The directory in which a unit goes by another name; the old one counts as a spelling of it. */
export function renamed(directory: readonly DrafterUnit[], unit: Unit, name: string): readonly DrafterUnit[] {
  const { standard } = unit;
  if (name === "" || name === standard) return standard === null ? directory : withUnit(directory, standard);
  const known = directory.find((entry) => entry.name === standard);
  const spellings = union([...(known?.spellings ?? []), ...(standard === null ? [] : [standard])], name);
  return [...directory.filter((entry) => entry !== known && entry.name !== name), { name, ...(spellings.length === 0 ? {} : { spellings }) }];
}

/** The directory in which a way of writing stands for a unit of this name, whatever it looks like. */
export function merged(directory: readonly DrafterUnit[], form: string, into: string): readonly DrafterUnit[] {
  if (form === into) return withUnit(directory, into);
  // A name of its own until now: what was merged into it comes along.
  const own = directory.find(({ name }) => name === form);
  return withUnit(withoutSpelling(directory.filter((entry) => entry !== own), form), into).map((entry) =>
    entry.name === into ? { name: into, spellings: union([...(entry.spellings ?? []), form, ...(own?.spellings ?? [])], into) } : entry,
  );
}

/** The directory in which a way of writing is a unit of its own, apart from the one that it was taken for. */
export function keptApart(directory: readonly DrafterUnit[], unit: Unit, form: string): readonly DrafterUnit[] {
  // The one that others are held to comes first: it keeps what is not decided.
  const first = unit.standard === null || unit.standard === form ? directory : withUnit(directory, unit.standard);
  return withUnit(withoutSpelling(first, form), form);
}

/** The directory without what was decided about a unit. */
export function forgotten(directory: readonly DrafterUnit[], name: string): readonly DrafterUnit[] {
  return directory.filter((entry) => entry.name !== name);
}

/** Two directories as one; where they differ about a spelling, what comes in decides. */
export function joined(directory: readonly DrafterUnit[], incoming: readonly DrafterUnit[]): readonly DrafterUnit[] {
  let result: readonly DrafterUnit[] = directory;
  for (const { name, spellings = [] } of incoming) {
    result = withUnit(withoutSpelling(result, name), name);
    for (const spelling of spellings) result = merged(result, spelling, name);
  }
  return result;
}

function withUnit(directory: readonly DrafterUnit[], name: string): readonly DrafterUnit[] {
  return directory.some((entry) => entry.name === name) ? directory : [...directory, { name }];
}

function withoutSpelling(directory: readonly DrafterUnit[], spelling: string): readonly DrafterUnit[] {
  return directory.map((entry) => {
    if (entry.spellings?.includes(spelling) !== true) return entry;
    const spellings = entry.spellings.filter((other) => other !== spelling);
    return spellings.length === 0 ? { name: entry.name } : { name: entry.name, spellings };
  });
}

function union(spellings: readonly string[], name: string): readonly string[] {
  return [...new Set(spellings)].filter((spelling) => spelling !== name);
}
