import { formatPosition } from "../../grid/address";
import type { Field } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { ItemMemory } from "../shared/itemMemory";
import { itemWording } from "../shared/itemWording";
import { sameWords } from "../shared/sameWords";
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
        [4, "Xác nhận tình trạng nhà, đất hằng năm", "Phòng Kinh tế", "Quý I/2026"],
        [5, "Xác nhận tình trạng nhà đất hàng năm", "Phòng Kinh tế", "Quý II/2026"],
      ],
      flagged: ["B4", "B6"],
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
  memories: () => [soundsOf],
  checkAppendix: ({ appendix, meanings, report }) => {
    for (const alike of equalSounds(soundsOf.of(appendix))) {
      const seen = new Map<string, Field>();
      for (const index of alike) {
        const { content, unitOfMeasure } = appendix.items[index]?.fields ?? {};
        if (content === undefined || content.merged === true) continue;
        // The same indicator in two units of measure is two indicators.
        const words = sameWords(meanings.key(content));
        const key = unitOfMeasure === undefined ? words : `${words}\n${meanings.key(unitOfMeasure)}`;
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, content);
        else report({ at: content, message: "same", data: { text: shorten(content.text), cell: formatPosition(earlier.cell) } });
      }
    }
  },
};

/** Sub-lines ("Trong đó: nữ", "- Cấp xã") recur rightly; a task is longer than this. */
const SHORTEST = 20;
/** What is not compared: a short text, or a sub-line that opens with a mark. */
const NOT_COMPARED = 0;

/** For each item a number that is equal for contents with equal keys, at a fraction of the cost of a key. */
const soundsOf = new ItemMemory((item): number => {
  const { content } = item.fields;
  if (content === undefined || content.text.length < SHORTEST) return NOT_COMPARED;
  const first = content.text.charCodeAt(0);
  if (first === 0x2d || first === 0x2b || first === 0x2013 || first === 0x2022) return NOT_COMPARED;
  const { fields, wordings } = itemWording(item);
  // The content is the first text of an item that is read, where it holds words.
  return fields[0] === content ? (wordings[0]?.sound ?? NOT_COMPARED) : NOT_COMPARED;
});

/**
 * The places of equal numbers, those of each number in order; numbers that are there once are left out.
 * A table of integers, filled by open addressing, is several times faster here than a Map of ten thousand keys.
 */
function equalSounds(sounds: readonly number[]): Iterable<readonly number[]> {
  let size = 64;
  while (size < sounds.length * 2) size *= 2;
  // One more than the place of the first item with the sound of a slot; 0 where there is none.
  const firsts = new Int32Array(size);
  const groups = new Map<number, number[]>();
  for (let i = 0; i < sounds.length; i++) {
    const sound = sounds[i] ?? NOT_COMPARED;
    if (sound === NOT_COMPARED) continue;
    let slot = Math.imul(sound, 0x9e3779b1) >>> 0 & (size - 1);
    let first = firsts[slot] ?? 0;
    while (first !== 0 && sounds[first - 1] !== sound) {
      slot = (slot + 1) & (size - 1);
      first = firsts[slot] ?? 0;
    }
    if (first === 0) firsts[slot] = i + 1;
    else {
      const group = groups.get(sound);
      if (group === undefined) groups.set(sound, [first - 1, i]);
      else group.push(i);
    }
  }
  return groups.values();
}
