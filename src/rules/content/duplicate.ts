import { formatPosition } from "../../grid/address";
import type { Field, Item } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { ItemMemory } from "../shared/itemMemory";
import { shorten } from "../shared/shorten";
import { SIX_CLARITIES } from "../shared/sources";
import { sameFields } from "../shared/sameFields";

/** One task twice in an appendix. */
export const duplicate: Rule = {
  id: "content/duplicate",
  severity: "warning",
  clarity: "việc",
  title: { vi: "Nội dung lặp lại", en: "The same content twice" },
  explanation: {
    vi: "Cùng một nội dung đứng ở hai dòng thì sẽ được giao, báo cáo và đếm hai lần, có khi cho hai đơn vị. Bỏ một dòng, hoặc viết rõ hai việc khác nhau ở chỗ nào. Chữ hoa, dấu câu cuối dòng và khoảng trắng không làm nên khác biệt.",
    en: "The same content in two rows is assigned, reported and counted twice, perhaps to two units. Take one out, or say how the two differ. Capitals, closing punctuation and spaces make no difference.",
  },
  source: SIX_CLARITIES,
  messages: {
    same: {
      vi: ({ text, cell }) => `“${String(text)}” đã có ở ô ${String(cell)}: bỏ một dòng, hoặc ghi rõ khác nhau ở đâu.`,
      en: ({ text, cell }) => `“${String(text)}” already stands in ${String(cell)}: take one out, or say how they differ.`,
    },
  },
  examples: [
    {
      title: { vi: "Nhiệm vụ 3 nhắc lại nhiệm vụ 1", en: "Task 3 repeats task 1" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng tại các thôn.", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        [3, "Lắp trạm phát sóng  tại các thôn", "Công an xã", "Quý IV/2026"],
      ],
      flagged: ["B4"],
    },
    {
      title: { vi: "Hai lớp khác nhau; dòng phụ “- Nam”, “- Nữ” lặp lại", en: "Two different classes; the sub-lines “- Nam” and “- Nữ” recur" },
      rows: [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "2025", "2030"],
        [1, "Số cán bộ được tập huấn", "người", 20, 40],
        [null, "- Nam", "người", 10, 20],
        [null, "- Nữ", "người", 10, 20],
        [2, "Số người dân được tập huấn", "người", 200, 400],
        [null, "- Nam", "người", 100, 200],
        [null, "- Nữ", "người", 100, 200],
      ],
      flagged: [],
    },
  ],
  ignoresChange: sameFields("content", "unitOfMeasure"),
  checkAppendix: ({ appendix, meanings, report }) => {
    const sounds = soundsOf.of(appendix);
    const bySound = new Map<number, Item | Item[]>();
    for (let i = 0; i < appendix.items.length; i++) {
      const item = appendix.items[i];
      const sound = sounds[i];
      if (item === undefined || sound === undefined || sound === null) continue;
      const alike = bySound.get(sound);
      if (alike === undefined) bySound.set(sound, item);
      else if (Array.isArray(alike)) alike.push(item);
      else bySound.set(sound, [alike, item]);
    }
    for (const alike of bySound.values()) {
      if (!Array.isArray(alike)) continue;
      const seen = new Map<string, Field>();
      for (const { fields } of alike) {
        const { content, unitOfMeasure } = fields;
        if (content === undefined || content.merged === true) continue;
        // The same indicator in two units of measure is two indicators.
        const key = unitOfMeasure === undefined ? meanings.key(content) : `${meanings.key(content)}\n${meanings.key(unitOfMeasure)}`;
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, content);
        else report({ at: content, message: "same", data: { text: shorten(content.text), cell: formatPosition(earlier.cell) } });
      }
    }
  },
};

/** Sub-lines ("Trong đó: nữ", "- Cấp xã") recur rightly; a task is longer than this. */
const SHORTEST = 20;

/**
 * A number that is equal for texts with equal keys, at a fraction of the cost of a key: made of what no change of case, spacing,
 * punctuation, tone mark or Unicode form touches, the consonants and figures, as many as it takes from both ends. Null for what is not
 * compared: a short text, or a sub-line that opens with a mark.
 */
function soundOf(text: string): number | null {
  const first = text.charCodeAt(0);
  if (text.length < SHORTEST || first === 0x2d || first === 0x2b || first === 0x2013 || first === 0x2022) return null;
  let hash = 0;
  let left = FROM_EACH_END;
  for (let i = 0; i < text.length && left > 0; i++) {
    const code = text.charCodeAt(i);
    const small = code < 0x80 ? (CARRIES[code] ?? 0) : 0;
    if (small === 0) continue;
    hash = (Math.imul(hash, 31) + small) | 0;
    left--;
  }
  left = FROM_EACH_END;
  for (let i = text.length - 1; i >= 0 && left > 0; i--) {
    const code = text.charCodeAt(i);
    const small = code < 0x80 ? (CARRIES[code] ?? 0) : 0;
    if (small === 0) continue;
    hash = (Math.imul(hash, 31) + small) | 0;
    left--;
  }
  return hash;
}

const FROM_EACH_END = 24;

/** The small form of the letters that never bear a mark in Vietnamese, and of figures; 0 for all other characters. */
const CARRIES = Uint8Array.from({ length: 128 }, (_, code) => {
  const small = String.fromCharCode(code).toLowerCase();
  return "bcdfghjklmnpqrstvwxz0123456789".includes(small) ? small.charCodeAt(0) : 0;
});

const soundsOf = new ItemMemory(({ fields }) => (fields.content === undefined ? null : soundOf(fields.content.text)));
