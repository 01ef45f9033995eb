import { spliced } from "./splices";
import { Tags } from "./tags";

/** What stands before the calculation settings in a workbook part (CT_Workbook). */
const BEFORE: ReadonlySet<string> = new Set([
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames",
]);

/** The workbook part, asking for all formulas to be computed when the file is opened: their stored values are of before the edits. */
export function withRecalculation(bytes: Uint8Array, part: string): Uint8Array {
  const tags = new Tags(bytes, part);
  let prefix = "";
  let at = -1;
  while (tags.next()) {
    if (tags.closes()) continue;
    if (tags.is("workbook")) {
      prefix = tags.prefix();
      continue;
    }
    if (tags.is("calcPr")) {
      if (tags.attribute("fullCalcOnLoad") !== null) return spliced(bytes, [{ start: tags.valueStart, end: tags.valueEnd, text: "1" }]);
      return spliced(bytes, [{ start: tags.nameEnd, end: tags.nameEnd, text: ' fullCalcOnLoad="1"' }]);
    }
    const before = BEFORE.has(tags.name());
    tags.toClosing();
    if (before) at = tags.end;
  }
  return at < 0 ? bytes : spliced(bytes, [{ start: at, end: at, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]);
}
