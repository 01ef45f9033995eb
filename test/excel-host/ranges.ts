import { contains, formatArea, type Area } from "../../src/grid/area";
import { conditionalLook, rangeFormat } from "./looks";
import { HostError } from "./hostError";
import { HostObject, nullObject } from "./hostObject";
import { areaOf, fullAddress, shownText, WHOLE, type ModelFormat, type ModelSheet } from "./model";
import type { World } from "./world";

/** Beyond this, Excel gives null for the values of a range, and no error. */
const RANGE_CELLS = 5_000_000;
/** Beyond this, Excel takes an address for wrong. */
const ADDRESS = 8_192;

function size({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** A `Range`. */
export function range(world: World, sheet: ModelSheet, area: Area): HostObject {
  const matrix = (at: (row: number, column: number) => unknown): unknown =>
    size(area) > RANGE_CELLS
      ? null
      : Array.from({ length: area.bottom - area.top + 1 }, (_, y) => Array.from({ length: area.right - area.left + 1 }, (__, x) => at(area.top + y, area.left + x)));
  const write = (values: unknown, put: (row: number, column: number, value: unknown) => void): void => {
    world.requireWritable(sheet);
    const rows = values as readonly (readonly unknown[])[];
    if (rows.length !== area.bottom - area.top + 1 || rows.some((row) => row.length !== area.right - area.left + 1)) {
      throw new HostError("InvalidArgument", "The number of rows or columns in the input array doesn't match the size of the range.");
    }
    // What is null stays as it is.
    rows.forEach((row, y) => row.forEach((value, x) => value !== null && put(area.top + y, area.left + x, value)));
  };
  const enter = (values: unknown): void => {
    write(values, (row, column, value) => sheet.enter(row, column, value));
    world.changed(sheet, { changeType: "RangeEdited", address: formatArea(area) });
  };
  const move = (axis: "row" | "column", count: number): void => {
    world.requireWritable(sheet);
    const [index, changeType] = axis === "row" ? [area.top, count > 0 ? "RowInserted" : "RowDeleted"] : [area.left, count > 0 ? "ColumnInserted" : "ColumnDeleted"];
    sheet.shift(axis, index, count);
    world.changed(sheet, { changeType, address: formatArea(area) });
  };
  const isRows = area.left === WHOLE.left && area.right === WHOLE.right;
  const lines = isRows ? area.bottom - area.top + 1 : area.right - area.left + 1;
  return new HostObject({
    name: "Range",
    tracked: true,
    read: {
      address: () => fullAddress(sheet.name, area),
      rowIndex: () => area.top,
      columnIndex: () => area.left,
      rowCount: () => area.bottom - area.top + 1,
      columnCount: () => area.right - area.left + 1,
      values: () => matrix((row, column) => sheet.at(row, column).value ?? ""),
      text: () => matrix((row, column) => shownText(sheet.at(row, column))),
      // Without the apostrophe of a text (office-js #6687).
      formulas: () => matrix((row, column) => sheet.at(row, column).formula ?? sheet.at(row, column).value ?? ""),
      numberFormat: () => matrix((row, column) => sheet.at(row, column).numberFormat ?? "General"),
    },
    write: {
      values: enter,
      formulas: enter,
      numberFormat: (formats) => write(formats, (row, column, format) => sheet.put(row, column, { ...sheet.at(row, column), numberFormat: String(format) })),
    },
    children: {
      format: () =>
        rangeFormat(
          (property, value) => {
            world.requireWritable(sheet);
            sheet.looks.push({ address: formatArea(area), property, value });
            if (property === "columnWidth") for (let i = area.left; i <= Math.min(area.right, area.left + 100); i++) sheet.columnWidths.set(i, Number(value));
            if (property === "rowHeight") for (let i = area.top; i <= Math.min(area.bottom, area.top + 100); i++) sheet.rowHeights.set(i, Number(value));
          },
          { columnWidth: () => sheet.columnWidths.get(area.left) ?? 48, rowHeight: () => sheet.rowHeights.get(area.top) ?? 15 },
          { autofitRows: () => world.requireWritable(sheet) },
        ),
      conditionalFormats: () => formats(world, sheet, [area]),
      dataValidation: () => validation(world, sheet, area),
    },
    methods: {
      getUsedRangeOrNullObject: (valuesOnly) => {
        if (valuesOnly !== true) throw new HostError("ApiNotFound", "The simulated host knows used ranges of values only.");
        const used = sheet.used(area);
        return used === null ? nullObject("Range") : range(world, sheet, used);
      },
      select: () => {
        if (world.workbook.sheets[world.workbook.active] !== sheet) throw new HostError("InvalidOperation", "Only cells of the sheet in front can be selected.");
        world.workbook.selection = fullAddress(sheet.name, area);
      },
      insert: (direction) => {
        move(direction === "Down" ? "row" : "column", lines);
        return range(world, sheet, area);
      },
      delete: () => move(isRows ? "row" : "column", -lines),
      copyFrom: (from, kind) => {
        world.requireWritable(sheet);
        if (kind !== "Formats") throw new HostError("ApiNotFound", "The simulated host copies formats only.");
        if (!(from instanceof HostObject)) throw new HostError("ApiNotFound", "The simulated host copies from ranges only.");
        sheet.looks.push({ address: formatArea(area), property: "copyFrom", value: from.type.read?.["address"]?.() });
      },
      merge: () => {
        world.requireWritable(sheet);
        sheet.merges.push(area);
      },
    },
  });
}

/** `RangeAreas`. */
export function rangeAreas(world: World, sheet: ModelSheet, areas: readonly Area[]): HostObject {
  return new HostObject({
    name: "RangeAreas",
    tracked: true,
    read: {
      address: () => areas.map((area) => fullAddress(sheet.name, area)).join(","),
      cellCount: () => areas.reduce((sum, area) => sum + size(area), 0),
    },
    children: {
      conditionalFormats: () => formats(world, sheet, areas),
      format: () =>
        rangeFormat((property, value) => {
          world.requireWritable(sheet);
          for (const area of areas) sheet.looks.push({ address: formatArea(area), property, value });
        }),
    },
  });
}

/** The areas of a list of addresses. @throws HostError InvalidArgument when one is none, or the list is too long. */
export function areasOf(addresses: string): readonly Area[] {
  if (addresses.length > ADDRESS) throw new HostError("InvalidArgument", `An address of ${addresses.length} characters is too long.`);
  return addresses.split(",").map(areaOf);
}

function formats(world: World, sheet: ModelSheet, areas: readonly Area[]): HostObject {
  const meets = (format: ModelFormat): boolean =>
    format.areas.some((a) => areas.some((b) => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right));
  return new HostObject({
    name: "ConditionalFormatCollection",
    items: () => sheet.formats.filter(meets).map((format) => conditionalFormat(world, sheet, format)),
    item: (id) => {
      const found = sheet.formats.find((format) => format.id === id && meets(format));
      if (found === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
      return conditionalFormat(world, sheet, found);
    },
    methods: {
      add: (type) => {
        world.requireWritable(sheet);
        if (type !== "Custom") throw new HostError("ApiNotFound", `The simulated host adds no conditional format of the type ${String(type)}.`);
        const format: ModelFormat = { id: world.workbook.nextId(), type, areas: [...areas], formula: "", look: new Map() };
        // Excel puts a new one above the others.
        sheet.formats.unshift(format);
        return conditionalFormat(world, sheet, format);
      },
    },
  });
}

function conditionalFormat(world: World, sheet: ModelSheet, format: ModelFormat): HostObject {
  const isCustom = format.type === "Custom";
  const custom = (): HostObject =>
    new HostObject({
      name: "CustomConditionalFormat",
      children: {
        format: () => conditionalLook((property, value) => format.look.set(property, value)),
        rule: () =>
          new HostObject({
            name: "ConditionalFormatRule",
            read: { formula: () => format.formula },
            write: { formula: (formula) => (format.formula = String(formula)) },
          }),
      },
    });
  return new HostObject({
    name: "ConditionalFormat",
    id: () => format.id,
    read: { id: () => format.id, type: () => format.type, priority: () => sheet.formats.indexOf(format) },
    write: {
      priority: (priority) => {
        const others = sheet.formats.filter((other) => other !== format);
        const at = Number(priority) < 0 ? others.length + 1 + Number(priority) : Math.min(others.length, Number(priority));
        sheet.formats = [...others.slice(0, at), format, ...others.slice(at)];
      },
    },
    children: {
      custom: () => {
        if (!isCustom) throw new HostError("InvalidArgument", "This conditional format is of another type.");
        return custom();
      },
      customOrNullObject: () => (isCustom ? custom() : nullObject("CustomConditionalFormat")),
    },
    methods: {
      delete: () => {
        world.requireWritable(sheet);
        sheet.formats = sheet.formats.filter((other) => other !== format);
      },
      getRanges: () => rangeAreas(world, sheet, format.areas),
    },
  });
}

function validation(world: World, sheet: ModelSheet, area: Area): HostObject {
  const own = (): (typeof sheet.validations)[number] => {
    world.requireWritable(sheet);
    const known = sheet.validations.find((entry) => contains(entry.area, area.top, area.left));
    if (known !== undefined) return known;
    const entry = { area };
    sheet.validations.push(entry);
    return entry;
  };
  return new HostObject({
    name: "DataValidation",
    write: {
      rule: (rule) => (own().rule = rule),
      errorAlert: (alert) => (own().errorAlert = alert),
      ignoreBlanks: (ignore) => (own().ignoreBlanks = ignore),
    },
  });
}
