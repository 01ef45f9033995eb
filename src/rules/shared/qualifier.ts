import type { UnitMention } from "../../text/unit/unit";
import { fold } from "../../text/normal";

/** True when two mentions carry the same qualifier (or both none): two officers of one office have different ones. */
export function sameQualifier(a: UnitMention, b: UnitMention): boolean {
  return a.qualifier === b.qualifier || fold(a.qualifier ?? "") === fold(b.qualifier ?? "");
}
