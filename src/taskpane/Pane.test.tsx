/** @jest-environment jsdom */
import "./testing/pageStubs";
import "@testing-library/jest-dom";
import { act, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { catalog } from "../rules/catalog";
import { ruleOf } from "../rules/describe";
import { Pane } from "./Pane";
import { PaneStore } from "./paneStore";
import { FakeHost, finding, SAMPLE, viewWith } from "./testing/fakeHost";
import { WORDS } from "./words/words";

const { vi, en } = WORDS;
// Asking jsdom for the computed visibility of every element costs seconds; what must be visible is asked for by toBeVisible.
configure({ defaultHidden: true });
jest.setTimeout(20_000);

/** A pane on a fake host; with a check already made unless said otherwise. */
async function open(host = new FakeHost(), checked = true): Promise<{ host: FakeHost; store: PaneStore; user: UserEvent }> {
  const store = new PaneStore(host, { storage: null });
  const user = userEvent.setup();
  render(<Pane store={store} />);
  if (checked) await user.click(screen.getByRole("button", { name: vi.command.check }));
  return { host, store, user };
}

const cards = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-finding]")];
const places = (): readonly string[] => cards().map((card) => /[A-Z]+\d+ · Phụ lục I+/.exec(card.textContent)?.[0] ?? "");
/** The finding that has the focus, and the one at a place of the list. */
const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset.finding;
const idOf = (index: number): string | undefined => cards()[index]?.dataset.finding;
const cardOf = (cell: string): HTMLElement => {
  const card = cards().find((candidate) => candidate.textContent.includes(`${cell} · `))?.closest<HTMLElement>("li");
  if (card === null || card === undefined) throw new Error(`No card for ${cell}`);
  return card;
};

/** Asks to mend everything of a card's rule. */
async function fixAllOf(cell: string, user: UserEvent): Promise<void> {
  await user.click(within(cardOf(cell)).getByRole("button", { name: vi.command.fix }));
  await user.click(await within(cardOf(cell)).findByRole("button", { name: vi.finding.fixAll(2) }));
}

/** axe's verdict on the page; contrast is measured in theme.test.ts, jsdom has no colours. */
async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

describe("checking", () => {
  test("before the first check there is one big button and what it does", async () => {
    await open(new FakeHost(), false);
    expect(screen.getByRole("button", { name: vi.command.check })).toBeVisible();
    expect(screen.getByText(vi.first.hint)).toBeVisible();
    expect(cards()).toHaveLength(0);
  });

  test("a check lists the findings, gravest first, counts them and tells it", async () => {
    await open();
    expect(places()).toEqual(["A12 · Phụ lục I", "E9 · Phụ lục I", "F10 · Phụ lục I", "F11 · Phụ lục II", "G9 · Phụ lục I"]);
    expect(screen.getByText("2 lỗi")).toBeVisible();
    expect(screen.getByText("2 cảnh báo")).toBeVisible();
    expect(screen.getByText(vi.filter.shown(5, 5))).toBeVisible();
    expect(screen.getAllByRole("status")[0]).toHaveTextContent(vi.outcome.checked(2, 2, 1));
    expect(within(cardOf("F10")).getByText("Công an xã", { selector: "mark" })).toBeVisible();
    expect(within(cardOf("E9")).getByText(vi.finding.emptyCell)).toBeVisible();
  });

  test("a long check shows that it works, then how far, and can be stopped", async () => {
    jest.useFakeTimers();
    try {
      let fail: (reason: unknown) => void = () => undefined;
      const stop = jest.fn(() => fail(Object.assign(new Error("stopped"), { name: "AbortError" })));
      const host = new FakeHost(viewWith(SAMPLE), { stop });
      host.gate = new Promise<void>((_, reject) => (fail = reject));
      const store = new PaneStore(host, { storage: null });
      render(<Pane store={store} />);
      await act(async () => {
        void store.check();
        await jest.advanceTimersByTimeAsync(200);
      });
      expect(screen.queryByRole("progressbar")).toBeNull();
      await act(() => jest.advanceTimersByTimeAsync(200));
      expect(screen.getByRole("progressbar")).not.toHaveAttribute("aria-valuenow");
      await act(async () => {
        host.tellProgress({ done: 30, total: 120 });
        await jest.advanceTimersByTimeAsync(800);
      });
      expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "25");
      await act(async () => {
        screen.getByRole("button", { name: vi.command.stop }).click();
        await jest.advanceTimersByTimeAsync(0);
      });
      expect(stop).toHaveBeenCalledTimes(1);
      expect(screen.queryByRole("progressbar")).toBeNull();
      expect(screen.getAllByText(vi.outcome.stopped).length).toBeGreaterThan(0);
    } finally {
      jest.useRealTimers();
    }
  });

  test("a file without an appendix says what is missing", async () => {
    await open(new FakeHost(viewWith([], { appendices: [], notices: [{ kind: "no-table", sheet: "Sheet1", cell: null, text: "" }] })));
    expect(screen.getByText(vi.state.noTable)).toBeVisible();
    expect(screen.getByText(vi.noTable.hint)).toBeVisible();
    expect(screen.getByText(vi.notices.summary(1))).toBeVisible();
  });

  test("a clean file is told calmly", async () => {
    await open(new FakeHost(viewWith([])));
    expect(screen.getByRole("heading", { name: vi.clean.title })).toBeVisible();
    expect(screen.getByText(vi.clean.hint(1, 23))).toBeVisible();
  });

  test("of thousands of findings only those in sight are drawn", async () => {
    await open(new FakeHost(viewWith(Array.from({ length: 5000 }, (_, index) => finding({ ruleId: "content/missing", cell: `C${index + 7}` })))));
    expect(cards().length).toBeGreaterThan(4);
    expect(cards().length).toBeLessThan(30);
    expect(cards()[0]?.closest("li")).toHaveAttribute("aria-setsize", "5000");
  });
});

