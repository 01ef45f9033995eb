import { child, type Element } from "./tree";

/** The colours that a workbook's colour references point into. */
export interface Palette {
  /** By theme index: light 1, dark 1, light 2, dark 2, accents 1 to 6, link, followed link; "rrggbb". */
  readonly theme: readonly string[];
  /** By colour index; "rrggbb". */
  readonly indexed: readonly string[];
}

/** The palette of Excel 97 (ECMA-376 part 1, 18.8.27); the first eight come twice. */
const INDEXED = (
  "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff " +
  "800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff " +
  "000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 " +
  "3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** The theme of Office since 2013, for files that carry none. */
const OFFICE = "ffffff 000000 e7e6e6 44546a 4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 0563c1 954f72".split(" ");
const THEME_SLOTS = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

/** The palette of a workbook from its theme part and the `colors` of its styles part. */
export function readPalette(theme: Element | null, styles: Element | null): Palette {
  const scheme = child(child(theme ?? undefined, "themeElements"), "clrScheme");
  const own = child(child(styles ?? undefined, "colors"), "indexedColors")?.children.map(({ attributes }) => (attributes["rgb"] ?? "").slice(-6).toLowerCase());
  return {
    theme: THEME_SLOTS.map((slot, i) => {
      const [color] = child(scheme, slot)?.children ?? [];
      const value = color?.name === "sysClr" ? color.attributes["lastClr"] : color?.attributes["val"];
      return isRgb(value) ? value.toLowerCase() : (OFFICE[i] ?? "000000");
    }),
    indexed: INDEXED.map((color, i) => (isRgb(own?.[i]) ? own[i] : color)),
  };
}

/** A colour element (`color`, `fgColor`, `bgColor`) as "#rrggbb"; null when there is none or it is automatic. */
export function resolveColor(element: Element | undefined, palette: Palette): string | null {
  if (element === undefined) return null;
  const { rgb, theme, indexed, tint } = element.attributes;
  const base =
    rgb !== undefined && isRgb(rgb.slice(-6))
      ? rgb.slice(-6).toLowerCase()
      : theme !== undefined
        ? palette.theme[Number(theme)]
        : indexed !== undefined
          ? palette.indexed[Number(indexed)]
          : undefined;
  if (base === undefined) return null;
  const amount = Number(tint ?? 0);
  return `#${Number.isFinite(amount) && amount !== 0 ? tinted(base, Math.max(-1, Math.min(1, amount))) : base}`;
}

/** Two colours "#rrggbb" laid over each other, `share` of the first. */
export function mixed(first: string, second: string, share: number): string {
  const a = channels(first.slice(1));
  const b = channels(second.slice(1));
  return `#${hex(a.map((value, i) => value * share + (b[i] ?? 0) * (1 - share)))}`;
}

function isRgb(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{6}$/i.test(text);
}

function channels(rgb: string): number[] {
  return [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16));
}

function hex(values: readonly number[]): string {
  return values.map((value) => Math.round(Math.max(0, Math.min(255, value))).toString(16).padStart(2, "0")).join("");
}

/** Lightens (tint > 0) or darkens (tint < 0) by the luminance of the HLS model (ECMA-376 part 1, 18.8.19). */
function tinted(rgb: string, tint: number): string {
  const [r = 0, g = 0, b = 0] = channels(rgb).map((value) => value / 255);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const luminance = (max + min) / 2;
  const next = tint < 0 ? luminance * (1 + tint) : luminance + (1 - luminance) * tint;
  const chroma = max - min;
  if (chroma === 0) return hex([next * 255, next * 255, next * 255]);
  const saturation = chroma / (1 - Math.abs(2 * luminance - 1));
  const nextChroma = saturation * (1 - Math.abs(2 * next - 1));
  const low = next - nextChroma / 2;
  return hex([r, g, b].map((value) => (low + ((value - min) / chroma) * nextChroma) * 255));
}
