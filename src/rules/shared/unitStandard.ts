import { canonicalTone, collapse, lower } from "../../text/normal";
import { directoryUnit, isDirectoryWord, meantUnit } from "../../text/unit/directory";
import { openEnd, type OpenEnd } from "../../text/unit/openEnd";
import { nearUnits, type NearUnit, type NearUnits } from "../../text/unit/nearUnits";
import type { DrafterUnit, UnitMention } from "../../text/unit/unit";
import { isCollective } from "../../text/unit/parseUnits";
import { fusedNames, isShortened, unitKey } from "../../text/unit/unitKey";
import type { Reading } from "../../appendix/appendix";
import type { Meanings, RuleContext } from "../rule";
import { tallyUnits, type TextUse, type UnitTally } from "./unitTally";

/** The columns in which units stand. */
export type UnitRole = "leadUnit" | "coordinatingUnits";

/**
 * What is not right about one mention of a unit, or about the cell.
 * - `word`, `bracket`, `list`: the cell breaks off (`openEnd`);
 * - `misspelt`, `cut`, `fused`: no such unit, but one that it must be;
 * - `case`, `form`, `short`: the unit is written in another way than its standard (capitals only; marks and level words; shortened);
 * - `tie`: two ways to write it, and none prevails; `capital`: a capital that the name does not have;
 * - `group`: commas or capitals in the name of a group ("Các phòng, ban đơn vị").
 */
export type UnitSlipKind = OpenEnd["kind"] | "misspelt" | "cut" | "fused" | "case" | "form" | "short" | "tie" | "capital" | "group";

/** One slip in one text. */
export interface UnitSlip {
  readonly kind: UnitSlipKind;
  /** Where the name stands in the text. */
  readonly start: number;
  readonly end: number;
  /** The name as written. */
  readonly name: string;
  /** What it should be; null when it may have been one of several. */
  readonly usual: string | null;
  /** How often the standard form stands in the unit columns of the workbook. */
  readonly count: number;
  /** True when it is a mere matter of form: letter case, or a form that prevails on this very sheet. */
  readonly minor: boolean;
}

/** The slips of one column of one appendix: for each item that has some, its place in `items` and the slips in its field. */
export type UnitSlips = readonly (readonly [item: number, slips: readonly UnitSlip[]])[];

/** One way in which a unit is written, and what is thought of it; null when nothing is wrong with it. */
export interface UnitForm {
  readonly name: string;
  /** How often it stands in lead and in coordinating cells. */
  readonly lead: number;
  readonly coord: number;
  readonly slip: UnitSlipKind | null;
}

/** A unit with all its ways to be written. */
export interface KnownUnit {
  readonly key: string;
  /** The name that it is held to; null when nobody can say (all but the first word was lost). */
  readonly standard: string | null;
  /** What made it the standard: the drafter's directory, its use in the workbook, or the built-in directory. */
  readonly from: "drafter" | "use" | "built-in";
  /** A group nobody of which is answerable. */
  readonly group: boolean;
  /** True when the built-in directory knows it. */
  readonly known: boolean;
  /** In the order in which they are met; none when only a misspelling stands for it. */
  readonly forms: readonly UnitForm[];
}

/** A unit named in a text: under which key it counts, and how it is written. */
export interface NamedUnit {
  readonly key: string;
  readonly form: string;
}

/** How units are written in a workbook, and what departs from it. */
export interface UnitStandard {
  /** The slips of a column of an appendix. */
  readonly slips: (appendix: number, role: UnitRole) => UnitSlips;
  /** Every unit of the workbook. A misspelt or cut name stands with the unit that is meant. */
  readonly units: () => readonly KnownUnit[];
  /** The units that a text of a unit column names, with the keys and names of `units`. */
  readonly named: (text: string) => readonly NamedUnit[];
}

/** One way to write a unit. */
interface Form {
  readonly text: string;
  lead: number;
  coord: number;
  readonly bySheet: Map<string, number>;
  readonly fused: boolean;
  /** True when it was found to be right, whatever text it stands in. */
  right: boolean;
}

