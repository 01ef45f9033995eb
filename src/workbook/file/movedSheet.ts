import { parseArea } from "../../grid/area";
import { formatAddress, parseAddress } from "../../grid/address";
import { CannotMove } from "./cannotMove";
import type { LineShift } from "./lineShift";
import { movedColumns, newColumns } from "./movedColumns";
import { moveFormat } from "./movedFormat";
import { moveText, moveValue } from "./movedParts";
import { moveRows, type NewLineLooks } from "./movedRows";
import type { SheetEntry } from "./package";
import { spliced, type Splice } from "./splices";
import { Tags } from "./tags";

/** Elements whose areas follow their cells; one whose cells are all gone goes with them, if it is one of these. */
const GOES_WITH_ITS_CELLS: ReadonlySet<string> = new Set([
  "mergeCell", "conditionalFormatting", "dataValidation", "hyperlink", "protectedRange", "ignoredError", "autoFilter",
]);
const CONTAINERS: ReadonlySet<string> = new Set(["mergeCells", "dataValidations", "hyperlinks", "protectedRanges", "ignoredErrors"]);
/** Parts of a sheet that hold places in ways that are not followed here. */
const CANNOT_MOVE: ReadonlySet<string> = new Set([
  "oleObjects", "controls", "scenarios", "customSheetViews", "dataConsolidate", "legacyDrawingHF", "cellWatches", "smartTags", "webPublishItems",
]);
const AREAS = ["ref", "sqref"];
/** Where the user last was: no content, so it is never lost. */
const PLACES = ["activeCell", "topLeftCell"];
const FORMULAS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "f"]);

/** A list that is left out when nothing of it stays. */
interface Container {
  readonly start: number;
  readonly count: Splice | null;
  kept: number;
  readonly inner: Splice[];
}

/**
 * A worksheet part with its lines moved. Shared formulas must be written out before.
 * @throws CannotMove when something of the sheet cannot follow.
 */
export function moveSheet(bytes: Uint8Array, sheet: SheetEntry, shift: LineShift, looks: NewLineLooks): Uint8Array {
  return new SheetMove(new Tags(bytes, sheet.part), sheet, shift, looks).run();
}

class SheetMove {
  private readonly splices: Splice[] = [];
  private container: Container | null = null;
  private inExtensions = false;
  private breaksBetween: "row" | "column" = "row";
  /** The lines of an autofilter change, by which its columns are numbered. */
  private filterTorn = false;
  private hasColumns = false;

  constructor(
    private readonly tags: Tags,
    private readonly sheet: SheetEntry,
    private readonly shift: LineShift,
    private readonly looks: NewLineLooks,
  ) {}

  run(): Uint8Array {
    const { tags } = this;
    while (tags.next()) {
      if (tags.closes()) this.close();
      else this.open();
    }
    return spliced(tags.bytes, this.splices);
  }

  private close(): void {
    const { tags, container } = this;
    if (tags.is("extLst")) this.inExtensions = false;
    if (container === null || !CONTAINERS.has(tags.name())) return;
    if (container.kept === 0) this.splices.push({ start: container.start, end: tags.end, text: "" });
    else {
      this.splices.push(...container.inner);
      if (container.count !== null) this.splices.push({ ...container.count, text: String(container.kept) });
    }
    this.container = null;
  }

  private open(): void {
    const { tags, shift, splices } = this;
    const name = tags.name();
    if (CANNOT_MOVE.has(name)) throw new CannotMove();
    switch (name) {
      case "extLst":
        this.inExtensions = !tags.isEmpty();
        return;
      case "cols":
        this.hasColumns = true;
        if (shift.axis === "column") splices.push(movedColumns(tags, shift, this.looks.widths));
        else tags.toClosing();
        return;
      case "sheetData":
        if (shift.axis === "column" && !this.hasColumns) splices.push(newColumns(tags, shift, this.looks.widths));
        moveRows(tags, splices, shift, this.looks, this.formula);
        return;
      case "rowBreaks":
      case "colBreaks":
        this.breaksBetween = name === "rowBreaks" ? "row" : "column";
        return;
      case "brk":
        if (this.breaksBetween === shift.axis && tags.attribute("id") !== null) moveValue(tags, splices, (id) => String(shift.line(Number(id))));
        return;
      case "pane":
        this.movePane();
        return;
      case "filterColumn":
        if (this.filterTorn) throw new CannotMove();
        return;
      case "cfvo":
        if (tags.attribute("type") === "formula" && tags.attribute("val") !== null) moveValue(tags, splices, this.formula);
        return;
      case "conditionalFormatting":
      case "dataValidation":
        if (!this.inExtensions) {
          this.moveFormat();
          return;
        }
    }
    if (CONTAINERS.has(name) && !tags.isEmpty() && !this.inExtensions) {
      const { start } = tags;
      const count = tags.attribute("count") === null ? null : { start: tags.valueStart, end: tags.valueEnd, text: "" };
      this.container = { start, count, kept: 0, inner: [] };
      return;
    }
    this.moveElement(name);
  }