describe("filters", () => {
  test("by severity, kind, sheet and words, each told by its count; clearing shows all again", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Cảnh báo 2" }));
    expect(places()).toEqual(["F10 · Phụ lục I", "F11 · Phụ lục II"]);
    expect(screen.getByRole("button", { name: "Cảnh báo 2" })).toHaveAttribute("aria-pressed", "true");
    await user.selectOptions(screen.getByRole("combobox", { name: vi.filter.sheet }), "Phụ lục II");
    expect(places()).toEqual(["F11 · Phụ lục II"]);
    await user.selectOptions(screen.getByRole("combobox", { name: vi.filter.family }), vi.filter.option(vi.family.numbering, 1));
    expect(places()).toEqual([]);
    expect(screen.getByText(vi.filteredOut.title)).toBeVisible();
    await user.click(screen.getByRole("button", { name: vi.command.clearFilter }));
    expect(places()).toHaveLength(5);
    await user.type(screen.getByRole("searchbox"), "cong an");
    expect(places()).toEqual(["F10 · Phụ lục I"]);
    expect(screen.getAllByText(vi.filter.shown(1, 5)).length).toBe(2);
  });

  test("the filter is still there after a look at another page", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Lưu ý 1" }));
    await user.click(screen.getByRole("tab", { name: vi.page.settings }));
    await user.click(screen.getByRole("tab", { name: vi.page.review }));
    expect(places()).toEqual(["G9 · Phụ lục I"]);
  });
});

