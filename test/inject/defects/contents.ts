import { isSyllable } from "../../../src/text/spelling/lexicon";
import type { CleanTable } from "../cleanTable";
import { inColumn, pickItem, type Defect } from "../defect";
import type { Random } from "../random";

/** Names of communes far from every sample. */
const ELSEWHERE = ["Bến Nghé", "Yên Khánh", "Mường Lay", "Tam Bình"];

/** The text with one of its plain syllables spoilt; null when it has none that this spoils into no syllable. */
function spoilSyllable(text: string, random: Random, spoil: (word: string) => string): string | null {
  const places = [...text.matchAll(/(?<![\p{L}\p{N}./-])\p{Ll}{3,}(?![\p{L}\p{N}./-])/gu)].filter(([word]) => isSyllable(word));
  for (let attempt = 0; attempt < 10; attempt++) {
    const place = random.pick(places);
    if (place === undefined) return null;
    const [word] = place;
    const spoilt = spoil(word);
    if (spoilt !== word && !isSyllable(spoilt)) return text.slice(0, place.index) + spoilt + text.slice(place.index + word.length);
  }
  return null;
}

/** A sentence with words put behind it, before its full stop. */
function withTail(text: string, tail: string): string {
  const stop = /[.;]?\s*$/u.exec(text)?.[0] ?? "";
  return `${text.slice(0, text.length - stop.length)} ${tail}${stop.trim()}`;
}

/** A place is another one only where the plan's own is known. */
function elsewhere(text: string, table: CleanTable, tail: string): string | null {
  return table.plan.place === null ? null : withTail(text, tail);
}

/** Two words of a term with a short deadline of the same row between them, as it falls in from the narrow column beside. */
function fallenIn(text: string, term: readonly [string, string], deadline: string): string | null {
  const whole = term.join(" ");
  return deadline === "" || deadline.split(" ").length > 2 || !text.includes(whole) ? null : text.replace(whole, `${term[0]} ${deadline} ${term[1]}`);
}

/** Fixed terms as a slip of the finger leaves them. Not those of the samples alone: every term of the trade is fair. */
const TERMS: readonly (readonly [right: string, wrong: string])[] = [
  ["chuyển đổi số", "chuyển đối số"],
  ["chuyển đổi số", "chuyển đồi số"],
  ["chuyển đổi số", "chuyên đổi số"],
  ["cơ sở dữ liệu", "cơ sở dự liệu"],
  ["hệ thống", "hệ thông"],
  ["phát triển bền vững", "phát triển bền vừng"],
  ["đổi mới sáng tạo", "đổi mời sáng tạo"],
  ["khoa học, công nghệ", "khoa học, công nghê"],
  ["dịch vụ công trực tuyến", "dịch vụ công trực tuyền"],
  ["trí tuệ nhân tạo", "trí tuệ nhân tao"],
  ["an toàn thông tin", "an toàn thống tin"],
  ["cải cách hành chính", "cải cách hàng chính"],
  ["thủ tục hành chính", "thủ tục hành chình"],
];

/** "Thực hiện nhiệm vụ được giao" as fonts before Unicode have it. */
const LEGACY = { TCVN3: "Thùc hiÖn nhiÖm vô ®­îc giao", VNI: "Thöïc hieän nhieäm vuï ñöôïc giao" };

