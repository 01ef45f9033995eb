import type { Appendix, Item } from "../../appendix/appendix";
import type { Filling, TableMemory } from "../rule";
import { numberTextsAnew } from "./columnTexts";

interface Known<T> {
  readonly items: readonly Item[];
  readonly results: readonly T[];
}

/** Fills a memory that is asked before the engine has filled it. */
export function fillNow(memory: TableMemory, appendix: Appendix): void {
  numberTextsAnew();
  const { visit, close } = memory.fill(appendix);
  appendix.items.forEach(visit);
  close();
}

/**
 * Remembers what was worked out for each item of a table, for rules that look at the whole table: after a change of single cells only
 * their items are worked out anew. What is remembered must depend on nothing but the item.
 *
 * A rule that names its memories (`Rule.memories`) has them filled while the engine looks at the items one by one: what was read of an
 * item's wording is then at hand, and no text is read twice.
 */
export class ItemMemory<T> implements TableMemory {
  /** By the table's columns, which stay the same object while only items change. */
  private readonly tables = new WeakMap<Appendix["columns"], Known<T>>();

  constructor(private readonly compute: (item: Item) => T) {}

  /** The results for all items of the appendix, in their order. */
  of(appendix: Appendix): readonly T[] {
    const known = this.tables.get(appendix.columns);
    if (known?.items === appendix.items) return known.results;
    fillNow(this, appendix);
    return this.tables.get(appendix.columns)?.results ?? [];
  }

  /** Begins to work out the results of an appendix. What is known of an item that stayed is taken over. */
  fill({ columns, items }: Appendix): Filling {
    const known = this.tables.get(columns);
    const results = new Array<T>(items.length);
    return {
      visit: (item, index) => {
        results[index] = known !== undefined && known.items[index] === item ? (known.results[index] as T) : this.compute(item);
      },
      close: () => void this.tables.set(columns, { items, results }),
    };
  }
}
