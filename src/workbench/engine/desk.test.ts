import { readFileSync } from "node:fs";
import path from "node:path";
import { textAt } from "../../grid/grid";
import { openWorkbook } from "../../workbook/file/fileWorkbook";
import { Desk, NotObtained } from "./desk";
import { Engine } from "./engine";
import { exposeEngine } from "./exposeEngine";
import type { WorkbenchEngine } from "./protocol";

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(path.resolve(__dirname, `../../../seeds/appendices/${name}.xlsx`)));

/** Workers of the test: an engine each, behind a channel, so that everything is copied as between threads. */
class Workers {
  readonly made: { ended: boolean }[] = [];
  /** What the next engine is replaced by. */
  next: Partial<WorkbenchEngine> | null = null;
  private readonly ports: MessagePort[] = [];

  readonly make = (): Worker => {
    const { port1, port2 } = new MessageChannel();
    this.ports.push(port1, port2);
    const engine = this.next === null ? new Engine() : Object.assign(new Engine(), this.next);
    this.next = null;
    exposeEngine(engine, port2);
    port1.start();
    const state = { ended: false };
    this.made.push(state);
    return Object.assign(port1, {
      terminate: () => {
        state.ended = true;
        port1.close();
      },
    }) as unknown as Worker;
  };

  close(): void {
    for (const port of this.ports) port.close();
  }
}

let workers: Workers;
let desk: Desk;
beforeEach(() => {
  workers = new Workers();
  desk = new Desk(workers.make);
});
afterEach(() => workers.close());

const text = (row: number, column: number): string => {
  const { file, sheet } = desk.getState();
  return textAt(file!.sheets.find(({ grid }) => grid.sheet === sheet)!.grid, row, column);
};

describe("opening", () => {
  test("shows the first sheet and how far it is", async () => {
    const shares: number[] = [];
    desk.subscribe(() => {
      const { opening } = desk.getState();
      if (opening !== null) shares.push(opening.share);
    });
    expect(await desk.open(sample("hai-phong-xa"), "a.xlsx")).toBe(true);
    const { file, sheet, opening } = desk.getState();
    expect([file!.name, file!.sheets.length, sheet, file!.dirty, opening]).toEqual(["a.xlsx", 3, "Phụ lục I", false, null]);
    expect(shares[0]).toBe(0);
  });

  test("a file that is none leaves what was open, and its Worker alive", async () => {
    await desk.open(sample("phu-xuyen"), "a.xlsx");
    expect(await desk.open(new Uint8Array([1, 2, 3]), "b.xlsx")).toBe(false);
    expect(desk.getState().failure?.name).toBe("b.xlsx");
    expect(desk.getState().failure?.reason.vi).toMatch(/\.xlsx/);
    expect(desk.getState().file?.name).toBe("a.xlsx");
    expect(workers.made.map(({ ended }) => ended)).toEqual([false, true]);
    expect((await desk.session.check()).findings.length).toBeGreaterThan(0);
  });

  test("a Worker that breaks is told like a file that cannot be read", async () => {
    workers.next = { open: () => Promise.reject(new Error("out of memory")) };
    expect(await desk.open(sample("phu-xuyen"), "a.xlsx")).toBe(false);
    expect(desk.getState().failure?.reason.vi).toMatch(/Không đọc được/);
  });

  test("stopping leaves what was open, without a failure", async () => {
    await desk.open(sample("phu-xuyen"), "a.xlsx");
    workers.next = { open: () => new Promise(() => undefined) };
    const opening = desk.open(sample("vinh-tuy"), "b.xlsx");
    desk.stopOpening();
    expect(await opening).toBe(false);
    expect([desk.getState().file?.name, desk.getState().opening, desk.getState().failure]).toEqual(["a.xlsx", null, null]);
  });
});