export const contentDefects: readonly Defect[] = [
  ...inColumn("content/missing", "content", { empty: () => "", "a placeholder": () => "…" }),
  {
    rule: "content/duplicate",
    kind: "the content of another row",
    inject: (table, random) => {
      // Of targets a rule of their own speaks.
      const item = table.appendix.kind === "targets" ? null : pickItem(table, random, "content/duplicate", "content");
      const other = random.pick(table.good.filter((candidate) => candidate !== item && table.text(candidate, "content").length > 20));
      if (item?.fields.content === undefined || other?.fields.content === undefined) return null;
      // Told at either of the two: nobody knows which one was meant to be there.
      return table.write([[item.fields.content.cell, table.text(other, "content")]], [item.fields.content.cell, other.fields.content.cell]);
    },
  },
  ...inColumn("content/foreign-place", "content", {
    "in another ward": (text, { table, random }) => elsewhere(text, table, `trên địa bàn phường ${random.pick(ELSEWHERE) ?? ""}`),
    "of another commune": (text, { table, random }) => elsewhere(text, table, `của xã ${random.pick(ELSEWHERE) ?? ""}`),
    "another committee": (text, { table, random }) => elsewhere(text, table, `theo phân công của UBND phường ${random.pick(ELSEWHERE) ?? ""}`),
  }),
  ...inColumn("content/wrong-level", "content", {
    "the other tier": (text, { table }) => (table.plan.level === null ? null : withTail(text, table.plan.level === "xã" ? "trên địa bàn phường" : "trên địa bàn xã")),
    "a district": (text) => withTail(text, "trên địa bàn huyện"),
    "a district's committee": (text) => withTail(text, "theo chỉ đạo của UBND huyện"),
    townships: (text) => withTail(text, "tại các xã, thị trấn"),
  }),
  ...inColumn("content/citation-mismatch", "content", {
    "a letter with a plan's sign": (text) => withTail(text, "theo Công văn số 348/KH-UBND"),
    "another day": (text) => withTail(text, "theo Nghị quyết số 57-NQ/TW ngày 21/12/2024 của Bộ Chính trị"),
    "another issuer": (text) => withTail(text, "theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Chính phủ"),
    "later than the plan": (text, { table }) => (table.plan.issued === null ? null : withTail(text, `theo Quyết định số 12/QĐ-UBND ngày 05/01/${Number(table.plan.issued.slice(0, 4)) + 1}`)),
    "a day that no calendar has": (text) => withTail(text, "theo Quyết định số 15/QĐ-UBND ngày 31/4/2025"),
  }),
  ...inColumn("content/citation-superseded", "content", { "the programme before": (text) => withTail(text, "theo Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ") }),
  ...inColumn("content/citation-form", "content", {
    "no dash": (text) => withTail(text, "theo Nghị quyết số 57NQ/TW"),
    "a space in the number": (text) => withTail(text, "theo Nghị quyết số 57- NQ/TW"),
    "the type twice": (text) => withTail(text, "theo Nghị quyết số NQ57-NQ/TW"),
    "a Party number in the state's form": (text) => withTail(text, "theo Kế hoạch số 04/KH-ĐU"),
  }),
  ...inColumn("content/encoding", "content", {
    decomposed: (text) => text.normalize("NFD"),
    "one word decomposed": (text) => text.replace(/\p{Ll}*[ếộựảặ]\p{Ll}*/u, (word) => word.normalize("NFD")),
    TCVN3: () => LEGACY.TCVN3,
    VNI: () => LEGACY.VNI,
  }),
  ...inColumn("content/garbled", "content", {
    "the deadline within a word": (text, { table, item }) => fallenIn(text, ["dữ", "liệu"], table.text(item, "deadline")),
    "the deadline within another": (text, { table, item }) => fallenIn(text, ["công", "nghệ"], table.text(item, "deadline")),
    "the deadline within a term": (text, { table, item }) => fallenIn(text, ["chuyển", "đổi số"], table.text(item, "deadline")),
    "half of a deadline": (text, { table }) => (table.has("deadline") && text.includes("công nghệ") ? text.replace("công nghệ", "công Thường nghệ") : null),
  }),
  ...inColumn("content/spelling", "content", {
    "two letters change places": (text, { random }) =>
      spoilSyllable(text, random, (word) => {
        const at = random.below(word.length - 1);
        return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
      }),
    "a letter twice": (text, { random }) =>
      spoilSyllable(text, random, (word) => {
        const at = random.below(word.length);
        return word.slice(0, at + 1) + word.slice(at);
      }),
    "a letter lost": (text, { random }) =>
      spoilSyllable(text, random, (word) => {
        const at = random.below(word.length);
        return word.slice(0, at) + word.slice(at + 1);
      }),
    "two words run together": (text, { random }) => {
      const places = [...text.matchAll(/(?<=[ ]\p{Ll}{3,}) (?=\p{Ll}{3,}[ ,.])/gu)];
      const place = random.pick(places);
      return place === undefined ? null : text.slice(0, place.index) + text.slice(place.index + 1);
    },
  }),
  ...TERMS.map(
    ([right, wrong]): Defect => ({
      rule: "content/term",
      kind: wrong,
      inject: (table, random) => {
        const item = pickItem(table, random, "content/term", "content");
        if (item === null) return null;
        const text = table.text(item, "content");
        return table.say(item, "content", text.includes(right) ? text.replace(right, wrong) : withTail(text, `về ${wrong}`));
      },
    }),
  ),
  ...inColumn("content/punctuation", "content", {
    "two full stops": (text) => `${text.replace(/[.;\s]*$/u, "")}..`,
    "an open bracket": (text) => (/[()]/u.test(text) ? null : text.replace(/ (?=\p{Ll})/u, " (")),
    "an open quotation": (text) => (/[“”"]/u.test(text) ? null : text.replace(/ (?=\p{Ll})/u, " “")),
    "a space before the comma": (text) => (text.includes(", ") ? text.replace(", ", " , ") : null),
    "two commas": (text) => (text.includes(", ") ? text.replace(", ", ",, ") : null),
    "two spaces": (text) => text.replace(/ (?=\p{Ll}+ )/u, "  "),
  }),
];
