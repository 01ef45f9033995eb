/** Where office.js came from: Microsoft's server, or the copy beside the page. */
export type OfficeSource = "cdn" | "local";

/** The one address that Microsoft supports. */
export const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** The copy that the build takes from Microsoft's package, from the page's own address. */
export const OFFICE_COPY = "office-js/office.js";

/** How long Microsoft's server may take (ms). With the copy's own way, Excel is reached within three seconds. */
const PATIENCE = 2500;

/** Neither Microsoft's server nor the copy gave the library. */
export class OfficeMissing extends Error {
  override readonly name = "OfficeMissing";
}

/**
 * Brings Microsoft's library onto the page: from its own server, or from the copy when that server refuses, hangs or gives something else.
 * Only one of the two is ever carried out.
 * @param page the document that gets it.
 * @param order the sources to try, first to last.
 * @returns the source that it came from; `Office` is then there, though perhaps not ready.
 * @throws OfficeMissing when no source gave it.
 */
export async function loadOffice(page: Document, order: readonly OfficeSource[] = ["cdn", "local"]): Promise<OfficeSource> {
  // A script that hangs would hold back the end of the page's own loading, which the host may wait for: so that end comes first.
  if (page.readyState !== "complete") await new Promise((resolve) => page.defaultView?.addEventListener("load", resolve, { once: true }));
  for (const source of order) {
    const came = source === "cdn" ? await addScript(page, OFFICE_CDN, PATIENCE) : await addScript(page, OFFICE_COPY, null);
    if (came) return source;
  }
  throw new OfficeMissing("office.js came neither from Microsoft's server nor from the copy.");
}

/**
 * Adds a script to the page. One that fails or does not come in time is taken out again: office.js looks for its other files beside the first
 * script of its name, and what comes late must do nothing.
 * @param patience milliseconds, null for as long as the browser waits.
 * @returns true once the library is there.
 */
function addScript(page: Document, src: string, patience: number | null): Promise<boolean> {
  return new Promise((resolve) => {
    const script = page.createElement("script");
    const settle = (came: boolean): void => {
      clearTimeout(timer);
      script.onload = null;
      script.onerror = null;
      // A script runs only in the document that it was begun in (HTML standard, "execute the script element"): in another one it never will.
      if (!came) page.implementation.createHTMLDocument("").adoptNode(script);
      resolve(came);
    };
    const timer = patience === null ? undefined : setTimeout(() => settle(false), patience);
    // A gateway's "please sign in" page may come in its place.
    script.onload = () => settle("Office" in globalThis);
    script.onerror = () => settle(false);
    script.src = src;
    page.head.append(script);
  });
}
