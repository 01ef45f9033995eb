import type { WorkbookChange } from "../workbook/workbook";
import type { LiveSheet } from "./host";
import { viewWith, FakeHost, finding, SAMPLE } from "./testing/fakeHost";
import { fixableOfRule, PaneStore, visibleFindings } from "./paneStore";
import type { PreferenceStorage } from "./preferences";

function memoryStorage(): PreferenceStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const storeOf = (host: FakeHost, storage: PreferenceStorage | null = null): PaneStore => new PaneStore(host, { storage });

describe("PaneStore: check", () => {
  test("takes the view, tells the outcome and shows the marks once", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    const statuses: string[] = [];
    store.subscribe(() => statuses.push(store.getState().status));
    await store.check();
    await store.check();
    expect(store.getState().view?.findings).toHaveLength(SAMPLE.length);
    expect(store.getState().lastOutcome).toEqual({ kind: "checked" });
    expect(statuses[0]).toBe("checking");
    expect(store.getState().status).toBe("idle");
    expect(host.calls).toEqual(["check", "showMarks", "check"]);
  });

  test("two clicks are one check", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await Promise.all([store.check(), store.check()]);
    expect(host.calls.filter((call) => call === "check")).toHaveLength(1);
  });

  test("a failure keeps the last view and says what to do; the details hold no text, address or folder", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await store.check();
    host.broken.set("check", new Error('cell "Nguyễn Văn A" of nva@example.vn, 0912 345 678, in /home/nva/mat/ke-hoach.xlsx'));
    await store.check();
    const { failure, view, status } = store.getState();
    expect(view).not.toBeNull();
    expect(status).toBe("idle");
    expect(failure?.message.vi).toMatch(/thử lại/);
    expect(failure?.details).toContain("doing: check");
    for (const personal of ["Nguyễn", "nva", "345", "mat"]) expect(failure?.details).not.toContain(personal);
    host.broken.clear();
    await store.check();
    expect(store.getState().failure).toBeNull();
  });

  test("an error that explains itself in both languages is taken at its word", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    host.broken.set("check", Object.assign(new Error("locked"), { localized: { vi: "Trang tính đang khóa.", en: "The sheet is protected." } }));
    await store.check();
    expect(store.getState().failure?.message).toEqual({ vi: "Trang tính đang khóa.", en: "The sheet is protected." });
  });

  test("marks that cannot be shown do not spoil the check", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    host.broken.set("showMarks", new Error("protected"));
    await store.check();
    expect(store.getState().view?.findings).toHaveLength(SAMPLE.length);
    expect(store.getState().failure?.doing).toBe("marks");
    host.broken.clear();
    await store.check();
    expect(host.calls.filter((call) => call === "showMarks")).toHaveLength(2);
  });

  test("why marks cannot be shown is told once, until they are asked for or the reason is another", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    const refusal = (sheet: string): Error => Object.assign(new Error(), { localized: { vi: `${sheet} đang khóa.`, en: `${sheet} is protected.` } });
    host.broken.set("showMarks", refusal("I"));
    await store.check();
    expect(store.getState().failure?.message.vi).toBe("I đang khóa.");
    await store.check();
    expect(store.getState().failure).toBeNull();
    await store.showMarks(true);
    expect(store.getState().failure?.message.vi).toBe("I đang khóa.");
    host.broken.set("showMarks", refusal("II"));
    await store.check();
    expect(store.getState().failure?.message.vi).toBe("II đang khóa.");
  });

  test("stopping is an outcome, not a failure", async () => {
    let reject: (reason: unknown) => void = () => undefined;
    const host = new FakeHost(viewWith(SAMPLE), { stop: () => reject(new Error("worker ended")) });
    host.gate = new Promise<void>((_, fail) => (reject = fail));
    const store = storeOf(host);
    const checking = store.check();
    await Promise.resolve();
    host.tellProgress({ done: 2, total: 8 });
    expect(store.getState()).toMatchObject({ status: "checking", progress: { done: 2, total: 8 } });
    store.stop();
    await checking;
    expect(store.getState()).toMatchObject({ status: "idle", failure: null, progress: null, lastOutcome: { kind: "stopped" } });
  });

  test("what an earlier workbook answers late is not shown", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await store.check();
    let open = (): void => undefined;
    host.gate = new Promise((resolve) => (open = resolve));
    const late = store.previewFix({ ruleId: "coord/duplicate" });
    await Promise.resolve();
    store.reset();
    open();
    await late;
    expect(store.getState().status).toBe("idle");
    expect(store.getState().preview).toBeNull();
    expect(store.getState().lastOutcome).toBeNull();
    expect(store.getState().view).toBeNull();
  });

  test("a check that was not answered before another workbook came is made of that one", async () => {
    const host = new FakeHost();
    let open = (): void => undefined;
    host.gate = new Promise((resolve) => (open = resolve));
    const store = storeOf(host);
    const late = store.check();
    await Promise.resolve();
    store.reset();
    const again = store.check();
    expect(again).not.toBe(late);
    open();
    await again;
    expect(store.getState()).toMatchObject({ status: "idle", lastOutcome: { kind: "checked" } });
    expect(store.getState().view?.findings).toHaveLength(SAMPLE.length);
    store.reset();
    await Promise.resolve();
    expect(store.getState()).toMatchObject({ status: "idle", view: null });
  });
});

