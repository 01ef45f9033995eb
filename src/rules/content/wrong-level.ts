import { fold } from "../../text/normal";
import type { LevelWord } from "../../text/place/findLevelWords";
import { findProvince } from "../../text/place/provinces";
import type { Appendix, Field, Item } from "../../appendix/appendix";
import type { PlanContext } from "../../appendix/plan";
import type { Meanings, Report, Rule } from "../rule";
import { groupKinds } from "../shared/groupKinds";
import { Interest } from "../../text/spelling/word";
import { ItemMemory } from "../shared/itemMemory";
import { itemWording } from "../shared/itemWording";
import { isIssuingCommittee } from "../shared/ownCommittee";
import { levelWordsIn, placesIn, spokenIn, spokenOf, type Spoken } from "../shared/places";
import { rewriteField } from "../shared/rewrite";
import { shorten } from "../shared/shorten";
import { rememberTexts } from "../../text/textMemory";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"];

/** The month from which Vietnam has two tiers of local government. */
const TWO_TIERS = "2025-07";

/** Words of another tier than the plan's own. */
export const wrongLevel: Rule = {
  id: "content/wrong-level",
  severity: "warning",
  clarity: "thẩm quyền",
  title: { vi: "Từ ngữ của cấp khác", en: "Words of another level" },
  explanation: {
    vi: "Nội dung dùng từ của cấp khác: “của xã” trong kế hoạch của phường, huyện và thị trấn sau ngày 01/7/2025, việc của cả tỉnh trong chỉ tiêu của xã; thường còn sót khi lấy văn bản của cấp trên hoặc nơi khác làm mẫu. Sửa theo cấp của mình, hoặc bỏ việc không thuộc thẩm quyền.",
    en: "A text uses another level's words: “of the commune” in a ward's plan, districts after 1/7/2025, the whole province's work in a commune's target; usually left from an upper level's or another place's document. Use the plan's own level, or take out what is not its to do.",
  },
  source: {
    vi: "Luật Tổ chức chính quyền địa phương 72/2025/QH15: từ 01/7/2025 có cấp tỉnh và cấp xã (xã, phường, đặc khu)",
    en: "Law on Organization of Local Government 72/2025/QH15: since 1/7/2025 there are provinces and communes (xã, phường, đặc khu)",
  },
  messages: {
    tier: {
      vi: ({ found, own }) => `“${String(found)}” trong kế hoạch của ${String(own)}: sửa thành “${String(own)}”.`,
      en: ({ found, own }) => `“${String(found)}” in the plan of a ${String(own)}: write “${String(own)}”.`,
    },
    district: {
      vi: ({ found }) => `“${String(found)}” không còn từ ngày 01/7/2025: sửa theo chính quyền hai cấp, hoặc ghi rõ là tên cũ.`,
      en: ({ found }) => `“${String(found)}” is no more since 1/7/2025: write it for two tiers, or say that it is a former name.`,
    },
    province: {
      vi: ({ found, province }) => `“${String(found)}” không đúng với ${String(province)}: sửa cho đúng cấp.`,
      en: ({ found, province }) => `“${String(found)}” does not go with ${String(province)}: correct the level.`,
    },
    offices: {
      vi: ({ found }) => `“${String(found)}” là phạm vi của cả tỉnh, thành phố: xem lại phần việc của cấp xã.`,
      en: ({ found }) => `“${String(found)}” is the scope of the whole province: look at the commune's own part again.`,
    },
    scope: {
      vi: ({ found }) => `Chỉ tiêu tính trên “${String(found)}”: xem lại phạm vi của cấp xã.`,
      en: ({ found }) => `The target counts “${String(found)}”: look at the commune's own scope again.`,
    },
    without: {
      vi: ({ found }) => `“${String(found)}”: cấp xã không có cơ quan này, xem lại nội dung.`,
      en: ({ found }) => `“${String(found)}”: no commune has such a body; look at the text again.`,
    },
    allTiers: {
      vi: ({ found }) => `“${String(found)}”: mỗi xã, phường chỉ có một, ghi tên đơn vị của mình.`,
      en: ({ found }) => `“${String(found)}”: a commune has one of these; name its own.`,
    },
    village: {
      vi: ({ found }) => `“${String(found)}” trong kế hoạch của phường: dưới phường là tổ dân phố, khu phố, khối phố; sửa cho đúng cấp.`,
      en: ({ found }) => `“${String(found)}” in a ward's plan: below a ward there are tổ dân phố, khu phố or khối phố; name what is meant.`,
    },
    block: {
      vi: ({ found }) => `“${String(found)}” trong khi chỗ khác của bảng ghi thôn, xóm, bản: xem lại cho thống nhất.`,
      en: ({ found }) => `“${String(found)}”, while the table speaks of thôn, xóm or bản elsewhere: make them agree.`,
    },
    ownCommittee: {
      vi: ({ unit }) => `“${String(unit)}” đứng cạnh các phòng, ban của chính mình: chữ còn sót từ kế hoạch cấp trên, bỏ đi.`,
      en: ({ unit }) => `“${String(unit)}” stands beside its own offices: left from an upper level's plan; take it out.`,
    },
  },
  examples: [
    {
      title: { vi: "Từ của xã trong kế hoạch của phường", en: "A commune's words in a ward's plan" },
      plan: { place: "Vĩnh Tuy", level: "phường", issued: "2025-09" },
      rows: [
        header,
        [1, "Tuyên truyền các nội dung của xã", "Phòng Kinh tế", "Các tổ dân phố", "Năm 2025"],
        [2, "Phát triển kinh tế - xã hội; kết nối với các xã, phường", "Công an xã", "Các tổ dân phố", "Năm 2025"],
        [3, "Nâng mức sống ở cấp xã; hỗ trợ hợp tác xã", "Phòng Kinh tế", "Các thôn", "Năm 2025"],
      ],
      flagged: ["B2", "C3", "D4"],
      fixed: [
        header,
        [1, "Tuyên truyền các nội dung của phường", "Phòng Kinh tế", "Các tổ dân phố", "Năm 2025"],
        [2, "Phát triển kinh tế - xã hội; kết nối với các xã, phường", "Công an phường", "Các tổ dân phố", "Năm 2025"],
        [3, "Nâng mức sống ở cấp xã; hỗ trợ hợp tác xã", "Phòng Kinh tế", "Các thôn", "Năm 2025"],
      ],
    },
    {
      title: { vi: "Từ của huyện, của thành phố sót lại trong kế hoạch xã thuộc tỉnh", en: "Words of a district and of a city left in the plan of a province's commune" },
      plan: { place: "Hùng Châu", level: "xã", province: "Nghệ An", issued: "2025-07", issuer: "government" },
      rows: [
        header,
        [1, "Số hóa sổ sách tại UBND xã và UBND các xã, thị trấn", "Phòng Kinh tế", "Các xóm", "Năm 2025"],
        [2, "Cập nhật dữ liệu theo hướng dẫn của Thành phố", "Phòng Kinh tế", "Các xóm", "Năm 2025"],
        [3, "Phối hợp với các cơ quan tư pháp xã", "Phòng Kinh tế", "Các phòng, ban, đơn vị; UBND xã", "Năm 2025"],
        [4, "Trang bị máy cho Trung tâm Phục vụ hành chính công các cấp", "Phòng Kinh tế", "Tổ dân phố", "Năm 2025"],
        [5, "Cấp chữ ký số cho các cơ quan nhà nước của tỉnh", "Phòng Kinh tế", "Các xóm", "Năm 2025"],
      ],
      flagged: ["B2", "B3", "B4", "D4", "B5", "D5", "B6"],
    },
    {
      title: { vi: "Chỉ tiêu của cả tỉnh trong kế hoạch xã", en: "The whole province's target in a commune's plan" },
      plan: { place: "Thanh Thủy", level: "xã", province: "Phú Thọ", issued: "2026-03" },
      rows: [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"],
        [1, "Tỷ lệ hộ có cáp quang trên địa bàn tỉnh", "%", "90"],
        [2, "Tỷ lệ quy trình số hóa trong các cơ quan nhà nước của tỉnh", "%", "100"],
        [3, "Tỷ lệ hồ sơ dùng lại dữ liệu của tỉnh", "%", "80"],
      ],
      flagged: ["B2", "B3"],
    },
    {
      title: { vi: "“Tỉnh” trong kế hoạch của xã thuộc thành phố", en: "“Tỉnh” in a plan of a city's commune" },
      plan: { place: "Vĩnh Bảo", level: "xã", province: "Hải Phòng", issued: "2025-09" },
      rows: [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"],
        [1, "Số dự án được ngân sách tỉnh hỗ trợ", "dự án", "2"],
        [2, "Tỷ lệ cơ sở dữ liệu kết nối với tỉnh", "%", "90"],
        [3, "Số mô hình học tập từ các tỉnh, thành phố khác", "mô hình", "1"],
      ],
      flagged: ["B2", "B3"],
    },
    {
      title: { vi: "Bản, buôn là của xã; khối phố là của phường", en: "Mountain villages belong to a xã, quarters to a phường" },
      plan: { place: "Mường Thanh", level: "phường", province: "Điện Biên", issued: "2025-09" },
      rows: [
        header,
        [1, "Hướng dẫn trưởng bản ghi sổ tay điện tử", "Phòng Kinh tế", "Các khối phố", "Năm 2025"],
        [2, "Lắp loa thông minh tại bản Nà Ngần", "Phòng Kinh tế", "Các tổ dân phố", "Năm 2025"],
        [3, "Lập bản đồ số, văn bản điện tử và 02 bản tin; chống buôn lậu", "Phòng Kinh tế", "Các khối phố", "Năm 2025"],
      ],
      flagged: ["B2", "B3"],
    },
    {
      title: { vi: "“Khối phố” trong kế hoạch của xã có thôn, bản", en: "Quarters in the plan of a xã that has villages" },
      plan: { place: "Mường Xén", level: "xã", province: "Nghệ An", issued: "2025-09" },
      rows: [
        header,
        [1, "Lập tổ công nghệ số cộng đồng", "Phòng Kinh tế", "Các thôn, bản", "Năm 2025"],
        [2, "Mở lớp kỹ năng số", "Phòng Kinh tế", "Các bản, làng", "Năm 2025"],
        [3, "Phát thanh về dịch vụ công", "Phòng Kinh tế", "Các khối phố", "Năm 2025"],
      ],
      flagged: ["D4"],
    },
    {
      title: { vi: "Đúng cấp, hoặc chuyện cũ", en: "The right level, or history" },
      plan: { place: "Phú Xuyên", level: "xã", province: "Hà Nội", issued: "2025-07", issuer: "government" },
      rows: [
        header,
        [1, "Số hóa hồ sơ do UBND huyện bàn giao", "Công an xã", "Các thôn, tổ dân phố", "Năm 2025"],
        [2, "Thực hiện theo hướng dẫn của Thành phố, phù hợp thực tiễn của xã", "Văn phòng HĐND và UBND xã", "Các thôn", "Năm 2025"],
        [3, "Nhân rộng mô hình tổ dân phố số; nối mạng từ tỉnh, thành phố đến xã", "Phòng Kinh tế", "Các thôn", "Năm 2025"],
      ],
      flagged: [],
    },
  ],
  checkItem: (item, { appendix, plan, meanings, report }) => {
    for (const spoken of spokenOf(item, plan)) tellField(spoken, appendix, plan, report);
    tellOwnCommittee(item, plan, meanings, report);
  },
  // What is below the plan's own commune is only looked for where the other word was met.
  memories: ({ level }) => (level === "xã" ? [blocksOf] : level === "phường" ? [villagesOf] : []),
  checkAppendix: ({ appendix, plan, report }) => {
    for (const line of appendix.titleLines.lines) tellField(spokenIn(line), appendix, plan, report);
    for (const { title } of appendix.sections) if (title !== null) tellField(spokenIn(title), appendix, plan, report);
    tellBelow(appendix, plan, report);
  },
};

