import type { Rule } from "../rule";
import { isIssuingCommittee } from "../shared/ownCommittee";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** UBND among the coordinating units of its own plan. */
export const ownCommittee: Rule = {
  id: "coord/own-committee",
  severity: "info",
  clarity: "trách nhiệm",
  title: { vi: "UBND phối hợp trong kế hoạch của chính mình", en: "UBND coordinates in its own plan" },
  explanation: {
    vi: "UBND ban hành kế hoạch và giao việc nên không đứng trong cột phối hợp; thường là chữ còn sót khi sao chép kế hoạch của cấp trên (“UBND các xã”). Thay bằng phòng, đơn vị cụ thể hoặc bỏ đi.",
    en: "UBND issues the plan and assigns the work, so it is no coordinating unit; usually a left-over of the upper level's plan (“UBND of the communes”). Name an office instead, or take it out.",
  },
  source: { vi: "Thông lệ: UBND xã không phối hợp trong kế hoạch do mình ban hành", en: "Office practice: UBND does not stand among the coordinating units of its own plan" },
  messages: {
    own: {
      vi: ({ unit }) => `“${String(unit)}” là cơ quan ban hành kế hoạch, không đứng ở cột phối hợp: ghi phòng, đơn vị cụ thể hoặc bỏ đi.`,
      en: ({ unit }) => `“${String(unit)}” issues this plan and is no coordinating unit in it: name an office, or take it out.`,
    },
  },
  examples: [
    {
      title: { vi: "UBND xã phối hợp trong kế hoạch của UBND xã", en: "UBND of the commune coordinates in its own plan" },
      rows: [
        header,
        [1, "Phát triển hóa đơn điện tử", "Phòng Kinh tế", "Công an xã; UBND xã", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Văn phòng HĐND và UBND xã", "Quý II/2026"],
      ],
      plan: { level: "xã", issuer: "government" },
      flagged: ["D2"],
    },
    {
      title: { vi: "Kế hoạch của Đảng ủy: UBND phối hợp là bình thường", en: "In the Party Committee's plan UBND may coordinate" },
      rows: [
        header,
        [1, "Học tập nghị quyết", "Văn phòng Đảng ủy", "Công an xã; UBND xã", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Văn phòng Đảng ủy", "Quý II/2026"],
      ],
      plan: { level: "xã", issuer: "party" },
      flagged: [],
    },
  ],
  decidedBy: "coordinatingUnits",
  checkItem: (item, { meanings, plan, report }) => {
    const coord = item.fields.coordinatingUnits;
    if (coord === undefined || meanings.blank(coord)) return;
    const own = meanings.units(coord).find((unit) => isIssuingCommittee(unit, plan));
    if (own !== undefined) report({ at: coord, message: "own", span: { start: own.start, end: own.end }, data: { unit: shorten(own.name) } });
  },
};
