import { z } from "zod";
import type { Grid } from "../grid/grid";
import { gridFromRows, type CellValue } from "../grid/grid";
import type { Localized } from "../text/language";
import haiPhong from "../../seeds/provinces/hai-phong.json";
import nation from "../../seeds/provinces/quoc-gia.json";
import phuTho from "../../seeds/provinces/phu-tho.json";

const text = z.string().min(1).refine((value) => value === value.normalize("NFC") && value === value.trim(), "composed Unicode, no spaces around");
const years = z.string().regex(/^20\d\d(?:-20\d\d)?$/);

/** The shape of seeds/provinces/*.json: facts alone, each with the place that it was taken from. */
export const sourceSchema = z.strictObject({
  /** As it is named on the command line. */
  id: z.string().regex(/^[a-z-]+$/),
  title: z.strictObject({ vi: text, en: text }),
  /** What the figures were taken from. */
  document: z.strictObject({ number: text.nullable(), issued: z.string().regex(/^20\d\d-\d\d(?:-\d\d)?$/), issuer: text }),
  /** What the figures are good for, and what not. */
  note: z.strictObject({ vi: text, en: text }),
  targets: z
    .array(
      z.strictObject({
        name: text,
        unit: text.nullable(),
        /** By year or period, as written: "≥90%". */
        values: z.record(years, text),
        /** Where in the document. */
        source: text,
      }),
    )
    .min(1),
});

/** Figures that come with the product. */
export type BundledSource = z.infer<typeof sourceSchema>;

/** Every source that comes with the product. A file that does not fit its schema is a mistake of ours, and throws at once. */
export const BUNDLED: readonly BundledSource[] = [nation, phuTho, haiPhong].map((source) => sourceSchema.parse(source));

/** What a choice of sources shows. */
export interface SourceName {
  readonly id: string;
  readonly title: Localized;
  readonly note: Localized;
}

/** The names of the bundled sources. */
export function bundledNames(): readonly SourceName[] {
  return BUNDLED.map(({ id, title, note }) => ({ id, title, note }));
}

/** A bundled source as a sheet, so that it is read as any plan above. */
export function bundledGrid(source: BundledSource): Grid {
  const periods = [...new Set(source.targets.flatMap(({ values }) => Object.keys(values)))].sort();
  const rows: CellValue[][] = [
    ["PHỤ LỤC"],
    [source.title.vi.toLocaleUpperCase("vi")],
    ["TT", "Chỉ tiêu", "Đơn vị tính", ...periods.map((period) => (period.includes("-") ? `Giai đoạn ${period}` : `Năm ${period}`)), "Căn cứ"],
    ...source.targets.map(({ name, unit, values, source: from }, index) => [index + 1, name, unit, ...periods.map((period) => values[period] ?? null), from]),
  ];
  return gridFromRows(rows, { sheet: source.id });
}
