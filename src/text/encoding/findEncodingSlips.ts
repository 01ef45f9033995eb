import type { Slip } from "../spelling/slip";
import { Sign } from "../spelling/tokens";
import { fromLegacy, legacyEncodingOf } from "./legacy";

const NONE: readonly Slip[] = [];
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/**
 * Finds what is wrong with the characters of a text rather than its words: a legacy font, decomposed letters, marks that take no place. One
 * slip a text: they come with the whole text from where it was copied.
 * @param text the text as it is stored.
 * @param signs what the scan of the text has noted (bits of `Sign`); of its composed form.
 * @param composed whether the text is in NFC.
 */
export function findEncodingSlips(text: string, signs: number, composed: boolean): readonly Slip[] {
  if ((signs & Sign.latin1) !== 0 && (signs & Sign.vietnamese) === 0) {
    const encoding = legacyEncodingOf(text);
    if (encoding !== null) {
      const wanted = fromLegacy(text, encoding);
      return [{ rule: "encoding", message: "legacy", start: 0, end: text.length, data: { encoding, wanted }, replacement: wanted, severity: "warning" }];
    }
  }
  if (composed && (signs & Sign.invisible) === 0) return NONE;
  const visible = text.replace(INVISIBLE, "");
  const replacement = visible.normalize("NFC");
  const message = visible === text ? "decomposed" : "invisible";
  return [{ rule: "encoding", message, start: 0, end: text.length, data: { count: String(text.length - (message === "invisible" ? visible : replacement).length) }, replacement }];
}