describe("PaneStore: mending", () => {
  test("nothing is written by a preview", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await store.check();
    await store.previewFix({ ruleId: "coord/duplicate" });
    expect(store.getState().preview?.plan.changes.map(({ cell }) => cell)).toEqual(["F10", "F11"]);
    expect(host.calls).not.toContain("applyFix");
    store.cancelFix();
    expect(store.getState().preview).toBeNull();
  });

  test("applying counts what was written, tells what was skipped, and one undo takes it all back", async () => {
    const host = new FakeHost();
    host.changedCells.add("F11");
    const store = storeOf(host);
    await store.check();
    await store.previewFix({ ruleId: "coord/duplicate" });
    await store.applyFix();
    expect(store.getState().lastOutcome).toEqual({ kind: "mended", cells: 1, rows: 0, skipped: [{ sheet: "Phụ lục II", place: "F11", reason: "changed" }] });
    expect(store.getState()).toMatchObject({ canUndo: true, canRedo: false, preview: null });
    await store.undo();
    expect(store.getState().view?.findings).toHaveLength(SAMPLE.length);
    expect(store.getState()).toMatchObject({ canUndo: false, canRedo: true, lastOutcome: { kind: "undone" } });
    await store.redo();
    expect(store.getState().view?.findings).toHaveLength(SAMPLE.length - 1);
    expect(store.getState()).toMatchObject({ canUndo: true, canRedo: false });
  });

  test("a plan of cells and rows is two steps of the workbook and one of the pane", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await store.check();
    const cell = { sheet: "S", cell: "A1", expected: "a", value: "b" };
    const row = { sheet: "S", removeRow: 9, expected: ["x"] };
    host.session.applyFix = (plan) => Promise.resolve({ view: host.view, report: { applied: structuredClone(plan.batches.flat()), skipped: [] } });
    const undos: number[] = [];
    host.session.undo = () => Promise.resolve(undos.push(1) > 2 ? null : host.view);
    await store.applyFix({ batches: [[cell], [row]], changes: [], mended: 2 });
    expect(store.getState().lastOutcome).toEqual({ kind: "mended", cells: 1, rows: 1, skipped: [] });
    await store.undo();
    expect(undos).toHaveLength(2);
    expect(store.getState().canUndo).toBe(false);
  });

  test("a mending of which nothing was written leaves nothing to undo", async () => {
    const host = new FakeHost();
    host.changedCells.add("A12");
    const store = storeOf(host);
    await store.check();
    await store.previewFix({ findings: [SAMPLE[1]!.id] });
    await store.applyFix();
    expect(store.getState().canUndo).toBe(false);
  });

  test("asking to mend what cannot be mended says so", async () => {
    const store = storeOf(new FakeHost());
    await store.check();
    await store.previewFix({ ruleId: "lead/missing" });
    expect(store.getState()).toMatchObject({ preview: null, lastOutcome: { kind: "nothing-to-mend" } });
  });

  test("the finding that takes the place of a mended one becomes current", async () => {
    const store = storeOf(new FakeHost());
    await store.check();
    const [first, second] = visibleFindings(store.getState());
    await store.previewFix({ findings: [first!.id] });
    await store.applyFix();
    expect(store.getState().selectedId).toBe(second!.id);
  });

  test("what was mended is told no longer after an edit: its undo would take back that one", async () => {
    const store = storeOf(new FakeHost());
    await store.check();
    await store.previewFix({ findings: [visibleFindings(store.getState())[0]!.id] });
    await store.applyFix();
    store.accept(viewWith(SAMPLE.slice(1)), "reading");
    expect(store.getState().lastOutcome?.kind).toBe("mended");
    store.accept(viewWith(SAMPLE.slice(1)));
    expect(store.getState().lastOutcome).toBeNull();
  });

  test("an edit from outside can be undone, a re-reading cannot", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await store.check();
    store.accept(viewWith([]), "reading");
    expect(store.getState().canUndo).toBe(false);
    store.accept(viewWith(SAMPLE.slice(1)));
    expect(store.getState()).toMatchObject({ canUndo: true });
    expect(store.getState().view?.findings).toHaveLength(SAMPLE.length - 1);
  });
});

