import type { Field } from "../../appendix/appendix";
import type { UnitMention } from "../../text/unit/unit";
import type { Rule, RuleContext } from "../rule";
import { groupKinds } from "../shared/groupKinds";
import { sameQualifier } from "../shared/qualifier";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** The lead unit stands again among the coordinating units. */
export const alsoCoordinating: Rule = {
  id: "lead/also-coordinating",
  severity: "warning",
  clarity: "trách nhiệm",
  title: { vi: "Cơ quan chủ trì lại có trong cột phối hợp", en: "The lead unit also coordinates" },
  explanation: {
    vi: "Một đơn vị đã chủ trì thì không phối hợp với chính mình; thường là sao chép sót hoặc còn thiếu tên đơn vị phối hợp thật. Bỏ đơn vị đó ở cột phối hợp; nếu muốn nói hai bộ phận của cùng một phòng thì ghi rõ bộ phận ở cả hai cột.",
    en: "A unit that leads does not coordinate with itself: usually a left-over of copying. Take it out of the coordinating cell; where two officers of one office are meant, name both.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ trách nhiệm; thông lệ lập phụ lục phân công nhiệm vụ",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear responsibility; office practice for appendices of assignments",
  },
  messages: {
    again: {
      vi: ({ unit }) => `“${String(unit)}” đã chủ trì mà lại có trong cột phối hợp: bỏ khỏi cột phối hợp.`,
      en: ({ unit }) => `“${String(unit)}” leads already and is named again as coordinating: take it out here.`,
    },
    officers: {
      vi: ({ unit, here, there }) => `“${String(unit)}” vừa chủ trì (${String(there)}) vừa phối hợp (${String(here)}): xem có đúng ý là hai bộ phận của một phòng không.`,
      en: ({ unit, here, there }) => `“${String(unit)}” both leads (${String(there)}) and coordinates (${String(here)}): check that two officers of one office are meant.`,
    },
    group: {
      vi: ({ unit, lead }) => `“${String(unit)}” gần như nhắc lại tập thể chủ trì “${String(lead)}”: nêu rõ đơn vị phối hợp.`,
      en: ({ unit, lead }) => `“${String(unit)}” all but repeats the group that leads, “${String(lead)}”: say which units coordinate.`,
    },
  },
  examples: [
    {
      title: { vi: "Phòng chủ trì, hoặc tập thể chủ trì, được nhắc lại ở cột phối hợp", en: "The lead office, or the leading group, again among the coordinating units" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội (Chuyên viên Nội vụ); Công an xã", "Quý I/2026"],
        [2, "Tập huấn giáo viên", "Phòng Văn hóa - Xã hội (Lĩnh vực Giáo dục)", "Phòng Văn hóa - Xã hội (Lĩnh vực Nội vụ); Công an xã", "Quý II/2026"],
        [3, "Dùng chung nền tảng số", "Các phòng, ban, đơn vị thuộc xã", "Phòng Văn hóa - Xã hội; Các phòng, ban có liên quan", "Quý II/2026"],
      ],
      flagged: ["D2", "D3", "D4"],
    },
    {
      title: { vi: "Tập thể phối hợp khác với đơn vị hoặc tập thể chủ trì", en: "The coordinating group is another than who leads" },
      rows: [
        header,
        [1, "Duy trì tổ công nghệ số", "Các thôn", "Phòng Văn hóa - Xã hội; Các phòng, ban thuộc xã", "Thường xuyên"],
        [2, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Các phòng, ban thuộc xã", "Quý I/2026"],
      ],
      flagged: [],
    },
  ],
  checkItem: (item, { meanings, report }) => {
    const { leadUnit: lead, coordinatingUnits: coord } = item.fields;
    if (lead === undefined || coord === undefined) return;
    const leads = meanings.units(lead);
    const coords = meanings.units(coord);
    if (!someRepeat(coords, leads) || meanings.blank(lead) || meanings.blank(coord)) return;
    tellRepeated(coord, coords, leads, report);
  },
};

/** In a function of its own: closures cost memory at every call, also where nothing is told. */
function tellRepeated(coord: Field, coords: readonly UnitMention[], leads: readonly UnitMention[], report: RuleContext["report"]): void {
  for (const unit of coords) {
    if (!mayRepeat(unit, leads)) continue;
    const span = { start: unit.start, end: unit.end };
    if (unit.collective) {
      if (!leads.every((other) => other.collective)) continue;
      const kinds = groupKinds(unit.name);
      const repeated = leads.find((other) => groupKinds(other.name).some((kind) => kinds.includes(kind)));
      if (repeated === undefined) continue;
      report({ at: coord, message: "group", span, severity: "info", data: { unit: shorten(unit.name), lead: shorten(repeated.name) } });
      return;
    }
    const same = leads.filter((other) => other.key === unit.key);
    const [first] = same;
    if (first === undefined) continue;
    const officers = unit.qualifier !== null && same.every((other) => other.qualifier !== null && !sameQualifier(other, unit));
    const data = { unit: shorten(unit.name) };
    if (officers) report({ at: coord, message: "officers", span, severity: "info", data: { ...data, here: shorten(unit.qualifier), there: shorten(first.qualifier ?? "") } });
    else report({ at: coord, message: "again", span, data });
    return;
  }
}

/** False where a glance tells that none of the lead units is meant again: nearly always. */
function someRepeat(coords: readonly UnitMention[], leads: readonly UnitMention[]): boolean {
  for (let i = 0; i < coords.length; i++) {
    const unit = coords[i];
    if (unit !== undefined && mayRepeat(unit, leads)) return true;
  }
  return false;
}

/** False for a unit that is none of the lead units, nor a group beside a group. */
function mayRepeat(unit: UnitMention, leads: readonly UnitMention[]): boolean {
  for (let i = 0; i < leads.length; i++) {
    const lead = leads[i];
    if (lead !== undefined && (unit.collective ? lead.collective : lead.key === unit.key)) return true;
  }
  return false;
}
