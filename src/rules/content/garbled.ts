import type { Field, Item, Role } from "../../appendix/appendix";
import { canonicalTone, lower } from "../../text/normal";
import { termBook } from "../../text/spelling/termBook";
import { tokenize, wordAt } from "../../text/spelling/tokens";
import { Interest } from "../../text/spelling/word";
import type { Rule } from "../rule";
import { itemWording } from "../shared/itemWording";
import { rewriteField } from "../shared/rewrite";
import { rememberTexts } from "../../text/textMemory";
import { wordingOf } from "./wording";

const header = ["TT", "Nội dung", "Thời gian", "Cơ quan chủ trì"];

/** The columns whose few words fall into their neighbour's text when a printed table is copied. */
const NARROW: readonly Role[] = ["deadline", "leadUnit", "coordinatingUnits", "directingLeader", "product", "note"];

/** Words of another column in the middle of a term. */
export const garbled: Rule = {
  id: "content/garbled",
  severity: "warning",
  clarity: "việc",
  title: { vi: "Chữ của cột khác lẫn vào", en: "Words of another column fallen in" },
  explanation: {
    vi: "Khi chép bảng từ bản in hay PDF, chữ của cột hẹp bên cạnh (thường là “Thường xuyên” ở cột thời gian) rơi vào giữa câu và cắt đôi một từ: “dữ Thường liệu”. Bỏ phần lẫn vào và đọc lại cả câu.",
    en: "When a table is copied from print or PDF, words of the narrow column beside it (often “Thường xuyên” of the deadlines) fall into a sentence and cut a term in two: “dữ Thường liệu”. Take them out and read the whole sentence again.",
  },
  source: { vi: "Lỗi thường gặp khi chép bảng từ bản PDF", en: "A usual fault of tables copied from PDF" },
  messages: {
    column: {
      vi: ({ found, broken }) => `“${String(found)}” của cột khác lẫn vào giữa “${String(broken)}”.`,
      en: ({ found, broken }) => `“${String(found)}” of another column has fallen into “${String(broken)}”.`,
    },
    capital: {
      vi: ({ found, broken }) => `“${String(found)}” lẫn vào giữa “${String(broken)}”.`,
      en: ({ found, broken }) => `“${String(found)}” has fallen into “${String(broken)}”.`,
    },
  },
  examples: [
    {
      title: { vi: "“Thường xuyên” của cột thời gian lẫn vào nội dung", en: "“Thường xuyên” of the deadlines in the content" },
      rows: [
        header,
        [1, "Chia sẻ dữ Thường liệu đất đai", "Thường xuyên", "Phòng Kinh tế"],
        [2, "Nâng cấp hệ xuyên thống máy chủ", "Thường xuyên", "Công an xã"],
        [3, "Rà soát các quy Hằng trình nội bộ", "Quý I/2026", "Công an xã"],
        [4, "Tập huấn chuyển Năm 2026 đổi số cho các thôn", "Năm 2026", "Phòng Kinh tế"],
        [5, "Cấp chữ ký số Thường xuyên miễn phí cho hộ kinh doanh", "Thường xuyên", "Phòng Kinh tế"],
      ],
      flagged: ["B2", "B3", "B4", "B5", "B6"],
      fixed: [
        header,
        [1, "Chia sẻ dữ liệu đất đai", "Thường xuyên", "Phòng Kinh tế"],
        [2, "Nâng cấp hệ thống máy chủ", "Thường xuyên", "Công an xã"],
        [3, "Rà soát các quy trình nội bộ", "Quý I/2026", "Công an xã"],
        [4, "Tập huấn chuyển đổi số cho các thôn", "Năm 2026", "Phòng Kinh tế"],
        [5, "Cấp chữ ký số miễn phí cho hộ kinh doanh", "Thường xuyên", "Phòng Kinh tế"],
      ],
    },
    {
      title: { vi: "“Thường xuyên” dùng trong câu", en: "“Thường xuyên” where it belongs" },
      rows: [
        header,
        [1, "Kiểm tra thường xuyên hệ thống; quản lý thường xuyên thiết bị", "Thường xuyên", "Phòng Kinh tế"],
        [2, "Lập kế hoạch năm 2026 chuyển đổi số; tổng kết nhiệm vụ 2026 theo quy định", "Năm 2026", "Phòng Kinh tế"],
      ],
      flagged: [],
    },
  ],
  checkItem: (item, { appendix, report }) => {
    const figures = fallenFigures(item);
    if (figures !== null) {
      const { field, start, end, broken } = figures;
      const edit = rewriteField(appendix, field, field.text.slice(0, start) + field.text.slice(end));
      report({ at: field, message: "column", span: { start, end: end - 1 }, data: { found: field.text.slice(start, end - 1), broken }, ...(edit === undefined ? {} : { fix: () => [edit] }) });
    }
    let told: number | undefined;
    for (const { field, words: fallen } of wordingOf(item).fallen) {
      const { start, end, resume, broken, words, capital } = fallen;
      const fromColumn = inNeighbour(item, field, words);
      if (!fromColumn && !capital) continue;
      if (field === item.fields.content) told = start;
      const edit = rewriteField(appendix, field, field.text.slice(0, start) + field.text.slice(resume));
      report({
        at: field,
        message: fromColumn ? "column" : "capital",
        span: { start, end },
        data: { found: field.text.slice(start, end), broken },
        ...(edit === undefined ? {} : { fix: () => [edit] }),
      });
    }
    const deadline = fallenDeadline(item);
    if (deadline !== null && told !== deadline.start) {
      const { field, start, end, broken } = deadline;
      const edit = rewriteField(appendix, field, field.text.slice(0, start) + field.text.slice(end));
      report({ at: field, message: "column", span: { start, end: end - 1 }, data: { found: field.text.slice(start, end - 1), broken }, ...(edit === undefined ? {} : { fix: () => [edit] }) });
    }
  },
};

