import { HostObject } from "./hostObject";

type Setter = (property: string, value: unknown) => void;

/** Properties that are set and never read. */
function setters(set: Setter, path: string, names: readonly string[]): Record<string, (value: unknown) => void> {
  return Object.fromEntries(names.map((name) => [name, (value: unknown) => set(path + name, value)]));
}

function part(name: string, set: Setter, path: string, names: readonly string[]): HostObject {
  return new HostObject({ name, write: setters(set, path, names) });
}

/** `Range.format` and `RangeAreas.format`. */
export function rangeFormat(set: Setter, read: Readonly<Record<string, () => unknown>> = {}, methods: Readonly<Record<string, () => unknown>> = {}): HostObject {
  const borders = new HostObject({
    name: "RangeBorderCollection",
    item: (side) => part("RangeBorder", set, `borders/${String(side)}/`, ["style", "weight", "color"]),
  });
  return new HostObject({
    name: "RangeFormat",
    read,
    methods,
    write: setters(set, "", ["horizontalAlignment", "verticalAlignment", "wrapText", "rowHeight", "columnWidth"]),
    children: {
      fill: () => part("RangeFill", set, "fill/", ["color"]),
      font: () => part("RangeFont", set, "font/", ["name", "size", "bold", "italic", "underline", "color"]),
      borders: () => borders,
    },
  });
}

/** `CustomConditionalFormat.format`. */
export function conditionalLook(set: Setter): HostObject {
  const side = (name: string) => (): HostObject => part("ConditionalRangeBorder", set, `borders/${name}/`, ["style", "color"]);
  return new HostObject({
    name: "ConditionalRangeFormat",
    children: {
      fill: () => part("ConditionalRangeFill", set, "fill/", ["color"]),
      font: () => part("ConditionalRangeFont", set, "font/", ["bold", "italic", "color"]),
      borders: () =>
        new HostObject({ name: "ConditionalRangeBorderCollection", children: { top: side("top"), bottom: side("bottom"), left: side("left"), right: side("right") } }),
    },
  });
}

/** `Worksheet.pageLayout`. */
export function pageLayout(set: Setter, printArea: () => HostObject): HostObject {
  const methods = ["setPrintTitleRows", "setPrintArea"];
  return new HostObject({
    name: "PageLayout",
    write: setters(set, "", [
      "orientation", "paperSize", "topMargin", "rightMargin", "bottomMargin", "leftMargin", "headerMargin", "footerMargin", "zoom", "firstPageNumber",
    ]),
    methods: { ...Object.fromEntries(methods.map((name) => [name, (value: unknown) => set(name, value)])), getPrintAreaOrNullObject: printArea },
    children: {
      headersFooters: () =>
        new HostObject({
          name: "HeaderFooterGroup",
          write: setters(set, "headersFooters/", ["state", "useSheetScale"]),
          children: { defaultForAllPages: () => part("HeaderFooter", set, "headersFooters/defaultForAllPages/", ["centerHeader"]) },
        }),
    },
  });
}