/** A unit, or a group, with the ways in which it is written. */
interface Unit {
  readonly key: string;
  readonly group: boolean;
  readonly forms: Map<string, Form>;
  total: number;
  standard: string | null;
}

/** A text of the unit columns of one appendix, and what it names. */
interface CountedText {
  readonly use: TextUse;
  readonly known: readonly Known[];
  /** How each of them is written. */
  readonly forms: readonly Form[];
  readonly end: OpenEnd | null;
}

/** A mention with the key under which it counts. */
interface Known {
  readonly mention: UnitMention;
  readonly key: string;
  readonly form: string;
  /** The name as written, in one line. */
  readonly name: string;
}

/**
 * Works out the standard: for each unit the form that the drafter's directory gives, otherwise the one used most in the lead and
 * coordinating columns of the whole workbook together (of two used alike, the one used more in the lead columns). A form with office abbreviations
 * gives way to the written-out one unless a sheet that uses both prefers it.
 * @param directory the drafter's own units, which take precedence.
 */
export function createUnitStandard(reading: Pick<Reading, "appendices">, meanings: Meanings, directory: readonly DrafterUnit[] = []): UnitStandard {
  const tallies = reading.appendices.map((appendix) => tallyUnits(appendix));
  return standardOf(reading, tallies, meanings, directory);
}

interface Remembered {
  readonly directory: readonly DrafterUnit[];
  readonly versions: string;
  readonly sheets: string;
  readonly standard: UnitStandard;
}

/** The last standard of a workbook, by the columns of its first appendix: most edits touch no unit. */
const lastStandards = new WeakMap<object, Remembered>();
const standards = new WeakMap<Reading, Pick<Remembered, "directory" | "standard">>();

/** The standard of the reading that a rule looks at, made once for all rules and appendices. */
export function unitStandardOf({ reading, meanings, directory }: Pick<RuleContext, "reading" | "meanings" | "directory">): UnitStandard {
  const made = standards.get(reading);
  if (made?.directory === directory) return made.standard;
  const tallies = reading.appendices.map((appendix) => tallyUnits(appendix));
  const versions = tallies.map(({ version }) => version).join(" ");
  const sheets = reading.appendices.map(({ sheet }) => sheet).join("\n");
  const anchor = reading.appendices[0]?.columns;
  const last = anchor === undefined ? undefined : lastStandards.get(anchor);
  const standard = last?.versions === versions && last.sheets === sheets && last.directory === directory ? last.standard : standardOf(reading, tallies, meanings, directory);
  if (anchor !== undefined) lastStandards.set(anchor, { directory, versions, sheets, standard });
  standards.set(reading, { directory, standard });
  return standard;
}

