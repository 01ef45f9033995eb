import { inColumn, pickItem, type Defect } from "../defect";
import type { CleanTable } from "../cleanTable";
import type { Random } from "../random";

/** One unit alone in its cell, as every reader would take it. */
const ONE_UNIT = /^(?:Phòng|Công an|Văn phòng|Trung tâm|Trạm|Ban|Hội|Đoàn|Ủy ban|Đảng ủy)\s[^;,\n(/+.]+$/u;
const COLLECTIVE = /^các\s/iu;

const TONES = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

/** The text with the tone mark of one syllable lost or another one. */
function otherTone(text: string, random: Random): string | null {
  const words = text.split(" ");
  const fitting = words.flatMap((word, i) => (word.length >= 3 && word !== word.toUpperCase() && /[\u0300\u0301\u0303\u0309\u0323]/.test(word.normalize("NFD")) && !/^(?:xã|phường)$/iu.test(word) ? [i] : []));
  const at = random.pick(fitting);
  if (at === undefined) return null;
  const word = words[at] ?? "";
  const spoilt = word
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/, (tone) => random.pick(["", ...TONES].filter((other) => other !== tone)) ?? "")
    .normalize("NFC");
  return words.map((other, i) => (i === at ? spoilt : other)).join(" ");
}

/** The text without its last letter, when it ends in a syllable of three letters or more that is no level word. */
function cutLetter(text: string): string | null {
  const last = text.split(" ").at(-1) ?? "";
  return last.length < 3 || /^(?:phường|xã)$/iu.test(last) || last === last.toUpperCase() ? null : text.slice(0, -1);
}

/** Another spelling of the same name: what word processors and typists do to it. */
const SPELLINGS: Readonly<Record<string, (name: string) => string>> = {
  "another dash": (name) => name.replace(" - ", " – "),
  "a dash without spaces": (name) => name.replace(" - ", "-"),
  "& for và": (name) => name.replace(" và ", " & "),
  "the other tone mark": (name) => name.replace("hóa", "hoá").replace("Hóa", "Hoá"),
  "a capital too many": (name) => name.replace(/(?<=^\p{Lu}\p{L}+ )\p{Ll}/u, (letter) => letter.toUpperCase()),
};

/** A unit that leads often enough to be the measure of its own spelling. */
function oftenLeads(table: CleanTable, text: string): boolean {
  return ONE_UNIT.test(text) && table.uses("leadUnit", text) >= 3;
}

function leaders(table: CleanTable): readonly string[] {
  return [...new Set(table.appendix.items.map((item) => table.text(item, "leadUnit")))].filter((text) => ONE_UNIT.test(text));
}

