const UNEVEN = /[^\S ]|^ | $| {2}/u;

/**
 * A cell's text as a message quotes it: on one line, cut at a word when it is long.
 * @param text any text.
 * @param limit the longest result, in characters, without the ellipsis.
 */
export function shorten(text: string, limit = 70): string {
  // Most texts are short and on one line already; messages are made by the ten thousand.
  const uneven = UNEVEN.test(text);
  if (text.length <= limit && !uneven) return text;
  const line = uneven ? text.replace(/\s+/gu, " ").trim() : text;
  if (line.length <= limit) return line;
  const cut = line.lastIndexOf(" ", limit);
  return `${line.slice(0, cut > limit / 2 ? cut : limit)}…`;
}
