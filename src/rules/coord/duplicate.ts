import type { UnitMention } from "../../text/unit/unit";
import { fold } from "../../text/normal";
import type { Rule } from "../rule";
import { sameQualifier } from "../shared/qualifier";
import { isRewritable, rewriteField } from "../shared/rewrite";
import { shorten } from "../shared/shorten";
import { rememberTexts } from "../../text/textMemory";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** One unit named twice among the coordinating units. */
export const duplicate: Rule = {
  id: "coord/duplicate",
  severity: "warning",
  clarity: "trách nhiệm",
  title: { vi: "Đơn vị phối hợp ghi hai lần", en: "A coordinating unit named twice" },
  explanation: {
    vi: "Cùng một đơn vị ghi hai lần trong một ô thường là do ghép danh sách hoặc viết một tên theo hai cách. Bỏ lần ghi sau; nếu là hai bộ phận của một đơn vị thì ghi rõ bộ phận trong ngoặc.",
    en: "One unit twice in a cell usually comes from joining lists, or from two spellings of one name. Take the later mention out, or name the two officers in brackets.",
  },
  source: { vi: "Thông lệ lập phụ lục phân công nhiệm vụ", en: "Office practice for appendices of assignments" },
  messages: {
    twice: {
      vi: ({ unit }) => `“${String(unit)}” được ghi hai lần trong ô này: bỏ một lần.`,
      en: ({ unit }) => `“${String(unit)}” is named twice in this cell: take one out.`,
    },
    spelled: {
      vi: ({ unit, earlier }) => `“${String(unit)}” chính là “${String(earlier)}” đã ghi ở trước: bỏ một trong hai.`,
      en: ({ unit, earlier }) => `“${String(unit)}” is “${String(earlier)}” named before: take one of them out.`,
    },
  },
  examples: [
    {
      title: { vi: "Một đơn vị ghi hai lần", en: "One unit twice" },
      rows: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Công an xã; Các thôn; Công an xã", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Phòng Văn hóa - Xã hội, Phòng Văn hoá – Xã hội, Các thôn", "Quý II/2026"],
      ],
      flagged: ["D2", "D3"],
      fixed: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Công an xã; Các thôn", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Phòng Văn hóa - Xã hội, Các thôn", "Quý II/2026"],
      ],
    },
    {
      title: { vi: "Một nhóm đơn vị ghi hai lần", en: "One group twice" },
      rows: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Các thôn, các thôn", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Các phòng, ban, đơn vị và các thôn", "Quý II/2026"],
      ],
      flagged: ["D2"],
    },
    {
      title: { vi: "Một ô ghi cả chủ trì và phối hợp", en: "One cell for lead and coordinating units" },
      rows: [
        ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian hoàn thành"],
        [1, "Lập danh sách hộ kinh doanh", "Chủ trì: Phòng Kinh tế. Phối hợp: Công an xã, Các thôn, Công an xã", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Chủ trì: Công an xã. Phối hợp: Các thôn", "Quý II/2026"],
      ],
      flagged: ["C2"],
      fixed: [
        ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian hoàn thành"],
        [1, "Lập danh sách hộ kinh doanh", "Chủ trì: Phòng Kinh tế. Phối hợp: Công an xã, Các thôn", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Chủ trì: Công an xã. Phối hợp: Các thôn", "Quý II/2026"],
      ],
    },
    {
      title: { vi: "Tên đầy đủ và tên viết tắt của một đơn vị: người soạn tự chọn", en: "The full and the short name of one unit: the drafter chooses" },
      rows: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Văn phòng HĐND và UBND; VP HĐND-UBND", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Các thôn", "Quý II/2026"],
      ],
      flagged: ["D2"],
    },
    {
      title: { vi: "Hai bộ phận của một phòng", en: "Two officers of one office" },
      rows: [
        header,
        [1, "Tập huấn giáo viên", "Công an xã", "Phòng Văn hóa - Xã hội (Lĩnh vực Giáo dục); Phòng Văn hóa - Xã hội (Lĩnh vực Nội vụ)", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Các thôn", "Quý II/2026"],
      ],
      flagged: [],
    },
  ],
  decidedBy: "coordinatingUnits",
  checkItem: (item, { appendix, meanings, report }) => {
    const coord = item.fields.coordinatingUnits;
    if (coord === undefined || meanings.blank(coord)) return;
    const units = meanings.units(coord);
    for (const unit of units) {
      const again = unit.collective ? groupAgain(unit.name) : null;
      if (again !== null) report({ at: coord, message: "twice", span: { start: unit.start, end: unit.end }, data: { unit: shorten(again) } });
    }
    if (units.length < 2 || !repeats(units)) return;
    units.forEach((unit, index) => {
      const earlier = units.find((other, before) => before < index && other.key === unit.key && sameQualifier(other, unit));
      if (earlier === undefined) return;
      const alike = spelling(earlier.name) === spelling(unit.name);
      const without = alike ? withoutMention(coord.text, units, index) : undefined;
      const mendable = without !== undefined && isRewritable(coord);
      report({
        at: coord,
        message: alike ? "twice" : "spelled",
        span: { start: unit.start, end: unit.end },
        data: { unit: shorten(unit.name), earlier: shorten(earlier.name) },
        ...(mendable ? { fix: () => [rewriteField(appendix, coord, without)].filter((edit) => edit !== undefined) } : {}),
      });
    });
  },
};

/** The group that one list of groups names twice: "Các thôn, các phòng, ban, các thôn"; null when none is. */
const groupAgain = rememberTexts((name): string | null => {
  if (!name.includes(",")) return null;
  const parts = name.split(/,|\svà\s/u).map((part) => part.trim());
  return parts.find((part, i) => part.includes(" ") && parts.findIndex((other) => fold(other) === fold(part)) < i) ?? null;
});

/** True when two units have one key: seldom, so that most lists are done with here. */
function repeats(units: readonly UnitMention[]): boolean {
  for (let i = 1; i < units.length; i++) for (let before = 0; before < i; before++) if (units[i]?.key === units[before]?.key) return true;
  return false;
}

/** A name without what spellings differ in: letter case, marks, spaces, the place of the tone mark. */
const spelling = rememberTexts((name) => fold(name).replace(/[^\p{L}\p{N}]+/gu, ""));

/** The text without one mention and its separator; undefined when the text around it cannot be told apart safely. */
function withoutMention(text: string, units: readonly UnitMention[], index: number): string | undefined {
  const unit = units[index];
  const before = units[index - 1];
  if (unit === undefined || before === undefined) return undefined;
  const next = units[index + 1];
  if (next !== undefined) return text.slice(0, unit.start) + text.slice(next.start);
  const kept = text.slice(0, unit.start).replace(/(?:[\s;,\-–+•/&]|(?<!\p{L})(?:và|với|cùng)(?!\p{L}))+$/u, "");
  const tail = /[.;]?\s*$/u.exec(text)?.[0].trim() ?? "";
  return kept.endsWith(tail) ? kept : kept + tail;
}
