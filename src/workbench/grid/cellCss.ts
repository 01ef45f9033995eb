import type { CSSProperties } from "react";
import type { BorderLine, CellStyle } from "../../workbook/look";

/** A style as CSS: of the cell's box and of the text inside it. */
export interface CellCss {
  readonly box: CSSProperties;
  readonly text: CSSProperties;
}

/** Fonts of the same widths, for machines that lack the one that the file names. */
const METRIC_TWINS: Readonly<Record<string, string>> = {
  "times new roman": '"Liberation Serif", Tinos, "Nimbus Roman", Times, serif',
  arial: '"Liberation Sans", Arimo, "Nimbus Sans", Helvetica, sans-serif',
  calibri: "Carlito, 'Liberation Sans', Arimo, sans-serif",
  cambria: "Caladea, 'Liberation Serif', serif",
  "courier new": '"Liberation Mono", Cousine, monospace',
  tahoma: 'Verdana, "DejaVu Sans Condensed", sans-serif',
};

/** A CSS font-family list for a font name from a file; the name is quoted, so that it can be nothing else. */
function fontFamily(name: string): string {
  const quoted = `"${name.replace(/["\\\n\r]/g, "")}"`;
  return `${quoted}, ${METRIC_TWINS[name.toLowerCase()] ?? "system-ui, sans-serif"}`;
}

/** Pixels of a font size in points at a zoom: 96 to the inch, 72 points to the inch. */
export function fontPixels(points: number, scale: number): number {
  return Math.round(points * (96 / 72) * scale * 100) / 100;
}

/** Line height of wrapped text, times the font size: close to what Excel gives the fonts of office documents. */
export const LINE_HEIGHT = 1.2;

/** The CSS of a style. @param kind what the cell holds, which decides what "general" alignment means. */
export function cellCss(style: CellStyle, kind: "text" | "number" | "logical", scale: number): CellCss {
  const align = horizontal(style, kind);
  const indent = style.indent * 9 * scale;
  const decoration = [...(style.underline ? ["underline"] : []), ...(style.strike ? ["line-through"] : [])].join(" ");
  return {
    box: {
      fontFamily: fontFamily(style.fontName),
      fontSize: fontPixels(style.fontSize, scale),
      ...(style.bold ? { fontWeight: 700 } : {}),
      ...(style.italic ? { fontStyle: "italic" } : {}),
      ...(style.color === null ? {} : { color: style.color }),
      ...(style.fill === null ? {} : { backgroundColor: style.fill }),
      alignItems: style.vertical === "top" || style.vertical === "justify" ? "flex-start" : style.vertical === "bottom" ? "safe flex-end" : "safe center",
    },
    text: {
      textAlign: align,
      whiteSpace: style.wrap || style.horizontal === "justify" || style.horizontal === "distributed" || style.vertical === "justify" ? "pre-wrap" : "pre",
      ...(decoration === "" ? {} : { textDecoration: decoration }),
      ...(indent > 0 ? (align === "right" ? { paddingRight: indent } : { paddingLeft: indent }) : {}),
      ...rotated(style.rotation),
    },
  };
}

/** Where the text stands; for "general" the kind of value decides. */
export function horizontal(style: CellStyle, kind: "text" | "number" | "logical"): "left" | "center" | "right" | "justify" {
  switch (style.horizontal) {
    case "general":
      return kind === "text" ? "left" : kind === "number" ? "right" : "center";
    case "center":
    case "centerContinuous":
      return "center";
    case "distributed":
    case "justify":
      return "justify";
    case "right":
      return "right";
    default:
      return "left";
  }
}

function rotated(rotation: CellStyle["rotation"]): CSSProperties {
  if (rotation === "stacked") return { writingMode: "vertical-rl", textOrientation: "upright", width: "auto", margin: "0 auto" };
  if (rotation === 0) return {};
  if (rotation === 90) return { writingMode: "vertical-rl", transform: "rotate(180deg)", width: "auto", margin: "0 auto" };
  if (rotation === -90) return { writingMode: "vertical-rl", width: "auto", margin: "0 auto" };
  return { transform: `rotate(${-rotation}deg)` };
}

const LINE_WIDTHS: Readonly<Record<BorderLine["style"], number>> = {
  hair: 1,
  dotted: 1,
  thin: 1,
  dashed: 1,
  dashDot: 1,
  dashDotDot: 1,
  medium: 2,
  mediumDashed: 2,
  mediumDashDot: 2,
  mediumDashDotDot: 2,
  slantDashDot: 2,
  double: 3,
  thick: 3,
};

/** The CSS of a border line. */
export function lineCss(line: BorderLine): string {
  const kind = line.style === "double" ? "double" : /^(hair|dotted)$/.test(line.style) ? "dotted" : /ash/.test(line.style) ? "dashed" : "solid";
  return `${LINE_WIDTHS[line.style]}px ${kind} ${line.color ?? "#000000"}`;
}

/** Of the two lines that neighbours draw at one edge, the one that is seen: the wider. */
export function stronger(a: BorderLine | undefined, b: BorderLine | undefined): BorderLine | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return LINE_WIDTHS[b.style] > LINE_WIDTHS[a.style] ? b : a;
}
