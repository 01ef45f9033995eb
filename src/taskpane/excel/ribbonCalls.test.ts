import { PaneStore } from "../paneStore";
import { FakeHost } from "../testing/fakeHost";
import { answerRibbon, askPane } from "./ribbonCalls";

const BOOK = "C:\\Ke hoach\\phu luc.xlsx";
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

function pane(document: string | null): { host: FakeHost; store: PaneStore } {
  const host = new FakeHost();
  const store = new PaneStore(host, { storage: null });
  open.push(answerRibbon(store, document));
  return { host, store };
}

test("the pane of the workbook checks and marks; another workbook's does not", async () => {
  const [mine, other] = [pane(BOOK), pane("C:\\khac.xlsx")];
  await expect(askPane("check", BOOK)).resolves.toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(mine.host.calls).toEqual(["check", "showMarks"]);
  expect(other.host.calls).toEqual([]);
});

test("marks that were switched off are shown again when the ribbon asks, and taken away when it asks", async () => {
  const { host, store } = pane(BOOK);
  await store.showMarks(false);
  await askPane("check", BOOK);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(store.getState().marksShown).toBe(true);
  await askPane("clear", BOOK);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(store.getState().marksShown).toBe(false);
  expect(host.calls.at(-1)).toBe("clearMarks");
});

test.each([
  ["no pane is open", BOOK, null],
  ["the workbook was never saved", "", ""],
])("%s: the ribbon does it itself", async (_what, asked, shown) => {
  pane(shown);
  await expect(askPane("check", asked)).resolves.toBe(false);
});
