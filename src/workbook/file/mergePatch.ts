import { formatArea, type Area } from "../../grid/area";
import { spliced, type Splice } from "./splices";
import { Tags } from "./tags";

/** What may stand between a worksheet's cells and its merged areas, in the order of the schema (CT_Worksheet). */
const BEFORE_MERGES: ReadonlySet<string> = new Set([
  "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews",
]);

/** The worksheet part with more merged areas, none of which may meet one that is there. */
export function withMerges(bytes: Uint8Array, part: string, areas: readonly Area[]): Uint8Array {
  if (areas.length === 0) return bytes;
  const tags = new Tags(bytes, part);
  while (tags.next() && !tags.is("sheetData"));
  const prefix = tags.prefix();
  const items = areas.map((area) => `<${prefix}mergeCell ref="${formatArea(area)}"/>`).join("");
  tags.toClosing();
  let at = tags.end;
  while (tags.next() && !tags.closes()) {
    if (tags.is("mergeCells") && !tags.isEmpty()) return spliced(bytes, withMore(tags, items, areas.length));
    if (!BEFORE_MERGES.has(tags.name())) break;
    tags.toClosing();
    at = tags.end;
  }
  return spliced(bytes, [{ start: at, end: at, text: `<${prefix}mergeCells count="${areas.length}">${items}</${prefix}mergeCells>` }]);
}

/** From the opening tag of `mergeCells`: the areas at its end, and their number. */
function withMore(tags: Tags, items: string, added: number): readonly Splice[] {
  const count = Number(tags.attribute("count") ?? NaN);
  const counted = Number.isInteger(count) ? [{ start: tags.valueStart, end: tags.valueEnd, text: String(count + added) }] : [];
  tags.toClosing();
  return [...counted, { start: tags.start, end: tags.start, text: items }];
}
