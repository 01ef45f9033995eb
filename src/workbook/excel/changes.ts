import { parseAreas } from "./addresses";
import type { ExcelClient } from "./excelClient";
import type { SheetCache } from "./sheetCache";

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Hears what Excel tells of changes that are not this port's own, and notes them in the cache. Excel's news are hints only: they may miss
 * a list pick or a formula's result (office-js #420, #3899) or come without details (#5347), so what changed is found by reading.
 */
export class ExcelChanges {
  private handlers: readonly Handler[] = [];

  /** @param changed called after each piece of news, once it is noted. */
  constructor(
    private readonly client: ExcelClient,
    private readonly cache: SheetCache,
    private readonly changed: () => void,
  ) {}

  /** Begins to hear. */
  async start(): Promise<void> {
    if (this.handlers.length > 0) return;
    await this.client.run(async (context, sync) => {
      const { worksheets } = context.workbook;
      const structure = (): Promise<void> => this.note(() => undefined);
      const handlers: Handler[] = [
        worksheets.onChanged.add((event) => this.hear(event)),
        worksheets.onAdded.add(structure),
        worksheets.onDeleted.add(structure),
        // Formulas follow cells that were changed elsewhere; where there are none, there is nothing to follow.
        worksheets.onCalculated.add(() => (this.cache.grids.some(({ formulas }) => formulas !== undefined) ? structure() : Promise.resolve())),
      ];
      if (this.client.supports("1.17")) {
        handlers.push(worksheets.onNameChanged.add(structure), worksheets.onVisibilityChanged.add(structure), worksheets.onMoved.add(structure));
      }
      await sync();
      this.handlers = handlers;
    });
  }

  /** Ends hearing. */
  async stop(): Promise<void> {
    const { handlers } = this;
    this.handlers = [];
    const [first] = handlers;
    if (first === undefined) return;
    // A handler can only be taken away in the context that it was added in.
    for (const handler of handlers) handler.remove();
    await this.client.syncOf(first.context)();
  }

  private hear(event: Excel.WorksheetChangedEventArgs): Promise<void> {
    if (event.triggerSource === "ThisLocalAddin") return Promise.resolve();
    const areas = event.changeType === "RangeEdited" ? parseAreas(event.address) : [];
    return this.note(() => this.cache.touch(event.worksheetId, areas.length === 0 ? "all" : areas));
  }

  private note(noting: () => void): Promise<void> {
    noting();
    this.changed();
    return Promise.resolve();
  }
}
