import { carryOut, type RibbonCommand, type Told } from "./command";
import { checkedSentence } from "./words";
import { viewWith, SAMPLE } from "../taskpane/testing/fakeHost";

/** Carries a button out and says what became of it. */
async function press(run: RibbonCommand["run"], tell?: (told: Told) => Promise<void>): Promise<{ told: Told[]; completed: number }> {
  const told: Told[] = [];
  let completed = 0;
  const hear = tell ?? ((message: Told) => (told.push(message), Promise.resolve()));
  await carryOut({ doing: "check", run }, { completed: () => (completed += 1) }, () => ["host: Excel"], hear);
  return { told, completed };
}

test("a result is told, and Excel hears the end once", async () => {
  const message = { vi: "xong", en: "done" };
  expect(await press(() => Promise.resolve(message))).toEqual({ told: [{ message, details: null }], completed: 1 });
});

test("what shows by itself is not told", async () => {
  expect(await press(() => Promise.resolve(null))).toEqual({ told: [], completed: 1 });
});

test("a failure is told with its reason and its details", async () => {
  const reason = { vi: "Trang tính đang khóa.", en: "The sheet is protected." };
  const { told, completed } = await press(() => Promise.reject(Object.assign(new Error("x"), { reason, code: "sheet-protected" })));
  expect(told).toHaveLength(1);
  expect(told[0]!.message).toEqual(reason);
  expect(told[0]!.details).toContain("host: Excel\ndoing: check\ncode: sheet-protected");
  expect(completed).toBe(1);
});

test("Excel hears the end even when nothing can be shown", async () => {
  const { completed } = await press(
    () => Promise.reject(new Error("x")),
    () => Promise.reject(new Error("no window")),
  );
  expect(completed).toBe(1);
});

test.each([
  ["findings", viewWith(SAMPLE), "2 lỗi, 2 cảnh báo, 1 lưu ý", true],
  ["a clean appendix", viewWith([]), "không thấy lỗi nào", false],
  ["no table", viewWith([], { appendices: [] }), "Không tìm thấy phụ lục", false],
])("the sentence for %s", (_what, view, part, marked) => {
  const { vi, en } = checkedSentence(view);
  expect(vi).toContain(part);
  expect([vi.includes("đánh dấu"), en.includes("marked")]).toEqual([marked, marked]);
});
