import { memo, useLayoutEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from "react";
import type { Area } from "../../grid/area";
import { formatAddress } from "../../grid/address";
import type { Language } from "../../text/language";
import type { CellNote } from "./notes";
import type { SheetModel } from "./sheetModel";

/** Columns of a row that are drawn or selected, both ends inside. */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

interface SheetRowProps {
  readonly gridId: string;
  readonly model: SheetModel;
  readonly row: number;
  /** Pixels from the top of the strip that the row is in. */
  readonly top: number;
  readonly height: number;
  /** Pixels of each merged cell that begins in this row and reaches below it, by column: "2:84,5:84". */
  readonly tall: string;
  /** How many leading columns stand still. */
  readonly frozenColumns: number;
  /** The scrolling columns to draw. */
  readonly from: number;
  readonly to: number;
  readonly notes: ReadonlyMap<string, CellNote>;
  readonly marksShown: boolean;
  readonly language: Language;
  /** The selected columns, "2:4", or "". */
  readonly selected: string;
  /** The column of the active cell when it is in this row, otherwise -1. */
  readonly active: number;
  /** Draws only the merged cells that reach below the frozen rows, for the eye alone. */
  readonly overhang?: boolean;
  /** Hears the height that the contents need, when the file does not set one. */
  readonly onHeight?: ((row: number, height: number) => void) | undefined;
}

export const ROW_HEAD_WIDTH = 46;

/** One row: its number, the columns that stand still and those that scroll. Drawn again only when something of it changes. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps): ReactNode {
  const { model, row, top, height, frozenColumns, from, to, selected, overhang = false, onHeight } = props;
  const element = useRef<HTMLDivElement>(null);
  const frozenWidth = model.columnAxis.start(frozenColumns);

  // What the row needs depends on its contents and looks, not on where it is or what is selected.
  useLayoutEffect(() => {
    if (onHeight === undefined || element.current === null) return;
    let needed = model.defaultRowHeight;
    for (const content of element.current.querySelectorAll<HTMLElement>("[data-fit]")) needed = Math.max(needed, content.offsetHeight + 3);
    onHeight(row, Math.ceil(needed));
  }, [model, row, from, to, frozenColumns, onHeight]);

  const range = selected === "" ? null : rangeOf(selected);
  const still = cells(props, 0, frozenColumns - 1, 0, range);
  const moving = cells(props, Math.max(from, frozenColumns), to, frozenWidth, range);
  // A row without a cell of its own is none: assistive technology passes over it, as over the rows that are not drawn.
  const bare = overhang || [...still, ...moving].every((cell) => cell.props.copy);
  return (
    <div
      ref={element}
      className={overhang ? "pl-row pl-overhang" : "pl-row"}
      {...(bare ? { "aria-hidden": true } : { role: "row", "aria-rowindex": row + 1 })}
      style={{ top, height }}
    >
      <div className="pl-still" role="presentation" style={{ width: ROW_HEAD_WIDTH + frozenWidth }}>
        {overhang ? null : (
          <div className={range === null ? "pl-rowhead" : "pl-rowhead pl-headselected"} aria-hidden>
            {row + 1}
          </div>
        )}
        <div className="pl-stillcells" role="presentation" style={{ left: ROW_HEAD_WIDTH, width: frozenWidth }}>
          {still}
        </div>
      </div>
      <div className="pl-moving" role="presentation">
        {moving}
      </div>
    </div>
  );
});

function rangeOf(selected: string): ColumnRange {
  const [from, to] = selected.split(":");
  return { from: Number(from), to: Number(to) };
}

function tallHeight(tall: string, column: number): number | null {
  if (tall === "") return null;
  for (const entry of tall.split(",")) {
    const [at, height] = entry.split(":");
    if (Number(at) === column) return Number(height);
  }
  return null;
}

/** The cells of one part of a row. A merged cell that crosses the frozen line is drawn in both parts, each showing its share. */
function cells(props: SheetRowProps, from: number, to: number, origin: number, range: ColumnRange | null): ReactElement<CellProps>[] {
  const { model, row, tall, frozenColumns, overhang = false } = props;
  const axis = model.columnAxis;
  const drawn: ReactElement<CellProps>[] = [];
  for (let column = from; column <= to; column++) {
    const merge = model.spans.at(row, column);
    if (merge === null ? axis.size(column) === 0 : model.anchorRow(merge) !== row) continue;
    // Cells that show nothing are left to the lines behind the rows, unless the keyboard is on them.
    if (merge === null && from >= frozenColumns && column !== props.active && model.plain(row, column) && model.plain(row + 1, column) && model.plain(row, column + 1)) continue;
    const area: Area = merge ?? { top: row, bottom: row, left: column, right: column };
    const tallest = tallHeight(tall, area.left);
    if (overhang && tallest === null) continue;
    const copy = overhang || (merge !== null && merge.left < frozenColumns && from >= frozenColumns);
    drawn.push(
      <Cell
        key={column}
        props={props}
        area={area}
        left={axis.start(area.left) - origin}
        width={axis.span(area.left, area.right)}
        height={tallest ?? props.height}
        selected={range !== null && area.right >= range.from && area.left <= range.to}
        copy={copy}
      />,
    );
    if (merge !== null) column = Math.min(merge.right, to);
  }
  return drawn;
}

interface CellProps {
  readonly props: SheetRowProps;
  readonly area: Area;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly selected: boolean;
  readonly copy: boolean;
}

function Cell({ props, area, left, width, height, selected, copy }: CellProps): ReactNode {
  const { model, gridId, notes, marksShown, language } = props;
  const row = area.top;
  const column = area.left;
  const address = formatAddress(row, column);
  const text = model.text(row, column);
  const note = marksShown ? notes.get(address) : undefined;
  const look = model.cellCss(row, column);
  const spill = model.spill(row, column, area);
  const style: CSSProperties = { ...look.box, ...model.edges(area), left, width, height };
  if (spill !== null) {
    style.overflow = "visible";
    style.zIndex = 1;
  }
  const spans = { ...(area.right > area.left ? { "aria-colspan": area.right - area.left + 1 } : {}), ...(area.bottom > area.top ? { "aria-rowspan": area.bottom - area.top + 1 } : {}) };
  return (
    <div
      className={note === undefined ? "pl-cell" : `pl-cell pl-${note.severity}`}
      style={style}
      {...(copy
        ? { "aria-hidden": true }
        : {
            id: `${gridId}-${address}`,
            role: "gridcell",
            "aria-colindex": column + 1,
            "aria-selected": selected,
            "aria-readonly": model.isFormula(row, column) || undefined,
            "aria-description": note?.findings.map((finding) => finding.message[language]).join(" ") ?? undefined,
            ...spans,
          })}
    >
      {text === "" ? null : (
        <div className="pl-text" data-fit={area.bottom === area.top ? "" : undefined} style={spill === null ? look.text : { ...look.text, width: spill.width, marginLeft: spill.shift, flex: "none" }}>
          {note === undefined ? (look.text.whiteSpace === "pre" ? text.replaceAll("\n", " ") : text) : slips(text, note)}
        </div>
      )}
    </div>
  );
}

/** The text with the slips of its findings underlined. */
function slips(text: string, note: CellNote): ReactNode {
  const spans = note.findings.flatMap((finding) => (finding.span !== undefined && finding.text === text ? [{ ...finding.span, severity: finding.severity }] : []));
  if (spans.length === 0) return text;
  spans.sort((a, b) => a.start - b.start);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, severity } of spans) {
    if (start < at || end > text.length || end <= start) continue;
    parts.push(text.slice(at, start), <span key={start} className={`pl-slip pl-slip-${severity}`}>{text.slice(start, end)}</span>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
