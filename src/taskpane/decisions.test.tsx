/** @jest-environment jsdom */
import "./testing/pageStubs";
import "@testing-library/jest-dom";
import { configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { CLARITIES } from "../review/clarities";
import type { UnitView } from "../review/unitBook";
import { ruleOf } from "../rules/describe";
import { CLARITY_WORDS } from "./findings/clarity/words";
import { IGNORE_WORDS } from "./findings/ignoring/words";
import { Pane } from "./Pane";
import { PaneStore } from "./paneStore";
import { RULE_SCOPE_WORDS } from "./settings/words";
import { FakeHost, SAMPLE, viewWith } from "./testing/fakeHost";
import { UNIT_WORDS } from "./units/words";
import { WORDS } from "./words/words";

const { vi } = WORDS;
const ignoring = IGNORE_WORDS.vi;
const units = UNIT_WORDS.vi;
const clarity = CLARITY_WORDS.vi;
configure({ defaultHidden: true });
// jsdom's files cannot be read by promise yet.
Blob.prototype.text = function (this: Blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(this);
  });
};
jest.setTimeout(20_000);

async function open(host = new FakeHost()): Promise<{ host: FakeHost; store: PaneStore; user: UserEvent }> {
  const store = new PaneStore(host, { storage: null });
  const user = userEvent.setup();
  render(<Pane store={store} />);
  await user.click(screen.getByRole("button", { name: vi.command.check }));
  return { host, store, user };
}

const cards = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-finding]")];
const places = (): readonly string[] => cards().map((card) => /[A-Z]+\d+(?= · )/.exec(card.textContent)?.[0] ?? "");
const cardOf = (cell: string): HTMLElement => {
  const card = cards().find((candidate) => candidate.textContent.includes(`${cell} · `))?.closest<HTMLElement>("li");
  if (card === null || card === undefined) throw new Error(`No card for ${cell}`);
  return card;
};
async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

describe("ignoring", () => {
  test("a card has at most three actions", async () => {
    await open();
    for (const cell of ["A12", "E9", "F10"]) expect(within(cardOf(cell)).getAllByRole("button").length - 1).toBeLessThanOrEqual(3);
  });

  test("asks for a reason, hides the finding, shows it with its reason under the filter, and takes it back", async () => {
    const { host, user } = await open();
    await user.click(within(cardOf("E9")).getByRole("button", { name: vi.command.ignore }));
    const form = within(await screen.findByRole("form", { name: ignoring.form }));
    expect(form.getByRole("textbox")).toHaveFocus();
    await user.click(form.getByRole("button", { name: ignoring.reasons[0] }));
    await user.type(form.getByRole("textbox"), " số 5");
    expect(await violations()).toEqual([]);
    await user.click(form.getByRole("button", { name: ignoring.ignore }));
    expect(places()).toEqual(["A12", "F10", "F11", "G9"]);
    expect(host.view.ignored.map(({ reason, on }) => [reason, /^\d{4}-\d\d-\d\d$/.test(on ?? "")])).toEqual([[`${ignoring.reasons[0]} số 5`, true]]);
    await user.click(screen.getByRole("button", { name: vi.filter.ignored(1) }));
    expect(places()).toEqual(["E9"]);
    expect(await within(cardOf("E9")).findByText(new RegExp(ignoring.given(`${ignoring.reasons[0]} số 5`)))).toBeVisible();
    expect(within(cardOf("E9")).queryByRole("button", { name: vi.command.ignore })).toBeNull();
    expect(await violations()).toEqual([]);
    await user.click(within(cardOf("E9")).getByRole("button", { name: vi.command.restore }));
    expect(places()).toContain("E9");
    expect(screen.queryByRole("button", { name: vi.filter.ignored(0) })).toBeNull();
  });

  test("by keyboard: a letter asks, Escape puts the question away, Enter ignores and the next finding has the focus", async () => {
    const { host, user } = await open();
    cards()[1]?.focus();
    await user.keyboard("b");
    await screen.findByRole("form", { name: ignoring.form });
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("form")).toBeNull();
    expect(host.calls).not.toContain("ignore");
    expect(cards()[1]).toHaveFocus();
    await user.keyboard("b");
    await screen.findByRole("form", { name: ignoring.form });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(host.view.ignored).toHaveLength(1));
    await waitFor(() => expect(cards()[1]).toHaveFocus());
    expect(places()[1]).toBe("F10");
  });

  test("a file that takes no writing is told", async () => {
    const { host, user } = await open();
    host.broken.set("ignore", new Error("read-only"));
    await user.click(within(cardOf("E9")).getByRole("button", { name: vi.command.ignore }));
    await user.click(within(await screen.findByRole("form", { name: ignoring.form })).getByRole("button", { name: ignoring.ignore }));
    expect(screen.getAllByText(vi.failure.keep).length).toBeGreaterThan(0);
  });
});

