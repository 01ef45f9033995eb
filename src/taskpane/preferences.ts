import { CLARITIES } from "../review/clarities";
import type { Clarity, RuleSettings } from "../rules/rule";
import type { Language } from "../text/language";

export type Theme = "light" | "dark" | "system";

/** What a person has chosen on this machine; nothing of a document is ever among it. */
export interface Preferences {
  readonly language: Language;
  /** False while the language is the one that the host speaks: it may change from machine to machine and is not kept. */
  readonly languageChosen: boolean;
  readonly theme: Theme;
  /** Whether findings are shown on the sheet after a check. */
  readonly marksShown: boolean;
  /** Whether changes made on the sheet are checked as they happen, where the host tells of them. */
  readonly live: boolean;
  readonly rules: RuleSettings;
  /** The clarities that the scores show; what a province asks for differs. */
  readonly clarities: readonly Clarity[];
}

const DEFAULT_PREFERENCES: Preferences = { language: "vi", languageChosen: false, theme: "system", marksShown: true, live: true, rules: {}, clarities: CLARITIES };

/** The part of the browser's storage that preferences need. */
export type PreferenceStorage = Pick<Storage, "getItem" | "setItem">;

const KEY = "phuluc.pane";
const LANGUAGES: readonly unknown[] = ["vi", "en"] satisfies readonly Language[];
const THEMES: readonly unknown[] = ["light", "dark", "system"] satisfies readonly Theme[];
const RULE_STATES: readonly unknown[] = ["off", "info", "warning", "error"];

/**
 * The preferences that were kept; a part that is missing or broken is the default one. Never throws: storage may be forbidden.
 * @param language the language while none was chosen.
 */
export function loadPreferences(storage: PreferenceStorage | null, language: Language = DEFAULT_PREFERENCES.language): Preferences {
  const otherwise = { ...DEFAULT_PREFERENCES, language };
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? "{}");
    if (typeof kept !== "object" || kept === null) return otherwise;
    const { language: chosen, theme, marksShown, live, rules, clarities } = kept as Readonly<Record<string, unknown>>;
    return {
      ...(LANGUAGES.includes(chosen) ? { language: chosen as Language, languageChosen: true } : { language, languageChosen: false }),
      theme: THEMES.includes(theme) ? (theme as Theme) : DEFAULT_PREFERENCES.theme,
      marksShown: typeof marksShown === "boolean" ? marksShown : DEFAULT_PREFERENCES.marksShown,
      live: typeof live === "boolean" ? live : DEFAULT_PREFERENCES.live,
      rules: typeof rules === "object" && rules !== null ? ruleSettings(rules) : {},
      clarities: Array.isArray(clarities) ? CLARITIES.filter((clarity) => clarities.includes(clarity)) : CLARITIES,
    };
  } catch {
    return otherwise;
  }
}

/** Keeps the preferences where storage allows it; where it does not, they last as long as the pane. */
export function savePreferences(storage: PreferenceStorage | null, { language, languageChosen, ...others }: Preferences): void {
  try {
    storage?.setItem(KEY, JSON.stringify({ ...(languageChosen ? { language } : {}), ...others }));
  } catch {
    // Storage is full or forbidden (private window, policy): a preference is no reason to disturb anyone.
  }
}

/** The browser's storage, null where there is none or the page may not touch it (asking alone may throw). */
export function browserStorage(): PreferenceStorage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

function ruleSettings(kept: object): RuleSettings {
  return Object.fromEntries(Object.entries(kept).filter(([, state]) => RULE_STATES.includes(state)));
}
