import { collapse } from "../../text/normal";
import { rememberTexts } from "../../text/textMemory";
import type { Deadline } from "../../text/deadline/deadline";
import { meaningKey } from "../../text/deadline/parseDeadline";
import type { Appendix, Field } from "../../appendix/appendix";
import type { Meanings, Rule } from "../rule";
import { deadlinesOfItems, deadlineUses, visitUses, type DeadlineUse } from "../shared/deadlineUses";
import { rewriteField } from "../shared/rewrite";
import { shorten } from "../shared/shorten";
import { sameFields } from "../shared/sameFields";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** One wording is held to another only where that one clearly prevails: at least this many rows, and this many times as many. */
const PREVAILING = 3;

/** The same time in several wordings. */
export const variant: Rule = {
  id: "deadline/variant",
  severity: "warning",
  clarity: "thời gian",
  title: { vi: "Cùng một thời gian, nhiều cách ghi", en: "One time in several wordings" },
  explanation: {
    vi: "Cùng một thời gian mà mỗi dòng ghi một cách (“Nhiệm vụ Thường xuyên”, “Thường xuyên”) thì khó lọc, khó tổng hợp và người đọc tưởng có khác nhau. Dùng thống nhất cách ghi phổ biến nhất trong bảng.",
    en: "One time written in several ways (“Nhiệm vụ Thường xuyên”, “Thường xuyên”) is hard to filter and to sum up, and readers look for a difference. Use the form that prevails in the table.",
  },
  source: {
    vi: "Thông lệ trình bày thống nhất trong một bảng; viết hoa theo Phụ lục II Nghị định 30/2020/NĐ-CP",
    en: "One form throughout a table; capital letters as in Appendix II of Decree 30/2020/NĐ-CP",
  },
  messages: {
    spelling: {
      vi: ({ text, usual, count }) => `“${String(text)}” khác chữ hoa hoặc dấu với “${String(usual)}” ở ${String(count)} dòng: dùng thống nhất một cách.`,
      en: ({ text, usual, count }) => `“${String(text)}” differs in capitals or marks from “${String(usual)}” in ${String(count)} rows: use one form.`,
    },
    tie: {
      vi: ({ text, usual }) => `“${String(text)}” và “${String(usual)}” trong cùng bảng chỉ khác chữ hoa hoặc dấu: chọn một cách viết.`,
      en: ({ text, usual }) => `“${String(text)}” and “${String(usual)}” in one table differ only in capitals or marks: choose one form.`,
    },
    wording: {
      vi: ({ text, usual, count }) => `“${String(text)}” cùng nghĩa với “${String(usual)}” ở ${String(count)} dòng khác: dùng thống nhất một cách ghi.`,
      en: ({ text, usual, count }) => `“${String(text)}” means the same as “${String(usual)}” in ${String(count)} other rows: use one wording.`,
    },
  },
  examples: [
    {
      title: { vi: "Khác chữ hoa, khác cách ghi so với số đông", en: "Other capitals, other words than the majority" },
      rows: [
        header,
        [1, "Phát động thi đua", "Công an xã", "Thường xuyên"],
        [2, "Kiểm tra an toàn hệ thống", "Công an xã", "Thường xuyên"],
        [3, "Dùng chung nền tảng số", "Công an xã", "thường xuyên"],
        [4, "Phát triển hóa đơn điện tử", "Công an xã", "Thường xuyên"],
        [5, "Mở chuyên mục", "Công an xã", "Nhiệm vụ thường xuyên"],
      ],
      flagged: ["D4", "D6"],
      fixed: [
        header,
        [1, "Phát động thi đua", "Công an xã", "Thường xuyên"],
        [2, "Kiểm tra an toàn hệ thống", "Công an xã", "Thường xuyên"],
        [3, "Dùng chung nền tảng số", "Công an xã", "Thường xuyên"],
        [4, "Phát triển hóa đơn điện tử", "Công an xã", "Thường xuyên"],
        [5, "Mở chuyên mục", "Công an xã", "Thường xuyên"],
      ],
    },
    {
      title: { vi: "“Năm 2026” giữa các ô ghi số 2026", en: "“Năm 2026” among cells that hold the number 2026" },
      rows: [
        header,
        [1, "Phát động thi đua", "Công an xã", 2026],
        [2, "Kiểm tra an toàn hệ thống", "Công an xã", 2026],
        [3, "Dùng chung nền tảng số", "Công an xã", "Năm 2026"],
        [4, "Phát triển hóa đơn điện tử", "Công an xã", 2026],
      ],
      flagged: ["D4"],
      fixed: [
        header,
        [1, "Phát động thi đua", "Công an xã", 2026],
        [2, "Kiểm tra an toàn hệ thống", "Công an xã", 2026],
        [3, "Dùng chung nền tảng số", "Công an xã", 2026],
        [4, "Phát triển hóa đơn điện tử", "Công an xã", 2026],
      ],
    },
    {
      title: { vi: "Hai cách viết hoa, không cách nào nhiều hơn", en: "Two ways to use capitals, neither prevails" },
      rows: [header, [1, "Cử cán bộ đi học", "Công an xã", "Khi có văn bản của cấp trên"], [2, "Mở lớp tập huấn", "Công an xã", "Khi có Văn bản của cấp trên"]],
      flagged: ["D3"],
    },
    {
      title: { vi: "Danh mục dạng liệt kê: chỉ phần thời gian trong dòng được thay", en: "An outline: only the time inside of its line is replaced" },
      rows: [
        ["I. Nhóm nhiệm vụ về hạ tầng"],
        ["1. Lắp trạm phát sóng"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Thực hiện thường xuyên."],
        ["2. Kéo cáp về các thôn"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Thực hiện Thường xuyên."],
        ["3. Bảo trì máy chủ"],
        ["- Cơ quan chủ trì: Công an xã"],
        ["- Thời gian: Thực hiện thường xuyên"],
      ],
      flagged: ["A7"],
      fixed: [
        ["I. Nhóm nhiệm vụ về hạ tầng"],
        ["1. Lắp trạm phát sóng"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Thực hiện thường xuyên."],
        ["2. Kéo cáp về các thôn"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Thực hiện thường xuyên."],
        ["3. Bảo trì máy chủ"],
        ["- Cơ quan chủ trì: Công an xã"],
        ["- Thời gian: Thực hiện thường xuyên"],
      ],
    },
    {
      title: { vi: "Các thời gian khác nhau thật", en: "Times that really differ" },
      rows: [
        header,
        [1, "Phát động thi đua", "Công an xã", "Thường xuyên"],
        [2, "Kiểm tra an toàn hệ thống", "Công an xã", "Thường xuyên"],
        [3, "Dùng chung nền tảng số", "Công an xã", "Thường xuyên."],
        [4, "Phát triển hóa đơn điện tử", "Công an xã", "Hằng năm"],
        [5, "Mở chuyên mục", "Công an xã", "Tháng 9/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: sameFields("deadline"),
  memories: () => [deadlinesOfItems],
  checkAppendix: ({ appendix, meanings, report }) => {
    /** What is written otherwise than usual, in which way, and how it usually is. */
    const others = new Map<DeadlineUse, { readonly wording: Wording; readonly usual: Wording }>();
    for (const alike of usesByMeaning(appendix, meanings).values()) {
      if (alike.length < 2) continue;
      const all = wordingsOf(alike, meanings);
      const [first] = all;
      if (first === undefined || all.length < 2) continue;
      const usual = all.reduce((best, wording) => (wording.count > best.count ? wording : best), first);
      for (const wording of all) {
        if (wording !== usual) for (const use of wording.uses) others.set(use, { wording, usual });
      }
    }
    visitUses(appendix, new Set(others.keys()), (field, use) => {
      const other = others.get(use);
      if (other !== undefined) tell(field, other.wording, other.usual, appendix, report);
    });
  },
};

/** One way to write a time, with the cells that use it. */
interface Wording {
  readonly text: string;
  /** Equal for wordings that differ in letter case and marks only. */
  readonly key: string;
  readonly kind: Deadline["kind"];
  readonly uses: DeadlineUse[];
  /** How many cells. */
  count: number;
}

/** The times of a table by what they mean; most are written in one way only. */
function usesByMeaning(appendix: Appendix, meanings: Meanings): ReadonlyMap<string, readonly DeadlineUse[]> {
  const byMeaning = new Map<string, DeadlineUse[]>();
  for (const use of deadlineUses(appendix)) {
    const meaning = meaningOf(meanings.deadline(use.field), use.field, meanings);
    if (meaning === null) continue;
    const alike = byMeaning.get(meaning);
    if (alike === undefined) byMeaning.set(meaning, [use]);
    else alike.push(use);
  }
  return byMeaning;
}

/** The ways in which one time is written, in the order in which they are met. */
function wordingsOf(alike: readonly DeadlineUse[], meanings: Meanings): readonly Wording[] {
  const byText = new Map<string, Wording>();
  for (const use of alike) {
    const text = bare(use.field.text);
    let wording = byText.get(text);
    if (wording === undefined) byText.set(text, (wording = { text, key: meanings.key(use.field), kind: meanings.deadline(use.field).kind, uses: [], count: 0 }));
    wording.uses.push(use);
    wording.count += use.count;
  }
  return [...byText.values()];
}

/**
 * What a deadline means, as a key; null when it is no time. Only plain times are compared across wordings: of a condition or a
 * compound every word may matter, so there only letter case is.
 */
function meaningOf(deadline: Deadline, field: Field, meanings: Meanings): string | null {
  switch (deadline.kind) {
    case "missing":
    case "unreadable":
    case "reference":
      return null;
    case "fixed":
      // "Cả năm" is not "2025" said otherwise: deadline/vague asks for a time in its place.
      return deadline.openEnded || deadline.yearAssumed ? `text ${meanings.key(field)}` : `${deadline.interval.precision} ${meaningKey(deadline)}`;
    case "recurring":
      return meaningKey(deadline);
    default:
      return `text ${meanings.key(field)}`;
  }
}

function tell(field: Field, wording: Wording, usual: Wording, appendix: Appendix, report: Parameters<NonNullable<Rule["checkAppendix"]>>[0]["report"]): void {
  const count = usual.count;
  const alike = wording.key === usual.key;
  if (!alike && (count < PREVAILING || count < PREVAILING * wording.count)) return;
  const data = { text: shorten(wording.text), usual: shorten(usual.text), count };
  if (alike && count === wording.count) {
    report({ at: field, message: "tie", data, severity: "info" });
    return;
  }
  const model = usual.uses[0]?.field;
  const edit = model === undefined ? undefined : inUsualWording(field, usual, model, appendix);
  const fix = edit === undefined ? {} : { fix: () => [edit] };
  if (alike) report({ at: field, message: "spelling", data, ...fix });
  // A date reads the same in every form; of standing work the reader asks whether another word means something else.
  else report({ at: field, message: "wording", data, ...(wording.kind === "fixed" ? { severity: "info" as const } : {}), ...fix });
}

/** The field in the usual wording, with the full stop that it ended in; a plain number where the usual cells hold one. */
function inUsualWording(field: Field, usual: Wording, model: Field, appendix: Appendix) {
  const end = /[.;]\s*$/.exec(field.text)?.[0].trim() ?? "";
  if (end === "" && typeof model.value === "number" && String(model.value) === usual.text) return rewriteField(appendix, field, usual.text, model.value);
  return rewriteField(appendix, field, usual.text + end);
}

/** A wording without the spaces and full stops around it. */
const bare = rememberTexts((text) => collapse(text).replace(/[\s.;,]+$/u, ""));
