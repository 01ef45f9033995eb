import type { UnitView } from "../../review/unitBook";
import type { DrafterUnit } from "../../text/unit/unit";
import { foldForSearch } from "../findingFilter";

/** Which units the page shows: those with something to look at, all, or those that the drafter has decided about. */
export type Shown = "open" | "all" | "own";

/** True when a unit is written in a way that departs from its standard, or nobody can say which unit it is. */
export function needsLook({ standard, forms }: Pick<UnitView, "standard" | "forms">): boolean {
  return standard === null || forms.some(({ slip }) => slip !== null);
}

/** Every unit of the workbook, and after them those of the drafter's directory that it does not name. */
export function withUnused(units: readonly UnitView[], directory: readonly DrafterUnit[]): readonly UnitView[] {
  const named = new Set(units.map(({ standard }) => foldForSearch(standard ?? "")));
  const unused = directory.filter(({ name }) => !named.has(foldForSearch(name)));
  return [...units, ...unused.map(({ name }): UnitView => ({ key: `= ${name}`, standard: name, from: "drafter", group: false, known: false, forms: [] }))];
}

/** The units that are shown, in the order given; every word of the search must occur in one of its names. */
export function shownUnits(units: readonly UnitView[], shown: Shown, search: string): readonly UnitView[] {
  const words = foldForSearch(search).split(" ").filter((word) => word !== "");
  return units.filter((unit) => {
    if (shown === "open" && !needsLook(unit)) return false;
    if (shown === "own" && unit.from !== "drafter") return false;
    if (words.length === 0) return true;
    const names = foldForSearch([unit.standard ?? "", ...unit.forms.map(({ name }) => name)].join(" "));
    return words.every((word) => names.includes(word));
  });
}

/** A name at the beginning of a line: groups are kept with a small letter. */
export function asTitle(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
