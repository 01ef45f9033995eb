/**
 * True when an offset stands inside of quotation marks: the titles of other documents, whose words are theirs.
 * @param text with curved or straight marks; one that is never closed quotes nothing after the next closing one.
 */
export function insideQuotes(text: string, offset: number): boolean {
  const opening = text.lastIndexOf("“", offset);
  if (opening >= 0 && opening < offset) {
    const closing = text.indexOf("”", opening);
    if (closing < 0 || closing >= offset) return true;
  }
  let straight = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < offset; at = text.indexOf('"', at + 1)) straight++;
  return straight % 2 === 1;
}
