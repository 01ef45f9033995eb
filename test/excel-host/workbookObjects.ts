import { pageLayout } from "./looks";
import { HostError } from "./hostError";
import { HostObject, nullObject } from "./hostObject";
import { areaOf, WHOLE, type ModelPart, type ModelSheet } from "./model";
import { areasOf, range, rangeAreas } from "./ranges";
import type { World } from "./world";

/** The root of every request: `context.workbook`. */
export function workbookObject(world: World): HostObject {
  return new HostObject({
    name: "Workbook",
    children: {
      worksheets: () => worksheets(world),
      customXmlParts: () => customXmlParts(world, () => world.workbook.parts),
      application: () => new HostObject({ name: "Application", methods: { suspendScreenUpdatingUntilNextSync: () => undefined } }),
      // The client asks for the runtime under this name.
      _Runtime: () => new HostObject({ name: "Runtime", write: { enableEvents: (on) => world.setEvents(on === true) } }),
    },
  });
}

function worksheets(world: World): HostObject {
  const { workbook } = world;
  // Names are found whatever their case.
  const find = (key: unknown): ModelSheet | undefined =>
    workbook.sheets.find(({ id }) => id === key) ?? workbook.sheets.find(({ name }) => name.toLowerCase() === String(key).toLowerCase());
  const register = (kind: string): Record<string, () => void> => ({
    [`_Register${kind}Event`]: () => world.register(kind, true),
    [`_Unregister${kind}Event`]: () => world.register(kind, false),
  });
  return new HostObject({
    name: "WorksheetCollection",
    items: () => workbook.sheets.map((sheet) => worksheet(world, sheet)),
    item: (key) => {
      const sheet = find(key);
      if (sheet === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
      return worksheet(world, sheet);
    },
    methods: {
      getItemOrNullObject: (key) => {
        const sheet = find(key);
        return sheet === undefined ? nullObject("Worksheet") : worksheet(world, sheet);
      },
      getActiveWorksheet: () => worksheet(world, workbook.sheets[workbook.active] as ModelSheet),
      add: (name) => {
        if (find(name) !== undefined) throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
        const sheet = workbook.addSheet(String(name));
        world.structureChanged("added", sheet);
        return worksheet(world, sheet);
      },
      ...register("DataChanged"),
      ...register("Added"),
      ...register("Deleted"),
      ...register("Calculated"),
      ...register("NameChanged"),
      ...register("VisibilityChanged"),
      ...register("Moved"),
    },
  });
}

function worksheet(world: World, sheet: ModelSheet): HostObject {
  return new HostObject({
    name: "Worksheet",
    id: () => sheet.id,
    read: { id: () => sheet.id, name: () => sheet.name, visibility: () => sheet.visibility, standardWidth: () => sheet.standardWidth },
    children: {
      pageLayout: () =>
        pageLayout(
          (property, value) => {
            sheet.page.set(property, value);
            if (property === "setPrintArea") sheet.printArea = [...areasOf(String(value))];
          },
          () => (sheet.printArea.length === 0 ? nullObject("RangeAreas") : rangeAreas(world, sheet, sheet.printArea)),
        ),
      freezePanes: () => new HostObject({ name: "WorksheetFreezePanes", methods: { freezeRows: (count) => (sheet.frozenRows = Number(count)) } }),
    },
    methods: {
      getRange: (address) => range(world, sheet, typeof address === "string" ? areaOf(address) : WHOLE),
      getRanges: (addresses) => rangeAreas(world, sheet, areasOf(String(addresses))),
      getUsedRangeOrNullObject: (valuesOnly) => {
        if (valuesOnly !== true) throw new HostError("ApiNotFound", "The simulated host knows used ranges of values only.");
        const used = sheet.used();
        return used === null ? nullObject("Range") : range(world, sheet, used);
      },
      delete: () => {
        world.workbook.sheets = world.workbook.sheets.filter((other) => other !== sheet);
        world.structureChanged("deleted", sheet);
      },
      activate: () => {
        if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", "A hidden sheet cannot be brought to the front.");
        world.workbook.active = world.workbook.sheets.indexOf(sheet);
      },
    },
  });
}

function customXmlParts(world: World, parts: () => readonly ModelPart[]): HostObject {
  return new HostObject({
    name: "CustomXmlPartCollection",
    items: () => parts().map((part) => customXmlPart(world, part)),
    item: (id) => {
      const part = parts().find((candidate) => candidate.id === id);
      if (part === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
      return customXmlPart(world, part);
    },
    methods: {
      add: (xml) => {
        const part = { id: world.workbook.nextId(), xml: checkedXml(String(xml)) };
        world.workbook.parts.push(part);
        return customXmlPart(world, part);
      },
      getByNamespace: (namespace) => customXmlParts(world, () => parts().filter(({ xml }) => xml.includes(`xmlns="${String(namespace)}"`))),
    },
  });
}

function customXmlPart(world: World, part: ModelPart): HostObject {
  return new HostObject({
    name: "CustomXmlPart",
    id: () => part.id,
    read: { id: () => part.id },
    methods: {
      getXml: () => part.xml,
      setXml: (xml) => void (part.xml = checkedXml(String(xml))),
      delete: () => void (world.workbook.parts = world.workbook.parts.filter((other) => other !== part)),
    },
  });
}

/** Excel on the web refuses parts of a megabyte and more. */
function checkedXml(xml: string): string {
  if (new TextEncoder().encode(xml).length >= 1_000_000) throw new HostError("InvalidArgument", "The custom XML part is too large.");
  return xml;
}
