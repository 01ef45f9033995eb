import type { LayoutStyle } from "../../grid/layout";
import { spliced, type Splice } from "./splices";
import { escapeXml, Tags } from "./tags";

/** Number formats that have a number in every file (ECMA-376 part 1, 18.8.30), of those that a layout may ask for. */
const BUILT_IN: Readonly<Record<string, number | undefined>> = { General: 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49 };
/** Numbers of formats of one's own begin here. */
const FIRST_OWN_FORMAT = 164;

/** What a styles part holds, in the order of the schema (CT_Stylesheet), as far as it concerns cells. */
const LISTS = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"] as const;
type ListName = (typeof LISTS)[number];

/** A list of the styles part: its items as they are written, and those that were added. */
interface StyleList {
  readonly prefix: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  /** The opening tag as written, "" when the part has no such list. */
  readonly open: string;
  readonly items: string[];
  readonly before: number;
}

/** Cell styles of a styles part, looked up and added: those that are there stay as they are, and equal ones are used again. */
export class StyleBook {
  private readonly lists: Readonly<Record<ListName, StyleList>>;
  /** Indices of styles that were asked for. */
  private readonly known = new Map<string, number>();

  /** @throws WorkbookFailure when the part is broken. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
  ) {
    this.lists = readLists(bytes, part);
  }

  /**
   * The index of a cell style, added if it is not there.
   * @param font what a style without a font size has; the family of all.
   */
  indexOf(style: LayoutStyle, font: { readonly name: string; readonly size: number }): number {
    const key = JSON.stringify([style, font.name, font.size]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.added(style, font);
    this.known.set(key, index);
    return index;
  }

  private added(style: LayoutStyle, font: { readonly name: string; readonly size: number }): number {
    this.seed();
    const p = this.lists.cellXfs.prefix;
    const numberFormat = this.numberFormat(style.numberFormat ?? "General");
    const fontId = this.item("fonts", fontXml(p, style, font));
    const fillId = style.fill === undefined ? 0 : this.item("fills", fillXml(p, style.fill));
    const borderId = style.border === true ? this.item("borders", borderXml(p, true)) : 0;
    const wrap = style.wrap === true ? ' wrapText="1"' : "";
    const alignment = `<${p}alignment horizontal="${style.horizontal ?? "left"}" vertical="${style.vertical ?? "top"}"${wrap}/>`;
    const applied = [
      ...(numberFormat === 0 ? [] : ["applyNumberFormat"]),
      "applyFont",
      ...(fillId === 0 ? [] : ["applyFill"]),
      ...(style.border === true ? ["applyBorder"] : []),
      "applyAlignment",
    ].map((name) => ` ${name}="1"`).join("");
    return this.item("cellXfs", `<${p}xf numFmtId="${numberFormat}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"${applied}>${alignment}</${p}xf>`);
  }

  /** The styles part with what was added. */
  written(): Uint8Array {
    const splices: Splice[] = [];
    for (const name of LISTS) {
      const { prefix, start, openEnd, closeStart, end, open, items, before } = this.lists[name];
      if (items.length === before) continue;
      const added = items.slice(before).join("");
      if (open === "" || openEnd === end) {
        const list = `<${prefix}${name} count="${items.length}">${items.join("")}</${prefix}${name}>`;
        splices.push({ start, end, text: list });
        continue;
      }
      const counted = /count\s*=\s*["']\d*["']/.test(open) ? open.replace(/count\s*=\s*["']\d*["']/, `count="${items.length}"`) : open;
      splices.push({ start, end: openEnd, text: counted }, { start: closeStart, end: closeStart, text: added });
    }
    return spliced(this.bytes, splices);
  }

  /** What every file must begin its lists with: the first font, border and style are those of cells without a style, the first two fills are fixed. */
  private seed(): void {
    const { fonts, fills, borders, cellStyleXfs, cellXfs } = this.lists;
    const p = cellXfs.prefix;
    const xf = `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"`;
    if (fonts.items.length === 0) fonts.items.push(fontXml(p, {}, { name: "Calibri", size: 11 }));
    for (const pattern of ["none", "gray125"].slice(fills.items.length)) fills.items.push(`<${p}fill><${p}patternFill patternType="${pattern}"/></${p}fill>`);
    if (borders.items.length === 0) borders.items.push(borderXml(p, false));
    if (cellStyleXfs.items.length === 0) cellStyleXfs.items.push(`${xf}/>`);
    if (cellXfs.items.length === 0) cellXfs.items.push(`${xf} xfId="0"/>`);
  }

  private numberFormat(code: string): number {
    const known = BUILT_IN[code];
    if (known !== undefined) return known;
    const own = /^(.*)numFmtId="(\d+)"/s;
    let next = FIRST_OWN_FORMAT;
    const { items, prefix } = this.lists.numFmts;
    for (const item of items) {
      const tags = new Tags(new TextEncoder().encode(item), this.part);
      if (!tags.next()) continue;
      if (tags.attribute("formatCode") === code) return Number(tags.attribute("numFmtId"));
      next = Math.max(next, Number(own.exec(item)?.[2] ?? 0) + 1);
    }
    items.push(`<${prefix}numFmt numFmtId="${next}" formatCode="${escapeXml(code)}"/>`);
    return next;
  }

  private item(name: ListName, xml: string): number {
    const { items } = this.lists[name];
    const known = items.indexOf(xml);
    return known >= 0 ? known : items.push(xml) - 1;
  }
}

function fontXml(p: string, { size, bold, italic, underline }: LayoutStyle, font: { readonly name: string; readonly size: number }): string {
  const marks = [...(bold === true ? ["b"] : []), ...(italic === true ? ["i"] : []), ...(underline === true ? ["u"] : [])].map((name) => `<${p}${name}/>`).join("");
  return `<${p}font>${marks}<${p}sz val="${size ?? font.size}"/><${p}name val="${escapeXml(font.name)}"/></${p}font>`;
}

function fillXml(p: string, color: string): string {
  const rgb = `FF${color.replace("#", "").toUpperCase()}`;
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${rgb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

/** Automatic is the black of the page's text. */
function borderXml(p: string, lined: boolean): string {
  const side = (name: string): string => (lined ? `<${p}${name} style="thin"><${p}color auto="1"/></${p}${name}>` : `<${p}${name}/>`);
  return `<${p}border>${["left", "right", "top", "bottom"].map(side).join("")}<${p}diagonal/></${p}border>`;
}

function readLists(bytes: Uint8Array, part: string): Readonly<Record<ListName, StyleList>> {
  const tags = new Tags(bytes, part);
  if (!tags.next() || !tags.is("styleSheet") || tags.isEmpty()) throw tags.broken();
  const prefix = tags.prefix();
  const found = new Map<string, StyleList>();
  /** Where a list that is missing goes: behind the last of those that come before it. */
  const ends = new Map<string, number>([["", tags.end]]);
  while (tags.next() && !tags.closes()) {
    const name = tags.name();
    const { start, end: openEnd } = tags;
    const decode = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
    const items: string[] = [];
    if (!tags.isEmpty() && LISTS.some((list) => list === name)) {
      for (;;) {
        if (!tags.next()) throw tags.broken();
        if (tags.closes()) break;
        const itemStart = tags.start;
        tags.toClosing();
        items.push(decode(itemStart, tags.end));
      }
      found.set(name, { prefix, start, openEnd, closeStart: tags.start, end: tags.end, open: decode(start, openEnd), items, before: items.length });
    } else {
      tags.toClosing();
      if (LISTS.some((list) => list === name)) found.set(name, { prefix, start, openEnd, closeStart: openEnd, end: openEnd, open: decode(start, openEnd), items, before: 0 });
    }
    ends.set(name, tags.end);
  }
  const list = (name: ListName): StyleList => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const at = ["", ...LISTS.slice(0, LISTS.indexOf(name))].reduce((latest, before) => Math.max(latest, ends.get(before) ?? 0), 0);
    return { prefix, start: at, openEnd: at, closeStart: at, end: at, open: "", items: [], before: 0 };
  };
  return { numFmts: list("numFmts"), fonts: list("fonts"), fills: list("fills"), borders: list("borders"), cellStyleXfs: list("cellStyleXfs"), cellXfs: list("cellXfs") };
}