describe("the six clarities", () => {
  const scored = (): FakeHost =>
    new FakeHost(
      viewWith(SAMPLE.map((found) => ({ ...found, clarity: found.ruleId === "lead/missing" ? "người" : found.ruleId === "coord/duplicate" ? "trách nhiệm" : null })), {
        appendices: [
          { sheet: "Phụ lục I", kind: "tasks", title: "PHỤ LỤC I", sections: 6, items: 23, clarity: CLARITIES.map((one) => (one === "sản phẩm" ? { clarity: one, share: null, unclear: 0 } : { clarity: one, share: one === "người" ? 22 / 23 : 1, unclear: one === "người" ? 1 : 0 })) },
        ],
      }),
    );

  test("stand over the list; a figure filters it, once more shows all; without a column there is none", async () => {
    const { user } = await open(scored());
    const who = await screen.findByRole("button", { name: clarity.score("người", "96%", 1, 23) });
    expect(screen.getByRole("img", { name: clarity.none("sản phẩm") })).toBeVisible();
    await user.click(who);
    expect(places()).toEqual(["E9"]);
    expect(who).toHaveAttribute("aria-pressed", "true");
    expect(await violations()).toEqual([]);
    await user.click(who);
    expect(places()).toHaveLength(5);
  });

  test("only the chosen ones are shown", async () => {
    const { user } = await open(scored());
    await user.click(screen.getByRole("tab", { name: vi.page.settings }));
    const group = within(await screen.findByRole("group", { name: clarity.setting }));
    await user.click(group.getByRole("checkbox", { name: clarity.clarity.việc }));
    await user.click(screen.getByRole("tab", { name: vi.page.review }));
    await screen.findByRole("button", { name: clarity.score("người", "96%", 1, 23) });
    expect(screen.queryByRole("button", { name: clarity.score("việc", "100%", 0, 23) })).toBeNull();
  });
});

test("a rule is set for the open file alone", async () => {
  const { host, store, user } = await open();
  await user.click(screen.getByRole("tab", { name: vi.page.settings }));
  await user.selectOptions(await screen.findByRole("combobox", { name: RULE_SCOPE_WORDS.vi.scope }), RULE_SCOPE_WORDS.vi.scopes.file);
  for (const details of document.querySelectorAll("details")) details.open = true;
  await user.selectOptions(screen.getByRole("combobox", { name: ruleOf("lead/missing")!.title.vi }), vi.settings.off);
  expect(host.view.kept.rules).toEqual({ "lead/missing": "off" });
  expect(store.getState().rules).toEqual({});
  await user.selectOptions(screen.getByRole("combobox", { name: RULE_SCOPE_WORDS.vi.scope }), RULE_SCOPE_WORDS.vi.scopes.machine);
  expect(screen.getByText(RULE_SCOPE_WORDS.vi.inFile(vi.settings.off))).toBeVisible();
});

