/** One unit as it is named in a cell. Offsets are into the cell's (or field's) text. */
export interface UnitMention {
  /** The name as written, without the qualifier, list marks and outer spaces. */
  readonly name: string;
  /** What stands in brackets after the name: "(Lĩnh vực Nội vụ)" → "Lĩnh vực Nội vụ"; null when nothing does. */
  readonly qualifier: string | null;
  /** Where the name stands, without the qualifier. */
  readonly start: number;
  readonly end: number;
  /** Where the whole mention ends: after the qualifier and its bracket; `end` when there is none. */
  readonly fullEnd: number;
  /**
   * The normal form: one key for all spellings of one unit (abbreviations, tone-mark placement, dashes, spaces, letter case and
   * the level word "xã/phường" at the end set aside); keeps tones and đ apart.
   */
  readonly key: string;
  /** A group nobody of which is answerable: "Các phòng, ban liên quan", "Các thôn", "Các cơ quan, đơn vị". */
  readonly collective: boolean;
}

/**
 * A unit that the drafter keeps: its name is the standard for the spellings that share its normal form, and for those named with it. A
 * spelling that is itself the name of another one is kept apart.
 */
export interface DrafterUnit {
  readonly name: string;
  readonly spellings?: readonly string[] | undefined;
}
