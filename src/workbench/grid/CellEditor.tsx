import { useImperativeHandle, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { CellCss } from "./cellCss";

/** Where a cell is, in pixels from the top left of the visible grid. */
export interface EditorPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the grid may ask of the editor. */
export interface EditorHandle {
  /** Puts the keyboard on the active cell. @param touch keeps the on-screen keyboard away until something is edited. */
  focus(touch?: boolean): void;
  /** Edits the active cell with its text in place. */
  begin(): void;
  /** Takes what is being typed over; nothing when nothing is edited. */
  commit(): void;
}

/** Where the selection goes when an edit is taken over; "fill" writes it to every selected cell. */
type AfterCommit = "stay" | "up" | "down" | "left" | "right" | "fill";

interface CellEditorProps {
  readonly ref: Ref<EditorHandle>;
  readonly place: EditorPlace;
  readonly bounds: { readonly width: number; readonly height: number };
  readonly css: CellCss;
  /** What the active cell shows. */
  readonly text: string;
  readonly readOnly: boolean;
  readonly label: string;
  readonly hint: string;
  readonly gridId: string;
  readonly cellId: string;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onCommit: (text: string, then: AfterCommit) => void;
  readonly onEditing: (editing: boolean) => void;
  readonly onFocus: (focused: boolean) => void;
  readonly onCopy: (event: ClipboardEvent, cut: boolean) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** "enter": begun by typing, arrows take over and move. "edit": begun by F2 or a double click, arrows move the caret. */
type Mode = "enter" | "edit";

/**
 * The text field over the active cell. It has the focus as long as the grid has it, unseen until something is typed: so the first key of an
 * input method (Telex, VNI) composes in a field that is already there, and none of it is lost. While a composition is under way every key
 * belongs to the input method.
 */
export function CellEditor({ ref, ...props }: CellEditorProps): ReactNode {
  const { place, bounds, css, readOnly } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [mode, setMode] = useState<Mode | null>(null);
  /** The same as `mode`, for events that come before the next drawing. */
  const now = useRef<Mode | null>(null);

  const change = (next: Mode | null): void => {
    if (now.current === next) return;
    const was = now.current;
    now.current = next;
    setMode(next);
    if ((was === null) !== (next === null)) props.onEditing(next !== null);
  };

  const grow = (): void => {
    const element = field.current;
    if (element === null || now.current === null) return;
    element.style.height = "0";
    element.style.height = `${Math.min(Math.max(element.scrollHeight + 2, place.height + 1), Math.max(place.height, bounds.height - place.top - 4))}px`;
  };

  const finish = (then: AfterCommit): void => {
    const element = field.current;
    if (element === null || now.current === null) return;
    const typed = element.value;
    element.value = "";
    change(null);
    props.onCommit(typed, then);
  };

  const cancel = (): void => {
    if (field.current !== null) field.current.value = "";
    change(null);
  };

  useImperativeHandle(ref, () => ({
    focus: (touch = false) => {
      const element = field.current;
      if (element === null) return;
      element.inputMode = touch ? "none" : "text";
      element.focus({ preventScroll: true });
    },
    begin: () => {
      const element = field.current;
      if (element === null || readOnly || now.current !== null) return;
      element.inputMode = "text";
      element.focus({ preventScroll: true });
      element.value = props.text;
      element.setSelectionRange(element.value.length, element.value.length);
      change("edit");
    },
    commit: () => finish("stay"),
  }));

  // The field takes the size of what is typed once it is drawn as an editor.
  useLayoutEffect(() => {
    if (mode !== null) grow();
    else if (field.current !== null) field.current.style.height = "";
  });

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // 229 is how browsers tell of a key that an input method is working on.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari tells the end of a composition only in keyCode
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (now.current === null) {
      props.onKeyDown(event);
      return;
    }
    const then = afterKey(event, now.current);
    if (then === null) return;
    event.preventDefault();
    if (then === "cancel") cancel();
    else if (then === "break") {
      const { selectionStart, selectionEnd } = event.currentTarget;
      event.currentTarget.setRangeText("\n", selectionStart, selectionEnd, "end");
      grow();
    } else if (then === "mode") change(now.current === "edit" ? "enter" : "edit");
    else finish(then);
  };

  const started = (): void => {
    if (now.current !== null) {
      grow();
      return;
    }
    if (field.current !== null && field.current.value !== "") change("enter");
  };

  const editing = mode !== null;
  return (
    <textarea
      ref={field}
      className={editing ? "pl-editor pl-editing" : "pl-editor"}
      style={{
        ...css.box,
        textAlign: css.text.textAlign,
        left: place.left,
        top: place.top,
        width: Math.max(place.width, editing ? Math.min(140, bounds.width - place.left - 8) : 0),
        minHeight: place.height,
      }}
      rows={1}
      tabIndex={-1}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      readOnly={readOnly}
      aria-label={props.label}
      aria-description={props.hint}
      aria-controls={props.gridId}
      {...(editing ? {} : { "aria-activedescendant": props.cellId })}
      onKeyDown={keyDown}
      onCompositionStart={() => {
        if (now.current === null && !readOnly) change("enter");
      }}
      onInput={started}
      onFocus={() => props.onFocus(true)}
      onBlur={() => {
        props.onFocus(false);
        // Another window in front is no end of the edit.
        if (document.hasFocus()) finish("stay");
      }}
      onCopy={(event) => {
        if (now.current === null) props.onCopy(event, false);
      }}
      onCut={(event) => {
        if (now.current === null) props.onCopy(event, true);
      }}
      onPaste={(event) => {
        if (now.current === null) props.onPaste(event);
      }}
    />
  );
}

/** What a key does to the edit under way; null when it is typing. */
function afterKey(event: KeyboardEvent, mode: Mode): AfterCommit | "cancel" | "break" | "mode" | null {
  switch (event.key) {
    case "Enter":
      if (event.altKey) return "break";
      return event.ctrlKey || event.metaKey ? "fill" : event.shiftKey ? "up" : "down";
    case "Tab":
      return event.shiftKey ? "left" : "right";
    case "Escape":
      return "cancel";
    case "F2":
      return "mode";
    default:
  }
  if (mode === "edit" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    case "ArrowLeft":
      return "left";
    case "ArrowRight":
      return "right";
    default:
      return null;
  }
}
