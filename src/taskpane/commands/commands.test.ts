import { FakeHost, SAMPLE } from "../testing/fakeHost";
import { PaneStore } from "../paneStore";
import { commandOf, commands } from ".";
import type { KeyPress } from "./command";

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...over });

async function checkedStore(): Promise<PaneStore> {
  const store = new PaneStore(new FakeHost(), { storage: null });
  await store.check();
  return store;
}

test("every command has its own id and shortcut, both labels, and names a command that takes it back", () => {
  const ids = commands.map(({ id }) => id);
  const shortcuts = commands.flatMap(({ shortcut }) => shortcut ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
  for (const { label, undoneBy } of commands) {
    expect(label.vi).not.toBe("");
    expect(label.en).not.toBe("");
    if (undoneBy !== null) expect(ids).toContain(undoneBy);
  }
});

test.each<[KeyPress, boolean, string | undefined]>([
  [press("F9"), false, "check"],
  [press("F8"), false, "next"],
  [press("F8", { shiftKey: true }), false, "previous"],
  [press("f"), true, "fix"],
  [press("F", { shiftKey: true }), true, "fixAll"],
  [press("f"), false, undefined],
  [press("f", { ctrlKey: true }), true, undefined],
  [press("z", { ctrlKey: true }), false, undefined],
  [press("Escape"), false, undefined],
])("after a check with a mendable finding current, %j (in the list: %s) is %s", async (key, inList, id) => {
  const store = await checkedStore();
  store.moveTo(SAMPLE[1]!.id);
  expect(commandOf(key, store.getState(), inList)?.id).toBe(id);
});

test("undo is on after something was written, by Ctrl and by the Mac's command key", async () => {
  const store = await checkedStore();
  await store.previewFix({ ruleId: "coord/duplicate" });
  await store.applyFix();
  expect(commandOf(press("z", { ctrlKey: true }), store.getState(), false)?.id).toBe("undo");
  expect(commandOf(press("z", { metaKey: true }), store.getState(), false)?.id).toBe("undo");
});

test("next and previous go around the ends and select the cell", async () => {
  const host = new FakeHost();
  const store = new PaneStore(host, { storage: null });
  await store.check();
  for (const id of ["previous", "next", "next"]) await commands.find((command) => command.id === id)?.run(store);
  expect(host.selected).toEqual(["Phụ lục I!G9", "Phụ lục I!A12", "Phụ lục I!E9"]);
});
