import { numberingRules } from "./numbering";
import { sectionRules } from "./section";
import { leadRules } from "./lead";
import { coordRules } from "./coord";
import { deadlineRules } from "./deadline";
import { contentRules } from "./content";
import { productRules } from "./product";
import { targetRules } from "./target";
import { titleRules } from "./title";
import { tableRules } from "./table";
import type { Rule } from "./rule";

/** Every rule, in the order in which they speak about one cell. */
export const catalog: readonly Rule[] = [
  ...titleRules,
  ...tableRules,
  ...sectionRules,
  ...numberingRules,
  ...contentRules,
  ...leadRules,
  ...coordRules,
  ...productRules,
  ...deadlineRules,
  ...targetRules,
];