function standardOf({ appendices }: Pick<Reading, "appendices">, tallies: readonly UnitTally[], meanings: Meanings, directory: readonly DrafterUnit[]): UnitStandard {
  const own = ownNames(directory);
  const units = new Map<string, Unit>();
  // The mentions of each text, by appendix: what is counted now may be counted anew after the next edit.
  const texts = tallies.map(({ uses }, index): readonly CountedText[] => {
    const sheet = appendices[index]?.sheet ?? "";
    return uses.map((use) => {
      const known = knownMentions(use.text, meanings, own);
      const forms = known.map((one) => add(units, one, use.lead, use.coord, sheet));
      return { use, known, forms, end: openEnd(use.text) };
    });
  });
  const first = firstUses(appendices, texts);
  for (const unit of units.values()) unit.standard = own.standards.get(unit.key) ?? mostUsed(unit, first);
  const finder = meantUnits(units);

  const slipsOf = (index: number, role: UnitRole): UnitSlips => {
    const sheet = appendices[index]?.sheet ?? "";
    const tally = tallies[index];
    const byText: (readonly UnitSlip[] | undefined)[] = [];
    const used = (texts[index] ?? []).filter(({ use }) => (role === "leadUnit" ? use.lead : use.coord) > 0);
    const listsEnd = endsListsSo(used, role);
    for (const { use, known, forms, end } of used) {
      const slips: UnitSlip[] = [];
      for (const [place, one] of known.entries()) {
        if (forms[place]?.right === true) continue;
        const slip = slipOf(one, use.text, units, finder, own, sheet);
        if (slip !== null) slips.push(slip);
      }
      if (end !== null && !(end.kind === "list" && listsEnd)) takeIn(slips, end, use.text);
      if (slips.length > 0) byText[use.id] = slips;
    }
    if (tally === undefined || byText.length === 0) return [];
    const found: (readonly [number, readonly UnitSlip[]])[] = [];
    const uses = role === "leadUnit" ? tally.leads : tally.coords;
    for (let i = 0; i < uses.length; i++) {
      const use = uses[i] ?? null;
      const slips = use === null ? undefined : byText[use.id];
      if (slips !== undefined) found.push([i, slips]);
    }
    return found;
  };
  const made = new Map<string, UnitSlips>();
  return {
    slips: (appendix, role) => {
      const place = `${role} ${String(appendix)}`;
      let slips = made.get(place);
      if (slips === undefined) made.set(place, (slips = slipsOf(appendix, role)));
      return slips;
    },
    units: () => listed(units, finder, own),
    named: (text) => knownMentions(text, meanings, own).map(({ key, form }) => ({ key: ownerOf(key, units, finder, own), form })),
  };
}

/** The key of the unit that a misspelt or cut name means, otherwise its own. */
function ownerOf(key: string, units: ReadonlyMap<string, Unit>, finder: Finder, own: OwnNames): string {
  const unit = units.get(key);
  const meant = unit === undefined || own.standards.has(key) ? null : finder(unit);
  if (meant === null || meant.unit === "" || (meant.near.ambiguous && !units.has(meant.unit))) return key;
  return meant.unit;
}

function listed(units: ReadonlyMap<string, Unit>, finder: Finder, own: OwnNames): readonly KnownUnit[] {
  const byOwner = new Map<string, UnitForm[]>();
  for (const unit of units.values()) {
    const owner = ownerOf(unit.key, units, finder, own);
    const forms = byOwner.get(owner) ?? [];
    byOwner.set(owner, forms);
    for (const { text, lead, coord } of unit.forms.values()) {
      if (lead + coord === 0) continue;
      const mention: UnitMention = { name: text, qualifier: null, start: 0, end: text.length, fullEnd: text.length, key: unit.key, collective: unit.group };
      forms.push({ name: text, lead, coord, slip: slipOf({ mention, key: unit.key, form: text, name: text }, text, units, finder, own, "")?.kind ?? null });
    }
  }
  return [...byOwner].map(([key, forms]): KnownUnit => {
    const unit = units.get(key);
    const builtIn = directoryUnit(key)?.name ?? null;
    const standard = own.standards.get(key) ?? unit?.standard ?? builtIn;
    return {
      key,
      standard: forms.length === 1 && forms[0]?.slip === "cut" && unit !== undefined && !own.standards.has(key) ? null : standard,
      from: own.standards.has(key) ? "drafter" : unit?.forms.has(standard ?? "") === true ? "use" : "built-in",
      group: unit?.group ?? false,
      known: builtIn !== null,
      forms,
    };
  });
}

/** Where more cells than this share end in the sign that parts a list, the office simply writes so. */
const HABIT = 0.2;

function endsListsSo(used: readonly CountedText[], role: UnitRole): boolean {
  let open = 0;
  let all = 0;
  for (const { use, end } of used) {
    const uses = role === "leadUnit" ? use.lead : use.coord;
    all += uses;
    if (end?.kind === "list") open += uses;
  }
  return open > 1 && open > HABIT * all;
}

/** Kinds of slips that are a matter of form. */
const FORMS: ReadonlySet<UnitSlipKind> = new Set(["case", "form", "short", "tie", "capital", "group"]);