type Tell = (report: Report) => void;

/** The words of other tiers in one field; of each kind the first is told. */
function tellField({ field, words }: Spoken, appendix: Appendix, plan: PlanContext, report: Tell): void {
  let told: Set<string> | undefined;
  for (const word of words) {
    const slip = slipOf(word, field, appendix, plan);
    if (slip === null || told?.has(slip.message) === true) continue;
    told = (told ?? new Set<string>()).add(slip.message);
    const found = field.text.slice(word.from, word.end).normalize("NFC").replace(/\s+/gu, " ");
    report({ ...slip, at: field, data: { found, ...slip.data }, span: { start: word.from, end: word.end } });
  }
}

function slipOf(word: LevelWord, field: Field, appendix: Appendix, plan: PlanContext): Omit<Report, "at"> | null {
  switch (word.use) {
    case "commune":
      return tierSlip(word, field, appendix, plan);
    case "district":
      return hasTwoTiers(plan) ? { message: "district" } : null;
    case "province":
      return provinceSlip(word, field, plan);
    case "province-offices":
      return nameAt(word, field) === null ? { message: "offices", severity: appendix.kind === "targets" ? "warning" : "info" } : null;
    case "province-scope":
      // "Among the communes of the province" compares; a target of the province's own counts them all.
      return appendix.kind === "targets" && !/(?<!\p{L})(?:xã|phường)(?!\s+hội)(?!\p{L})/iu.test(field.text.slice(0, word.from)) ? { message: "scope" } : null;
    case "body-without":
      return { message: "without", severity: "info" };
    case "all-tiers":
      return { message: "allTiers" };
    default:
      return null;
  }
}

