import type { Item, TargetCell } from "../../../src/appendix/appendix";
import type { CleanTable, Injection } from "../cleanTable";
import { pickItem, type Defect } from "../defect";
import type { Random } from "../random";

/** The values of an item that are written. */
function written({ values }: Item): readonly TargetCell[] {
  return values.filter(({ field }) => field.text.trim() !== "");
}

const SHARE = /^\s*([≥>]?)\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*$/u;

/** The numbers of a row of shares, null when one of them is something else. */
function shares(item: Item): readonly number[] | null {
  const numbers = written(item).map(({ field }) => SHARE.exec(field.text)?.[2]?.replace(",", "."));
  return numbers.length >= 2 && numbers.every((number) => number !== undefined) ? numbers.map(Number) : null;
}

function inRow(rule: string, kind: string, fits: (item: Item) => boolean, spoil: (table: CleanTable, item: Item, random: Random) => Injection | null): Defect {
  return {
    rule,
    kind,
    inject: (table, random) => {
      if (table.appendix.kind !== "targets" || !table.has("target")) return null;
      const item = random.pick(table.good.filter((candidate) => fits(candidate) && candidate.values.every(({ field }) => !table.isTold(rule, field.cell))));
      return item === undefined ? null : spoil(table, item, random);
    },
  };
}

function sayOne(text: (old: string) => string, which: (values: readonly TargetCell[], random: Random) => TargetCell | undefined): (table: CleanTable, item: Item, random: Random) => Injection | null {
  return (table, item, random) => {
    const value = which(written(item), random);
    return value === undefined ? null : table.write([[value.field.cell, text(value.field.text)]]);
  };
}

const any = (values: readonly TargetCell[], random: Random): TargetCell | undefined => random.pick(values);
const last = (values: readonly TargetCell[]): TargetCell | undefined => values.at(-1);

export const targetDefects: readonly Defect[] = [
  inRow("target/missing", "no value at all", (item) => written(item).length > 0, (table, item) => {
    const row = written(item).map(({ field }) => field.cell);
    const name = item.fields.content?.cell;
    return table.write(row.map((cell) => [cell, ""] as const), [...item.values.map(({ field }) => field.cell), ...(name === undefined ? [] : [name])]);
  }),
  inRow("target/unreadable", "a date", (item) => written(item).length > 0, sayOne(() => "31/12/2026", any)),
  inRow("target/unreadable", "a letter for a digit", (item) => written(item).length > 0, sayOne(() => "≥9o%", any)),
  inRow("target/unreadable", "an error of Excel", (item) => written(item).length > 0, sayOne(() => "#REF!", any)),
  inRow("target/unit-mixed", "a % lost", (item) => (shares(item)?.length ?? 0) >= 3, sayOne((old) => old.replace("%", ""), any)),
  inRow("target/impossible", "a share over 100 %", (item) => shares(item) !== null, sayOne(() => "150%", last)),
  inRow("target/impossible", "a digit too many", (item) => shares(item)?.every((share) => share < 100 && share >= 20) === true, sayOne((old) => old.replace(/(\d+)/u, "$10"), last)),
  inRow("target/regress", "the last year lower than the first", (item) => (shares(item)?.[0] ?? 0) >= 20, (table, item) => {
    const value = last(written(item));
    return value === undefined ? null : table.write([[value.field.cell, value.field.text.replace(/\d+(?:[.,]\d+)?/u, String(Math.floor((shares(item)?.[0] ?? 0) / 2)))]]);
  }),
  {
    rule: "target/duplicate",
    kind: "the name of another target",
    inject: (table, random) => {
      if (table.appendix.kind !== "targets") return null;
      const item = pickItem(table, random, "target/duplicate", "content");
      const other = random.pick(table.good.filter((candidate) => candidate !== item && table.text(candidate, "content").length > 20));
      if (item?.fields.content === undefined || other?.fields.content === undefined) return null;
      return table.write([[item.fields.content.cell, table.text(other, "content")]], [item.fields.content.cell, other.fields.content.cell]);
    },
  },
  inRow("target/number-format", "a dot among commas", (item) => (shares(item)?.length ?? 0) >= 3, (table, item) => {
    const values = written(item);
    const cells = values.map(({ field }, i) => [field.cell, `${70 + i},5%`.replace(",", i === values.length - 1 ? "." : ",")] as const);
    return table.write(cells, cells.slice(-1).map(([cell]) => cell));
  }),
  inRow("target/operator-mixed", "one ≥ lost", (item) => (shares(item)?.length ?? 0) >= 3 && written(item).every(({ field }) => /^\s*≥/u.test(field.text) && !field.text.includes("100")), sayOne((old) => old.replace("≥", ""), any)),
];
