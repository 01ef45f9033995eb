import type { UnitMention } from "../../text/unit/unit";
import type { Field } from "../../appendix/appendix";
import type { Meanings, Rule } from "../rule";
import { sameQualifier } from "../shared/qualifier";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** The lead cell and the coordinating cell say the same. */
export const sameAsLead: Rule = {
  id: "coord/same-as-lead",
  severity: "error",
  clarity: "trách nhiệm",
  title: { vi: "Phối hợp trùng với chủ trì", en: "The same lead and coordinating units" },
  explanation: {
    vi: "Hai ô ghi giống hệt nhau thì không phân biệt được ai chịu trách nhiệm chính, ai phối hợp. Giao một đơn vị cụ thể chủ trì và ghi lại các đơn vị phối hợp.",
    en: "With both cells alike nobody can tell who answers for the task and who helps. Give the lead to one unit and name the coordinating ones anew.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ người, rõ trách nhiệm",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear who, clear responsibility",
  },
  messages: {
    same: {
      vi: ({ units }) => `Cột phối hợp trùng với cột chủ trì (“${String(units)}”): giao một đơn vị chủ trì, ghi lại đơn vị phối hợp.`,
      en: ({ units }) => `The coordinating cell repeats the lead cell (“${String(units)}”): let one unit lead and name the coordinating ones anew.`,
    },
  },
  examples: [
    {
      title: { vi: "Hai ô giống nhau, chỉ khác cách viết", en: "Both cells alike but for the spelling" },
      rows: [
        header,
        [1, "Số hóa hồ sơ", "Các phòng, ban liên quan", "Các phòng, ban liên quan", "Quý I/2026"],
        [2, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội", "Quý II/2026"],
        [3, "Rà soát máy chủ", "Công an xã", "Các phòng, ban liên quan", "Quý II/2026"],
      ],
      flagged: ["D2", "D3"],
    },
    {
      title: { vi: "Cột phối hợp còn đơn vị khác", en: "The coordinating cell names others too" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội; Công an xã", "Quý II/2026"],
        [2, "Rà soát máy chủ", "Công an xã", "Các phòng, ban liên quan", "Quý II/2026"],
      ],
      flagged: [],
    },
  ],
  checkItem: (item, { meanings, report }) => {
    const { leadUnit: lead, coordinatingUnits: coord } = item.fields;
    if (lead === undefined || coord === undefined) return;
    const [first] = meanings.units(lead);
    // Nearly always the first unit already is none of the others.
    if (first !== undefined && !hasKey(meanings.units(coord), first.key)) return;
    if (meanings.blank(lead) || meanings.blank(coord)) return;
    if (meanings.key(lead) === meanings.key(coord) || sameUnits(lead, coord, meanings)) report({ at: coord, message: "same", data: { units: shorten(lead.text) } });
  },
};

/** True when both fields name the same units, officers included, in whatever order and spelling. */
function sameUnits(a: Field, b: Field, meanings: Meanings): boolean {
  const ours = meanings.units(a);
  const theirs = meanings.units(b);
  if (ours.length === 0) return false;
  const all = (units: typeof ours, others: typeof ours): boolean => units.every((unit) => others.some((other) => other.key === unit.key && sameQualifier(other, unit)));
  return all(ours, theirs) && all(theirs, ours);
}

function hasKey(units: readonly UnitMention[], key: string): boolean {
  for (const unit of units) if (unit.key === key) return true;
  return false;
}