describe("units", () => {
  const form = (name: string, cell: string, slip: UnitView["forms"][number]["slip"] = null): UnitView["forms"][number] => ({ name, lead: 1, coord: 0, slip, places: [{ sheet: "Phụ lục I", cell, role: "leadUnit" }] });
  const BOOK: readonly UnitView[] = [
    { key: "a", standard: "Phòng Kinh tế", from: "use", group: false, known: true, forms: [form("Phòng Kinh tế", "D5"), form("P. Kinh tế", "D6", "short")] },
    { key: "b", standard: "Công an xã", from: "use", group: false, known: true, forms: [form("Công an xã", "D7")] },
    { key: "c", standard: null, from: "use", group: false, known: false, forms: [form("Phòng", "D8", "cut")] },
  ];
  const openUnits = async (): Promise<{ host: FakeHost; user: UserEvent }> => {
    const host = new FakeHost();
    host.units = BOOK;
    const { user } = await open(host);
    await user.click(screen.getByRole("tab", { name: vi.page.units }));
    await screen.findByRole("list", { name: units.list });
    return { host, user };
  };
  const unit = (name: string) => within(screen.getByRole("article", { name }));

  test("those with something to look at come first; all are one choice away; a cell is one click away", async () => {
    const { host, user } = await openUnits();
    expect(screen.getAllByRole("article").map((card) => card.getAttribute("aria-label"))).toEqual(["Phòng Kinh tế", units.unclear]);
    expect(unit("Phòng Kinh tế").getByText(`(${units.slips.short})`)).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(unit("Phòng Kinh tế").getByRole("button", { name: units.cell("D6", "Phụ lục I") }));
    expect(host.selected).toEqual(["Phụ lục I!D6"]);
    await user.selectOptions(screen.getByRole("combobox", { name: units.show }), units.shows.all(3));
    expect(screen.getAllByRole("article")).toHaveLength(3);
  });

  test("a name that is the standard for being written in full is not said to be used most; cells of several sheets are told apart", async () => {
    const host = new FakeHost();
    const often = { ...form("P. Kinh tế", "D6", "short"), lead: 2, places: [{ sheet: "Phụ lục I", cell: "D6", role: "leadUnit" as const }, { sheet: "Phụ lục II", cell: "D6", role: "leadUnit" as const }] };
    host.units = [{ ...BOOK[0]!, forms: [form("Phòng Kinh tế", "D5"), often] }, BOOK[2]!];
    const [first] = host.view.appendices;
    host.view = { ...host.view, appendices: [first!, { ...first!, sheet: "Phụ lục II" }] };
    const { user } = await open(host);
    await user.click(screen.getByRole("tab", { name: vi.page.units }));
    await screen.findByRole("list", { name: units.list });
    expect(unit("Phòng Kinh tế").getByText(units.from.full, { exact: false })).toBeVisible();
    expect(unit("Phòng Kinh tế").queryByText(units.from.use, { exact: false })).toBeNull();
    expect(unit("Phòng Kinh tế").getAllByText(/^Phụ lục/).map(({ textContent }) => textContent)).toEqual(["Phụ lục I:", "Phụ lục I:", "Phụ lục II:"]);
  });

  test("a form is kept apart, merged into another unit, or made the standard", async () => {
    const { host, user } = await openUnits();
    await user.click(unit("Phòng Kinh tế").getByRole("button", { name: units.apartLabel("P. Kinh tế") }));
    expect(host.view.kept.units).toEqual([{ name: "Phòng Kinh tế" }, { name: "P. Kinh tế" }]);
    await user.selectOptions(unit(units.unclear).getByRole("combobox", { name: units.mergeLabel("Phòng") }), "Công an xã");
    expect(host.view.kept.units).toContainEqual({ name: "Công an xã", spellings: ["Phòng"] });
    await user.click(unit("Phòng Kinh tế").getByRole("button", { name: units.rename }));
    await user.clear(unit("Phòng Kinh tế").getByRole("textbox"));
    await user.type(unit("Phòng Kinh tế").getByRole("textbox"), "Phòng Kinh tế xã{Enter}");
    expect(host.view.kept.units).toContainEqual({ name: "Phòng Kinh tế xã", spellings: ["Phòng Kinh tế"] });
  });

  test("one name each is shown before it is written", async () => {
    const { host, user } = await openUnits();
    await user.click(screen.getByRole("button", { name: units.unify }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByRole("heading")).toHaveTextContent(units.unifyTitle);
    expect(host.calls).not.toContain("applyFix");
    await user.click(dialog.getByRole("button", { name: /^Sửa/ }));
    await waitFor(() => expect(host.calls).toContain("applyFix"));
  });

  test("a directory of another file is taken in; what is none is told", async () => {
    const { host, user } = await openUnits();
    await user.upload(screen.getByLabelText(units.importing, { selector: "input" }), new File(["{}"], "don-vi.json", { type: "application/json" }));
    await waitFor(() => expect(host.calls).toContain("importUnits"));
    await user.upload(screen.getByLabelText(units.importing, { selector: "input" }), new File([], "khac.json", { type: "application/json" }));
    await waitFor(() => expect(screen.getAllByText(vi.outcome["no-directory"]).length).toBeGreaterThan(0));
  });
});
