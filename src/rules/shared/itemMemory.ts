import type { Appendix, Item } from "../../appendix/appendix";

/**
 * Remembers what was worked out for each item of a table, for rules that look at the whole table: after a change of single cells only
 * their items are worked out anew. What is remembered must depend on nothing but the item.
 */
export class ItemMemory<T> {
  /** By the table's columns, which stay the same object while only items change. */
  private readonly tables = new WeakMap<Appendix["columns"], { readonly items: readonly Item[]; readonly results: readonly T[] }>();

  constructor(private readonly compute: (item: Item) => T) {}

  /** The results for all items of the appendix, in their order. */
  of({ columns, items }: Appendix): readonly T[] {
    const known = this.tables.get(columns);
    if (known?.items === items) return known.results;
    const results = items.map((item, i) => (known !== undefined && known.items[i] === item ? (known.results[i] as T) : this.compute(item)));
    this.tables.set(columns, { items, results });
    return results;
  }
}
