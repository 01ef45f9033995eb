import { parseAddress, type Position } from "../../grid/address";
import { CannotMove } from "./cannotMove";
import { translated } from "./references";
import { spliced, type Splice } from "./splices";
import { escapeXml, Tags, xmlText } from "./tags";

/**
 * The worksheet part with every shared formula written out in each of its cells: a shared one is told by the first cell alone, and would
 * not follow cells that move each on their own.
 * @param concerned says of a shared formula's text whether it matters; when none does, the part comes back as it is.
 * @throws CannotMove when one cannot be written out.
 */
export function withoutSharedFormulas(bytes: Uint8Array, part: string, concerned: (formula: string) => boolean): Uint8Array {
  // Few files have any: this look costs a hundredth of walking over the tags.
  if (!new TextDecoder("latin1").decode(bytes).includes("shared")) return bytes;
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  const masters = new Map<string, { readonly text: string; readonly cell: Position }>();
  let any = false;
  let row = -1;
  let column = -1;
  while (tags.next()) {
    if (tags.closes()) continue;
    if (tags.is("row")) {
      row = Number(tags.attribute("r") ?? row + 2) - 1;
      column = -1;
    } else if (tags.is("c")) {
      column = parseAddress(tags.attribute("r") ?? "")?.column ?? column + 1;
    } else if (tags.is("f") && tags.attribute("t") === "shared") {
      const { start, end } = tags;
      const prefix = tags.prefix();
      const index = tags.attribute("si") ?? "";
      let own = "";
      if (!tags.isEmpty()) {
        if (!tags.next()) throw tags.broken();
        own = xmlText(bytes, end, tags.start);
      }
      if (own !== "" && !masters.has(index)) {
        masters.set(index, { text: own, cell: { row, column } });
        any ||= concerned(own);
      }
      const master = masters.get(index);
      const text = own !== "" ? own : master === undefined ? null : translated(master.text, row - master.cell.row, column - master.cell.column);
      if (text === null) throw new CannotMove();
      splices.push({ start, end: tags.end, text: `<${prefix}f>${escapeXml(text)}</${prefix}f>` });
    }
  }
  return any ? spliced(bytes, splices) : bytes;
}
