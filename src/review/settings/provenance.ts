import { z } from "zod";
import type { Setting } from "./fileSettings";

const text = z.string().max(1_000);

const entry = z.object({
  sheet: text,
  cell: z.string().regex(/^[A-Z]{1,3}\d{1,7}$/),
  target: text,
  value: text,
  score: z.number().min(0).max(1),
  from: z.object({ plan: text, file: text, sheet: text, cell: text, name: text, appendix: text.nullable(), number: text.nullable(), assigned: z.boolean() }),
});

/** Where a value that was filled in comes from. */
export type Provenance = z.infer<typeof entry>;

/** The sources of every value that was filled in from a plan above. */
export const PROVENANCE: Setting<readonly Provenance[]> = { key: "provenance", schema: z.array(entry).max(20_000) };
