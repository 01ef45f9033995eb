import type { Grid } from "../../grid/grid";
import type { Reading } from "../appendix";
import { readAppendices } from "./readAppendices";

/** Reads the sheets again after single cells changed. */
export function rereadAppendices(
  _previous: Reading,
  _previousGrids: readonly Grid[],
  grids: readonly Grid[],
  _changed: readonly { readonly sheet: string; readonly row: number; readonly column: number }[],
): Reading {
  return readAppendices(grids);
}