/** The name behind a level word; null when none follows. */
function nameAt(word: LevelWord, field: Field): string | null {
  return placesIn(field.text).find(({ start }) => start === word.start)?.name ?? null;
}

/** The commune's own tier in the wrong word; another commune's name is content/foreign-place's. */
function tierSlip(word: LevelWord, field: Field, appendix: Appendix, plan: PlanContext): Omit<Report, "at"> | null {
  if (plan.level === null || word.word === plan.level) return null;
  const name = nameAt(word, field);
  if (name !== null && (plan.place === null || fold(name) !== fold(plan.place))) return null;
  // In the title lines title/place-mismatch speaks of names.
  if (name !== null && appendix.titleLines.lines.includes(field)) return null;
  const own = plan.level;
  const edit = rewriteField(appendix, field, inOwnWords(field, plan));
  return { message: "tier", severity: "error", data: { own }, ...(edit === undefined ? {} : { fix: () => [edit] }) };
}

/** The field with every word for the own tier made the plan's. */
function inOwnWords(field: Field, plan: PlanContext): string {
  const own = plan.level ?? "";
  let text = "";
  let from = 0;
  for (const word of levelWordsIn(field.text)) {
    if (word.use !== "commune" || word.word === own) continue;
    const name = nameAt(word, field);
    if (name !== null && (plan.place === null || fold(name) !== fold(plan.place))) continue;
    const written = field.text.slice(word.start, word.end);
    const capitals = written === written.toUpperCase() ? own.toUpperCase() : written.charAt(0) === written.charAt(0).toUpperCase() ? own.charAt(0).toUpperCase() + own.slice(1) : own;
    text += field.text.slice(from, word.start) + capitals;
    from = word.end;
  }
  return text + field.text.slice(from);
}

