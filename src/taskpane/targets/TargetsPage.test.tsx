/** @jest-environment jsdom */
import "../testing/pageStubs";
import "@testing-library/jest-dom";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ProposalView, TargetsRequest, TargetsView } from "../../review/targets";
import { PaneProvider } from "../paneContext";
import { PaneStore } from "../paneStore";
import { FakeHost } from "../testing/fakeHost";
import { WORDS } from "../words/words";
import { useSyncExternalStore } from "react";
import TargetsPage from "./TargetsPage";
import { matchedRows, rowsShown, rowsToPick, tickedOf } from "./targetRows";
import { TARGET_WORDS } from "./words";

const proposal = (over: Partial<ProposalView> & Pick<ProposalView, "id">): ProposalView => ({
  kind: "target",
  rowId: "r1",
  sheet: "PL I",
  cell: "C5",
  name: "Hồ sơ nộp trực tuyến",
  period: "2026",
  aboveId: "a1",
  from: { plan: "Kế hoạch số 8/KH-UBND", file: "tinh.xlsx", sheet: "Tỉnh", cell: "B5", name: "Tỷ lệ hồ sơ nộp trực tuyến", appendix: "Phụ lục I", number: "1", assigned: true },
  score: 0.97,
  sure: true,
  chosen: false,
  doubts: [],
  shared: ["hồ sơ"],
  onlyAbove: [],
  onlyHere: [],
  before: null,
  after: "≥80%",
  beforeText: "",
  afterText: "≥80%",
  state: "fill",
  ...over,
});

const VIEW: TargetsView = {
  title: "Kế hoạch số 8/KH-UBND",
  targets: 3,
  tasks: 0,
  problems: [{ vi: "Hai dòng trùng tên", en: "Two rows of one name" }],
  proposals: [
    proposal({ id: "sure" }),
    proposal({ id: "taken", cell: "D5", period: "2030", beforeText: "70%", afterText: "95%", state: "replace" }),
    proposal({ id: "unsure", rowId: "r2", cell: "C6", name: "Phủ sóng", score: 0.75, sure: false, doubts: ["narrowing"] }),
    proposal({ id: "same", rowId: "r3", cell: "C7", name: "Giống nhau", beforeText: "80%", state: "same" }),
  ],
  unmatched: [{ id: "r4", kind: "target", name: "Nhà văn hóa thôn", sheet: "PL I", cell: "B8" }],
  above: [
    { id: "a1", kind: "target", name: "Tỷ lệ hồ sơ nộp trực tuyến", sheet: "Tỉnh", cell: "B5" },
    { id: "a2", kind: "target", name: "Tỷ lệ hộ có cáp quang", sheet: "Tỉnh", cell: "B6" },
  ],
  candidates: { r1: [{ aboveId: "a1", score: 0.97 }] },
  coverage: [{ id: "a2", kind: "target", name: "Tỷ lệ hộ có cáp quang", sheet: "Tỉnh", cell: "B6", state: "none", here: null }],
};

/** The page over a host that answers with a view. */
async function opened(): Promise<{ host: FakeHost; store: PaneStore; asked: TargetsRequest[] }> {
  const host = new FakeHost();
  const asked: TargetsRequest[] = [];
  host.targets = (request, view) => {
    asked.push(request);
    if (request.kind === "sources") return { sources: { sheets: ["PL I", "Tỉnh"], bundled: [{ id: "quoc-gia", title: { vi: "Nghị quyết", en: "Resolution" }, note: { vi: "Tham chiếu", en: "Reference" } }] } };
    if (request.kind === "open" && request.source.kind === "file") return { failure: { vi: "Tệp hỏng", en: "Damaged" } };
    if (request.kind === "apply") return { targets: VIEW, view, report: { applied: [{ sheet: "PL I", cell: "C5", expected: null, value: "≥80%" }], skipped: [] } };
    return { targets: request.kind === "close" ? null : VIEW, view };
  };
  const store = new PaneStore(host, { storage: null });
  await store.check();
  function Page() {
    const state = useSyncExternalStore(store.subscribe, store.getState);
    return (
      <PaneProvider value={{ store, state, words: WORDS[state.language] }}>
        <TargetsPage />
      </PaneProvider>
    );
  }
  render(<Page />);
  await screen.findByRole("option", { name: "Nghị quyết" });
  return { host, store, asked };
}

