import type { Appendix, Field, Item } from "../../appendix/appendix";
import type { MessageData, Rule, RuleContext } from "../rule";
import { Sign } from "../../text/spelling/tokens";
import { ItemMemory } from "../shared/itemMemory";
import { itemWording } from "../shared/itemWording";
import { rewriteField } from "../shared/rewrite";
import { assignsNothing } from "../shared/rows";
import { DECREE_30 } from "../shared/sources";
import { reportSlips, slipsOfFrame, wordingOf } from "./wording";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp"];

/** Told once for a field, and mended there all at once. */
const TOGETHER: ReadonlySet<string> = new Set(["spaces", "spaceBefore", "tight", "commaEllipsis", "dash", "strayComma", "lostComma"]);

/** A message of one sentence in each language, with the words around the slip. */
function said(vi: (found: string, data: MessageData) => string, en: (found: string, data: MessageData) => string): Rule["messages"][string] {
  return { vi: (data) => vi(String(data.found), data), en: (data) => en(String(data.found), data) };
}

/** The quotation marks of a text, as bits: which of the two kinds it is written with. A text with both was mended by hand: it votes for neither. */
const STRAIGHT = 1;
const CURLY = 2;
const KIND_BITS = 2;

/** The fields that may quote, in the order of their bits. */
function quoting({ fields }: Item): readonly (Field | undefined)[] {
  return [fields.content, fields.product, fields.note];
}

/** Which quotation marks each item is written with: two bits for each field that may quote. */
const quotesOfItems = new ItemMemory<number>(quotesOf);

function quotesOf(item: Item): number {
  if ((itemWording(item).signs & (Sign.straightQuote | Sign.curlyQuote)) === 0) return 0;
  const { content, product, note } = item.fields;
  return marksIn(content) | (marksIn(product) << KIND_BITS) | (marksIn(note) << (2 * KIND_BITS));
}

function marksIn(field: Field | undefined): number {
  if (field === undefined) return 0;
  const hasStraight = field.text.includes('"');
  return hasStraight === field.text.includes("“") ? 0 : hasStraight ? STRAIGHT : CURLY;
}

/** The fields of an item that are written with marks of a kind. */
function fieldsWith(kind: number, item: Item, quotes: number): readonly Field[] {
  return quoting(item).filter((field, i): field is Field => field !== undefined && ((quotes >> (i * KIND_BITS)) & kind) !== 0);
}

