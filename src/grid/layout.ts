import type { Area } from "./area";
import type { CellValue } from "./grid";

/** How a cell of a layout looks; what is absent is as the sheet's own `font`, aligned to the left and the top. */
export interface LayoutStyle {
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Thin black lines on all four sides. */
  readonly border?: boolean;
  /** CSS colour "#rrggbb". */
  readonly fill?: string;
  /** An Excel number format ("0", "@", "General"). */
  readonly numberFormat?: string;
}

/** A cell of a layout: a value, or a formula in Excel's English form without the "=" and the value that it has at once. */
export interface LayoutCell {
  /** Zero-based sheet column. */
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
  readonly style?: LayoutStyle;
}

/** A row of a layout. */
export interface LayoutRow {
  /** In points; absent: as high as the text needs. */
  readonly height?: number;
  readonly cells: readonly LayoutCell[];
}

/** A drop-down list over an area that proposes and does not forbid: any other text may still be typed. */
export interface LayoutList {
  readonly area: Area;
  /** Where the choices stand, such as "'Danh mục'!$A$2:$A$30"; Excel holds no more than 255 characters of choices in the list itself. */
  readonly source: string;
}

/** How a sheet is printed. */
export interface LayoutPage {
  readonly orientation: "portrait" | "landscape";
  /** In millimetres. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number; readonly header: number; readonly footer: number };
  /** Zero-based sheet rows that are printed on every page, the first and the last of them. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  /** What is printed: the rest of the sheet is not. */
  readonly printArea?: Area;
  /** Page numbers in the middle of the top margin, from 1, none on the first page (Decree 30/2020/NĐ-CP, Annex I). */
  readonly pageNumbers?: boolean;
  /** As many pages wide as this, any number of pages long. */
  readonly fitWidth?: number;
}

/** A sheet that is to be made: what it holds, how it looks and how it is printed. Plain data; paper is A4. */
export interface SheetLayout {
  /** At most 31 characters, without []:*?/\; an adapter adds " (2)" when a sheet of that name is there. */
  readonly name: string;
  readonly font: { readonly name: string; readonly size: number };
  /** Widths in characters, as Excel shows them, from column A on. */
  readonly columnWidths: readonly number[];
  /** From sheet row 1 on. */
  readonly rows: readonly LayoutRow[];
  readonly merges: readonly Area[];
  readonly lists: readonly LayoutList[];
  readonly page: LayoutPage;
  /** How many rows stay in sight while the sheet is scrolled; absent or 0 for none. */
  readonly frozenRows?: number;
}