describe("PaneStore: selection", () => {
  test("selecting goes to the cell; moving does not", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await store.check();
    store.moveTo(SAMPLE[3]!.id);
    expect(host.selected).toEqual([]);
    await store.selectFinding(SAMPLE[4]!.id);
    expect(host.selected).toEqual(["Phụ lục II!F11"]);
  });

  test("a cell chosen in the sheet makes its gravest finding current and leaves others alone", async () => {
    const here = [finding({ ruleId: "content/duplicate", cell: "C9", severity: "info" }), finding({ ruleId: "content/missing", cell: "C9" })];
    const store = storeOf(new FakeHost(viewWith(here)));
    await store.check();
    store.selectFirstAt("Phụ lục I", "C9");
    expect(store.getState().selectedId).toBe(here[1]!.id);
    store.moveTo(here[0]!.id);
    store.selectFirstAt("Phụ lục I", "C9");
    expect(store.getState().selectedId).toBe(here[0]!.id);
    store.selectFirstAt("Phụ lục I", "Z1");
    expect(store.getState().selectedId).toBe(here[0]!.id);
  });

  test("a cell that cannot be selected is told", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await store.check();
    host.broken.set("select", new Error("no such sheet"));
    await store.selectFinding(SAMPLE[0]!.id);
    expect(store.getState().failure?.doing).toBe("select");
  });
});

describe("PaneStore: preferences", () => {
  test("are kept, and a new session hears of the rules before its first check", async () => {
    const storage = memoryStorage();
    const first = storeOf(new FakeHost(), storage);
    first.setLanguage("en");
    first.setTheme("dark");
    await first.setRules({ "lead/missing": "off" });
    const host = new FakeHost();
    const second = storeOf(host, storage);
    expect(second.getState()).toMatchObject({ language: "en", theme: "dark", rules: { "lead/missing": "off" } });
    await second.check();
    expect(host.calls[0]).toBe("setRules");
    expect(second.getState().view?.findings.some(({ ruleId }) => ruleId === "lead/missing")).toBe(false);
    expect([...storage.kept.values()].join("")).not.toContain("Phú Xuyên");
  });

  test.each([["not JSON"], ["null"], ['{"language":"fr","theme":1,"marksShown":"yes","rules":{"x":"loud"}}']])("broken storage %s gives the defaults", (kept) => {
    const state = storeOf(new FakeHost(), { getItem: () => kept, setItem: () => undefined }).getState();
    expect(state).toMatchObject({ language: "vi", theme: "system", marksShown: true, rules: {} });
  });

  test("forbidden storage disturbs nobody", () => {
    const forbidden = (): never => {
      throw new Error("SecurityError");
    };
    const store = storeOf(new FakeHost(), { getItem: forbidden, setItem: forbidden });
    store.setLanguage("en");
    expect(store.getState().language).toBe("en");
  });

  test("marks switched off stay off at the next check", async () => {
    const host = new FakeHost();
    const store = storeOf(host);
    await store.check();
    await store.showMarks(false);
    expect(store.getState().lastOutcome).toEqual({ kind: "unmarked", cells: SAMPLE.length });
    await store.check();
    expect(host.calls).toEqual(["check", "showMarks", "clearMarks", "check"]);
  });

  test("a plan context is sent and comes back in the view", async () => {
    const store = storeOf(new FakeHost());
    await store.setPlan({ province: "Hà Nội" });
    expect(store.getState().view?.plan).toMatchObject({ place: "Phú Xuyên", province: "Hà Nội" });
  });
});

