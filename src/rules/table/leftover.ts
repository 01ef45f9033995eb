import { formatAddress } from "../../grid/address";
import type { CellEdit, Edit, RowRemoval } from "../../grid/edit";
import type { Appendix, Field, Item, Leftover, Reading } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { shorten } from "../shared/shorten";
import { OFFICE_CONVENTION } from "../shared/sources";
import { anyChange } from "../shared/sameFields";

/** Header rows, page numbers and halves of rows that a paste left inside the table. */
export const leftover: Rule = {
  id: "table/leftover",
  severity: "warning",
  clarity: null,
  title: { vi: "Dòng thừa do dán từ văn bản nhiều trang", en: "Leftovers of a paste from several pages" },
  explanation: {
    vi: "Bảng dán từ Word hay PDF mang theo dòng tiêu đề lặp lại ở mỗi trang, số trang, và những dòng bị ngắt đôi qua hai trang. Chúng làm sai số thứ tự, bộ lọc và bản in. “Sửa” bỏ dòng thừa và ghép dòng bị ngắt vào dòng trên, không mất chữ nào.",
    en: "A table pasted from Word or PDF brings along the header of each page, page numbers, and rows cut in two by a page break. They spoil numbers, filters and print. The fix takes the leftovers out and joins cut rows to the row above, losing no word.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    "repeated-header": {
      vi: () => "Dòng tiêu đề bảng lặp lại giữa bảng: bỏ đi (dùng “Lặp lại dòng tiêu đề” khi in).",
      en: () => "The header is repeated inside the table: take it out (let printing repeat the header row).",
    },
    "page-number": {
      vi: ({ text }) => `Số trang “${String(text)}” còn sót giữa bảng: bỏ dòng này.`,
      en: ({ text }) => `The page number “${String(text)}” was left inside the table: take the row out.`,
    },
    "split-row": {
      vi: ({ text, row }) => `Phần nối “${String(text)}” của dòng ${String(row)} bị ngắt sang trang: ghép vào dòng ${String(row)}.`,
      en: ({ text, row }) => `“${String(text)}” goes on from row ${String(row)}, which a page break cut: join it to row ${String(row)}.`,
    },
    "split-rows": {
      vi: ({ text, row, count }) => `${String(count)} dòng nối của dòng ${String(row)} đứng rời (từ “${String(text)}”): ghép vào dòng ${String(row)}.`,
      en: ({ text, row, count }) => `${String(count)} rows from “${String(text)}” on go on from row ${String(row)}: join them to row ${String(row)}.`,
    },
  },
  examples: [
    {
      title: { vi: "Mỗi dòng chữ của bản PDF thành một dòng của bảng", en: "A row for every printed line of the PDF" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng ở các", "Phòng Kinh", "Quý"],
        [null, "thôn chưa có sóng, trước hết", "tế", "I/2026"],
        [null, "là hai thôn vùng bãi"],
        [2, "Mở lớp kỹ năng số", "Công an xã", "Quý II/2026"],
        [null, "cho tổ công nghệ số"],
        [3, "Số hóa sổ hộ tịch", "Công an xã", "Quý IV/2026"],
      ],
      flagged: ["B3", "B6"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng ở các thôn chưa có sóng, trước hết là hai thôn vùng bãi", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số cho tổ công nghệ số", "Công an xã", "Quý II/2026"],
        [3, "Số hóa sổ hộ tịch", "Công an xã", "Quý IV/2026"],
      ],
    },
    {
      title: { vi: "Số trang, tiêu đề lặp lại và một dòng bị ngắt", en: "A page number, a repeated header and a cut row" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số cho cán bộ, công chức", "Phòng Văn hóa - Xã hội", "Sau khi có hướng dẫn của"],
        [3],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [null, "của xã và các thôn", null, "cấp trên"],
        [3, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
        [4, "Rà soát máy chủ", "Công an xã", "Quý IV/2026"],
      ],
      flagged: ["A4", "A5", "B6"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số cho cán bộ, công chức của xã và các thôn", "Phòng Văn hóa - Xã hội", "Sau khi có hướng dẫn của cấp trên"],
        [3, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
        [4, "Rà soát máy chủ", "Công an xã", "Quý IV/2026"],
      ],
    },
    {
      title: { vi: "Bảng liền mạch", en: "A table in one piece" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, reading, report }) => {
    const mine = leftoversOf(reading, appendix);
    const byBase = new Map<number, Leftover[]>();
    for (const one of mine) {
      if (one.kind !== "split-row" || one.continues === undefined) continue;
      const pieces = byBase.get(one.continues);
      if (pieces === undefined) byBase.set(one.continues, [one]);
      else pieces.push(one);
    }
    for (const one of mine) {
      const [row] = one.rows;
      if (row === undefined) continue;
      const column = Math.max(0, one.texts[0]?.findIndex((text) => text !== "") ?? 0);
      const pieces = one.continues === undefined ? undefined : byBase.get(one.continues);
      // The pieces of one row are mended together, and told together.
      if (pieces !== undefined && pieces[0] !== one) continue;
      const count = pieces?.length ?? 1;
      const text = shorten(one.texts.flat().filter((piece) => piece !== "").join(" "), 40);
      const removals = (): readonly Edit[] => removalsOf(one);
      const joins = pieces === undefined || !canJoin(pieces) ? undefined : (): readonly Edit[] => joinsOf(appendix, pieces);
      const fix = one.kind === "split-row" ? joins : removals;
      report({ at: { row, column }, message: count > 1 ? "split-rows" : one.kind, data: { text, row: (one.continues ?? row) + 1, count }, ...(fix === undefined ? {} : { fix }) });
    }
  },
};

const byAppendix = new WeakMap<Reading, ReadonlyMap<number, readonly Leftover[]>>();

/** The leftovers inside one appendix; a reading's are sorted out once. */
function leftoversOf(reading: Reading, appendix: Appendix): readonly Leftover[] {
  let sorted = byAppendix.get(reading);
  if (sorted === undefined) {
    const lists = new Map<number, Leftover[]>();
    for (const one of reading.leftovers) {
      const list = lists.get(one.appendix);
      if (list === undefined) lists.set(one.appendix, [one]);
      else list.push(one);
    }
    byAppendix.set(reading, lists);
    sorted = lists;
  }
  return sorted.get(reading.appendices.indexOf(appendix)) ?? [];
}

function removalsOf(one: Leftover): readonly RowRemoval[] {
  return one.rows.map((row, i) => ({ sheet: one.sheet, removeRow: row + 1, expected: one.texts[i] ?? [] }));
}

/** True when the values of the row to be added to are known: without them an edit could not tell what it writes over. */
function canJoin(pieces: readonly Leftover[]): boolean {
  return pieces.every(({ continuedValues }) => continuedValues !== undefined);
}

/**
 * The edits that put one row back together: all its pieces at once, since each adds to the same cells.
 * @param pieces the leftovers that continue one row, from the top.
 */
function joinsOf(appendix: Appendix, pieces: readonly Leftover[]): readonly Edit[] {
  const [first] = pieces;
  const base = first?.continues;
  if (first === undefined || base === undefined) return [];
  const item = appendix.items.find(({ firstRow, lastRow }) => firstRow <= base && base <= lastRow);
  const rows = pieces.flatMap(({ texts }) => texts);
  const width = Math.max(...rows.map((texts) => texts.length));
  const edits: CellEdit[] = [];
  for (let column = 0; column < width; column++) {
    const added = rows.map((texts) => texts[column] ?? "").filter((text) => text !== "");
    if (added.length === 0) continue;
    const expected = first.continuedValues?.[column] ?? null;
    const before = expected === null ? "" : String(expected);
    // What the reader made of the pieces is what the cell is to say.
    const value = fieldAt(item, base, column)?.text ?? [before, ...added].filter((text) => text !== "").join(" ");
    edits.push({ sheet: first.sheet, cell: formatAddress(base, column), expected, value });
  }
  return [...edits, ...pieces.flatMap(removalsOf)];
}

/** The field that was joined from the cell on, undefined when there is none. */
function fieldAt(item: Item | undefined, row: number, column: number): Field | undefined {
  if (item === undefined) return undefined;
  const fields = [...Object.values(item.fields), ...item.values.map(({ field }) => field)];
  return fields.find(({ cell, continued, span }) => cell.row === row && cell.column === column && continued !== undefined && span === undefined);
}
