import type { WorkbookChange } from "../../workbook/workbook";
import { mergeChanges, onCalmChange } from "./liveChanges";

const at = (...cells: string[]): WorkbookChange => ({ cells: cells.map((cell) => ({ sheet: "A", cell })) });

/** A workbook that a test changes. */
class Changing {
  tell: (change: WorkbookChange) => void = () => undefined;
  readonly onChange = (listener: (change: WorkbookChange) => void): (() => void) => {
    this.tell = listener;
    return () => (this.tell = () => undefined);
  };
}

test.each<[string, WorkbookChange, WorkbookChange, WorkbookChange]>([
  ["each cell once", at("A1", "B2"), at("B2", "C3"), at("A1", "B2", "C3")],
  ["everything and a cell are everything", at("A1"), { cells: null }, { cells: null }],
  ["a cell after everything is everything", { cells: null }, at("A1"), { cells: null }],
  ["too many to list are everything", at(...Array.from({ length: 1500 }, (_, i) => `A${i + 1}`)), at(...Array.from({ length: 1500 }, (_, i) => `B${i + 1}`)), { cells: null }],
])("%s", (_what, first, second, both) => expect(mergeChanges(first, second)).toEqual(both));

describe("onCalmChange", () => {
  const told: WorkbookChange[] = [];
  let book: Changing;
  let stop: () => void;
  beforeEach(() => {
    jest.useFakeTimers();
    told.length = 0;
    book = new Changing();
    stop = onCalmChange(book, (change) => told.push(change));
  });
  afterEach(() => jest.useRealTimers());

  test("a run of edits is told once, together", () => {
    book.tell(at("A1"));
    jest.advanceTimersByTime(200);
    book.tell(at("A2"));
    jest.advanceTimersByTime(299);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(told).toEqual([at("A1", "A2")]);
  });

  test("who edits without a pause is not left waiting for ever", () => {
    for (let i = 1; i <= 15; i++) {
      book.tell(at(`A${i}`));
      jest.advanceTimersByTime(200);
    }
    expect(told).toHaveLength(1);
  });

  test("nothing is told after the end", () => {
    book.tell(at("A1"));
    stop();
    jest.advanceTimersByTime(1000);
    expect(told).toEqual([]);
  });
});
