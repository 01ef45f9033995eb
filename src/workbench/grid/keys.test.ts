import { commandOf, type GridCommand, type Key } from "./keys";

const key = (text: string): Key => {
  const parts = text.split("+");
  return { key: parts.at(-1)!, ctrlKey: parts.includes("Ctrl"), metaKey: parts.includes("Meta"), shiftKey: parts.includes("Shift"), altKey: parts.includes("Alt") };
};

test.each<[string, GridCommand | null]>([
  ["ArrowDown", { kind: "move", move: { kind: "step", direction: "down", extend: false } }],
  ["Shift+ArrowLeft", { kind: "move", move: { kind: "step", direction: "left", extend: true } }],
  ["Ctrl+ArrowUp", { kind: "move", move: { kind: "jump", direction: "up", extend: false } }],
  ["Ctrl+Shift+End", { kind: "move", move: { kind: "last", extend: true } }],
  ["Home", { kind: "move", move: { kind: "home", extend: false } }],
  ["PageDown", { kind: "move", move: { kind: "page", direction: "down", extend: false } }],
  ["Ctrl+PageDown", { kind: "sheet", delta: 1 }],
  ["Tab", { kind: "move", move: { kind: "walk", direction: "right" } }],
  ["Shift+Tab", { kind: "move", move: { kind: "walk", direction: "left" } }],
  ["Shift+Enter", { kind: "move", move: { kind: "walk", direction: "up" } }],
  ["F2", { kind: "edit" }],
  ["Delete", { kind: "clear" }],
  ["Ctrl+z", { kind: "undo" }],
  ["Meta+Shift+Z", { kind: "redo" }],
  ["Ctrl+Y", { kind: "redo" }],
  // The browser's own: copy, cut and paste come as clipboard events; typing goes to the field; the rest is not the grid's.
  ["Ctrl+c", null],
  ["Ctrl+v", null],
  ["a", null],
  ["F6", null],
  ["Alt+ArrowDown", null],
  ["Ctrl+Tab", null],
])("%s", (text, command) => {
  expect(commandOf(key(text))).toEqual(command);
});