describe("selecting", () => {
  test("a click on the card selects the cell, a click on an action does not", async () => {
    const { host, user } = await open();
    await user.click(within(cardOf("F11")).getByText("Nhắc ở F11"));
    expect(host.selected).toEqual(["Phụ lục II!F11"]);
    await user.click(within(cardOf("G9")).getByRole("button", { name: vi.command.explain }));
    expect(host.selected).toEqual(["Phụ lục II!F11"]);
  });

  test("one tab stop: arrows move, Enter selects, letters run the list's commands", async () => {
    const { host, store, user } = await open();
    act(() => cards()[0]?.focus());
    expect(cards().map((card) => card.tabIndex)).toEqual([0, -1, -1, -1, -1]);
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(focused()).toBe(idOf(2));
    expect(host.selected).toEqual([]);
    await user.keyboard("{Enter}");
    expect(host.selected).toEqual(["Phụ lục I!F10"]);
    await user.keyboard("{End}");
    expect(focused()).toBe(idOf(4));
    await user.keyboard("{Home}f");
    await waitFor(() => expect(store.getState().preview?.request).toEqual({ findings: [SAMPLE[1]!.id] }));
    await user.keyboard("{Escape}");
    expect(store.getState().preview).toBeNull();
    expect(focused()).toBe(idOf(0));
    await user.keyboard("v");
    expect(store.getState().explainedId).toBe(SAMPLE[1]!.id);
  });

  test("letters typed into the search are letters", async () => {
    const { host, user } = await open();
    await user.type(screen.getByRole("searchbox"), "fv");
    expect(screen.getByRole("searchbox")).toHaveValue("fv");
    expect(host.calls).not.toContain("previewFix");
  });

  test("a cell chosen in the sheet marks its card without taking the focus", async () => {
    const { store, user } = await open();
    await user.click(screen.getByRole("searchbox"));
    act(() => store.selectFirstAt("Phụ lục I", "G9"));
    expect(cards().find((card) => card.getAttribute("aria-current") === "true")).toHaveTextContent("G9");
    expect(screen.getByRole("searchbox")).toHaveFocus();
  });
});