test("a source is chosen, its proposals are ticked where they are sure, and what is ticked is written", async () => {
  const user = userEvent.setup();
  const { store, asked } = await opened();
  await user.selectOptions(screen.getByLabelText("Kế hoạch cấp trên"), "sheet:Tỉnh");
  expect(await screen.findByText("3 chỉ tiêu, 0 nhiệm vụ ở cấp trên")).toBeInTheDocument();
  expect(screen.getByRole("checkbox", { name: "Ô C5: trống → ≥80%" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Ô D5: 70% → 95%" })).not.toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Ô C6: trống → ≥80%" })).not.toBeChecked();
  await user.click(screen.getByRole("checkbox", { name: "Ô D5: 70% → 95%" }));
  expect(screen.getByText("2 ô đã chọn, trong đó 1 ô đang có giá trị")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Điền 2 ô đã chọn" }));
  expect(asked).toContainEqual({ kind: "apply", ids: ["sure", "taken"] });
  expect(store.getState()).toMatchObject({ canUndo: true, lastOutcome: { kind: "mended", cells: 1 } });
});

test("why a match is doubted is told, and another row can be picked by a word of it", async () => {
  const user = userEvent.setup();
  const { asked } = await opened();
  await user.selectOptions(screen.getByLabelText("Kế hoạch cấp trên"), "bundled:quoc-gia");
  const card = await screen.findByRole("article", { name: "Phủ sóng" });
  await user.click(within(card).getByRole("button", { name: "Vì sao?" }));
  expect(within(card).getByText("một bên hẹp hơn")).toBeInTheDocument();
  await user.click(within(card).getByRole("button", { name: "Ghép dòng khác…" }));
  await user.type(within(card).getByLabelText("Tìm dòng của cấp trên"), "cap quang");
  expect(within(card).getByText("Không có dòng nào như vậy.")).toBeInTheDocument();
  await user.clear(within(card).getByLabelText("Tìm dòng của cấp trên"));
  await user.type(within(card).getByLabelText("Tìm dòng của cấp trên"), "Cáp quang");
  await user.click(within(card).getByRole("button", { name: /Tỷ lệ hộ có cáp quang/ }));
  expect(asked).toContainEqual({ kind: "choose", rowId: "r2", aboveId: "a2" });
});

test("a file that cannot be used is told, and the page says the same in English", async () => {
  const { store } = await opened();
  await act(() => store.openTargets({ kind: "file", name: "x.xlsx", bytes: new Uint8Array() }));
  expect(store.getState().failure?.message).toEqual({ vi: "Tệp hỏng", en: "Damaged" });
  act(() => store.setLanguage("en"));
  expect(screen.getByLabelText("Plan above")).toBeInTheDocument();
});

test("rows are grouped, listed by what is to be done, and picked by their words", () => {
  const rows = matchedRows(VIEW.proposals);
  expect(rows.map(({ rowId, proposals }) => [rowId, proposals.length])).toEqual([["r1", 2], ["r2", 1], ["r3", 1]]);
  expect(rowsShown(rows, "fill").map(({ rowId }) => rowId)).toEqual(["r1", "r2"]);
  expect(rowsShown(rows, "differs").map(({ rowId }) => rowId)).toEqual(["r1"]);
  expect(tickedOf(VIEW.proposals, new Map([["sure", false], ["unsure", true], ["same", true]])).map(({ id }) => id)).toEqual(["unsure"]);
  expect(rowsToPick(VIEW, "r1", "target", "").map(({ id }) => id)).toEqual(["a1"]);
  expect(rowsToPick(VIEW, "r4", "target", "").map(({ id }) => id)).toEqual(["a1", "a2"]);
  expect(rowsToPick(VIEW, "r4", "task", "")).toEqual([]);
});

test("both languages say everything", () => {
  const said = (words: object): string[] => Object.entries(words).flatMap(([key, value]) => (typeof value === "object" ? said(value as object).map((inner) => `${key}.${inner}`) : [key]));
  expect(said(TARGET_WORDS.en).sort()).toEqual(said(TARGET_WORDS.vi).sort());
});
