import type { Defect } from "../defect";
import { contentDefects } from "./contents";
import { deadlineDefects } from "./deadlines";
import { numberDefects } from "./numbers";
import { targetDefects } from "./targets";
import { unitDefects } from "./units";
import { wholeDefects } from "./wholes";

/** Every way of spoiling a table. The rules that need a plan above have tests of their own. */
export const defects: readonly Defect[] = [...wholeDefects, ...numberDefects, ...contentDefects, ...unitDefects, ...deadlineDefects, ...targetDefects];
