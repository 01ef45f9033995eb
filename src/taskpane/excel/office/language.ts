import type { Language } from "../../../text/language";

/** The pane's language for a language tag of Office ("vi-VN", "en-US"): Vietnamese for Vietnamese and for nothing, English for all others. */
export function languageOf(tag: string | undefined): Language {
  return tag === undefined || tag === "" || /^vi\b/i.test(tag) ? "vi" : "en";
}

/**
 * The language of Office before office.js is there: Excel names it in the page's address or in the window's name
 * ("_host_Info=Excel$Win32$16.01$vi-VN$…").
 * @param search the query of the page's address.
 */
export function languageAtStart(search: string): Language {
  const info = decoded(/[?&]_host_Info=([^&#]*)/i.exec(search)?.[1] ?? "");
  return languageOf(info.split(/[$|]/)[3]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
