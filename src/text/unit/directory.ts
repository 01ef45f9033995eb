import { z } from "zod";
import seed from "../../../seeds/units.json";
import { nearUnits, type NearUnits } from "./nearUnits";
import { unitKey } from "./unitKey";

/** A name as it is to be written: composed, no spaces around it. */
const name = z.string().min(2).max(120).refine((text) => text === text.normalize("NFC").trim(), { error: "phải là Unicode dựng sẵn, không có dấu cách ở hai đầu" });

/** The shape of seeds/units.json. */
export const unitSeedSchema = z.strictObject({
  about: z.string(),
  groups: z
    .array(
      z.strictObject({
        group: z.string().min(1),
        title: z.string().min(1),
        /** Where the names come from: every group is backed by a document or says what it is. */
        source: z.string().min(1),
        units: z
          .array(
            z.strictObject({
              name,
              abbreviations: z.array(name).optional(),
              /** Only in communes of these tiers; all when absent. */
              levels: z.array(z.enum(["xã", "phường", "đặc khu"])).optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

/** A unit of the two-tier local government as the built-in directory writes it. */
export interface DirectoryUnit {
  /** Without the level word at the end: "Văn phòng HĐND và UBND". */
  readonly name: string;
  /** Its normal form (`unitKey`). */
  readonly key: string;
  /** Usual short forms, as written. */
  readonly abbreviations: readonly string[];
  /** The group of the directory that it stands in: "ubnd-xã", "đảng", "tỉnh". */
  readonly group: string;
}

/** Every unit of the built-in directory (seeds/units.json), in its order. */
export const UNIT_DIRECTORY: readonly DirectoryUnit[] = unitSeedSchema
  .parse(seed)
  .groups.flatMap(({ group, units }) => units.map((unit) => ({ name: unit.name, key: unitKey(unit.name), abbreviations: unit.abbreviations ?? [], group })));

const BY_KEY: ReadonlyMap<string, DirectoryUnit> = (() => {
  const units = new Map<string, DirectoryUnit>();
  for (const unit of UNIT_DIRECTORY) if (!units.has(unit.key)) units.set(unit.key, unit);
  // A short form that writes out to something of its own ("Agribank") is another key for the unit.
  for (const unit of UNIT_DIRECTORY) for (const short of unit.abbreviations) if (!units.has(unitKey(short))) units.set(unitKey(short), unit);
  return units;
})();

/**
 * The unit that a normal form stands for, undefined when the directory does not know it: the next commune has units of its own.
 * @param key from `unitKey` or `UnitMention.key`.
 */
export function directoryUnit(key: string): DirectoryUnit | undefined {
  return BY_KEY.get(key);
}

/** The names of the directory, to find what a misspelt or truncated one was meant to be. */
export const directoryNames: NearUnits = nearUnits([...BY_KEY.keys()]);