/** True unless the plan is known to be older than the two tiers. */
function hasTwoTiers({ issued, period }: PlanContext): boolean {
  if (issued !== null) return issued.slice(0, TWO_TIERS.length) >= TWO_TIERS;
  return period === null || Number(period.slice(-4)) >= 2025;
}

/** "Thành phố" where the province is a tỉnh, or the other way round. */
function provinceSlip(word: LevelWord, field: Field, plan: PlanContext): Omit<Report, "at"> | null {
  const own = plan.province === null ? null : findProvince(plan.province);
  if (own === null) return null;
  const said = word.word.startsWith("tỉnh") ? "tỉnh" : "thành phố";
  if (said === own.province.level) return null;
  const name = nameAt(word, field);
  if (name !== null && findProvince(name)?.province !== own.province) return null;
  const province = `${own.province.level} ${own.province.name}`;
  return { message: "province", data: { province } };
}

/** UBND beside its own offices among the coordinating units: what was "UBND các xã, thị trấn" in the upper level's plan. */
function tellOwnCommittee(item: Item, plan: PlanContext, meanings: Meanings, report: Tell): void {
  const coord = item.fields.coordinatingUnits;
  if (coord !== undefined && plan.issuer !== "party" && namesCommittee(coord.text)) tellCommitteeIn(coord, plan, meanings, report);
}