/** Adds the open end of a text to its slips: one slip is told once, and the one that knows what is meant tells it. */
function takeIn(slips: UnitSlip[], end: OpenEnd, text: string): void {
  // "Phòng Kinh tế và" differs from "Phòng Kinh tế" in nothing but the open end.
  const byEnd = end.kind === "word" ? slips.findIndex((slip) => slip.end > end.start && FORMS.has(slip.kind)) : -1;
  if (byEnd >= 0) slips.splice(byEnd, 1);
  const there = slips.findIndex((slip) => slip.end >= end.start && slip.kind !== "case" && slip.kind !== "form");
  const cut = slips[there];
  if (end.kind !== "list" && cut?.kind === "cut" && cut.usual !== null) return;
  if (there >= 0 && end.kind === "word") slips.splice(there, 1);
  slips.push({ kind: end.kind, start: end.start, end: end.end, name: text.slice(end.start, end.end).trim(), usual: null, count: 0, minor: false });
}

/** The drafter's directory, looked up by key and by exact spelling. */
interface OwnNames {
  /** The name to use, by the key under which the unit counts. */
  readonly standards: ReadonlyMap<string, string>;
  /** The key under which a spelling counts, by the spelling. */
  readonly keys: ReadonlyMap<string, string>;
}

function ownNames(directory: readonly DrafterUnit[]): OwnNames {
  const names = new Map<string, string>();
  const keys = new Map<string, string>();
  const spelled = new Map<string, string>();
  for (const { name, spellings = [] } of directory) {
    const shown = collapse(name);
    const key = isCollective(shown) ? groupKey(shown) : keyOf(unitKey(shown));
    // The second unit of one normal form is another unit by the drafter's will.
    const mine = names.has(key) ? `${key} = ${shown}` : key;
    names.set(mine, isCollective(shown) ? opened(shown) : shown);
    keys.set(opened(shown), mine);
    for (const spelling of spellings) spelled.set(opened(collapse(spelling)), mine);
  }
  for (const [spelling, key] of spelled) if (!keys.has(spelling)) keys.set(spelling, key);
  return { standards: names, keys };
}

/** One key for a unit of the directory, by whichever of its names. */
function keyOf(key: string): string {
  return directoryUnit(key)?.key ?? key;
}