/** Punctuation and spacing. */
export const punctuation: Rule = {
  id: "content/punctuation",
  severity: "info",
  clarity: null,
  title: { vi: "Dấu câu, dấu cách, dấu ngoặc", en: "Punctuation, spaces, brackets" },
  explanation: {
    vi: "Hai dấu chấm liền nhau, ngoặc mở mà không đóng, dấu phẩy lạc chỗ, hai dấu cách: nhỏ nhưng người ký và người đọc đều thấy; ngoặc, danh sách bỏ dở còn cho biết đoạn văn bị mất chữ khi sao chép.",
    en: "Doubled full stops, brackets that are not closed, stray commas, doubled spaces: small, but everybody sees them; an open bracket or list also tells that words were lost in copying.",
  },
  source: DECREE_30,
  messages: {
    doubled: said((found) => `Hai dấu chấm liền nhau: “${found}”.`, (found) => `Two full stops in a row: “${found}”.`),
    spaces: said((found) => `Thừa dấu cách: “${found}”.`, (found) => `More than one space: “${found}”.`),
    spaceBefore: said((found) => `Thừa dấu cách trước dấu câu: “${found}”.`, (found) => `A space before the sign: “${found}”.`),
    tight: said((found) => `Thiếu dấu cách sau dấu câu: “${found}”.`, (found) => `No space after the sign: “${found}”.`),
    twoCommas: said((found) => `Hai dấu phẩy, chấm phẩy liền nhau: “${found}”.`, (found) => `Two commas or semicolons in a row: “${found}”.`),
    commaEllipsis: said((found) => `Không đặt dấu phẩy trước dấu chấm lửng: “${found}”.`, (found) => `No comma before an ellipsis: “${found}”.`),
    dash: said((found) => `Dấu gạch nối cách không đều: “${found}”.`, (found) => `A dash with a space on one side only: “${found}”.`),
    strayComma: said((found) => `Thừa dấu phẩy: “${found}”.`, (found) => `A stray comma: “${found}”.`),
    lostComma: said((found) => `Thiếu dấu phẩy: “${found}”.`, (found) => `A comma is missing: “${found}”.`),
    unclosed: said((found, { mark }) => `Dấu ${String(mark)} mở mà không đóng: “${found}”.`, (found, { mark }) => `The ${String(mark)} is not closed: “${found}”.`),
    unopened: said((found, { mark }) => `Dấu ${String(mark)} đóng mà không mở: “${found}”.`, (found, { mark }) => `The ${String(mark)} was not opened: “${found}”.`),
    turned: said((found) => `Dấu đóng ngoặc kép dùng làm dấu mở: “${found}”.`, (found) => `A closing quotation mark where one opens: “${found}”.`),
    cutOff: said((found) => `Danh sách dừng ở dấu phân cách: “${found}”, có lẽ mất phần sau.`, (found) => `The list stops at a separator: “${found}”; what follows may be lost.`),
    openEnd: said((found) => `Nội dung dừng ở dấu phân cách: “${found}”; kết thúc câu, hoặc bổ sung phần còn thiếu.`, (found) => `The text stops at a separator: “${found}”; end the sentence, or add what is missing.`),
    colon: said((found) => `Tiêu đề này kết thúc bằng dấu hai chấm, các tiêu đề khác thì không: “${found}”.`, (found) => `This heading ends in a colon, the others do not: “${found}”.`),
    quotes: {
      vi: ({ most }) => `Ô này dùng dấu ngoặc kép khác các ô khác trong bảng (${String(most)}).`,
      en: ({ most }) => `This cell has other quotation marks than the rest of the table (${String(most)}).`,
    },
  },
  examples: [
    {
      title: { vi: "Dấu câu", en: "Signs" },
      rows: [
        header,
        [1, "Lập bản đồ số các chợ..", "Phòng Kinh tế", "Các phòng, ban, liên quan"],
        [2, "Mở lớp  kỹ năng số cho cán bộ công chức, viên chức", "Chi cục Thuế Ba Vì- Sơn Tây", "Trạm Y tế;"],
        [3, "Rà soát máy chủ, máy trạm,… tại các thôn,xóm", "Công an xã .", "Trạm Y tế"],
        [4, "Trồng rừng,, chăm sóc cây mới trồng", "Phòng Kinh tế", "Trạm Y tế"],
        [5, "Trồng hoa ven đường", "Phòng Kinh tế", "Công an xã, Trạm\nY tế;"],
        [6, "Trồng cây ở trường;", "Phòng Kinh tế", "Công an xã;\nTrạm Y tế;"],
        [7, "Hạ tầng số của các thôn:"],
        ["7.1", "Lắp trạm phát sóng", "Phòng Kinh tế", "Trạm Y tế"],
      ],
      flagged: ["B2", "D2", "B3", "C3", "D3", "B4", "C4", "B5", "D6", "B7"],
      fixed: [
        header,
        [1, "Lập bản đồ số các chợ.", "Phòng Kinh tế", "Các phòng, ban liên quan"],
        [2, "Mở lớp kỹ năng số cho cán bộ, công chức, viên chức", "Chi cục Thuế Ba Vì - Sơn Tây", "Trạm Y tế;"],
        [3, "Rà soát máy chủ, máy trạm… tại các thôn, xóm", "Công an xã.", "Trạm Y tế"],
        [4, "Trồng rừng, chăm sóc cây mới trồng", "Phòng Kinh tế", "Trạm Y tế"],
        [5, "Trồng hoa ven đường", "Phòng Kinh tế", "Công an xã, Trạm\nY tế;"],
        [6, "Trồng cây ở trường;", "Phòng Kinh tế", "Công an xã;\nTrạm Y tế;"],
        [7, "Hạ tầng số của các thôn:"],
        ["7.1", "Lắp trạm phát sóng", "Phòng Kinh tế", "Trạm Y tế"],
      ],
    },
    {
      title: { vi: "Ngoặc đơn, ngoặc kép", en: "Brackets and quotation marks" },
      rows: [
        header,
        [1, "Phát động phong trào “Chợ số", "Phòng Kinh tế (lĩnh vực chợ", "Trạm Y tế"],
        [2, "Mở lớp về”Kỹ năng số” cho học sinh", "Phòng Kinh tế", "Tổ giúp việc thôn)"],
        [3, 'Đặt tên "Chợ số" cho mô hình', "Công an xã", "Trạm Y tế"],
        [4, "Đặt tên “Nhà văn hóa số” cho mô hình", "Công an xã", "Trạm Y tế"],
        [5, "Đặt tên “Lớp học số” cho mô hình", "Công an xã", "Trạm Y tế"],
      ],
      flagged: ["B2", "C2", "B3", "D3", "B4"],
      fixed: [
        header,
        [1, "Phát động phong trào “Chợ số", "Phòng Kinh tế (lĩnh vực chợ", "Trạm Y tế"],
        [2, "Mở lớp về “Kỹ năng số” cho học sinh", "Phòng Kinh tế", "Tổ giúp việc thôn)"],
        [3, "Đặt tên “Chợ số” cho mô hình", "Công an xã", "Trạm Y tế"],
        [4, "Đặt tên “Nhà văn hóa số” cho mô hình", "Công an xã", "Trạm Y tế"],
        [5, "Đặt tên “Lớp học số” cho mô hình", "Công an xã", "Trạm Y tế"],
      ],
    },
    {
      title: { vi: "Một tiêu đề có dấu hai chấm, các tiêu đề khác không", en: "One heading with a colon among others without" },
      rows: [
        header,
        ["I", "Hạ tầng số:"],
        [1, "Lập bản đồ số các chợ", "Phòng Kinh tế", "Trạm Y tế"],
        ["II", "Nhân lực"],
        [2, "Mở lớp kỹ năng số", "Phòng Kinh tế", "Trạm Y tế"],
        ["III", "Dữ liệu"],
        [3, "Rà soát máy chủ", "Công an xã", "Trạm Y tế"],
      ],
      flagged: ["B2"],
      fixed: [
        header,
        ["I", "Hạ tầng số"],
        [1, "Lập bản đồ số các chợ", "Phòng Kinh tế", "Trạm Y tế"],
        ["II", "Nhân lực"],
        [2, "Mở lớp kỹ năng số", "Phòng Kinh tế", "Trạm Y tế"],
        ["III", "Dữ liệu"],
        [3, "Rà soát máy chủ", "Công an xã", "Trạm Y tế"],
      ],
    },
    {
      title: { vi: "Dấu chấm lửng, số thập phân, giờ, mục a), địa chỉ web", en: "Ellipses, decimals, times, items a), web addresses" },
      rows: [
        header,
        [1, "Các nhóm: a) chợ, siêu thị…; b) trường học...", "Phòng Kinh tế", "HĐND&UBND"],
        [2, "Đạt 1,5% lúc 7:30; xem tại https://a.gov.vn/x,y (mục 2)", "Công an xã", "Phòng Kinh tế, Hạ tầng và Đô thị"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: (before, after) => sameQuotes(before, after) && openContent(before) === openContent(after),
  checkItem: (item, context) => {
    reportSlips("punctuation", wordingOf(item).slips, context, TOGETHER);
    reportCutOff(item.fields.leadUnit, context);
    reportCutOff(item.fields.coordinatingUnits, context);
  },
  memories: () => [quotesOfItems, openContents],
  checkAppendix: (context) => {
    reportSlips("punctuation", slipsOfFrame(context.appendix), context, TOGETHER);
    reportMixedQuotes(context.appendix, context);
    reportColons(context.appendix, context);
    reportOpenContents(context.appendix, context);
  },
};

const openContents = new ItemMemory<Field | null>(openContent);

/** The content when it stops at a sign that something must follow. */
function openContent({ fields: { content } }: Item): Field | null {
  if (content === undefined || content.text === "") return null;
  const { text } = content;
  const last = text.charCodeAt(text.length - 1);
  if (last !== 0x3a && last !== 0x3b && last !== 0x2c && last > 0x20) return null;
  return OPEN_CONTENT.test(text) && !text.includes("\n") ? content : null;
}

const OPEN_CONTENT = /[\p{L}\p{M}\d)”"][ ]*[;,:]\s*$/u;

/** Contents that stop at ";" or the like where most do not; where an office ends every row so, it is its way. */
function reportOpenContents(appendix: Appendix, { meanings, report }: RuleContext): void {
  const all = openContents.of(appendix);
  const open = all.filter((content) => content !== null);
  if (open.length === 0 || open.length * 2 >= all.length) return;
  for (const [index, content] of all.entries()) {
    // "Hạ tầng số:" above its sub-rows goes on in them.
    if (content === null || assignsNothing(appendix, index, meanings)) continue;
    const end = content.text.trimEnd().length;
    report({ at: content, message: "openEnd", span: { start: end - 1, end }, data: { found: content.text.slice(Math.max(0, content.text.lastIndexOf(" ", end - 8) + 1), end) } });
  }
}

const COLON_AT_END = /[ \u00a0]*:\s*$/u;

/** Headings that end in a colon where most do not. */
function reportColons(appendix: Appendix, { report }: RuleContext): void {
  const titles = appendix.sections.flatMap(({ title }) => (title === null || title.text.trim() === "" ? [] : [title]));
  const ended = titles.filter(({ text }) => text.trimEnd().endsWith(":"));
  if (ended.length * 2 >= titles.length) return;
  for (const title of ended) {
    const mended = title.text.replace(COLON_AT_END, "");
    const edit = rewriteField(appendix, title, mended);
    report({ at: title, message: "colon", span: { start: mended.length, end: title.text.length }, data: { found: title.text.trim() }, ...(edit === undefined ? {} : { fix: () => [edit] }) });
  }
}

/** A list of units over several lines whose items each end in ";" ends so rightly. */
const OPEN_END = /[\p{L}\p{M})][ ]*[;,]\s*$/u;
const ITEM_ABOVE = /[;,][ \t]*\n/;

function reportCutOff(field: Field | undefined, { report }: RuleContext): void {
  if (field === undefined || field.text === "") return;
  const { text } = field;
  const last = text.charCodeAt(text.length - 1);
  if ((last !== 0x2c && last !== 0x3b && last > 0x20) || (text.includes("\n") && ITEM_ABOVE.test(text)) || !OPEN_END.test(text)) return;
  const end = text.trimEnd().length;
  report({ at: field, message: "cutOff", severity: "warning", span: { start: end - 1, end }, data: { found: text.slice(Math.max(0, text.lastIndexOf(" ", end - 8) + 1), end) } });
}

/** True when an item quotes as before, in the very same fields. */
function sameQuotes(before: Item, after: Item): boolean {
  const quotes = quotesOf(before);
  if (quotes !== quotesOf(after)) return false;
  const others = quoting(after);
  return quoting(before).every((field, i) => ((quotes >> (i * KIND_BITS)) & (STRAIGHT | CURLY)) === 0 || field === others[i]);
}

function reportMixedQuotes(appendix: Appendix, { report }: RuleContext): void {
  const all = quotesOfItems.of(appendix);
  let straight = 0;
  let curly = 0;
  for (const quotes of all) {
    for (let rest = quotes; rest !== 0; rest >>= KIND_BITS) {
      straight += rest & STRAIGHT;
      curly += (rest & CURLY) >> 1;
    }
  }
  if (straight === 0 || curly === 0) return;
  // As many of one as of the other: the marks that print well are the rule.
  const wanted = curly >= straight ? "curly" : "straight";
  const other = wanted === "curly" ? STRAIGHT : CURLY;
  for (const [index, item] of appendix.items.entries()) {
    const quotes = all[index] ?? 0;
    if (quotes === 0) continue;
    for (const field of fieldsWith(other, item, quotes)) {
      const mended = wanted === "curly" ? curled(field.text) : field.text.replace(/[“”„]/g, '"');
      const edit = mended === null ? undefined : rewriteField(appendix, field, mended);
      report({ at: field, message: "quotes", data: { most: wanted === "curly" ? "“…”" : '"…"' }, ...(edit === undefined ? {} : { fix: () => [edit] }) });
    }
  }
}

/** The text with its straight marks turned in and out; null when they are not in pairs. */
function curled(text: string): string | null {
  const parts = text.split('"');
  if (parts.length % 2 === 0 || /\d"/.test(text)) return null;
  return parts.map((part, i) => (i === 0 ? part : (i % 2 === 1 ? "“" : "”") + part)).join("");
}
