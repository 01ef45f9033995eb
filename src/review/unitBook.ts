import { formatPosition } from "../grid/address";
import { createMeanings } from "../rules/meanings";
import { createUnitStandard, type KnownUnit, type UnitForm, type UnitRole } from "../rules/shared/unitStandard";
import type { DrafterUnit } from "../text/unit/unit";
import type { Review } from "./reviewer";

/** Where a unit is named. */
export interface UnitPlace {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly role: UnitRole;
}

/** One way in which a unit is written, and where. */
export interface FormView extends UnitForm {
  /** The first places, in reading order; there are `lead + coord` in all. */
  readonly places: readonly UnitPlace[];
}

/** A unit of the workbook as the page "Đơn vị" shows it: plain data. */
export interface UnitView extends Omit<KnownUnit, "forms"> {
  readonly forms: readonly FormView[];
}

/** More places than this of one form are not worth a list. */
const MOST_PLACES = 200;

const ROLES: readonly UnitRole[] = ["leadUnit", "coordinatingUnits"];

/** Every unit that a workbook names, by how often it is named, each with its forms (the standard first, then by use) and their cells; groups ("Các phòng, ban liên quan") after them. */
export function unitBookOf({ reading }: Pick<Review, "reading">, directory: readonly DrafterUnit[]): readonly UnitView[] {
  const standard = createUnitStandard(reading, createMeanings(reading.plan), directory);
  const places = new Map<string, UnitPlace[]>();
  for (const { sheet, items } of reading.appendices) {
    for (const { fields } of items) {
      for (const role of ROLES) {
        const field = fields[role];
        if (field === undefined || field.merged === true) continue;
        for (const { key, form } of standard.named(field.text)) {
          const known = places.get(placeKey(key, form)) ?? [];
          places.set(placeKey(key, form), known);
          if (known.length < MOST_PLACES) known.push({ sheet, cell: formatPosition(field.cell), role });
        }
      }
    }
  }
  return standard
    .units()
    .map((unit) => ({ ...unit, forms: unit.forms.map((form) => ({ ...form, places: places.get(placeKey(unit.key, form.name)) ?? [] })).sort((a, b) => Number(b.name === unit.standard) - Number(a.name === unit.standard) || b.lead + b.coord - (a.lead + a.coord)) }))
    .sort((a, b) => Number(a.group) - Number(b.group) || usesOf(b) - usesOf(a));
}

function placeKey(key: string, form: string): string {
  return `${key}\n${form}`;
}

function usesOf({ forms }: Pick<UnitView, "forms">): number {
  return forms.reduce((sum, { lead, coord }) => sum + lead + coord, 0);
}
