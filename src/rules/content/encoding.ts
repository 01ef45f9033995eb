import type { Rule } from "../rule";
import { anyChange } from "../shared/sameFields";
import { DECREE_30 } from "../shared/sources";
import { shorten } from "../shared/shorten";
import { reportSlips, slipsOfFrame, wordingOf } from "./wording";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"];
const decomposed = "Lập tổ công nghệ".normalize("NFD");

/** Text that is not stored as composed Unicode, or holds marks that cannot be seen. */
export const encoding: Rule = {
  id: "content/encoding",
  severity: "info",
  clarity: null,
  title: { vi: "Mã chữ không phải Unicode dựng sẵn", en: "Not composed Unicode" },
  explanation: {
    vi: "Văn bản hành chính dùng Unicode dựng sẵn (TCVN 6909:2001). Chữ tổ hợp, ký tự ẩn và chữ của phông TCVN3, VNI trông giống hoặc gần giống nhưng tìm kiếm, sắp xếp, đối chiếu đều sai. Sửa sẽ đổi mã chữ mà không đổi lời văn.",
    en: "Official text is composed Unicode (TCVN 6909:2001). Decomposed letters, invisible marks and text of TCVN3 or VNI fonts look alike, but are not found, sorted or compared rightly. The fix changes the codes, not the words.",
  },
  source: DECREE_30,
  messages: {
    decomposed: {
      vi: () => "Ô này dùng Unicode tổ hợp: chuyển sang Unicode dựng sẵn.",
      en: () => "This cell is decomposed Unicode: convert it to composed Unicode.",
    },
    invisible: {
      vi: ({ count }) => `Ô này có ${String(count)} ký tự ẩn: bỏ đi.`,
      en: ({ count }) => `This cell holds ${String(count)} invisible marks: take them out.`,
    },
    legacy: {
      vi: ({ encoding: name, wanted }) => `Ô này dùng bảng mã ${String(name)}: chuyển sang Unicode thành “${shorten(String(wanted))}”.`,
      en: ({ encoding: name, wanted }) => `This cell is in ${String(name)}: in Unicode it reads “${shorten(String(wanted))}”.`,
    },
  },
  examples: [
    {
      title: { vi: "Chữ tổ hợp, ký tự ẩn, phông TCVN3 và VNI", en: "Decomposed letters, an invisible mark, TCVN3 and VNI fonts" },
      rows: [
        header,
        [1, decomposed, "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp\u200b kỹ năng số", "Phoøng Vaên hoùa", "Quý II/2026"],
        [3, "§Ých ®Õn cña nh©n d©n", "Công an xã", "Quý II/2026"],
      ],
      flagged: ["B2", "B3", "C3", "B4"],
      fixed: [
        header,
        [1, "Lập tổ công nghệ", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa", "Quý II/2026"],
        [3, "Đích đến của nhân dân", "Công an xã", "Quý II/2026"],
      ],
    },
    {
      title: { vi: "Unicode dựng sẵn", en: "Composed Unicode" },
      rows: [header, [1, "Đặt biển báo ở độ cao ±2 m, nhiệt độ 30°", "Phòng Kinh tế", "Quý I/2026"]],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkItem: (item, context) => reportSlips("encoding", wordingOf(item).slips, context),
  checkAppendix: (context) => reportSlips("encoding", slipsOfFrame(context.appendix), context),
};
