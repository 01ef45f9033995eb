import { MAX_COLUMNS } from "../../grid/address";
import type { LineShift } from "./lineShift";
import type { Splice } from "./splices";
import type { Tags } from "./tags";

/** A run of columns with one look; `attributes` are those of the file besides the run's ends. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly attributes: string;
}

/** From the opening tag of `cols`: the column definitions moved, with those of new columns. Ends on the closing tag. */
export function movedColumns(tags: Tags, shift: LineShift, widths: readonly (number | null)[]): Splice {
  const { start, bytes } = tags;
  const prefix = tags.prefix();
  const runs: Run[] = [];
  if (!tags.isEmpty()) {
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) break;
      if (!tags.is("col")) continue;
      let first = 0;
      let last = 0;
      let attributes = "";
      tags.toFirstAttribute();
      while (tags.nextAttribute()) {
        if (tags.attributeIs("min")) first = Number(tags.value()) - 1;
        else if (tags.attributeIs("max")) last = Number(tags.value()) - 1;
        else attributes += ` ${new TextDecoder().decode(bytes.subarray(tags.attributeStart, tags.valueEnd + 1))}`;
      }
      tags.toClosing();
      runs.push({ first, last, attributes });
    }
  }
  return { start, end: tags.end, text: written(prefix, placed(runs, shift, widths)) };
}

/** Before the opening tag of `sheetData` of a sheet without column definitions: those of new columns. */
export function newColumns(tags: Tags, shift: LineShift, widths: readonly (number | null)[]): Splice {
  return { start: tags.start, end: tags.start, text: written(tags.prefix(), placed([], shift, widths)) };
}

function placed(runs: readonly Run[], shift: LineShift, widths: readonly (number | null)[]): readonly Run[] {
  let moved = runs.flatMap(({ first, last, attributes }): Run[] => {
    const stretch = shift.stretch(first, last);
    return stretch === null ? [] : [{ first: stretch[0], last: stretch[1], attributes }];
  });
  shift.newLines().forEach((column, i) => {
    const line = shift.added[i];
    if (line === undefined) return;
    const source = line.formatFrom === "before" ? line.at - 1 : line.at;
    const like = runs.find(({ first, last }) => source >= first && source <= last)?.attributes ?? "";
    // A new column is there to be seen, whatever its neighbour is.
    const shown = like.replace(/ (?:hidden|collapsed|outlineLevel)=(?:"[^"]*"|'[^']*')/g, "");
    const width = widths[i] ?? null;
    const attributes = width === null ? shown : `${shown.replace(/ (?:width|customWidth|bestFit)=(?:"[^"]*"|'[^']*')/g, "")} width="${width}" customWidth="1"`;
    moved = moved.flatMap((run): Run[] => {
      if (column < run.first || column > run.last) return [run];
      return [{ ...run, last: column - 1 }, { ...run, first: column + 1 }].filter(({ first, last }) => first <= last);
    });
    if (attributes !== "" && column < MAX_COLUMNS) moved = [...moved, { first: column, last: column, attributes }];
  });
  return [...moved].sort((a, b) => a.first - b.first);
}

function written(prefix: string, runs: readonly Run[]): string {
  const items = runs.map(({ first, last, attributes }) => `<${prefix}col min="${first + 1}" max="${last + 1}"${attributes}/>`).join("");
  return items === "" ? "" : `<${prefix}cols>${items}</${prefix}cols>`;
}
