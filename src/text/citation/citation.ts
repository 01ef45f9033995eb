import type { Span } from "../place/attachmentLine";

/** How a document number is written: the Party's "57-NQ/TW", or the state's "71/NQ-CP" and "88/2025/NĐ-CP". */
export type NumberSystem = "party" | "state";

/** What is broken in the way a number is written. */
export type FormSlip =
  /** Spaces around its hyphen or slash: "57- NQ/TW". */
  | "spaces"
  /** The letters of its sign in another case or without their marks: "30-Ctr/TU", "88/2025/ND-CP". */
  | "letters"
  /** The other system's hyphen and slash, or one of them left out: "04/KH-ĐU", "57NQ/TW". */
  | "separators"
  /** The type's sign written once more before the figures: "NQ57-NQ/TW". */
  | "doubled"
  /** A space where a hyphen belongs, so that half of the sign is lost: "3204/UBND ĐMPT". */
  | "cut"
  /** A decree or a law of the National Assembly without its year: "107/NĐ-CP". */
  | "year"
  /** Figures run into the office's sign, so that nobody can tell where they end: "15527BTTTT-TTH". */
  | "unclear";

/** Who issued a document, as far as it is told: the kind of body, its tier, and its own name for the bodies of localities. */
export interface CitedIssuer {
  readonly kind: IssuerKind;
  /** Of a local body: its tier; null when it is not told, and for central bodies. */
  readonly level: "province" | "district" | "commune" | null;
  /** Of a local body: the name of its province, district or commune ("Hà Nội"); of a ministry or department: its field; null when it is not told. */
  readonly place: string | null;
  readonly span: Span;
}

export type IssuerKind =
  | "politburo"
  | "secretariat"
  | "central-committee"
  | "central-steering"
  | "central-office"
  | "assembly"
  | "standing-assembly"
  | "government"
  | "prime-minister"
  | "ministry"
  | "department"
  | "province-party"
  | "district-party"
  | "party-committee"
  | "people-committee"
  | "people-council";

/** The date given with a number. */
export interface CitedDate {
  /** "2024-12-22", or "2024-12" when only the month is given; null for a day that no calendar has ("31/02/2025"). */
  readonly iso: string | null;
  readonly span: Span;
}

/** A document that a text cites by its number. Offsets are into the text as it was given. */
export interface Citation {
  /** The word for its type before the number, in its usual spelling ("Nghị quyết", "Công văn"); null when none stands there. */
  readonly type: string | null;
  readonly system: NumberSystem;
  /** The running number, without leading zeros. */
  readonly figures: string;
  /** The year inside the number ("88/2025/NĐ-CP"); null when there is none. */
  readonly year: number | null;
  /** The sign of the type: "NQ", "KH", "CTr"; null where the office's sign comes first ("3204/UBND-ĐMPT"). */
  readonly symbol: string | null;
  /** The sign of the office: "TW", "CP", "UBND". */
  readonly organ: string;
  /** The number in its right form ("57-NQ/TW"): the same as written when the form is right, the likely one when it is broken. */
  readonly number: string;
  /** Equal for citations of one number, leading zeros and letter case set aside. */
  readonly key: string;
  /** Where the number stands. */
  readonly span: Span;
  /** From the word for the type to the end of date and issuer. */
  readonly whole: Span;
  readonly date: CitedDate | null;
  readonly issuer: CitedIssuer | null;
  /** What is wrong with the form, and whether the right one is certain; null for a right form. */
  readonly slip: { readonly kind: FormSlip; readonly certain: boolean } | null;
}