/** The words of a group's name: equal for names that differ in commas and capitals only. */
function groupKey(name: string): string {
  return `group ${lower(canonicalTone(name)).replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
}

function knownMentions(text: string, meanings: Meanings, own: OwnNames): readonly Known[] {
  // Meanings parse fields; of a field only its text counts here.
  const mentions = meanings.units({ text, value: text, cell: { row: 0, column: 0 } });
  const known = namesIn.get(mentions) ?? namesOf(mentions);
  namesIn.set(mentions, known);
  return own.keys.size === 0 ? known : known.map((one) => ({ ...one, key: own.keys.get(opened(collapse(one.mention.name))) ?? one.key }));
}

/** A name as it is looked up and kept: a group's name opens with a capital or not, as the sentence wants. */
function opened(name: string): string {
  return lower(name.charAt(0)) + name.slice(1);
}

/** What is known of the mentions of a text, which meanings hand out as the same list each time. */
const namesIn = new WeakMap<readonly UnitMention[], readonly Known[]>();

function namesOf(mentions: readonly UnitMention[]): readonly Known[] {
  const known: Known[] = [];
  for (const mention of mentions) {
    const name = collapse(mention.name);
    if (mention.collective) known.push({ mention, key: groupKey(name), form: opened(name), name });
    // "Các phòng: Kinh tế, Văn hóa - Xã hội": the name goes without the word that the list begins with.
    else if (named(name, mention.key)) known.push({ mention, key: keyOf(mention.key), form: name, name });
  }
  return known;
}

/** True when a name alone has the key; in an enumeration the key is that of a longer name. */
function named(name: string, key: string): boolean {
  return key.startsWith(lower(name)) || unitKey(name) === key;
}

function add(units: Map<string, Unit>, { mention, key, form: text }: Known, lead: number, coord: number, sheet: string): Form {
  let unit = units.get(key);
  if (unit === undefined) units.set(key, (unit = { key, group: mention.collective, forms: new Map(), total: 0, standard: null }));
  let form = unit.forms.get(text);
  if (form === undefined) unit.forms.set(text, (form = { text, lead: 0, coord: 0, bySheet: new Map(), fused: fusedNames(text) !== null, right: false }));
  form.lead += lead;
  form.coord += coord;
  form.bySheet.set(sheet, (form.bySheet.get(sheet) ?? 0) + lead + coord);
  unit.total += lead + coord;
  return form;
}

/** The form that the others are held to. */
function mostUsed({ key, group, forms }: Unit, first: () => ReadonlyMap<string, number>): string | null {
  const named = directoryUnit(key)?.name;
  const all = [...forms.values()].filter(({ fused }) => !fused);
  const eligible = group ? lowerGroups(all) : writtenOut(all);
  if (eligible.length > 1) {
    eligible.sort((a, b) => rank(a, b, named) || (first().get(a.text) ?? 0) - (first().get(b.text) ?? 0));
  }
  const best = eligible[0]?.text;
  return best === undefined ? (named ?? null) : group ? best : withoutCapitals(best, named);
}

/** Which of two forms is the standard: the one used more, then the one used more to lead, then the one nearer to the directory's. */
function rank(a: Form, b: Form, named: string | undefined): number {
  return b.lead + b.coord - (a.lead + a.coord) || b.lead - a.lead || Number(isShortened(a.text)) - Number(isShortened(b.text)) || likeness(b.text, named) - likeness(a.text, named);
}

/** The forms of a unit that may be the standard: a shortened one only where it is alone, or preferred on a sheet that has both. */
function writtenOut(all: Form[]): Form[] {
  const written = all.filter(({ text }) => !isShortened(text));
  return written.length === 0 || written.length === all.length ? all : all.filter((form) => !isShortened(form.text) || written.some((other) => preferredOnSomeSheet(form, other)));
}

/** The names of a group that may be the standard: within them there is no capital ("… thuộc Xã và các thôn"), if they can do without. */
function lowerGroups(all: Form[]): Form[] {
  const small = all.filter(({ text }) => text === lower(text));
  return small.length === 0 ? all : small;
}

/** Where each form is met first in reading order; worked out only when two forms are used alike. */
function firstUses(appendices: Pick<Reading, "appendices">["appendices"], texts: readonly (readonly CountedText[])[]): () => ReadonlyMap<string, number> {
  let places: Map<string, number> | null = null;
  return () => {
    if (places !== null) return places;
    const made = new Map<string, number>();
    appendices.forEach(({ items }, index) => {
      const left = new Map((texts[index] ?? []).map(({ use, known }) => [use.text, known]));
      for (const { fields } of items) {
        if (left.size === 0) break;
        for (const field of [fields.leadUnit, fields.coordinatingUnits]) {
          if (field === undefined) continue;
          for (const { form } of left.get(field.text) ?? []) if (!made.has(form)) made.set(form, made.size);
          left.delete(field.text);
        }
      }
    });
    return (places = made);
  };
}

/** True when some sheet uses both forms, and the first more often. */
function preferredOnSomeSheet(form: Form, other: Form): boolean {
  for (const [sheet, uses] of form.bySheet) if (uses > (other.bySheet.get(sheet) ?? Infinity)) return true;
  return false;
}

function likeness(text: string, named: string | undefined): number {
  return named !== undefined && text.startsWith(named) ? 1 : 0;
}

/** Finds the unit that a name must be; null for a name that is whole, known, or only this table's own. */
type Finder = (unit: Unit) => { readonly unit: string; readonly near: NearUnit } | null;

/** Names that single one out among many of its kind: one letter makes another ("Thôn Đông", "Thôn Đồng"). */
const SINGLED_OUT = /^(?:thôn|xóm|khối|bản|ấp|buôn|làng|tổ dân phố|khu phố|khu dân cư|trường|chi bộ|chi hội|chi đoàn|công ty|doanh nghiệp|hợp tác xã|ông|bà|đồng chí|chủ tịch|phó chủ tịch|trưởng|bí thư|công chức|phó)(?!\p{L})/u;
/** A unit that stands only once is no measure for others. */
const OFTEN = 2;

function meantUnits(units: ReadonlyMap<string, Unit>): Finder {
  let table: NearUnits | null = null;
  let groups: Finder | null = null;
  const ofTable = (): NearUnits => (table ??= nearUnits(ownKeys(units), isDirectoryWord));
  const remembered = new Map<string, ReturnType<Finder>>();
  const find: Finder = (unit) => {
    const { key, group, total } = unit;
    if (group) return (groups ??= cutGroups(units))(unit);
    if (directoryUnit(key) !== undefined || SINGLED_OUT.test(key)) return null;
    const near = fromDirectory(unit);
    if (near !== null) return { unit: keyOf(near.key), near };
    const own = ofTable().find(key);
    if (own === null || (units.get(own.key)?.total ?? 0) <= total || !tellsOfSlip(key, own, units)) return null;
    return { unit: own.key, near: own };
  };
  return (unit) => {
    let meant = remembered.get(unit.key);
    if (meant === undefined) remembered.set(unit.key, (meant = find(unit)));
    return meant;
  };
}

/** The units that this table alone has, and that stand in it often enough to be a measure. */
function ownKeys(units: ReadonlyMap<string, Unit>): readonly string[] {
  return [...units.values()].filter(({ key, group, total }) => !group && total >= OFTEN && directoryUnit(key) === undefined && !SINGLED_OUT.test(key)).map(({ key }) => key);
}

/** What the directory takes a unit for, by the first of its forms that it has something to say on. */
function fromDirectory({ forms }: Unit): NearUnit | null {
  for (const text of forms.keys()) {
    const near = meantUnit(text);
    if (near !== null) return near;
  }
  return null;
}

/**
 * Whether a name of this table alone is enough to call another misspelt or cut: not where they part in a word that may be the name of a
 * place ("UBND xã Tân An", "UBND xã Tân Ân").
 */
function tellsOfSlip(key: string, near: NearUnit, units: ReadonlyMap<string, Unit>): boolean {
  const written = units.get(near.key)?.standard ?? "";
  const words = key.split(" ");
  const meant = near.key.split(" ");
  const at = meant.findIndex((word, i) => word !== words[i]);
  const word = meant[at] ?? "";
  // Cut within a word: no unit ends there.
  if (near.kind === "cut" && words.length === meant.length) return true;
  return isDirectoryWord(word) || canonicalTone(written).split(/[^\p{L}\p{N}]+/u).includes(word);
}

/** Finds the group that the name of another breaks off from within a word: one that is used more. */
function cutGroups(units: ReadonlyMap<string, Unit>): Finder {
  const groups = [...units.values()].filter(({ group, total }) => group && total >= OFTEN).sort((a, b) => (a.key < b.key ? -1 : 1));
  return ({ key, total }) => {
    let low = 0;
    let high = groups.length;
    // The names that go on with a letter stand together, behind those that go on with a space.
    const from = `${key}0`;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((groups[middle]?.key ?? "") < from) low = middle + 1;
      else high = middle;
    }
    const meant = groups[low];
    if (meant?.key.startsWith(key) !== true || meant.total <= total) return null;
    return { unit: meant.key, near: { key: meant.key, kind: "cut", ambiguous: false } };
  };
}

function slipOf({ mention, key, form, name }: Known, text: string, units: ReadonlyMap<string, Unit>, finder: Finder, own: OwnNames, sheet: string): UnitSlip | null {
  const unit = units.get(key);
  if (unit === undefined) return null;
  const listed = own.standards.has(key);
  const found = listed ? null : finder(unit);
  // "Đoàn Thanh niên, các hội": one word of a list stands for a name, one word alone in its cell is the rest of one.
  const meant = found === null ? null : found.unit === "" && collapse(text).length > form.length + 1 ? null : found;
  const at = { start: mention.start, end: mention.end, name };
  if (meant !== null) {
    const intended = units.get(meant.unit);
    const usual = meant.unit === "" || (meant.near.ambiguous && intended === undefined) ? null : (own.standards.get(meant.unit) ?? intended?.standard ?? nameOf(meant.unit, form, meant.near));
    return { ...at, kind: meant.near.kind, usual: usual === null ? null : unit.group ? asOpened(usual, at.name) : usual, count: intended?.total ?? 0, minor: false };
  }
  const { standard } = unit;
  if (standard === null) return null;
  const mine = unit.forms.get(form);
  const usual = unit.group ? asOpened(standard, at.name) : standard;
  const standing = unit.forms.get(standard);
  const count = standing === undefined ? 0 : standing.lead + standing.coord;
  if (mine?.fused === true) return { ...at, kind: "fused", usual, count, minor: false };
  if (form === standard) {
    if (mine !== undefined) mine.right = found === null;
    return null;
  }
  const here = (standing?.bySheet.get(sheet) ?? 0) >= (mine?.bySheet.get(sheet) ?? 0);
  if (unit.group) return { ...at, kind: "group", usual, count, minor: true };
  if (lower(form) === lower(standard)) return { ...at, kind: count === 0 && !listed ? "capital" : "case", usual, count, minor: true };
  if (isShortened(form) && !isShortened(standard)) return { ...at, kind: "short", usual, count, minor: !here };
  const uses = (mine?.lead ?? 0) + (mine?.coord ?? 0);
  return { ...at, kind: !listed && uses === count ? "tie" : "form", usual, count, minor: !listed && !here };
}

/** The name of the built-in directory, with the level word that the mention has ("Công ăn xã" → "Công an xã"). */
function nameOf(key: string, written: string, near: NearUnit): string | null {
  const name = directoryUnit(key)?.name;
  if (name === undefined) return null;
  const level = near.kind === "cut" ? null : /\s(?:xã|phường|đặc khu)$/iu.exec(written);
  return level === null ? name : name + lower(level[0]);
}

/** The name of a group with a capital at its head where the mention has one. */
function asOpened(name: string, mention: string): string {
  const first = mention.charAt(0);
  return first === lower(first) ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** True for a name as it stands in the directory, whatever words follow: the usual case. */
function isNamePlus(named: string, form: string): boolean {
  return form.startsWith(named) && (form.length === named.length || form.charAt(named.length) === " ");
}

/** Level words, which offices write with a capital out of respect ("UBND Thành phố"). */
const LEVEL_WORDS: ReadonlySet<string> = new Set(["tỉnh", "thành", "phố", "xã", "phường", "đặc", "khu"]);

/**
 * A name with small letters where the directory has them inside of a phrase that begins with a capital ("Công An xã" → "Công an xã"); a
 * name all in capitals is left alone.
 */
function withoutCapitals(form: string, named: string | undefined): string {
  if (named === undefined || isNamePlus(named, form) || form === form.toUpperCase()) return form;
  const model = named.match(/\p{L}+/gu) ?? [];
  let i = 0;
  return form.replace(/\p{L}+/gu, (word) => {
    const before = model[i - 1];
    const wanted = model[i++];
    if (wanted === undefined || word === wanted) return word;
    // Only over words that correspond: an abbreviation or a "và" more, and the rest is not compared.
    if (lower(canonicalTone(word)) !== lower(wanted)) {
      i = model.length;
      return word;
    }
    const inside = wanted === lower(wanted) && before !== undefined && before !== lower(before) && !LEVEL_WORDS.has(wanted);
    return inside && word.length > 1 && word !== word.toUpperCase() ? lower(word) : word;
  });
}