describe("before the first file is open", () => {
  test("a check waits for it, even when another takes its place on the way", async () => {
    let arrive: (bytes: Uint8Array) => void = () => undefined;
    const first = desk.open(new Promise<Uint8Array>((resolve) => (arrive = resolve)), "a.xlsx");
    const checked = desk.session.check();
    const second = desk.open(sample("vinh-tuy"), "b.xlsx");
    arrive(sample("phu-xuyen"));
    expect([await first, await second]).toEqual([false, true]);
    expect((await checked).plan.level).toBe("phường");
    expect(desk.getState().file?.name).toBe("b.xlsx");
  });

  test("rules that were set meanwhile outlive a stop", async () => {
    const opened = desk.open(Promise.resolve(sample("phu-xuyen")), "a.xlsx");
    await desk.session.setRules({ "deadline/missing": "off" });
    await opened;
    desk.stop();
    expect((await desk.session.check()).findings.some(({ ruleId }) => ruleId === "deadline/missing")).toBe(false);
  });

  test("what waits is stopped with the opening", async () => {
    const opened = desk.open(new Promise<Uint8Array>(() => undefined), "a.xlsx");
    const checked = desk.session.check();
    desk.stop();
    expect(await opened).toBe(false);
    await expect(checked).rejects.toMatchObject({ reason: { vi: expect.stringContaining("Mở tệp") as string } });
    expect(desk.getState().opening).toBeNull();
  });

  test("bytes that cannot be had are told with their own reason", async () => {
    expect(await desk.open(Promise.reject(new NotObtained({ vi: "không lấy được", en: "not had" })), "a.xlsx")).toBe(false);
    expect(desk.getState().failure).toEqual({ name: "a.xlsx", reason: { vi: "không lấy được", en: "not had" } });
  });
});

describe("writing", () => {
  beforeEach(() => desk.open(sample("phu-xuyen"), "a.xlsx"));

  test("what is typed is on the page at once and in the file after the answer", async () => {
    const written = desk.write([{ row: 6, column: 7, value: "xong" }]);
    expect(text(6, 7)).toBe("xong");
    expect((await written)!.findings.length).toBeGreaterThan(0);
    expect(desk.getState().file!.dirty).toBe(true);
    const saved = await openWorkbook(await desk.save(false), { name: "s" });
    expect(textAt((await saved.readGrids())[0]!, 6, 7)).toBe("xong");
    expect(desk.getState().file!.dirty).toBe(false);
  });

  test("undo takes it back, and with it the mark of unsaved changes", async () => {
    const before = text(6, 2);
    await desk.write([{ row: 6, column: 2, value: "khác" }]);
    await desk.session.undo();
    expect([text(6, 2), desk.getState().file!.dirty]).toEqual([before, false]);
    await desk.session.redo();
    expect([text(6, 2), desk.getState().file!.dirty]).toEqual(["khác", true]);
  });

  test("a covered cell is not written, and told", async () => {
    expect(await desk.write([{ row: 0, column: 3, value: "x" }])).toBeNull();
    expect(desk.getState().refusal).toEqual({ reason: "merged-away", cell: "D1", count: 1 });
    expect([text(0, 3), desk.getState().file!.dirty]).toEqual(["", false]);
  });

  test("a stopped check is rejected, and a new Worker has every edit", async () => {
    await desk.write([{ row: 6, column: 7, value: "một" }]);
    await desk.write([{ row: 7, column: 7, value: "hai" }]);
    await desk.session.undo();
    const check = desk.session.check();
    desk.stop();
    await expect(check).rejects.toMatchObject({ name: "AbortError" });
    expect(workers.made.map(({ ended }) => ended)).toEqual([true, false]);
    expect([text(6, 7), text(7, 7)]).toEqual(["một", ""]);
    const saved = await openWorkbook(await desk.save(false), { name: "s" });
    const grid = (await saved.readGrids())[0]!;
    expect([textAt(grid, 6, 7), textAt(grid, 7, 7)]).toEqual(["một", ""]);
    await desk.session.redo();
    expect(text(7, 7)).toBe("hai");
  });

  test("after a stop the plan and the rules are known again", async () => {
    await desk.session.setPlan({ place: "Tân Lập" });
    await desk.session.setRules({ "lead/collective": "off" });
    desk.stop();
    const view = await desk.session.check();
    expect(view.plan.place).toBe("Tân Lập");
    expect(view.findings.some(({ ruleId }) => ruleId === "lead/collective")).toBe(false);
  });

  test("what a plan above fills in is on the page and in the file, and a new Worker has the plan open as it was matched", async () => {
    await desk.open(sample("thanh-thuy"), "a.xlsx");
    const opened = await desk.session.targets({ kind: "open", source: { kind: "bundled", id: "phu-tho" } });
    const row = opened.targets!.unmatched[0]!;
    const above = opened.targets!.above[0]!;
    await desk.session.targets({ kind: "choose", rowId: row.id, aboveId: above.id });
    desk.stop();
    const { targets } = await desk.session.targets({ kind: "look" });
    expect(targets?.proposals.find(({ rowId }) => rowId === row.id)).toMatchObject({ aboveId: above.id, chosen: true });
    await desk.write([{ row: 7, column: 1, value: "Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính đạt 60%." }]);
    const proposed = (await desk.session.targets({ kind: "look" })).targets!.proposals.find(({ cell }) => cell === "B8")!;
    expect(proposed).toMatchObject({ state: "replace", beforeText: "đạt 60%", afterText: "đạt 100%" });
    await desk.session.targets({ kind: "apply", ids: [proposed.id] });
    expect(text(7, 1)).toBe("Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính đạt 100%.");
    desk.stop();
    const saved = await openWorkbook(await desk.save(false), { name: "s" });
    expect(textAt((await saved.readGrids())[0]!, 7, 1)).toBe(text(7, 1));
    expect((await saved.readSettings()).provenance).toContain("B8");
    await desk.session.undo();
    expect(text(7, 1)).toContain("60%");
  });

  test("a change that breaks half way leaves page and Worker alike", async () => {
    workers.next = { undo: () => Promise.reject(new Error("broken")) };
    await desk.open(sample("phu-xuyen"), "a.xlsx");
    await desk.write([{ row: 6, column: 7, value: "một" }]);
    await expect(desk.session.undo()).rejects.toThrow("broken");
    expect(text(6, 7)).toBe("một");
    await desk.session.undo();
    expect(text(6, 7)).toBe("");
  });

  test("rows that a fix takes out go on the page too", async () => {
    await desk.open(sample("phu-xuyen-paste"), "p.xlsx");
    await desk.session.check();
    const rows = desk.getState().file!.sheets[0]!.grid.texts.length;
    const plan = await desk.session.previewFix({ ruleId: "table/leftover" });
    expect(plan.changes.some(({ removesRow }) => removesRow)).toBe(true);
    await desk.session.applyFix(plan);
    expect(desk.getState().file!.sheets[0]!.grid.texts.length).toBeLessThan(rows);
  });
});

