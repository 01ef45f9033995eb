import { canonicalTone, collapse, lower } from "../../text/normal";
import { parseAttachmentLine } from "../../text/place/attachmentLine";
import type { Rule } from "../rule";
import { DECREE_30 } from "../shared/sources";
import { anyChange } from "../shared/sameFields";

/** Dots in place of a name at the end of the line. */
const OPEN = /(?:…|\.{2,}|_{2,})\s*\)?\s*$/u;
/** A body without a word of whose it is; a province's has its name behind it, or is none of the commune's appendices. */
const BODY_ALONE = /^(?:(?:chủ tịch|phó chủ tịch|ban thường vụ|ban chấp hành|thường trực)\s)?(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|đảng ủy|đảng bộ)$/u;

/** The attachment line names an issuer whose own name is left blank: "của UBND xã …". */
export const placeMissing: Rule = {
  id: "title/place-missing",
  severity: "warning",
  clarity: "thẩm quyền",
  title: { vi: "Chưa ghi tên xã, phường", en: "The commune's name is left out" },
  explanation: {
    vi: "Dòng kèm theo phải ghi đủ cơ quan ban hành kèm tên xã, phường, đặc khu; chỉ ghi “UBND xã” thì tách khỏi kế hoạch là không biết của nơi nào. Chỗ chừa bằng dấu “…” chỉ là lời nhắc còn phải điền.",
    en: "The attachment line names the issuer in full, with the commune's own name; “UBND xã” alone says nothing once the appendix is apart from its plan. A place left open with “…” is only a reminder that it is to be filled in.",
  },
  source: DECREE_30,
  messages: {
    unnamed: {
      vi: ({ issuer }) => `Dòng kèm theo ghi “${String(issuer)}” mà không có tên xã, phường, đặc khu: ghi đủ tên.`,
      en: ({ issuer }) => `The attachment line says “${String(issuer)}” without the commune's name: write it in full.`,
    },
    noIssuer: {
      vi: () => "Dòng kèm theo chưa ghi cơ quan ban hành kế hoạch: ghi đủ “của UBND xã (phường, đặc khu) …”.",
      en: () => "The attachment line does not say who issued the plan: add “của UBND xã (phường, đặc khu) …”.",
    },
  },
  examples: [
    {
      title: { vi: "“Đảng ủy xã” không có tên", en: "“Đảng ủy xã” without a name" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Ban hành kèm theo Kế hoạch số 10-KH/ĐU ngày 19/9/2025 của Ban Thường vụ Đảng ủy xã)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Không ghi kế hoạch của ai", en: "Nobody is named" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của …)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "“Ủy ban nhân dân” của nơi nào?", en: "The People's Committee of which place?" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Chủ tịch Ủy ban nhân dân)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Ghi đủ tên phường", en: "The ward is named" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND phường Vĩnh Tuy)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, report }) => {
    const line = appendix.titleLines.attachment;
    if (line === null) return;
    const said = parseAttachmentLine(line.text);
    if (said === null) return; // title/attachment-line tells that the line is no attachment line
    // What is held open with dots is known to be missing.
    const open = OPEN.test(line.text) ? { severity: "info" as const } : {};
    if (said.issuer === null) report({ at: line, message: "noIssuer", ...open });
    // An issuer of another level ("UBND tỉnh …") is complete in itself; so is one that names no level at all.
    else if (said.place === null && (said.level !== null || BODY_ALONE.test(lower(canonicalTone(collapse(said.issuer)))))) report({ at: line, message: "unnamed", data: { issuer: said.issuer }, ...open });
  },
};
