/** How the user has arranged the page on this machine. */
export interface Layout {
  /** Width of the pane at the right, height of the pane below, in pixels. */
  readonly pane: number;
  readonly flat: number;
  readonly shown: boolean;
  /** Per cent. */
  readonly zoom: number;
}

const DEFAULT: Layout = { pane: 400, flat: 420, shown: true, zoom: 100 };
const KEY = "phuluc.workbench";

/** The kept arrangement; the default where there is none, or storage may not be read. */
export function keptLayout(): Layout {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof kept !== "object" || kept === null) return DEFAULT;
    const part = kept as Readonly<Record<string, unknown>>;
    const number = (name: keyof Layout, least: number, most: number, otherwise: number): number => {
      const value = part[name];
      return typeof value === "number" && value >= least && value <= most ? value : otherwise;
    };
    return {
      pane: number("pane", 320, 640, DEFAULT.pane),
      flat: number("flat", 160, 720, DEFAULT.flat),
      shown: part["shown"] !== false,
      zoom: number("zoom", 50, 200, DEFAULT.zoom),
    };
  } catch {
    return DEFAULT;
  }
}

/** Keeps the arrangement where storage allows it. */
export function keepLayout(layout: Layout): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(layout));
  } catch {
    // Forbidden or full: an arrangement is no reason to disturb anyone.
  }
}