describe("mending", () => {
  test("shows before and after, writes only when told, and takes it back", async () => {
    const { host, user } = await open();
    await user.click(within(cardOf("A12")).getByRole("button", { name: vi.command.fix }));
    const card = within(cardOf("A12"));
    expect(card.getByText("đã sửa", { selector: "ins", exact: false })).toBeVisible();
    expect(host.calls).not.toContain("applyFix");
    await user.click(card.getByRole("button", { name: vi.cancel }));
    expect(card.queryByRole("button", { name: vi.cancel })).toBeNull();
    await user.click(card.getByRole("button", { name: vi.command.fix }));
    await user.click(card.getAllByRole("button", { name: vi.fix.apply }).at(-1)!);
    expect(places()).not.toContain("A12 · Phụ lục I");
    expect(screen.getAllByText(vi.outcome.mended(1, 0)).length).toBe(2);
    expect(focused()).toBe(idOf(0));
    await user.click(screen.getAllByRole("button", { name: vi.command.undo })[0]!);
    expect(places()).toContain("A12 · Phụ lục I");
    expect(screen.getAllByRole("status")[0]).toHaveTextContent(vi.outcome.undone);
    await user.click(screen.getByRole("button", { name: vi.command.redo }));
    expect(places()).not.toContain("A12 · Phụ lục I");
  });

  test("a whole rule is shown in a dialog first; what was skipped is told with its reason", async () => {
    const { host, user } = await open();
    host.changedCells.add("F11");
    await fixAllOf("F10", user);
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByRole("heading")).toHaveTextContent(ruleOf("coord/duplicate")!.title.vi);
    expect(dialog.getByText(vi.fix.summary(2, 0))).toBeVisible();
    expect(dialog.getAllByRole("listitem")).toHaveLength(2);
    expect(host.calls).not.toContain("applyFix");
    await user.click(dialog.getByRole("button", { name: vi.fix.applyMany(2, 0) }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByText(vi.outcome.skippedAt("F11", "Phụ lục II", "changed"))).toBeVisible();
    expect(places()).toEqual(["A12 · Phụ lục I", "E9 · Phụ lục I", "F11 · Phụ lục II", "G9 · Phụ lục I"]);
  });

  test("putting the dialog away writes nothing", async () => {
    const { host, user } = await open();
    await fixAllOf("F10", user);
    await screen.findByRole("dialog");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(host.calls).not.toContain("applyFix");
  });

  test("a row that goes is shown as going", async () => {
    const { host, store } = await open();
    const rows = Array.from({ length: 7 }, (_, index) => ({ sheet: "Phụ lục I", cell: `A${20 + index}`, before: "TT · Nội dung", after: null, removesRow: true }));
    host.session.previewFix = () => Promise.resolve({ batches: [[]], changes: rows, mended: 1 });
    await act(() => store.previewFix({ findings: [SAMPLE[1]!.id] }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(vi.fix.summary(0, 7))).toBeVisible();
    expect(dialog.getAllByText(vi.fix.removesRow)).toHaveLength(7);
    expect(dialog.getByText(vi.finding.place(vi.fix.row("20"), "Phụ lục I"))).toBeVisible();
  });
});

describe("why", () => {
  test("shows the rule with its source and its examples, flagged cells said to be so", async () => {
    const { user } = await open();
    await user.click(within(cardOf("E9")).getByRole("button", { name: vi.command.explain }));
    const rule = ruleOf("lead/missing")!;
    const card = within(cardOf("E9"));
    expect(await card.findByRole("heading", { name: rule.title.vi })).toBeVisible();
    expect(card.getByText(rule.explanation.vi)).toBeVisible();
    expect(card.getByText(rule.source.vi, { exact: false })).toBeVisible();
    expect(card.getAllByRole("table").length).toBeGreaterThanOrEqual(rule.examples.length);
    expect(card.getAllByText(`(${vi.rule.flagged})`, { exact: false })).toHaveLength(rule.examples.reduce((sum, { flagged }) => sum + flagged.length, 0));
    await user.click(card.getByRole("button", { name: vi.command.explain }));
    expect(card.queryByRole("table")).toBeNull();
  });
});

describe("the plan", () => {
  test("stands in one line with what is unknown, and is corrected in a form that validates", async () => {
    const { host, store, user } = await open();
    const line = screen.getByRole("button", { expanded: false, name: /xã Phú Xuyên · chưa rõ tỉnh · tháng 7\/2025/ });
    await user.click(line);
    expect(screen.getByLabelText(vi.plan.fields.place)).toHaveAttribute("placeholder", vi.plan.asReadValue("Phú Xuyên"));
    expect(screen.getByLabelText(vi.plan.fields.province)).toHaveAttribute("placeholder", vi.plan.asRead);
    await user.type(screen.getByLabelText(vi.plan.fields.issued), "31/2/2025");
    await user.click(screen.getByRole("button", { name: vi.plan.save }));
    expect(screen.getByText(vi.plan.errors.issued)).toBeVisible();
    expect(screen.getByRole("textbox", { name: new RegExp(vi.plan.fields.issued) })).toHaveFocus();
    expect(host.calls).not.toContain("setPlan");
    await user.clear(screen.getByRole("textbox", { name: new RegExp(vi.plan.fields.issued) }));
    await user.type(screen.getByRole("textbox", { name: new RegExp(vi.plan.fields.issued) }), "16/7/2025");
    await user.type(screen.getByLabelText(vi.plan.fields.province), "Hà Nội");
    await user.selectOptions(screen.getByLabelText(vi.plan.fields.level), "phường");
    await user.click(screen.getByRole("button", { name: vi.plan.save }));
    expect(store.getState().plan).toEqual({ province: "Hà Nội", issued: "2025-07-16", level: "phường" });
    expect(await screen.findByRole("button", { expanded: false, name: /phường Phú Xuyên · Hà Nội · 16\/07\/2025/ })).toHaveFocus();
  });
});

describe("settings", () => {
  test("the language changes at once, everywhere", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("tab", { name: vi.page.settings }));
    await user.selectOptions(screen.getByLabelText(vi.settings.language), "English");
    await user.click(screen.getByRole("tab", { name: en.page.review }));
    expect(within(cardOf("A12")).getByText("Number 8 is already used in A11.")).toBeVisible();
    expect(screen.getByText("2 errors")).toBeVisible();
  });

  test("marks are cleared by one switch", async () => {
    const { host, user } = await open();
    await user.click(screen.getByRole("tab", { name: vi.page.settings }));
    await user.click(screen.getByRole("switch", { name: vi.settings.marks }));
    expect(host.calls).toContain("clearMarks");
    expect(screen.getByRole("switch")).not.toBeChecked();
  });

  test("every rule of the catalogue can be switched off, and put back", async () => {
    const { store, user } = await open();
    await user.click(screen.getByRole("tab", { name: vi.page.settings }));
    const title = ruleOf("lead/missing")!.title.vi;
    await waitFor(() => expect(screen.getByRole("region", { name: vi.settings.rules })).toBeVisible());
    for (const details of document.querySelectorAll("details")) details.open = true;
    expect(screen.getAllByRole("combobox")).toHaveLength(catalog.length + 3);
    await user.selectOptions(screen.getByRole("combobox", { name: title }), vi.settings.off);
    expect(store.getState().rules).toEqual({ "lead/missing": "off" });
    expect(store.getState().view?.findings.some(({ ruleId }) => ruleId === "lead/missing")).toBe(false);
    await user.click(screen.getByRole("button", { name: vi.settings.reset }));
    expect(store.getState().rules).toEqual({});
  });

  test("tabs follow the arrows", async () => {
    const { user } = await open();
    screen.getByRole("tab", { name: vi.page.review }).focus();
    await user.keyboard("{ArrowLeft}");
    expect(screen.getByRole("tab", { name: vi.page.settings })).toHaveFocus();
    expect(screen.getByRole("tabpanel")).toHaveAccessibleName(vi.page.settings);
  });
});