/** True when the words stand, one after the other, in another field of the item. */
function inNeighbour(item: Item, own: Field, words: readonly string[]): boolean {
  return NARROW.some((role) => {
    const field = item.fields[role];
    if (field === undefined || field === own || field.text.length > 120) return false;
    const tokens = tokenize(field.text.normalize("NFC"));
    const theirs = Array.from({ length: tokens.count }, (_, at) => wordAt(tokens, at).syllable);
    return theirs.some((_, at) => words.every((word, k) => theirs[at + k] === word));
  });
}

/** A deadline that may fall into a narrow column's neighbour: "Năm 2026", "Quý I/2026", "9/2026". */
const LONGEST_FIGURES = 24;
const FIGURE = /\d/;
const WORD_BEFORE = /(?:(\p{L}+) )?(\p{L}+) $/u;
const WORD_AFTER = /^\p{L}+/u;

/**
 * The deadline of the item, or the figures in it, in the middle of a term of the content: "chuyển Năm 2026 đổi số", "dữ 2026 liệu". Words
 * without figures are found with the other wording. `end` is behind the space that follows.
 */
function fallenFigures(item: Item): FallenFigures | null {
  if ((itemWording(item).interests & Interest.figure) === 0) return null;
  const { content, deadline } = item.fields;
  if (content === undefined || deadline === undefined || deadline.text.length > LONGEST_FIGURES) return null;
  const { whole, parts } = figuresOf(deadline.text);
  let found: FallenFigures | null = null;
  for (const part of parts) {
    // The whole stands only where each of its parts does: nearly every content is done with here.
    if (!content.text.includes(part)) continue;
    found ??= figuresAt(content, whole) ?? figuresAt(content, part);
  }
  return found;
}

/** "Thường xuyên", "Hằng năm" with a space on both sides; null for a deadline that is not such words. */
const inWords = rememberTexts((text): string | null => (/^\s*\p{Lu}\p{Ll}+(?: \p{Ll}+){1,3}\s*$/u.test(text) ? ` ${text.trim()} ` : null));

/** The words of the item's own deadline, with their capital, in the middle of a sentence: "chữ ký số Thường xuyên miễn phí". */
function fallenDeadline({ fields: { content, deadline } }: Item): FallenFigures | null {
  if (content === undefined || deadline === undefined || deadline.text.length > LONGEST_FIGURES) return null;
  // Most deadlines end in the figures of a year.
  const last = deadline.text.charCodeAt(deadline.text.length - 1);
  if (last >= 0x30 && last <= 0x39) return null;
  const words = inWords(deadline.text);
  const at = words === null ? -1 : content.text.indexOf(words);
  if (words === null || at < 1) return null;
  const [before = ""] = SMALL_BEFORE.exec(content.text.slice(Math.max(0, at - 12), at)) ?? [];
  const [after = ""] = SMALL_AFTER.exec(content.text.slice(at + words.length)) ?? [];
  return before !== "" && after !== "" ? { field: content, start: at + 1, end: at + words.length, broken: `${before} ${after}` } : null;
}

const SMALL_BEFORE = /\p{Ll}+$/u;
const SMALL_AFTER = /^\p{Ll}+/u;

interface FallenFigures {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  readonly broken: string;
}

/** A deadline, and its words with figures, each with a space on both sides; tables say the same few again and again. */
const figuresOf = rememberTexts((text): { readonly whole: string; readonly parts: readonly string[] } => ({
  whole: ` ${text.trim()} `,
  parts: FIGURE.test(text) ? text.trim().split(" ").filter((part) => FIGURE.test(part)).map((part) => ` ${part} `) : [],
}));

function figuresAt(content: Field, figures: string): FallenFigures | null {
  const at = content.text.indexOf(figures);
  if (at < 0) return null;
  const start = at + 1;
  const end = at + figures.length;
  const [, first = "", before = ""] = WORD_BEFORE.exec(content.text.slice(Math.max(0, start - 20), start)) ?? [];
  const [after = ""] = WORD_AFTER.exec(content.text.slice(end)) ?? [];
  // "nhiệm vụ 2026 …": the word before belongs with the one before it.
  return before !== "" && after !== "" && opensTerm(before, after) && !opensTerm(first, before) ? { field: content, start, end, broken: `${before} ${after}` } : null;
}

/** True when a fixed term begins with these two syllables. */
function opensTerm(first: string, second: string): boolean {
  const { openings, codeOf } = termBook();
  return openings.has(codeOf(canonicalTone(lower(first))), codeOf(canonicalTone(lower(second))));
}
