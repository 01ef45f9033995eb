import { fold } from "../../text/normal";
import type { NamedPlace } from "../../text/place/findPlaces";
import { findProvince } from "../../text/place/provinces";
import { insideQuotes } from "../../text/place/quotes";
import type { PlanContext } from "../../appendix/plan";
import type { Report, Rule } from "../rule";
import { spokenIn, spokenOf, type Spoken } from "../shared/places";
import { DECREE_30 } from "../shared/sources";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"];

/** The text names another commune or province than the plan's own. */
export const foreignPlace: Rule = {
  id: "content/foreign-place",
  severity: "error",
  clarity: "thẩm quyền",
  title: { vi: "Ghi tên địa phương khác", en: "Another place's name" },
  explanation: {
    vi: "Nội dung, đơn vị hoặc kết quả ghi tên xã, phường hay tỉnh, thành phố khác; thường do lấy phụ lục của nơi khác làm mẫu. Sửa thành tên của địa phương mình. Nơi giáp ranh, tên cũ, nơi đến học tập không bị tính.",
    en: "A content, unit or product names another commune or province, usually because another place's appendix was the model. Write the plan's own. Neighbours, former names and places to learn from do not count.",
  },
  source: DECREE_30,
  messages: {
    commune: {
      vi: ({ found, own }) => `“${String(found)}” không phải ${String(own)} của kế hoạch: sửa tên cho đúng.`,
      en: ({ found, own }) => `“${String(found)}” is not the plan's own ${String(own)}: correct the name.`,
    },
    province: {
      vi: ({ found, own }) => `“${String(found)}” không phải tỉnh, thành phố của kế hoạch (${String(own)}): sửa tên cho đúng.`,
      en: ({ found, own }) => `“${String(found)}” is not the plan's province (${String(own)}): correct the name.`,
    },
  },
  examples: [
    {
      title: { vi: "Phụ lục xã Phú Xuyên (Hà Nội) còn tên xã khác, tỉnh khác", en: "Phú Xuyên's appendix (Hà Nội) still names another commune, another province" },
      plan: { place: "Phú Xuyên", level: "xã", province: "Hà Nội" },
      rows: [
        header,
        [1, "Đưa sản phẩm OCOP của xã Đại Thanh lên sàn", "Phòng Kinh tế", "Năm 2026"],
        [2, "Kết nối theo hướng dẫn của Tỉnh Nghệ An", "Phòng Kinh tế", "Năm 2026"],
        [3, "Mở lớp tập huấn", "Công an phường Vĩnh Tuy", "Năm 2026"],
      ],
      flagged: ["B2", "B3", "C4"],
    },
    {
      title: { vi: "Tên mình, nơi giáp ranh, tên cũ, tên cố định, từ thường", en: "Its own name, neighbours, former and fixed names, common words" },
      plan: { place: "Phú Xuyên", level: "xã", province: "Hà Nội" },
      rows: [
        header,
        [1, "Đưa sản phẩm OCOP của xã Phú Xuyên lên sàn; phát triển kinh tế - xã hội", "Phòng Kinh tế", "Năm 2026"],
        [2, "Phối hợp với xã Đại Thanh giữ an ninh vùng giáp ranh; số hóa hồ sơ của xã Nam Tiến cũ, biển hiệu của các xã Đại Xuyên, Phú Yên và Nam Phong (cũ)", "Công an xã", "Năm 2026"],
        [3, "Học tập kinh nghiệm của tỉnh Quảng Ninh, liên kết với Đại học Quốc gia Thành phố Hồ Chí Minh", "Chi cục thuế Thường Tín - Phú Xuyên", "Năm 2026"],
        [4, "Tuyên truyền “Đề án phát triển thành phố Đà Nẵng”", "Đoàn TNCS Hồ Chí Minh xã", "Năm 2026"],
        [5, "Tham quan mô hình tại xã Nam Xuân, tỉnh Thanh Hóa và phường Bãi Cháy", "Phòng Kinh tế", "Năm 2026"],
        [7, "Vận động ủng hộ đồng bào tỉnh Cao Bằng, tỉnh Thái Nguyên; mua giống cam tại xã Cao Phong, tỉnh Phú Thọ", "Công an xã", "Năm 2026"],
        [8, "Tham dự giải cờ tại tỉnh Ninh Bình; trao đổi với Công an xã Tam Hưng, Công an phường Kiến Hưng", "Công an xã", "Năm 2026"],
        [10, "Rước bộ đến đền Cặp Tiên (đặc khu Vân Đồn); hồ sơ của các phường Cẩm Thịnh, Cẩm Phú cũ; Thái Bình (nay thuộc tỉnh Hưng Yên)", "Công an xã", "Năm 2026"],
        [9, "Gặp mặt đồng hương tại Thành phố Hồ Chí Minh; đỡ đầu trẻ em vùng cao xã Mường Lạn", "Công an xã", "Năm 2026"],
        [6, "Đưa nông sản dự hội chợ tại tỉnh Quảng Ninh, thành phố Đà Nẵng", "Công an xã\nSở Công Thương", "Năm 2026"],
      ],
      flagged: [],
    },
  ],
  checkItem: (item, { plan, report }) => {
    if (plan.place === null && plan.province === null) return;
    for (const spoken of spokenOf(item, plan)) tell(spoken, plan, report);
  },
  checkAppendix: ({ appendix, plan, report }) => {
    if (plan.place === null && plan.province === null) return;
    for (const { title } of appendix.sections) if (title !== null) tell(spokenIn(title), plan, report);
  },
};

