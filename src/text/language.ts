/** The languages of the interface: Vietnamese first. */
export type Language = "vi" | "en";

/** One thing said in both languages. */
export interface Localized<T = string> {
  readonly vi: T;
  readonly en: T;
}
