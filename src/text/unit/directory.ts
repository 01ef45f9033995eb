import { z } from "zod";
import seed from "../../../seeds/units.json";
import { nearSyllables, nearUnits, type NearUnit } from "./nearUnits";
import { remembered } from "./remembered";
import { spelledKey, unitKey } from "./unitKey";

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

const names = nearUnits([...BY_KEY.keys()]);
/** The names as they are spelt, by which a broken short form is recognised ("Văn phòng HĐND và UBN"), and what they stand for. */
const spelled = new Map(UNIT_DIRECTORY.flatMap((unit) => [unit.name, ...unit.abbreviations.filter((short) => /HĐND|UBND|MTTQ/.test(short))].map((name) => [spelledKey(name), unit.key] as const)));
const spellings = nearUnits([...spelled.keys()]);
const LEVEL = / (?:xã|phường|đặc khu)$/;
/** The bodies that are named by their short names alone. */
const ALONE = ["ubnd", "hđnd", "mttq"];
/** What begins a name and is none: the rest was lost. */
const HEAD_ALONE = /^(?:phòng|ban|sở|trạm|hội|trung|công|văn|ủy|bộ|cục|chi)$/;

/**
 * The unit of the directory that a name must be: misspelt, or cut off. Null for a name that the directory knows, and for one that is
 * whole and simply another: the next commune has units of its own.
 * @param name as written, without a qualifier.
 * @returns its `key` is "" when all but the first word was lost.
 */
export const meantUnit: (name: string) => NearUnit | null = remembered((name) => {
  const key = unitKey(name);
  if (BY_KEY.has(key) || BY_KEY.has(key.replace(LEVEL, ""))) return null;
  if (HEAD_ALONE.test(key)) return { key: "", kind: "cut", ambiguous: true };
  const near = names.find(key) ?? names.find(key.replace(LEVEL, "")) ?? brokenLevel(name);
  if (near !== null) {
    // "Tổ C", "Đội A": a letter that tells one of several.
    const lettered = near.kind === "cut" && /^\S+ \p{Lu}$/u.test(name) && near.key.charAt(key.length) !== " ";
    return lettered ? null : near;
  }
  const short = spelledKey(name);
  const bySpelling = spelled.has(short) ? null : spellings.find(short);
  if (bySpelling !== null) return { ...bySpelling, key: spelled.get(bySpelling.key) ?? bySpelling.key };
  const body = short.length > 2 && /^\p{L}{3,5}$/u.test(short) ? ALONE.find((known) => nearSyllables(short, known)) : undefined;
  return body === undefined ? null : { key: unitKey(body), kind: "misspelt", ambiguous: false };
});

/** What "xã" and "phường" look like when they were cut off. */
const LEVEL_CUT = /\s(?:x|p|ph|phư|phườ|phườn|đặ|đặc)$/iu;

/** "Phòng Văn hóa - Xã", whose last word looks like the level and is the beginning of another; "Công an phư", whose level is cut off itself. */
function brokenLevel(name: string): NearUnit | null {
  if (/\sxã$/iu.test(name)) {
    const near = names.find(`${unitKey(name.slice(0, -3))} xã`);
    if (near?.kind === "cut") return near;
  }
  // "Kho bạc Nhà nước khu vực X": a Roman number beside small letters.
  const level = /\p{Ll} X$/u.test(name) ? null : LEVEL_CUT.exec(name);
  const owner = level === null ? undefined : BY_KEY.get(unitKey(name.slice(0, level.index)));
  return owner === undefined ? null : { key: owner.key, kind: "cut", ambiguous: false };
}

/** True when a word stands in some name of the directory: no proper name of a place. */
export function isDirectoryWord(word: string): boolean {
  return names.hasSyllable(word);
}