  private readonly formula = (text: string): string | null => this.shift.formula(text, this.sheet.name, true);

  /** Areas, places and formulas of any other element. */
  private moveElement(name: string): void {
    const { tags, shift } = this;
    const { start } = tags;
    const target = this.container?.inner ?? this.splices;
    const moved: Splice[] = [];
    let lost = false;
    tags.toFirstAttribute();
    while (tags.nextAttribute()) {
      if (tags.attributeIs("location")) moveValue(tags, moved, this.formula);
      else if (PLACES.some((place) => tags.attributeIs(place))) {
        if (name === "selection" && shift.list(tags.value()) === "") lost = true;
        moveValue(tags, moved, (text) => this.place(text));
      }
      else if (AREAS.some((attribute) => tags.attributeIs(attribute))) {
        const before = tags.value();
        if (name === "autoFilter") this.filterTorn = this.isTorn(before);
        if (shift.list(before) === "") lost = true;
        else moveValue(tags, moved, (text) => shift.list(text));
        // Excel takes a merged area of one cell for damage.
        if (name === "mergeCell" && !shift.list(before).includes(":")) lost = true;
      }
    }
    if (lost && name === "dimension") {
      if (tags.attribute("ref") !== null) moveValue(tags, moved, () => "A1");
    } else if (lost) {
      // The cursor is not content: it goes home.
      if (this.inExtensions || !(GOES_WITH_ITS_CELLS.has(name) || name === "selection")) throw new CannotMove();
      tags.toClosing();
      target.push({ start, end: tags.end, text: "" });
      return;
    }
    target.push(...moved);
    if (this.container !== null && GOES_WITH_ITS_CELLS.has(name)) this.container.kept++;
    if (tags.isEmpty()) return;
    if (FORMULAS.has(name)) moveText(tags, target, this.formula);
    else if (name === "sqref") moveText(tags, target, (text) => shift.list(text) || null);
  }

  /** Conditional formats and validations. */
  private moveFormat(): void {
    const { container } = this;
    const kept = moveFormat(this.tags, container?.inner ?? this.splices, this.shift, this.formula);
    if (kept && container !== null) container.kept++;
  }

  private place(text: string): string {
    const cell = parseAddress(text);
    if (cell === null) return text;
    return this.shift.axis === "row" ? formatAddress(this.shift.line(cell.row), cell.column) : formatAddress(cell.row, this.shift.line(cell.column));
  }

  /** True when lines come into or go out of an area in the middle. */
  private isTorn(text: string): boolean {
    const area = parseArea(text);
    const moved = area === null ? null : this.shift.area(area);
    if (area === null || moved === null || this.shift.axis === "row") return false;
    if (moved.right - moved.left !== area.right - area.left) return true;
    for (let column = area.left; column <= area.right; column++) if (this.shift.has(column)) return true;
    return false;
  }

  /** Frozen lines that go are frozen no more; what comes in between them is frozen, too. */
  private movePane(): void {
    const { tags, shift, splices } = this;
    const [split, frozenCell] = shift.axis === "row" ? ["ySplit", "row" as const] : ["xSplit", "column" as const];
    const lines = Number(tags.attribute(split) ?? 0);
    const isFrozen = tags.attribute("state")?.startsWith("frozen") === true && lines >= 1;
    const after = isFrozen ? Math.max(1, (shift.stretch(0, lines - 1)?.[1] ?? 0) + 1) : lines;
    if (tags.attribute("topLeftCell") !== null) {
      moveValue(tags, splices, (text) => {
        const cell = parseAddress(text);
        // A line that comes in right below the frozen ones is in sight.
        if (cell === null || !isFrozen || cell[frozenCell] !== lines) return this.place(text);
        return formatAddress(shift.axis === "row" ? after : cell.row, shift.axis === "row" ? cell.column : after);
      });
    }
    if (after !== lines && tags.attribute(split) !== null) moveValue(tags, splices, () => String(after));
  }
}
