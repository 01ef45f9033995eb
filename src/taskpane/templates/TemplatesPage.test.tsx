/** @jest-environment jsdom */
import "../testing/pageStubs";
import "@testing-library/jest-dom";
import { act, configure, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Pane } from "../Pane";
import { PaneStore } from "../paneStore";
import { FakeHost } from "../testing/fakeHost";

// Asking jsdom for the computed visibility of every element costs seconds.
configure({ defaultHidden: true });

async function open(host: FakeHost = new FakeHost()): Promise<{ host: FakeHost; store: PaneStore; user: ReturnType<typeof userEvent.setup> }> {
  localStorage.clear();
  const store = new PaneStore(host, { storage: null });
  const user = userEvent.setup();
  render(<Pane store={store} />);
  await act(() => store.check());
  await user.click(screen.getByRole("tab", { name: "Mẫu" }));
  await screen.findByRole("group", { name: "Chọn mẫu phụ lục" }, { timeout: 20_000 });
  return { host, store, user };
}

test("the plan's details come from the open file; what is typed goes into the sheet, and whose it is is remembered", async () => {
  const { host, user } = await open();
  const add = jest.spyOn(host.session, "addTemplate");
  expect(screen.getByLabelText("Tên xã, phường, đặc khu")).toHaveValue("Phú Xuyên");
  const period = screen.getByLabelText("Giai đoạn");
  await user.type(period, "2026-2027");
  await user.click(screen.getByRole("radio", { name: "Chỉ tiêu theo các năm" }));
  await user.click(screen.getByRole("button", { name: "Thêm vào tệp" }));
  const [request] = add.mock.calls[0]!;
  expect(request).toMatchObject({ form: { id: "chi-tieu-nam" }, options: { numeral: 2, plan: { place: "Phú Xuyên", level: "xã", issued: "2025-07", period: "2026-2027" } } });
  expect(await screen.findAllByText("Đã thêm trang tính “Phụ lục II” từ mẫu.")).not.toHaveLength(0);
  expect(host.selected).toEqual(["Phụ lục II!A1"]);
  expect(localStorage.getItem("phuluc.templates")).toContain("Phú Xuyên");
});

test("a field that cannot be read says so and is left blank in the sheet", async () => {
  const { user } = await open();
  const issued = screen.getByLabelText("Ngày hoặc tháng ban hành");
  await user.clear(issued);
  await user.type(issued, "hôm qua");
  await user.tab();
  expect(issued).toHaveAttribute("aria-invalid", "true");
  screen.getByText("Xem trước").closest("details")!.open = true;
  expect(await screen.findByText(/ngày … tháng … năm …/)).toBeInTheDocument();
});

test("years that are none keep the form from being added", async () => {
  const { user } = await open();
  await user.click(screen.getByRole("radio", { name: "Chỉ tiêu theo các năm" }));
  const years = screen.getByLabelText("Các năm");
  await user.clear(years);
  await user.type(years, "2026; mai");
  expect(years).toHaveAccessibleDescription("Ghi năm bốn chữ số, ví dụ 2026; 2030.");
  expect(screen.getByRole("button", { name: "Thêm vào tệp" })).toHaveAttribute("aria-disabled", "true");
});

test("gaps are ticked, written as shown and counted as one step", async () => {
  const host = new FakeHost();
  const gap = (cell: string, optional = false) => ({ id: `title ${cell}`, kind: "title" as const, sheet: "Phụ lục I", cell, before: "", after: `Mục ở ${cell}`, optional });
  host.gaps = [{ appendix: 0, form: "nhiem-vu", gaps: [gap("C4"), gap("C11"), gap("H2", true)], basis: null }];
  const { user, store } = await open(host);
  const apply = jest.spyOn(host.session, "applyFix");
  await user.click(await screen.findByRole("checkbox", { name: /Tên mục ở ô C11/ }));
  await user.click(screen.getByRole("checkbox", { name: /Tên mục ở ô H2/ }));
  await user.click(screen.getByRole("button", { name: "Điền 2 chỗ" }));
  await waitFor(() => expect(apply).toHaveBeenCalledTimes(1));
  expect(apply.mock.calls[0]![0].batches.flat()).toEqual([
    { sheet: "Phụ lục I", cell: "C4", expected: null, value: "Mục ở C4" },
    { sheet: "Phụ lục I", cell: "H2", expected: null, value: "Mục ở H2" },
  ]);
  await waitFor(() => expect(store.getState().canUndo).toBe(true));
});

test("a template that cannot be added says what to do, in both languages", async () => {
  const { host, user, store } = await open();
  host.broken.set("addTemplate", new Error("x"));
  await user.click(screen.getByRole("button", { name: "Thêm vào tệp" }));
  expect(await screen.findAllByText(/Chưa thêm được mẫu/)).not.toHaveLength(0);
  act(() => store.setLanguage("en"));
  expect(screen.getByRole("button", { name: "Add to the file" })).toBeInTheDocument();
  expect(screen.getAllByText(/The template could not be added/)).not.toHaveLength(0);
});

test("before a check the page offers forms, and says what a check brings", async () => {
  const store = new PaneStore(new FakeHost(), { storage: null });
  const user = userEvent.setup();
  render(<Pane store={store} />);
  await user.click(screen.getByRole("tab", { name: "Mẫu" }));
  expect(await screen.findByText(/Soát phụ lục trước/, {}, { timeout: 20_000 })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Thêm vào tệp" })).not.toHaveAttribute("aria-disabled", "true");
});
