/** Something wrong in the wording of one text, found without its neighbours in the table. */
export interface Slip {
  /** The rule of the family "content" that tells it, and which of its messages. */
  readonly rule: "spelling" | "term" | "punctuation" | "encoding";
  readonly message: string;
  /** Where it stands in the text as it was given. */
  readonly start: number;
  readonly end: number;
  readonly data: Readonly<Record<string, string>>;
  /** Only when it differs from the rule's own. */
  readonly severity?: "warning" | "info";
  /** What to put in place of `start` to `end`; absent when only a person can tell. */
  readonly replacement?: string;
}
