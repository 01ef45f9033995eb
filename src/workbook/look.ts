import type { Area } from "../grid/area";

/** The line of one side of a cell: the style by its name in Excel's files. */
export interface BorderLine {
  readonly style:
    | "thin"
    | "medium"
    | "thick"
    | "double"
    | "hair"
    | "dotted"
    | "dashed"
    | "dashDot"
    | "dashDotDot"
    | "mediumDashed"
    | "mediumDashDot"
    | "mediumDashDotDot"
    | "slantDashDot";
  /** CSS colour "#rrggbb"; null for the colour of the page's text. */
  readonly color: string | null;
}

/** How a cell looks. Colours are CSS colours "#rrggbb", theme colours and tints resolved. */
export interface CellStyle {
  readonly fontName: string;
  /** In points. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Null for automatic (black on white). */
  readonly color: string | null;
  /** Null for no fill. */
  readonly fill: string | null;
  readonly border: {
    readonly top?: BorderLine;
    readonly right?: BorderLine;
    readonly bottom?: BorderLine;
    readonly left?: BorderLine;
  };
  /** "general": texts to the left, numbers to the right, logical values and errors in the middle. */
  readonly horizontal: "general" | "left" | "center" | "right" | "fill" | "justify" | "centerContinuous" | "distributed";
  readonly vertical: "top" | "center" | "bottom" | "justify" | "distributed";
  readonly wrap: boolean;
  /** Steps of indent, each about three spaces wide. */
  readonly indent: number;
  /** Degrees counter-clockwise, -90 to 90; "stacked" for letters one below the other. */
  readonly rotation: number | "stacked";
}

/**
 * How a sheet looks: plain data that can cross to another thread. Rows and columns are zero-based sheet coordinates, sizes are in CSS
 * pixels (96 to the inch).
 */
export interface SheetLook {
  readonly sheet: string;
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  /** Runs of columns that differ from the default, in order; `style` is an index of `styles` for the cells that are not in `cells`. */
  readonly columns: readonly { readonly first: number; readonly last: number; readonly width: number; readonly hidden: boolean; readonly style: number }[];
  /** Rows whose height was set by hand; the others fit what they hold. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly hiddenRows: readonly number[];
  /** How many rows and columns stay in place when the sheet is scrolled. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showGridLines: boolean;
  readonly merges: readonly Area[];
  /** Every style that the sheet uses, once; `styles[0]` is that of a cell with no style of its own. */
  readonly styles: readonly CellStyle[];
  /** Indices of `styles`, ragged: `cells[row][column]` from A1 on; a cell that is not there has the style of its column. */
  readonly cells: readonly (readonly number[])[];
}
