import { hasRole } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { Gap, gapsOfItems, placeOf, visitLacking } from "../shared/rows";
import { shorten } from "../shared/shorten";
import { SIX_CLARITIES } from "../shared/sources";
import { filledAlike } from "../shared/sameFields";

/** A task without a product in a table that names products. */
export const missing: Rule = {
  id: "product/missing",
  severity: "warning",
  clarity: "sản phẩm",
  title: { vi: "Chưa có kết quả, sản phẩm", en: "No product" },
  explanation: {
    vi: "Bảng có cột kết quả (sản phẩm) thì mỗi nhiệm vụ phải ghi sản phẩm kiểm đếm được: kế hoạch, báo cáo, mô hình, tỷ lệ đạt. Bỏ trống thì không có căn cứ để nghiệm thu.",
    en: "In a table with a product column each task names a product that can be counted: a plan, a report, a model, a rate. Left empty, nothing tells when the task is done.",
  },
  source: SIX_CLARITIES,
  messages: {
    missing: {
      vi: ({ task }) => `Nhiệm vụ “${String(task)}” chưa ghi kết quả, sản phẩm: ghi sản phẩm kiểm đếm được.`,
      en: ({ task }) => `The task “${String(task)}” has no product: write one that can be counted.`,
    },
  },
  examples: [
    {
      title: { vi: "Ô sản phẩm của nhiệm vụ 2 còn trống", en: "The product of task 2 is empty" },
      rows: [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Kết quả", "Thời gian hoàn thành"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "05 trạm", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", null, "Quý III/2026"],
        [3, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Báo cáo", "Quý IV/2026"],
      ],
      flagged: ["D3"],
    },
    {
      title: { vi: "Bảng không có cột sản phẩm", en: "A table without a product column" },
      rows: [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: filledAlike("product"),
  memories: () => [gapsOfItems],
  checkAppendix: ({ appendix, meanings, report }) => {
    if (appendix.kind === "targets" || !hasRole(appendix, "product")) return;
    visitLacking(appendix, Gap.product, meanings, (item, gaps) => {
      const { content } = item.fields;
      // A row that says nothing at all is told once, by content/missing.
      if (content === undefined || (gaps & Gap.content) !== 0) return;
      report({ at: placeOf(appendix, item, "product"), message: "missing", data: { task: shorten(content.text) } });
    });
  },
};