describe("errors", () => {
  test("say what happened and what to do; the details can be copied; the next try clears them", async () => {
    const { host, user } = await open(new FakeHost(), false);
    host.broken.set("check", new Error("boom"));
    await user.click(screen.getByRole("button", { name: vi.command.check }));
    expect(screen.getAllByText(vi.failure.check).length).toBe(2);
    await user.click(screen.getByRole("button", { name: vi.failureActions.copy }));
    expect(await navigator.clipboard.readText()).toContain("boom");
    expect(screen.getByRole("button", { name: vi.failureActions.copied })).toBeVisible();
    host.broken.clear();
    await user.click(screen.getByRole("button", { name: vi.command.check }));
    expect(screen.queryByText(vi.failure.check)).toBeNull();
  });

  test("where copying is forbidden the details are shown to be copied by hand", async () => {
    const { host, user } = await open(new FakeHost(), false);
    host.broken.set("check", new Error("boom"));
    await user.click(screen.getByRole("button", { name: vi.command.check }));
    jest.spyOn(navigator.clipboard, "writeText").mockRejectedValueOnce(new Error("denied"));
    await user.click(screen.getByRole("button", { name: vi.failureActions.copy }));
    expect(await screen.findByText(/doing: check/)).toBeVisible();
  });
});

describe("for everyone (axe)", () => {
  test.each<[string, (parts: Awaited<ReturnType<typeof open>>) => Promise<unknown>]>([
    ["a mending and a rule", async ({ store, user }) => {
      await user.click(within(cardOf("A12")).getByRole("button", { name: vi.command.fix }));
      act(() => store.explain(SAMPLE[2]!.id));
      await screen.findAllByRole("table");
    }],
    ["a failure, and the plan form with an error", async ({ host, store, user }) => {
      host.broken.set("check", new Error("boom"));
      await act(() => store.check());
      await user.click(screen.getByRole("button", { name: /Phú Xuyên/ }));
      await user.type(screen.getByLabelText(vi.plan.fields.period), "x{Enter}");
    }],
    ["settings", async ({ user }) => {
      await user.click(screen.getByRole("tab", { name: vi.page.settings }));
      await screen.findByRole("region", { name: vi.settings.rules });
      for (const details of document.querySelectorAll("details")) details.open = true;
    }],
    ["the dialog", async ({ user }) => {
      await fixAllOf("F10", user);
      await screen.findByRole("dialog");
    }],
  ])("%s", async (_, go) => {
    await go(await open());
    expect(await violations()).toEqual([]);
  });

  test("before the first check", async () => {
    await open(new FakeHost(), false);
    expect(await violations()).toEqual([]);
  });
});
