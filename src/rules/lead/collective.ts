import type { Rule } from "../rule";
import { isIssuingCommittee } from "../shared/ownCommittee";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** The lead is a group nobody of which is answerable, or the issuer itself. */
export const collective: Rule = {
  id: "lead/collective",
  severity: "warning",
  clarity: "trách nhiệm",
  title: { vi: "Chủ trì là tập thể chung chung", en: "A group leads" },
  explanation: {
    vi: "“Các phòng, ban liên quan”, “Các thôn” cùng chủ trì thì không đơn vị nào phải chịu trách nhiệm. Giao một đơn vị làm đầu mối chủ trì, các đơn vị còn lại chuyển sang cột phối hợp. UBND xã tự chủ trì trong kế hoạch của chính mình cũng chưa rõ phòng nào thực hiện.",
    en: "When “the departments concerned” or “the villages” lead together, none of them answers for the task. Give it to one unit and move the others to the coordinating column. UBND leading in its own plan does not say which department does the work either.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ trách nhiệm; quy tắc một việc chỉ giao một cơ quan chủ trì",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear responsibility; the rule that one unit leads one task",
  },
  messages: {
    group: {
      vi: ({ lead }) => `“${String(lead)}” là tập thể, không ai chịu trách nhiệm chính: giao một đơn vị làm đầu mối chủ trì.`,
      en: ({ lead }) => `“${String(lead)}” is a group, nobody is answerable: give the lead to one unit.`,
    },
    issuer: {
      vi: ({ lead }) => `“${String(lead)}” là cơ quan ban hành kế hoạch: nên giao rõ phòng, đơn vị trực thuộc nào chủ trì.`,
      en: ({ lead }) => `“${String(lead)}” issues this plan itself: better say which of its departments leads.`,
    },
  },
  examples: [
    {
      title: { vi: "Mọi phòng, mọi thôn cùng chủ trì", en: "All departments, all villages lead" },
      rows: [
        header,
        [1, "Đưa chuyển đổi số vào kế hoạch năm", "Các phòng, ban, ngành thuộc xã và các thôn", "Phòng Văn hóa - Xã hội", "Quý I/2026"],
        [2, "Duy trì tổ công nghệ số cộng đồng", "Các thôn", "Phòng Văn hóa - Xã hội", "Thường xuyên"],
        [3, "Số hóa hồ sơ lưu trữ", "Các phòng, ban liên quan", "Văn phòng HĐND và UBND", "Quý II/2026"],
        [4, "Lập danh mục dữ liệu", "Phòng Kinh tế", "Các phòng, ban liên quan", "Quý II/2026"],
      ],
      flagged: ["C2", "C3", "C4"],
    },
    {
      title: { vi: "UBND xã chủ trì trong kế hoạch của UBND xã", en: "UBND leads in its own plan" },
      rows: [header, [1, "Học tập nghị quyết", "UBND xã", "Phòng Văn hóa - Xã hội", "Quý I/2026"], [2, "Lập danh mục dữ liệu", "Phòng Kinh tế", "Công an xã", "Quý II/2026"]],
      plan: { level: "xã", issuer: "government" },
      flagged: ["C2"],
    },
    {
      title: { vi: "UBND xã chủ trì trong kế hoạch của Đảng ủy", en: "UBND leads in the Party Committee's plan" },
      rows: [header, [1, "Học tập nghị quyết", "UBND xã", "Văn phòng Đảng ủy", "Quý I/2026"], [2, "Lập danh mục dữ liệu", "Phòng Kinh tế", "Công an xã", "Quý II/2026"]],
      plan: { level: "xã", issuer: "party" },
      flagged: [],
    },
  ],
  decidedBy: "leadUnit",
  checkItem: (item, { meanings, plan, report }) => {
    const lead = item.fields.leadUnit;
    if (lead === undefined || meanings.blank(lead)) return;
    const units = meanings.units(lead);
    const [first] = units;
    if (first === undefined) return;
    if (first.collective && units.every((unit) => unit.collective)) report({ at: lead, message: "group", data: { lead: shorten(lead.text) } });
    else if (units.length === 1 && isIssuingCommittee(first, plan)) report({ at: lead, message: "issuer", data: { lead: shorten(lead.text) }, severity: "info" });
  },
};