export const unitDefects: readonly Defect[] = [
  ...inColumn("lead/missing", "leadUnit", { empty: () => "", "a placeholder": () => "…", "dots in brackets": () => "[...]" }),
  ...inColumn("lead/unknown", "leadUnit", {
    "last letter lost": (text) => (ONE_UNIT.test(text) ? cutLetter(text) : null),
    "wrong tone mark": (text, { random }) => (ONE_UNIT.test(text) ? otherTone(text, random) : null),
    "breaks off at và": (text) => (ONE_UNIT.test(text) ? `${text} và` : null),
  }),
  ...Object.entries(SPELLINGS).flatMap(([kind, spell]) => inColumn("lead/variant", "leadUnit", { [kind]: (text, { table }) => (oftenLeads(table, text) ? spell(text) : null) })),
  ...inColumn("lead/collective", "leadUnit", {
    "departments concerned": () => "Các phòng, ban liên quan",
    "bodies of the commune": (_, { table }) => `Các cơ quan, đơn vị thuộc ${table.plan.level ?? "xã"}`,
    villages: () => "Các thôn",
    "units concerned": () => "Các đơn vị có liên quan",
  }),
  ...inColumn("lead/multiple", "leadUnit", {
    "two by a semicolon": (text, { table, random }) => withAnother(text, "; ", table, random),
    "two by a line break": (text, { table, random }) => withAnother(text, "\n", table, random),
    "two by a comma": (text, { table, random }) => withAnother(text, ", ", table, random),
  }),
  {
    rule: "lead/also-coordinating",
    kind: "the lead unit at the end of the list",
    inject: (table, random) => {
      const item = pickItem(table, random, "lead/also-coordinating", "coordinatingUnits", (candidate, text) => ONE_UNIT.test(table.text(candidate, "leadUnit")) && text !== "" && !COLLECTIVE.test(text) && !text.includes(table.text(candidate, "leadUnit")));
      return item === null ? null : table.say(item, "coordinatingUnits", `${table.text(item, "coordinatingUnits")}; ${table.text(item, "leadUnit")}`);
    },
  },
  {
    rule: "coord/same-as-lead",
    kind: "the lead cell copied",
    inject: (table, random) => {
      const item = pickItem(table, random, "coord/same-as-lead", "coordinatingUnits", (candidate) => table.text(candidate, "leadUnit") !== "");
      return item === null ? null : table.say(item, "coordinatingUnits", table.text(item, "leadUnit"));
    },
  },
  ...inColumn("coord/missing", "coordinatingUnits", { empty: () => "", "a placeholder": () => "……" }),
  ...inColumn("coord/duplicate", "coordinatingUnits", {
    "a unit twice in a list": (_, { table, item, random }) => {
      const [a, b] = others(table, table.text(item, "leadUnit"), random);
      return a === undefined || b === undefined ? null : `${a}; ${b}; ${a}`;
    },
    "a unit twice, parted by commas": (_, { table, item, random }) => {
      const [a, b] = others(table, table.text(item, "leadUnit"), random);
      return a === undefined || b === undefined ? null : `${a}, ${b}, ${a}`;
    },
  }),
  ...Object.entries(SPELLINGS).flatMap(([kind, spell]) =>
    inColumn("coord/variant", "coordinatingUnits", {
      [kind]: (_, { table, item, random }) => {
        const name = random.pick(leaders(table).filter((candidate) => oftenLeads(table, candidate) && candidate !== table.text(item, "leadUnit") && spell(candidate) !== candidate));
        return name === undefined ? null : spell(name);
      },
    }),
  ),
  ...inColumn("coord/truncated", "coordinatingUnits", {
    "breaks off at “và các”": (text) => (text === "" ? null : `${text.replace(/[.;,]\s*$/u, "")} và các`),
    "an open bracket": (text) => (text === "" || text.includes("(") ? null : `${text} (lĩnh vực`),
    "last letter of a name lost": (_, { table, item, random }) => {
      const name = random.pick(leaders(table).filter((candidate) => !alike(candidate, table.text(item, "leadUnit"))));
      return name === undefined ? null : cutLetter(name);
    },
  }),
  ...inColumn("coord/own-committee", "coordinatingUnits", {
    "UBND in the list": (text, { table }) => (table.plan.level === null || table.plan.issuer !== "government" || text === "" || COLLECTIVE.test(text) ? null : `${text}; UBND ${table.plan.level}`),
    // Beside the committee's own offices it is told as a word of another level.
  }).map((defect) => ({ ...defect, or: ["content/wrong-level"] })),
];

function others(table: CleanTable, lead: string, random: Random): readonly string[] {
  const names = leaders(table).filter((name) => !alike(name, lead));
  const first = random.pick(names);
  const second = random.pick(names.filter((name) => !alike(name, first ?? "")));
  return first === undefined || second === undefined ? [] : [first, second];
}

/** True when two names may be one unit's, written in two ways. */
function alike(a: string, b: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}]+/gu, "").replace("hoá", "hóa");
  return plain(a).startsWith(plain(b)) || plain(b).startsWith(plain(a));
}

function withAnother(text: string, sign: string, table: CleanTable, random: Random): string | null {
  const other = random.pick(leaders(table).filter((name) => !alike(name, text)));
  return !ONE_UNIT.test(text) || other === undefined ? null : `${text}${sign}${other}`;
}
