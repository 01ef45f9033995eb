import { defaultRangeExtractor, observeElementRect, useVirtualizer, type Range } from "@tanstack/react-virtual";
import {
  useCallback,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from "react";
import type { Area } from "../../grid/area";
import { columnName, formatPosition, type Position } from "../../grid/address";
import type { CellValue } from "../../grid/grid";
import type { Language } from "../../text/language";
import { copyArea, pasteRows } from "../clipboard/area";
import { parseHtmlTable } from "../clipboard/htmlTable";
import { parseTsv } from "../clipboard/tsv";
import { Axis } from "./axis";
import { CellEditor, type EditorHandle, type EditorPlace } from "./CellEditor";
import { gridCss } from "./gridCss";
import { commandOf } from "./keys";
import { NoteCard } from "./NoteCard";
import type { CellNote } from "./notes";
import { RowOrder } from "./rowOrder";
import { anchorOf, moveSelection, selectedArea, type Move, type Selection } from "./selection";
import type { SheetModel } from "./sheetModel";
import { ROW_HEAD_WIDTH, SheetRow } from "./SheetRow";
import { valueOfTyped } from "./typed";
import { useDragSelection, type Located } from "./useDragSelection";
import { useFrozen } from "./useFrozen";

const COLUMN_HEAD_HEIGHT = 22;
/** Columns drawn beyond the visible ones. */
const OVERSCAN_COLUMNS = 3;
/** A cell is marked with its note after the pointer rested on it this long, in milliseconds. */
const HOVER_DELAY = 250;
const FOCUS_DELAY = 350;

/** A cell and what it is to hold. */
interface CellWrite extends Position {
  readonly value: CellValue;
}

/** What the page may ask of the grid. */
export interface GridHandle {
  /** Puts the keyboard into the grid. */
  focus(): void;
  /** Brings a cell into the middle of what is visible. */
  reveal(cell: Position): void;
}

/** The words of the grid in one language. */
interface GridWords {
  readonly sheet: (name: string) => string;
  readonly cell: (address: string) => string;
  readonly leaveHint: string;
}

interface SheetGridProps {
  readonly model: SheetModel;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Why cells are marked, by A1 address. */
  readonly notes: ReadonlyMap<string, CellNote>;
  readonly marksShown: boolean;
  readonly language: Language;
  readonly words: GridWords;
  readonly onWrite: (writes: readonly CellWrite[]) => void;
  /** A cell that cannot be written was to be edited. */
  readonly onRefuse: (reason: "formula" | "merged-away", cell: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onTurnSheet: (delta: 1 | -1) => void;
  readonly handle: Ref<GridHandle>;
}

interface Viewport {
  readonly width: number;
  readonly height: number;
}

/**
 * A sheet as a spreadsheet grid: rows virtualised, columns in view, frozen rows and columns, merged cells, selection, editing, clipboard.
 * The keyboard's focus is in a text field that lies over the active cell, so that an input method finds it ready for the very first key;
 * assistive technology follows `aria-activedescendant` to the grid cell.
 */
export function SheetGrid(props: SheetGridProps): ReactNode {
  const { model, selection, onSelect, notes, marksShown, language, words, onWrite, onRefuse, handle } = props;
  const gridId = useId().replaceAll(":", "");
  const scroller = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const [viewport, setViewport] = useState<Viewport>({ width: 0, height: 0 });
  const [columnWindow, setColumnWindow] = useState({ from: 0, to: 20 });
  const [frozenHeights, setFrozenHeights] = useState<ReadonlyMap<number, number>>(new Map());
  const [focused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<Position | null>(null);
  const [focusNote, setFocusNote] = useState(false);
  const [editing, setEditing] = useState(false);
  const [, setScrollTick] = useState(0);

  const frozen = useFrozen(model, viewport);
  const order = useMemo(() => new RowOrder(frozen.rows, model.rows, model.hiddenRows), [frozen.rows, model.rows, model.hiddenRows]);
  const frozenAxis = useMemo(() => {
    const sizes: number[] = [];
    for (let row = 0; row < frozen.rows; row++) {
      sizes.push(model.hiddenRow(row) ? 0 : (model.fixedHeight(row) ?? frozenHeights.get(row) ?? model.estimate(row)));
    }
    return new Axis(sizes);
  }, [model, frozen.rows, frozenHeights]);
  const frozenHeight = frozenAxis.total;
  const frozenWidth = model.columnAxis.start(frozen.columns);
  const strip = COLUMN_HEAD_HEIGHT + frozenHeight;
  const stripHeight = useRef(strip);
  const outer = useRef({ width: 0, height: 0 });
  const tellRect = useRef<() => void>(() => undefined);

  const rangeExtractor = useCallback(
    (range: Range) => {
      const base = defaultRangeExtractor(range);
      const first = base[0];
      if (first === undefined) return base;
      const anchors = new Set<number>();
      for (const area of model.spans.inRow(order.row(first))) {
        const anchor = model.anchorRow(area);
        if (anchor < order.row(first) && anchor >= frozen.rows) anchors.add(order.index(anchor));
      }
      return [...[...anchors].sort((a, b) => a - b), ...base];
    },
    [model, order, frozen.rows],
  );

  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer's functions are called anew at every render, never memoised
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: order.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => model.estimate(order.row(index)),
    getItemKey: (index) => order.row(index),
    overscan: 6,
    useFlushSync: false,
    rangeExtractor,
    // What stands still at the top hides that much of the scrolling rows.
    observeElementRect: (instance, callback) => {
      tellRect.current = () => {
        const { width, height } = outer.current;
        callback({ width, height: Math.max(1, height - stripHeight.current) });
      };
      return observeElementRect(instance, (rect) => {
        outer.current = rect;
        tellRect.current();
      });
    },
  });

  useLayoutEffect(() => {
    stripHeight.current = strip;
    tellRect.current();
  }, [strip]);

  // Another zoom or look makes every measured height stale.
  const measuredFor = useRef(model.scale);
  useLayoutEffect(() => {
    if (measuredFor.current === model.scale) return;
    measuredFor.current = model.scale;
    virtualizer.measure();
    setFrozenHeights(new Map());
  }, [model.scale, virtualizer]);

  const rowStart = (row: number): number => (row < frozen.rows ? frozenAxis.start(row) : (virtualizer.measurementsCache[order.index(row)]?.start ?? 0));
  const rowEnd = (row: number): number => {
    if (row < frozen.rows) return frozenAxis.end(row);
    const index = order.index(row);
    const item = virtualizer.measurementsCache[index];
    return item === undefined ? 0 : order.row(index) === row ? item.end : item.start;
  };
  /** Pixels from the top of row `from` to the bottom of row `to`, across the frozen line where it lies between. */
  const between = (from: number, to: number): number =>
    from < frozen.rows && to >= frozen.rows ? frozenHeight - frozenAxis.start(from) + rowEnd(to) : rowEnd(to) - rowStart(from);

  const totalWidth = ROW_HEAD_WIDTH + model.columnAxis.total;
  const bodyHeight = virtualizer.getTotalSize();

  const updateWindow = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const axis = model.columnAxis;
    const from = Math.max(0, axis.at(frozenWidth + element.scrollLeft) - OVERSCAN_COLUMNS);
    const to = Math.min(model.columns - 1, axis.at(element.scrollLeft + element.clientWidth - ROW_HEAD_WIDTH) + OVERSCAN_COLUMNS);
    setColumnWindow((old) => (old.from === from && old.to === to ? old : { from, to }));
  }, [model, frozenWidth]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setViewport((old) => (old.width === element.clientWidth && old.height === element.clientHeight ? old : { width: element.clientWidth, height: element.clientHeight }));
      updateWindow();
    });
    observer.observe(element);
    updateWindow();
    return () => observer.disconnect();
  }, [updateWindow]);

  const setHeight = useCallback(
    (row: number, height: number) => {
      if (row < frozen.rows) setFrozenHeights((old) => (old.get(row) === height ? old : new Map(old).set(row, height)));
      else virtualizer.resizeItem(order.index(row), height);
    },
    [frozen.rows, order, virtualizer],
  );

  // --- selection ---------------------------------------------------------------------------------------------------------------

  const page = (): number => {
    const visible = virtualizer.range;
    return visible === null ? 20 : Math.max(1, visible.endIndex - visible.startIndex - 1);
  };

  const bringIntoView = (cell: Position, middle: boolean): void => {
    const element = scroller.current;
    if (element === null) return;
    if (cell.row >= frozen.rows) virtualizer.scrollToIndex(order.index(cell.row), { align: middle ? "center" : "auto" });
    if (cell.column < frozen.columns) return;
    const axis = model.columnAxis;
    const merge = model.spans.at(cell.row, cell.column);
    const left = axis.start(cell.column) - frozenWidth;
    const right = axis.end(Math.min(merge?.right ?? cell.column, cell.column + 40)) - frozenWidth;
    const room = element.clientWidth - ROW_HEAD_WIDTH - frozenWidth;
    if (left >= element.scrollLeft && right <= element.scrollLeft + room) return;
    if (middle) element.scrollLeft = right - left > room ? left : (left + right - room) / 2;
    else if (left < element.scrollLeft || right - left > room) element.scrollLeft = left;
    else element.scrollLeft = right - room;
  };

  const move = (step: Move, keyboard: boolean): void => {
    const next = moveSelection(selection, step, model.terrain(page()));
    onSelect(next);
    if (step.kind === "all" || step.kind === "rows" || step.kind === "columns") return;
    const extended = "extend" in step && step.extend;
    bringIntoView(extended ? next.head : next.active, false);
    setFocusNote(keyboard);
  };

  useImperativeHandle(handle, () => ({
    focus: () => editor.current?.focus(),
    reveal: (cell: Position) => bringIntoView(cell, true),
  }));

  const area = selectedArea(selection, model.spans);
  const active = selection.active;
  const activeAddress = formatPosition(active);
  const activeArea: Area = model.spans.at(active.row, active.column) ?? { top: active.row, bottom: active.row, left: active.column, right: active.column };

  // --- the mouse ---------------------------------------------------------------------------------------------------------------

  const locate = (clientX: number, clientY: number): Located => {
    const element = scroller.current;
    if (element === null) return { zone: "cells", cell: active };
    const box = element.getBoundingClientRect();
    const x = clientX - box.left - ROW_HEAD_WIDTH;
    const y = clientY - box.top - COLUMN_HEAD_HEIGHT;
    const column = model.columnAxis.at(Math.max(0, x < frozenWidth ? x : x + element.scrollLeft));
    let row: number;
    if (y < frozenHeight && frozen.rows > 0) row = frozenAxis.at(Math.max(0, y));
    else row = order.row(virtualizer.getVirtualItemForOffset(Math.max(0, y - frozenHeight + element.scrollTop))?.index ?? 0);
    const zone = x < 0 ? (y < 0 ? "corner" : "rows") : y < 0 ? "columns" : "cells";
    return { zone, cell: { row, column } };
  };

  const pointer = useDragSelection({
    scroller,
    still: { left: ROW_HEAD_WIDTH + frozenWidth, top: strip },
    locate,
    onPress: ({ zone, cell }, event) => {
      if (editing) editor.current?.commit();
      setHovered(null);
      if (zone === "corner") move({ kind: "all" }, false);
      else if (zone === "rows") move({ kind: "rows", row: cell.row, extend: event.shiftKey }, false);
      else if (zone === "columns") move({ kind: "columns", column: cell.column, extend: event.shiftKey }, false);
      else {
        // What is under the pointer is visible: nothing is scrolled.
        onSelect(moveSelection(selection, { kind: "to", cell, extend: event.shiftKey }, model.terrain(1)));
        setFocusNote(false);
      }
      editor.current?.focus(event.pointerType === "touch");
    },
    onDraw: (zone, cell) => {
      const step: Move = zone === "rows" ? { kind: "rows", row: cell.row, extend: true } : zone === "columns" ? { kind: "columns", column: cell.column, extend: true } : { kind: "to", cell, extend: true };
      const next = moveSelection(selection, step, model.terrain(1));
      if (next.head.row !== selection.head.row || next.head.column !== selection.head.column) onSelect(next);
    },
    onHover: (located) => {
      const anchor = located?.zone === "cells" ? anchorOf(located.cell, { merged: (row, column) => model.spans.at(row, column) }) : null;
      const marked = anchor !== null && marksShown && notes.has(formatPosition(anchor)) ? anchor : null;
      setHovered((old) => (old?.row === marked?.row && old?.column === marked?.column ? old : marked));
    },
  });

  // --- keyboard, editing, clipboard --------------------------------------------------------------------------------------------

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const command = commandOf(event);
    if (command === null) {
      const typing = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (typing && model.isFormula(active.row, active.column)) {
        event.preventDefault();
        onRefuse("formula", activeAddress);
      }
      return;
    }
    event.preventDefault();
    switch (command.kind) {
      case "move":
        move(command.move, true);
        break;
      case "edit":
        if (model.isFormula(active.row, active.column)) onRefuse("formula", activeAddress);
        else editor.current?.begin();
        break;
      case "clear":
        clear();
        break;
      case "undo":
        props.onUndo();
        break;
      case "redo":
        props.onRedo();
        break;
      case "sheet":
        props.onTurnSheet(command.delta);
        break;
      case "dismiss":
        setFocusNote(false);
        setHovered(null);
        break;
    }
  };

  const write = (writes: readonly CellWrite[]): void => {
    const changed = writes.filter(({ row, column, value }) => model.value(row, column) !== value);
    const formula = changed.find(({ row, column }) => model.isFormula(row, column));
    if (formula !== undefined) {
      onRefuse("formula", formatPosition(formula));
      if (changed.length === 1) return;
    }
    if (changed.length > 0) onWrite(changed);
  };

  const clear = (): void => {
    const writes: CellWrite[] = [];
    for (let row = area.top; row <= Math.min(area.bottom, model.used.row); row++) {
      for (let column = area.left; column <= Math.min(area.right, model.used.column); column++) {
        if (model.value(row, column) !== null) writes.push({ row, column, value: null });
      }
    }
    write(writes);
  };

  const commit = (typed: string, then: "stay" | "up" | "down" | "left" | "right" | "fill"): void => {
    const before = model.value(active.row, active.column);
    if (then === "fill") {
      const writes: CellWrite[] = [];
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          if (!model.spans.covers(row, column)) writes.push({ row, column, value: valueOfTyped(typed, model.value(row, column), model.text(row, column)) });
        }
      }
      write(writes);
    } else {
      if (typed !== model.text(active.row, active.column)) write([{ ...active, value: valueOfTyped(typed, before, model.text(active.row, active.column)) }]);
      if (then !== "stay") move({ kind: "walk", direction: then }, true);
    }
  };

  const copy = (event: ClipboardEvent, cut: boolean): void => {
    event.preventDefault();
    const copied = copyArea(model, area);
    event.clipboardData.setData("text/plain", copied.text);
    event.clipboardData.setData("text/html", copied.html);
    if (cut) clear();
  };

  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const html = event.clipboardData.getData("text/html");
    const rows = (html === "" ? null : parseHtmlTable(html)) ?? parseTsv(event.clipboardData.getData("text/plain"));
    const pasted = pasteRows(model, area, rows);
    if (pasted.blocked !== null) onRefuse("merged-away", formatPosition(pasted.blocked));
    write(pasted.writes);
    move({ kind: "area", area: pasted.area }, false);
  };

  // --- drawing -----------------------------------------------------------------------------------------------------------------

  const scrolled = { left: virtualizer.scrollElement?.scrollLeft ?? 0, top: virtualizer.scrollElement?.scrollTop ?? 0 };
  const placeOf = (cell: Position): EditorPlace => {
    const merge = model.spans.at(cell.row, cell.column) ?? { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
    return {
      left: ROW_HEAD_WIDTH + model.columnAxis.start(merge.left) - (merge.left < frozen.columns ? 0 : scrolled.left),
      top: cell.row < frozen.rows ? COLUMN_HEAD_HEIGHT + frozenAxis.start(cell.row) : strip + rowStart(cell.row) - scrolled.top,
      width: model.columnAxis.span(merge.left, merge.right),
      height: between(model.anchorRow(merge), merge.bottom),
    };
  };

  const rows = virtualizer.getVirtualItems();
  const tallOf = (row: number): string =>
    model.spans
      .inRow(row)
      .filter((merge) => merge.bottom > row && model.anchorRow(merge) === row)
      .map((merge) => `${merge.left}:${between(row, merge.bottom)}`)
      .join(",");
  const selectedOf = (row: number): string => (row >= area.top && row <= area.bottom ? `${area.left}:${area.right}` : "");
  const common = { gridId, model, frozenColumns: frozen.columns, from: columnWindow.from, to: columnWindow.to, notes, marksShown, language };

  const frozenRows: number[] = [];
  for (let row = 0; row < frozen.rows; row++) if (!model.hiddenRow(row)) frozenRows.push(row);
  const overhanging = frozenRows.filter((row) => model.spans.inRow(row).some((merge) => merge.bottom >= frozen.rows && model.anchorRow(merge) === row));

  const noted = hovered ?? (focusNote && focused && !editing && marksShown && notes.has(activeAddress) ? active : null);
  const note = noted === null ? undefined : notes.get(formatPosition(noted));

  const box = (zoneColumns: "still" | "moving", zoneRows: "still" | "moving", shape: Area, className: string): ReactNode => {
    const left = model.columnAxis.start(shape.left) - (zoneColumns === "moving" ? frozenWidth : 0);
    const top = zoneRows === "still" ? frozenAxis.start(Math.min(shape.top, frozen.rows)) : shape.top < frozen.rows ? frozenAxis.start(shape.top) - frozenHeight : rowStart(shape.top);
    if (zoneRows === "still" && shape.top >= frozen.rows) return null;
    if (zoneRows === "moving" && shape.bottom < frozen.rows) return null;
    if (zoneColumns === "still" && shape.left >= frozen.columns) return null;
    if (zoneColumns === "moving" && shape.right < frozen.columns) return null;
    const height = zoneRows === "still" ? (shape.bottom < frozen.rows ? frozenAxis.end(shape.bottom) : frozenHeight + 50) - top : rowEnd(shape.bottom) - top;
    return <div className={className} style={{ left: left - 1, top: top - 1, width: model.columnAxis.span(shape.left, shape.right) + 1, height: height + 1 }} />;
  };
  const single = area.top === activeArea.top && area.bottom === activeArea.bottom && area.left === activeArea.left && area.right === activeArea.right;
  const selectionIn = (zoneColumns: "still" | "moving", zoneRows: "still" | "moving"): ReactNode => (
    <>
      {box(zoneColumns, zoneRows, area, single ? "pl-range" : "pl-range pl-rangefill")}
      {single ? null : box(zoneColumns, zoneRows, activeArea, "pl-active")}
    </>
  );

  /** The lines between columns, behind the cells of the rows. */
  const lines = (from: number, to: number, origin: number): ReactNode[] => {
    const drawn: ReactNode[] = [];
    if (!model.look.showGridLines) return drawn;
    for (let column = from; column <= to; column++) {
      if (model.columnAxis.size(column) > 0) drawn.push(<div key={column} className="pl-columnline" style={{ left: model.columnAxis.end(column) - origin - 1 }} />);
    }
    return drawn;
  };
  const paper = (height: number): ReactNode => (
    <div className="pl-paper" aria-hidden style={{ left: ROW_HEAD_WIDTH + frozenWidth, height }}>
      {lines(Math.max(columnWindow.from, frozen.columns), columnWindow.to, frozenWidth)}
    </div>
  );

  const heads = (from: number, to: number, origin: number): ReactNode[] => {
    const drawn: ReactNode[] = [];
    for (let column = from; column <= to; column++) {
      const width = model.columnAxis.size(column);
      if (width === 0) continue;
      drawn.push(
        <div key={column} className={column >= area.left && column <= area.right ? "pl-colhead pl-headselected" : "pl-colhead"} style={{ left: model.columnAxis.start(column) - origin, width }}>
          {columnName(column)}
        </div>,
      );
    }
    return drawn;
  };

  return (
    <div className={`pl-sheet${focused ? " pl-focused" : ""}${model.look.showGridLines ? " pl-lined" : ""}`} data-sheet={model.grid.sheet}>
      <style href="phuluc-grid" precedence="default">
        {gridCss}
      </style>
      <div
        ref={scroller}
        className="pl-scroller"
        // Tab comes in here and is handed on to the field over the active cell.
        tabIndex={0}
        onFocus={() => editor.current?.focus()}
        {...pointer}
        onDoubleClick={(event) => {
          if (locate(event.clientX, event.clientY).zone !== "cells") return;
          if (model.isFormula(active.row, active.column)) onRefuse("formula", activeAddress);
          else editor.current?.begin();
        }}
        onScroll={() => {
          updateWindow();
          setHovered(null);
          setScrollTick((tick) => tick + 1);
        }}
      >
        <div
          id={gridId}
          role="grid"
          aria-label={words.sheet(model.grid.sheet)}
          aria-rowcount={model.rows}
          aria-colcount={model.columns}
          aria-multiselectable
          className="pl-canvas"
          style={{ width: totalWidth, height: strip + bodyHeight }}
        >
          <div className="pl-top" role={frozen.rows === 0 ? "presentation" : "rowgroup"} style={{ height: strip, width: totalWidth }}>
            <div className="pl-heads" aria-hidden style={{ height: COLUMN_HEAD_HEIGHT, width: totalWidth }}>
              <div className="pl-still" style={{ width: ROW_HEAD_WIDTH + frozenWidth, height: COLUMN_HEAD_HEIGHT }}>
                <div className="pl-corner" style={{ width: ROW_HEAD_WIDTH }} />
                <div className="pl-stillcells" style={{ left: ROW_HEAD_WIDTH, width: frozenWidth }}>
                  {heads(0, frozen.columns - 1, 0)}
                </div>
              </div>
              <div className="pl-moving">{heads(Math.max(columnWindow.from, frozen.columns), columnWindow.to, frozenWidth)}</div>
            </div>
            {frozen.rows === 0 ? null : (
              <div className="pl-frozenrows" role="presentation" style={{ top: COLUMN_HEAD_HEIGHT, height: frozenHeight, width: totalWidth }}>
                {paper(frozenHeight)}
                {frozenRows.map((row) => (
                  <SheetRow
                    key={row}
                    {...common}
                    row={row}
                    top={frozenAxis.start(row)}
                    height={frozenAxis.size(row)}
                    tall={tallOf(row)}
                    selected={selectedOf(row)}
                    active={row === active.row ? active.column : -1}
                    onHeight={model.measured(row) ? setHeight : undefined}
                  />
                ))}
                <div className="pl-over pl-over-still" aria-hidden style={{ width: ROW_HEAD_WIDTH + frozenWidth, height: frozenHeight, marginBottom: -frozenHeight }}>
                  <div className="pl-zone" style={{ left: ROW_HEAD_WIDTH, width: frozenWidth }}>
                    {selectionIn("still", "still")}
                  </div>
                </div>
                <div className="pl-over pl-over-moving" aria-hidden style={{ left: ROW_HEAD_WIDTH + frozenWidth, height: frozenHeight }}>
                  {selectionIn("moving", "still")}
                </div>
              </div>
            )}
          </div>
          <div className="pl-body" role="rowgroup" style={{ height: bodyHeight, width: totalWidth }}>
            {paper(bodyHeight)}
            {overhanging.map((row) => (
              <SheetRow key={`over${row}`} {...common} row={row} top={frozenAxis.start(row) - frozenHeight} height={frozenAxis.size(row)} tall={tallOf(row)} selected="" active={-1} overhang />
            ))}
            {rows.map((item) => {
              const row = order.row(item.index);
              return (
                <SheetRow
                  key={row}
                  {...common}
                  row={row}
                  top={item.start}
                  height={item.size}
                  tall={tallOf(row)}
                  selected={selectedOf(row)}
                  active={row === active.row ? active.column : -1}
                  onHeight={model.measured(row) ? setHeight : undefined}
                />
              );
            })}
            <div className="pl-over pl-over-still" aria-hidden style={{ width: ROW_HEAD_WIDTH + frozenWidth, height: bodyHeight, marginBottom: -bodyHeight }}>
              <div className="pl-zone" style={{ left: ROW_HEAD_WIDTH, width: frozenWidth }}>
                {selectionIn("still", "moving")}
              </div>
            </div>
            <div className="pl-over pl-over-moving" aria-hidden style={{ left: ROW_HEAD_WIDTH + frozenWidth, height: bodyHeight }}>
              {selectionIn("moving", "moving")}
            </div>
          </div>
        </div>
      </div>
      <div className="pl-overlay">
        <CellEditor
          ref={editor}
          place={placeOf(active)}
          bounds={viewport}
          css={model.cellCss(active.row, active.column)}
          text={model.text(active.row, active.column)}
          readOnly={model.isFormula(active.row, active.column)}
          label={words.cell(activeAddress)}
          hint={words.leaveHint}
          gridId={gridId}
          cellId={`${gridId}-${activeAddress}`}
          onKeyDown={keyDown}
          onCommit={commit}
          onEditing={setEditing}
          onFocus={setFocused}
          onCopy={copy}
          onPaste={paste}
        />
        {noted === null || note === undefined ? null : (
          <NoteCard
            key={formatPosition(noted)}
            note={note}
            language={language}
            delay={hovered === null ? FOCUS_DELAY : HOVER_DELAY}
            bounds={viewport}
            anchor={placeOf(noted)}
          />
        )}
      </div>
    </div>
  );
}