/** In a function of its own: closures cost memory at every call, also where nothing is told. */
function tellCommitteeIn(coord: Field, plan: PlanContext, meanings: Meanings, report: Tell): void {
  const units = meanings.units(coord);
  const own = units.find((unit) => isIssuingCommittee(unit, plan));
  if (own === undefined || !units.some(({ collective, name }) => collective && groupKinds(name).includes("offices"))) return;
  report({ at: coord, message: "ownCommittee", span: { start: own.start, end: own.end }, data: { unit: shorten(own.name) } });
}

/** "UBND", "Ủy ban", "Uỷ ban", in whatever capitals. */
const namesCommittee = rememberTexts((text) => /UBND|[yỷ] ban/.test(text));

/** A word for what is below a commune. */
interface Below {
  readonly field: Field;
  readonly word: LevelWord;
}

const NONE: readonly Below[] = [];
/**
 * @param mayHold by what words a text holds (bits of `Interest`).
 * @param holds by the text itself, where these do not tell.
 */
function belowMemory(use: "village" | "block", mayHold: (interests: number) => boolean, holds: (interests: number, text: string) => boolean = mayHold): ItemMemory<readonly Below[]> {
  return new ItemMemory((item: Item): readonly Below[] => {
    const { count, fields, wordings, interests: all } = itemWording(item);
    if (!mayHold(all)) return NONE;
    let found: Below[] | undefined;
    for (let i = 0; i < count; i++) {
      const field = fields[i];
      // A target may well be counted in villages.
      const interests = wordings[i]?.interests ?? 0;
      if (field === undefined || field === item.fields.unitOfMeasure || !mayHold(interests) || !holds(interests, field.text)) continue;
      for (const word of levelWordsIn(field.text)) if (word.use === use) (found ??= []).push({ field, word });
    }
    return found ?? NONE;
  });
}

/** "Trưởng bản", "bản Nà Ngần", "buôn làng", "phum sóc": with words of a village beside them they are found by those. */
const namesUpland = rememberTexts((text) => /rưởng\s(?:các\s)?b|(?:ản|uôn|on)\s(?:làng|[A-ZĐ\u00c0-\u00dd\u1ea0-\u1ef9])|[pP]hum/.test(text));
const villagesOf = belowMemory(
  "village",
  (interests) => (interests & (Interest.village | Interest.upland)) !== 0,
  (interests, text) => (interests & Interest.village) !== 0 || namesUpland(text),
);
const namesQuarter = rememberTexts((text) => /[kK]hối\s+phố/.test(text));
/** "Tổ dân phố", "khu phố", "khối phố". */
const blocksOf = belowMemory(
  "block",
  (interests) => (interests & Interest.city) !== 0,
  (interests, text) => (interests & (Interest.body | Interest.zone)) !== 0 || namesQuarter(text),
);

/** The least mentions of villages that show how the table calls what is below its commune. */
const SETTLED = 2;

/** Villages in a ward's plan; tổ dân phố in a commune's whose table otherwise speaks of villages (some communes have both since 7/2025). */
function tellBelow(appendix: Appendix, { level }: PlanContext, report: Tell): void {
  if (level !== "xã" && level !== "phường") return;
  const [wrong, right] = level === "xã" ? [blocksOf, villagesOf] : [villagesOf, blocksOf];
  const told = wrong.of(appendix).flat();
  if (told.length === 0) return;
  const others = right.of(appendix).reduce((sum, mentions) => sum + mentions.length, 0);
  if (level === "xã" && (others < SETTLED || others <= told.length)) return;
  const severity = level === "phường" && others >= told.length ? ("warning" as const) : ("info" as const);
  const fields = new Set<Field>();
  for (const { field, word } of told) {
    if (fields.has(field)) continue;
    fields.add(field);
    report({ at: field, message: level === "xã" ? "block" : "village", severity, span: { start: word.start, end: word.end }, data: { found: field.text.slice(word.start, word.end).normalize("NFC") } });
  }
}
