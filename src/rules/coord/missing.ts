import { hasRole } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { Gap, gapsOfItems, placeOf, visitLacking } from "../shared/rows";
import { shorten } from "../shared/shorten";
import { filledAlike } from "../shared/sameFields";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** An item without coordinating units in a table that has a column for them. */
export const missing: Rule = {
  id: "coord/missing",
  severity: "warning",
  clarity: "trách nhiệm",
  title: { vi: "Chưa có cơ quan phối hợp", en: "No coordinating units" },
  explanation: {
    vi: "Bảng có cột phối hợp mà dòng này bỏ trống: người đọc không biết là không cần ai phối hợp hay ghi sót. Ghi đơn vị phối hợp; nếu không cần thì ghi rõ “Không”.",
    en: "The table has a coordinating column and this row leaves it empty: nobody can tell whether none is needed or it was forgotten. Name the units, or write “Không”.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ trách nhiệm; thông lệ lập phụ lục phân công nhiệm vụ",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear responsibility; office practice for appendices of assignments",
  },
  messages: {
    missing: {
      vi: ({ lead }) => `Chưa có cơ quan phối hợp với “${String(lead)}”: ghi tên đơn vị, hoặc “Không” nếu không cần.`,
      en: ({ lead }) => `No unit coordinates with “${String(lead)}”: name one, or write “Không” if none is needed.`,
    },
  },
  examples: [
    {
      title: { vi: "Ô phối hợp bỏ trống", en: "The coordinating cell is empty" },
      rows: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", null, "Quý II/2026"],
        [3, "Rà soát trang thông tin của xã", "Công an xã", "Không", "Quý II/2026"],
      ],
      flagged: ["D3"],
    },
    {
      title: { vi: "Dòng chưa có cả chủ trì: chỉ nhắc chủ trì", en: "Where the lead is missing too, only that is told" },
      rows: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", null, null, "Quý II/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: filledAlike("coordinatingUnits"),
  memories: () => [gapsOfItems],
  checkAppendix: ({ appendix, meanings, report }) => {
    if (appendix.kind === "outline" || !hasRole(appendix, "coordinatingUnits")) return;
    const leads = hasRole(appendix, "leadUnit");
    visitLacking(appendix, Gap.coordinatingUnits, meanings, (item, gaps) => {
      // A row without a lead unit is told by lead/missing: whoever mends it fills in both.
      if (leads && (gaps & Gap.leadUnit) !== 0) return;
      const lead = item.fields.leadUnit ?? item.fields.content;
      report({ at: placeOf(appendix, item, "coordinatingUnits"), message: "missing", data: { lead: shorten(lead?.text ?? "") } });
    });
  },
};