test("how many findings of a rule can be mended", async () => {
  const store = storeOf(new FakeHost());
  await store.check();
  expect([fixableOfRule(store.getState(), "coord/duplicate"), fixableOfRule(store.getState(), "lead/missing")]).toEqual([2, 0]);
});

describe("changes made on the sheet", () => {
  /** A host that tells of changes; what it answers can be made to fail. */
  class LiveHost extends FakeHost {
    readonly refreshed: (WorkbookChange["cells"] | "failed")[] = [];
    failing = false;
    tell: (change: WorkbookChange) => void = () => undefined;
    readonly live: LiveSheet = {
      subscribe: (listener) => {
        this.tell = listener;
        return () => undefined;
      },
      refresh: (change) => {
        this.refreshed.push(this.failing ? "failed" : change.cells);
        return this.failing ? Promise.reject(new Error("busy")) : Promise.resolve(viewWith(SAMPLE.slice(1)));
      },
    };
  }
  const G9: WorkbookChange = { cells: [{ sheet: "Phụ lục I", cell: "G9" }] };
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  test("nothing is followed before the first check", async () => {
    const host = new LiveHost();
    const store = new PaneStore(host, { storage: null });
    host.tell(G9);
    await settled();
    expect(host.refreshed).toEqual([]);
    expect(store.getState().view).toBeNull();
  });

  test("the list follows, while the filter, the preview and the history stay", async () => {
    const host = new LiveHost();
    const store = new PaneStore(host, { storage: null });
    await store.check();
    await store.previewFix({ ruleId: "coord/duplicate" });
    const { preview } = store.getState();
    host.tell(G9);
    await settled();
    expect(host.refreshed).toEqual([G9.cells]);
    expect(store.getState()).toMatchObject({ preview, status: "idle", canUndo: false });
    expect(store.getState().view?.findings).toHaveLength(4);
  });

  test("switched off, changes wait until it is switched on again, and then everything is checked", async () => {
    const host = new LiveHost();
    const store = new PaneStore(host, { storage: null });
    await store.check();
    store.setLive(false);
    host.tell(G9);
    await settled();
    expect(host.refreshed).toEqual([]);
    store.setLive(true);
    await settled();
    expect(host.refreshed).toEqual([null]);
  });

  test("what could not be followed is told, and the next change catches up with it", async () => {
    const host = new LiveHost();
    const store = new PaneStore(host, { storage: null });
    await store.check();
    host.failing = true;
    host.tell(G9);
    await settled();
    expect(store.getState().failure?.doing).toBe("follow");
    host.failing = false;
    host.tell(G9);
    await settled();
    expect(host.refreshed).toEqual(["failed", null]);
    expect(store.getState().failure).toBeNull();
  });
});

describe("the language", () => {
  test("is the host's until one is chosen, and the host's is not kept", () => {
    const storage = memoryStorage();
    const store = new PaneStore(new FakeHost(), { storage, language: "en" });
    expect(store.getState().language).toBe("en");
    store.setTheme("dark");
    expect(storage.getItem("phuluc.pane")).not.toContain("language\":");
    store.suggestLanguage("vi");
    expect(store.getState().language).toBe("vi");
  });

  test("stays what a person chose", () => {
    const storage = memoryStorage();
    new PaneStore(new FakeHost(), { storage, language: "en" }).setLanguage("vi");
    const again = new PaneStore(new FakeHost(), { storage, language: "en" });
    again.suggestLanguage("en");
    expect(again.getState().language).toBe("vi");
  });
});
