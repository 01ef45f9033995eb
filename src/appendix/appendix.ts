import type { Area } from "../grid/area";
import type { Position } from "../grid/address";
import type { CellValue } from "../grid/grid";
import type { PlanContext } from "./plan";

/** What a column of an appendix (or a labelled line of an outline) is for. */
export type Role =
  | "number"
  | "detailNumber"
  | "content"
  | "directingLeader"
  | "leadUnit"
  | "coordinatingUnits"
  | "product"
  | "deadline"
  | "unitOfMeasure"
  | "target"
  | "basis"
  | "note";

/**
 * A piece of the sheet that fills one role. Usually a whole cell; part of a cell when the cell says several things ("Chủ trì: …; Phối
 * hợp: …", "- Thời gian: …"); several cells when a row was cut by a page break.
 */
export interface Field {
  /** The text, line breaks as "\n", neither trimmed nor corrected; "" when the cell is empty. */
  readonly text: string;
  /** The stored value of the cell; the text when the field is not exactly one whole cell. */
  readonly value: CellValue;
  /** The (first) cell, zero-based in the sheet. */
  readonly cell: Position;
  /** Where `text` stands in the cell's text, when it is not the whole cell. */
  readonly span?: { readonly start: number; readonly end: number };
  /** The whole text of the cell, when `text` is only a part of it and the cell stores that text: what an edit of the part must expect. */
  readonly cellText?: string;
  /** The further cells whose text was joined on, when a page break cut the row or the item has several rows. */
  readonly continued?: readonly Position[];
  /** True when the cell stands in a row above the item's: a merged cell that reaches down over the items that share it. */
  readonly merged?: true;
  /** True when a formula computes the cell: it is checked, and never written over. */
  readonly formula?: true;
}

/** A column of a table as its header says. */
export interface Column {
  readonly role: Role;
  /** Zero-based sheet column. */
  readonly column: number;
  /** The header's own words, levels joined by " / ". */
  readonly header: string;
  readonly headerCell: Position;
  /** For a target column: the year or period it is for, as written ("2025", "Đến năm 2030", "Giai đoạn 2026 - 2030"). */
  readonly period?: string;
}

/** The value of one target for one year or period. */
export interface TargetCell {
  readonly column: Column;
  readonly field: Field;
}

/** A task row, or a target row of a target appendix, or an item of an outline list. */
export interface Item {
  /** First and last sheet row, zero-based (several when a page break cut it, when it names its units row by row, or for an outline). */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Index into `sections`; null for an item before any section. */
  readonly section: number | null;
  /** One field for each role that the table has a column for (its text "" when the cell is empty); for an outline, for each line there is. */
  readonly fields: Readonly<Partial<Record<Role, Field>>>;
  /** The values by year or period; empty for tasks. A column without a value is there with an empty field. */
  readonly values: readonly TargetCell[];
}

/** A section row. */
export interface Section {
  readonly row: number;
  /** The numeral as written ("II.", "III.1", "Thứ nhất"); null when there is none. */
  readonly numeral: Field | null;
  /** The title; null when the section has none. */
  readonly title: Field | null;
  /** 1 for "III", 2 for "III.1". */
  readonly level: 1 | 2;
  /** Index of the section that this one belongs to, null at level 1. */
  readonly parent: number | null;
}

/** The lines above the table. */
export interface TitleLines {
  /** "PHỤ LỤC I", alone in its line or at the head of the title; null when there is none. */
  readonly label: Field | null;
  readonly title: Field | null;
  /** "(Kèm theo Kế hoạch số … )"; null when there is none. */
  readonly attachment: Field | null;
  /** Every title line from the top, the ones above included. */
  readonly lines: readonly Field[];
}

export type AppendixKind = "tasks" | "targets" | "outline";

/** A table (or outline list) with its title lines. A workbook holds several, a sheet may. */
export interface Appendix {
  readonly sheet: string;
  readonly kind: AppendixKind;
  readonly titleLines: TitleLines;
  /** From the first header row (of an outline: the first section or item) to the last row that belongs to it. */
  readonly area: Area;
  /** Zero-based sheet rows of the header; empty for an outline. */
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
}

/** What a paste left inside a table and is no part of it. */
export interface Leftover {
  readonly kind: "repeated-header" | "page-number" | "split-row";
  readonly sheet: string;
  /** Zero-based sheet rows, in order. */
  readonly rows: readonly number[];
  /** The texts of each of `rows` from column A on, without trailing empty ones (`rowTexts`): what a removal of the row expects to find. */
  readonly texts: readonly (readonly string[])[];
  /** Index into `appendices`. */
  readonly appendix: number;
  /** For a split row: the zero-based row that its cells continue. */
  readonly continues?: number;
  /** For a split row: the stored values of row `continues` from column A on, so that joining the texts can expect what is there. */
  readonly continuedValues?: readonly CellValue[];
}

/** Something that the reader met and could not place, or did not read: never silently dropped. */
export interface Notice {
  readonly kind: "hidden-sheet" | "no-table" | "unplaced-row" | "unknown-column" | "stray-cell";
  readonly sheet: string;
  /** A1 address, or null when it is about the whole sheet. */
  readonly cell: string | null;
  /** The text met there, shortened. */
  readonly text: string;
}

/** Everything that was read from a workbook. */
export interface Reading {
  readonly plan: PlanContext;
  readonly appendices: readonly Appendix[];
  readonly leftovers: readonly Leftover[];
  readonly notices: readonly Notice[];
}

/** True when the table has a column (or the outline any line) for the role. */
export function hasRole(appendix: Appendix, role: Role): boolean {
  return appendix.columns.some((column) => column.role === role);
}