function tell({ field, places }: Spoken, plan: PlanContext, report: (report: Report) => void): void {
  for (const place of places) {
    const message = foreign(place, plan);
    if (message === null || !meant(field.text, place)) continue;
    const { start, end } = place;
    const own = message === "commune" ? [plan.level, plan.place].filter((word) => word !== null).join(" ") : (plan.province ?? "");
    report({ at: field, message, data: { found: field.text.slice(start, end).normalize("NFC").replace(/\s+/gu, " "), own }, span: { start, end } });
  }
}

/** Which of the plan's own names a place contradicts; null when none. */
function foreign({ level, name }: NamedPlace, plan: PlanContext): "commune" | "province" | null {
  if (level === "xã" || level === "phường" || level === "đặc khu") {
    if (plan.place === null) return null;
    const own = fold(plan.place);
    const said = fold(name);
    // The end of a name is not certain: one that goes on after the plan's own, or breaks off in it, is the plan's own.
    return said === own || said.startsWith(`${own} `) || own.startsWith(`${said} `) ? null : "commune";
  }
  if ((level !== "tỉnh" && level !== "thành phố") || plan.province === null) return null;
  const said = findProvince(name);
  const own = findProvince(plan.province);
  // A name that was given up is history rather than a neighbour's.
  return said === null || own === null || !said.current || said.province === own.province ? null : "province";
}

/** What makes another place's name right: neighbours, ways from place to place, partners and models, former names, houses and schools. */
const RIGHTLY_BEFORE =
  /(?<!\p{L})(?:giáp(?: ranh)?|lân cận|liền kề|liên xã|các xã|các phường|giữa|từ|nối|đi|sang|học (?:tập|hỏi)[^.;]{0,60}|kinh nghiệm[^.;]{0,60}|tham quan[^.;]{0,60}|(?:ủng hộ|quyên góp|cứu trợ|giúp đỡ|sẻ chia|chia sẻ khó khăn)[^.;]{0,40}|(?:hành hương|về nguồn|viếng|quy tập|hài cốt|di cư|đi làm việc|đồng hương|khảo sát (?:thực tế|mô hình|kinh nghiệm))(?: \p{L}+){0,4}|(?:tham dự|dự thi|đỡ đầu|thiện nguyện|(?<!đặt )mua(?! sắm)(?! bán))[^.;]{0,40}|mô hình (?:của|tại|ở)|(?:phối hợp|liên kết|hợp tác|kết nghĩa|trao đổi|ký kết)(?: \p{L}+){0,4}|với|như|cùng|trước đây(?: là)?|nguyên là|nay là|nay thuộc|tách từ|sáp nhập[^.;]{0,30}|hợp nhất[^.;]{0,30})\s+(?:các\s+)?(?:(?:ubnd|đảng ủy|công an|địa bàn)\s)?$/iu;
/** Fairs and markets are elsewhere: "trưng bày tại Hội chợ … ở thành phố Hà Nội". */
const ELSEWHERE_BEFORE = /(?<!\p{L})(?:đồng hương|kiều bào|nghĩa trang|hội chợ|triển lãm|trưng bày|tuần hàng|tuần lễ|festival|xúc tiến|quảng bá|giới thiệu|tiêu thụ|xuất bán|thị trường)[^.;]{0,40}\s(?:tại|ở|vào|đến|sang)\s$/iu;
/** The places that stand before another in one list: what makes the first right makes all. */
const LISTED_BEFORE = /(?<=\s)(?:(?:(?:ubnd|hđnd|đảng ủy|công an|trạm y tế|(?:ủy ban )?mttq|hội nông dân|đoàn thanh niên)\s)?(?:xã|phường|đặc khu|tỉnh|thành phố)\s[^,;.()]{2,24}(?:,\s?|\s(?:và|cùng|hoặc)\s)){1,4}(?:(?:ubnd|hđnd|đảng ủy|công an|trạm y tế|(?:ủy ban )?mttq|hội nông dân|đoàn thanh niên)\s)?$/iu;
const FIXED_BEFORE =
  /(?<!\p{L})(?:đại học|học viện|(?<!thị |môi )trường|viện|bệnh viện|ngân hàng|công ty|tập đoàn|hợp tác xã|htx|chợ|đình|chùa|đền|di tích|làng nghề|làng|cụm công nghiệp|khu công nghiệp|nhà văn hóa|đường(?! truyền| dây)|quốc lộ|(?<!yêu |nhu )cầu|hồ(?! sơ)|sông|chi cục|chi nhánh|hội đồng hương|ga|cảng)(?:[ \-–]+[\p{L}\d-]+){0,3}\s+$/iu;
const RIGHTLY_AFTER = /^(?:\s*(?:,|và)\s*(?:xã |phường )?\p{L}[^,;.()]{0,25}?){0,5}\s*(?:\(cũ\)|\scũ(?!\p{L}))|^\s*(?:\(?(?:cũ|trước đây|trước kia|trước khi|sáp nhập|hợp nhất|nay là|nay thuộc)(?!\p{L})|[-–]\s*\p{Lu})/iu;
/** What has a name is said to be elsewhere: "đền Cặp Tiên (đặc khu Vân Đồn)". */
const LOCATES_A_NAME = /\p{Lu}\p{L}*\s?\((?:thuộc\s)?$/u;
const AROUND = 90;

function meant(text: string, { start, end }: NamedPlace): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start).normalize("NFC");
  const beforeList = before.replace(LISTED_BEFORE, "");
  if (RIGHTLY_BEFORE.test(beforeList) || ELSEWHERE_BEFORE.test(beforeList) || RIGHTLY_AFTER.test(text.slice(end, end + AROUND).normalize("NFC"))) return false;
  return !FIXED_BEFORE.test(before) && !LOCATES_A_NAME.test(before) && !insideQuotes(text, start);
}
