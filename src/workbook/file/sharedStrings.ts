import { readRichText } from "./richText";
import { Tags } from "./tags";

/** The texts of the shared string table, by index. */
export function readSharedStrings(bytes: Uint8Array, part: string): readonly string[] {
  const strings: string[] = [];
  const tags = new Tags(bytes, part);
  let closed = false;
  while (tags.next()) {
    if (tags.closes()) closed = tags.is("sst");
    else if (tags.is("si")) strings.push(readRichText(tags));
    else if (tags.is("sst")) closed = tags.isEmpty();
    else tags.toClosing();
  }
  if (!closed) throw tags.broken();
  return strings;
}
