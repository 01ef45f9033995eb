import type { Item } from "../../../src/appendix/appendix";
import type { CleanTable, Injection } from "../cleanTable";
import { inColumn, type Defect } from "../defect";
import type { Random } from "../random";

/** Running numbers of neighbouring items of one section, from a place on. */
function run(table: CleanTable, random: Random, length: number): readonly Item[] | null {
  const { items } = table.appendix;
  const starts = items.flatMap((_, i) => {
    const part = items.slice(i, i + length);
    const whole = part.length === length && part.every((item) => table.good.includes(item) && item.section === part[0]?.section && isNumber(numberOf(item)));
    return whole ? [part] : [];
  });
  return random.pick(starts) ?? null;
}

function numberOf(item: Item): string | number | null {
  const value = item.fields.number?.value;
  return typeof value === "string" || typeof value === "number" ? value : null;
}

function isNumber(value: string | number | null): boolean {
  return value !== null && /^\d+\.?$/.test(String(value).trim());
}

/** The number so many further, as the table writes it. */
function later(value: string | number | null, by: number): string | number {
  if (typeof value === "number") return value + by;
  return String(value).replace(/\d+/, (digits) => String(Number(digits) + by));
}

function numbering(rule: string, kind: string, length: number, spoil: (table: CleanTable, items: readonly Item[]) => Injection | null): Defect {
  return {
    rule,
    kind,
    inject: (table, random) => {
      const items = table.appendix.kind === "outline" ? null : run(table, random, length);
      return items === null ? null : spoil(table, items);
    },
  };
}

export const numberDefects: readonly Defect[] = [
  numbering("numbering/duplicate", "the number of the row above", 3, (table, [above, item]) => (above?.fields.number === undefined || item?.fields.number === undefined ? null : table.write([[item.fields.number.cell, numberOf(above)]]))),
  numbering("numbering/gap", "numbers jump by one, to the end", 3, (table, items) => jump(table, items[1], 1)),
  numbering("numbering/gap", "numbers jump by five, to the end", 3, (table, items) => jump(table, items[1], 5)),
  numbering("numbering/out-of-order", "two neighbours change places", 4, (table, [, a, b]) =>
    a?.fields.number === undefined || b?.fields.number === undefined
      ? null
      : table.write(
          [
            [a.fields.number.cell, numberOf(b)],
            [b.fields.number.cell, numberOf(a)],
          ],
          [a.fields.number.cell, b.fields.number.cell],
        ),
  ),
  numbering("numbering/detail-sequence", "one detail number too high", 3, (table, [, item]) => detail(table, item, 2)),
  numbering("numbering/detail-sequence", "the detail number of the row above", 3, (table, [, item]) => detail(table, item, -1)),
  ...inColumn("numbering/missing", "number", { "no number": () => "", "a placeholder": () => "…" }),
];

/** Every number from an item on is higher; the first of them is the slip. */
function jump(table: CleanTable, item: Item | undefined, by: number): Injection | null {
  if (item?.fields.number === undefined) return null;
  const restarts = table.appendix.items.filter((other) => String(numberOf(other)).replace(".", "") === "1").length > 1;
  const from = table.appendix.items.indexOf(item);
  const after = table.appendix.items.slice(from).filter((other) => !restarts || other.section === item.section);
  return table.write(after.flatMap((other) => (other.fields.number === undefined || !isNumber(numberOf(other)) ? [] : [[other.fields.number.cell, later(numberOf(other), by)] as const])));
}

function detail(table: CleanTable, item: Item | undefined, by: number): Injection | null {
  const field = item?.fields.detailNumber;
  const value = field?.value;
  if (field === undefined || (typeof value !== "number" && typeof value !== "string") || !isNumber(value)) return null;
  return table.write([[field.cell, later(value, by)]]);
}
