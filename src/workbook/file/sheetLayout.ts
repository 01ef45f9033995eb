import { MAX_COLUMNS, MAX_ROWS, parseAddress } from "../../grid/address";
import { Tags } from "./tags";
import { flag } from "./tree";

/** A run of columns as the file tells it, zero-based; the width is in characters of the default font. */
interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly width: number | null;
  readonly hidden: boolean;
  readonly style: number;
}

/** What a sheet part says besides values: style indices, sizes, what is hidden, the frozen pane. */
export interface SheetLayout {
  /** Style index of every cell that the file has, ragged from A1 on; -1 where it has none. */
  readonly cellStyles: readonly (readonly number[])[];
  /** Style index of the rows that have one of their own. */
  readonly rowStyles: ReadonlyMap<number, number>;
  readonly columns: readonly ColumnRun[];
  /** In points, rows whose height was set by hand. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly hiddenRows: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showGridLines: boolean;
  /** In characters, null when the file does not say. */
  readonly defaultColumnWidth: number | null;
  /** In points, null when the file does not say. */
  readonly defaultRowHeight: number | null;
}

const EMPTY: readonly number[] = [];
/** Style indices kept at most, gaps counted: what lies beyond shows the style of its column. */
const MAX_PLACES = 4_000_000;

/** Reads the layout of a worksheet part. @throws WorkbookFailure when the part is broken. */
export function readLayout(bytes: Uint8Array, part: string): SheetLayout {
  const tags = new Tags(bytes, part);
  const cellStyles: (readonly number[])[] = [];
  const rowStyles = new Map<number, number>();
  const columns: ColumnRun[] = [];
  const rowHeights = new Map<number, number>();
  const hiddenRows: number[] = [];
  let frozenRows = 0;
  let frozenColumns = 0;
  let showGridLines = true;
  let firstView = true;
  let defaultColumnWidth: number | null = null;
  let defaultRowHeight: number | null = null;
  let places = MAX_PLACES;
  let row = -1;
  let column = -1;
  let cells: number[] | null = null;
  const number = (name: string): number | null => {
    const text = tags.attribute(name);
    return text === null || text === "" || !Number.isFinite(Number(text)) ? null : Number(text);
  };
  const endRow = (): void => {
    if (cells === null || cells.length === 0) return;
    places -= cells.length + Math.max(0, row - cellStyles.length);
    if (places < 0) return;
    while (cellStyles.length < row) cellStyles.push(EMPTY);
    cellStyles[row] = cells;
  };

  while (tags.next()) {
    if (tags.closes()) {
      if (tags.is("row")) {
        endRow();
        cells = null;
      } else if (tags.is("sheetView")) firstView = false;
    } else if (tags.is("c")) {
      column++;
      let style = 0;
      tags.toFirstAttribute();
      while (tags.nextAttribute()) {
        if (tags.attributeIs("r")) column = parseAddress(tags.value())?.column ?? column;
        else if (tags.attributeIs("s")) style = Number(tags.value()) || 0;
      }
      if (cells !== null && column < MAX_COLUMNS && column - cells.length < places) {
        while (cells.length < column) cells.push(-1);
        cells[column] = style;
      }
      tags.toClosing();
    } else if (tags.is("row")) {
      row = (number("r") ?? row + 2) - 1;
      column = -1;
      cells = tags.isEmpty() || row >= MAX_ROWS ? null : (cellStyles[row]?.slice() ?? []);
      const height = number("ht");
      if (height !== null && flag(tags.attribute("customHeight"), false)) rowHeights.set(row, height);
      if (flag(tags.attribute("hidden"), false) || height === 0) hiddenRows.push(row);
      const style = number("s");
      if (style !== null && flag(tags.attribute("customFormat"), false)) rowStyles.set(row, style);
    } else if (tags.is("col")) {
      const first = (number("min") ?? 1) - 1;
      const last = Math.min((number("max") ?? 1) - 1, MAX_COLUMNS - 1);
      if (first >= 0 && first <= last) {
        columns.push({ first, last, width: number("width"), hidden: flag(tags.attribute("hidden"), false), style: number("style") ?? 0 });
      }
    } else if (tags.is("sheetView")) {
      if (firstView) showGridLines = flag(tags.attribute("showGridLines"), true);
      if (tags.isEmpty()) firstView = false;
    } else if (tags.is("pane")) {
      const state = tags.attribute("state");
      if (firstView && (state === "frozen" || state === "frozenSplit")) {
        frozenRows = Math.trunc(number("ySplit") ?? 0);
        frozenColumns = Math.trunc(number("xSplit") ?? 0);
      }
    } else if (tags.is("sheetFormatPr")) {
      defaultColumnWidth = number("defaultColWidth");
      defaultRowHeight = number("defaultRowHeight");
    } else if (!tags.is("worksheet") && !tags.is("sheetData") && !tags.is("sheetViews") && !tags.is("cols")) {
      tags.toClosing();
    }
  }
  columns.sort((a, b) => a.first - b.first);
  return { cellStyles, rowStyles, columns, rowHeights, hiddenRows, frozenRows, frozenColumns, showGridLines, defaultColumnWidth, defaultRowHeight };
}

/** The style index that a cell has, or that a new one takes: its own, else that of its row, else that of its column. */
export function styleAt(layout: SheetLayout, row: number, column: number): number {
  const own = layout.cellStyles[row]?.[column] ?? -1;
  if (own >= 0) return own;
  return layout.rowStyles.get(row) ?? layout.columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
}