describe("what the file keeps", () => {
  test("a decision counts after the Worker was replaced, makes the file one to download, and comes with it", async () => {
    await desk.open(sample("phu-xuyen"), "p.xlsx");
    const view = await desk.session.check();
    expect(desk.getState().file!.dirty).toBe(false);
    const [first] = view.findings;
    await desk.session.ignore(first!.id, "đã phân công riêng", "2026-11-22");
    await desk.session.setPlan({ place: "Hòa Bình" });
    expect(desk.getState().file!.dirty).toBe(true);
    desk.stop();
    const again = await desk.session.check();
    expect(again.plan.place).toBe("Hòa Bình");
    expect(again.ignored.map(({ id, reason }) => [id, reason])).toEqual([[first!.id, "đã phân công riêng"]]);
    const saved = await desk.save(false);
    expect(desk.getState().file!.dirty).toBe(false);
    await desk.open(saved, "q.xlsx");
    expect((await desk.session.check()).kept.plan).toEqual({ place: "Hòa Bình" });
    expect(await desk.session.importUnits("không phải danh mục")).toBeNull();
    expect((await desk.session.units()).length).toBeGreaterThan(5);
  });
});

describe("selecting", () => {
  test("a cell of the pane shows its sheet, its merged area and asks for the middle", async () => {
    await desk.open(sample("hai-phong-xa"), "a.xlsx");
    await desk.select("Phụ lục II", "A8");
    expect([desk.getState().sheet, desk.getState().reveal?.cell]).toEqual(["Phụ lục II", { row: 7, column: 0 }]);
    await expect(desk.select("Không có", "A1")).rejects.toThrow();
  });

  test("the sheets are turned like pages", async () => {
    await desk.open(sample("hai-phong-xa"), "a.xlsx");
    desk.turnSheet(1);
    desk.turnSheet(1);
    desk.turnSheet(1);
    expect(desk.getState().sheet).toBe("Phụ lục III");
    desk.turnSheet(-1);
    expect(desk.getState().sheet).toBe("Phụ lục II");
  });
});
