import type { BorderLine, CellStyle } from "../look";
import { mixed, readPalette, resolveColor, type Palette } from "./colors";
import { child, childrenOf, flag, type Element } from "./tree";

const LINES: ReadonlySet<string> = new Set<BorderLine["style"]>([
  "thin", "medium", "thick", "double", "hair", "dotted", "dashed", "dashDot", "dashDotDot",
  "mediumDashed", "mediumDashDot", "mediumDashDotDot", "slantDashDot",
]);
const HORIZONTAL: ReadonlySet<string> = new Set<CellStyle["horizontal"]>([
  "general", "left", "center", "right", "fill", "justify", "centerContinuous", "distributed",
]);
const VERTICAL: ReadonlySet<string> = new Set<CellStyle["vertical"]>(["top", "center", "bottom", "justify", "distributed"]);

/** How much of a patterned fill is the pattern's colour. */
const DENSITY: Readonly<Record<string, number | undefined>> = {
  gray0625: 0.0625, gray125: 0.125, lightGray: 0.25, mediumGray: 0.5, darkGray: 0.75,
};

/** The style of a cell in a workbook that has no styles part. */
const PLAIN: CellStyle = {
  fontName: "Calibri", fontSize: 11, bold: false, italic: false, underline: false, strike: false,
  color: null, fill: null, border: {}, horizontal: "general", vertical: "bottom", wrap: false, indent: 0, rotation: 0,
};

/** Every cell style of a workbook, by style index; at least one. */
export function readCellStyles(styles: Element | null, theme: Element | null): readonly CellStyle[] {
  if (styles === null) return [PLAIN];
  const palette = readPalette(theme, styles);
  const fonts = childrenOf(child(styles, "fonts"), "font").map((font) => readFont(font, palette));
  const fills = childrenOf(child(styles, "fills"), "fill").map((fill) => readFill(fill, palette));
  const borders = childrenOf(child(styles, "borders"), "border").map((border) => readBorder(border, palette));
  const xfs = childrenOf(child(styles, "cellXfs"), "xf").map((xf): CellStyle => {
    const { fontId, fillId, borderId } = xf.attributes;
    return {
      ...PLAIN,
      ...fonts[Number(fontId ?? 0)],
      fill: fills[Number(fillId ?? 0)] ?? null,
      border: borders[Number(borderId ?? 0)] ?? {},
      ...readAlignment(child(xf, "alignment")),
    };
  });
  return xfs.length === 0 ? [PLAIN] : xfs;
}

function readFont(font: Element, palette: Palette): Pick<CellStyle, "fontName" | "fontSize" | "bold" | "italic" | "underline" | "strike" | "color"> {
  const on = (name: string): boolean => {
    const element = child(font, name);
    return element !== undefined && flag(element.attributes["val"], true);
  };
  const underline = child(font, "u");
  const size = Number(child(font, "sz")?.attributes["val"]);
  return {
    fontName: child(font, "name")?.attributes["val"] ?? PLAIN.fontName,
    fontSize: size > 0 ? size : PLAIN.fontSize,
    bold: on("b"),
    italic: on("i"),
    underline: underline !== undefined && underline.attributes["val"] !== "none",
    strike: on("strike"),
    color: resolveColor(child(font, "color"), palette),
  };
}

function readFill(fill: Element, palette: Palette): string | null {
  const gradient = child(fill, "gradientFill");
  if (gradient !== undefined) return resolveColor(child(childrenOf(gradient, "stop")[0], "color"), palette);
  const pattern = child(fill, "patternFill");
  const type = pattern?.attributes["patternType"] ?? "none";
  if (type === "none") return null;
  const front = resolveColor(child(pattern, "fgColor"), palette);
  if (type === "solid") return front;
  return mixed(front ?? "#000000", resolveColor(child(pattern, "bgColor"), palette) ?? "#ffffff", DENSITY[type] ?? 0.3);
}

function readBorder(border: Element, palette: Palette): CellStyle["border"] {
  const line = (...names: string[]): BorderLine | undefined => {
    const side = names.map((name) => child(border, name)).find((element) => element !== undefined);
    const style = side?.attributes["style"] ?? "none";
    return LINES.has(style) ? { style: style as BorderLine["style"], color: resolveColor(child(side, "color"), palette) } : undefined;
  };
  const sides = { top: line("top"), right: line("right", "end"), bottom: line("bottom"), left: line("left", "start") };
  return Object.fromEntries(Object.entries(sides).filter(([, side]) => side !== undefined));
}

function readAlignment(alignment: Element | undefined): Pick<CellStyle, "horizontal" | "vertical" | "wrap" | "indent" | "rotation"> {
  const { horizontal = "", vertical = "", wrapText, indent, textRotation } = alignment?.attributes ?? {};
  const turn = Number(textRotation ?? 0);
  return {
    horizontal: HORIZONTAL.has(horizontal) ? (horizontal as CellStyle["horizontal"]) : "general",
    vertical: VERTICAL.has(vertical) ? (vertical as CellStyle["vertical"]) : "bottom",
    // Justified and distributed text breaks its lines whether or not it says so.
    wrap: flag(wrapText, false) || horizontal === "justify" || horizontal === "distributed" || vertical === "justify" || vertical === "distributed",
    indent: Math.max(0, Number(indent ?? 0) || 0),
    // 0 to 90 turn counter-clockwise, 91 to 180 clockwise, 255 stacks the letters (ECMA-376 part 1, 18.8.1).
    rotation: turn === 255 ? "stacked" : turn > 90 && turn <= 180 ? 90 - turn : turn >= 0 && turn <= 90 ? turn : 0,
  };
}
