/**
 * Writes src/text/spelling/syllables.ts: the closed set of Vietnamese syllables, from the word list of `@cspell/dict-vi-vn` (MIT).
 * Run it again when that package is updated: `node --import tsx scripts/build-syllables.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { canonicalTone } from "../src/text/normal";

interface TrieNode {
  readonly children: Map<string, TrieNode>;
  word: boolean;
}

/**
 * Reads the words of a trie in cspell's text format "TrieXv3": letters go down, "$" ends a word and goes up, "<" goes up (both by the
 * number that follows, one without), "#n;" puts an earlier node in place of this one, "\" takes the next letter as it is.
 * @param text the file, uncompressed.
 * @throws Error when the file is of another format.
 */
function trieWords(text: string): readonly string[] {
  const base = Number(/^TrieXv3\nbase=(\d+)\n/m.exec(text)?.[1]);
  const start = text.indexOf("__DATA__\n");
  if (Number.isNaN(base) || start < 0) throw new Error("This is no TrieXv3 file.");
  const root: TrieNode = { children: new Map(), word: false };
  const nodes: TrieNode[] = [root];
  const path: { node: TrieNode; letter: string }[] = [{ node: root, letter: "" }];
  const letters = Array.from(text.slice(start + "__DATA__\n".length).replaceAll("\n", ""));
  let at = 0;

  const top = (): { node: TrieNode; letter: string } => {
    const last = path.at(-1);
    if (last === undefined) throw new Error("The trie goes up beyond its root.");
    return last;
  };
  const goUp = (): void => {
    let digits = "";
    while (/[0-9]/.test(letters[at] ?? "")) digits += letters[at++] ?? "";
    path.length -= digits === "" ? 1 : Number(digits);
  };

  while (at < letters.length) {
    const letter = letters[at++] ?? "";
    if (letter === "$") {
      const { node } = top();
      node.word = true;
      // Leaves are not counted: they are all alike.
      if (node.children.size === 0 && nodes.at(-1) === node) nodes.pop();
      goUp();
    } else if (letter === "<") {
      goUp();
    } else if (letter === "#") {
      const end = letters.indexOf(";", at);
      const shared = nodes[parseInt(letters.slice(at, end).join(""), base)];
      if (shared === undefined) throw new Error("The trie refers to a node that is not there yet.");
      at = end + 1;
      nodes.pop();
      const replaced = top();
      path.at(-2)?.node.children.set(replaced.letter, shared);
      replaced.node = shared;
    } else {
      const own = letter === "\\" ? (letters[at++] ?? "") : letter;
      const node: TrieNode = { children: new Map(), word: false };
      top().node.children.set(own, node);
      nodes.push(node);
      path.push({ node, letter: own });
    }
  }

  const words: string[] = [];
  const walk = (node: TrieNode, word: string): void => {
    if (node.word) words.push(word);
    for (const [letter, child] of node.children) walk(child, word + letter);
  };
  walk(root, "");
  return words;
}

/** One letter for each beginning of a syllable, so that a rhyme's beginnings are one short word. */
const ONSETS = ["", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];
const ONSET_LETTERS = "0bcCdđgGjhkKlmnNŋYpPqrstTRvx";
const SYLLABLE = /^(ngh|ng|nh|gh|gi(?=[aăâeêoôơuư])|ph|kh|ch|th|tr|qu|[bcdđghklmnprstvx])?([aăâeêioôơuưy]+(?:ch|nh|ng|[cmnpt])?)$/u;

/** The toneless form, the vowels' own marks kept. */
function toneless(word: string): string {
  return word.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC");
}

function encode(words: readonly string[]): { data: string; odd: readonly string[]; count: number } {
  const byRhyme = new Map<string, string>();
  const odd: string[] = [];
  let count = 0;
  for (const word of [...new Set(words.map((raw) => canonicalTone(raw)))].sort()) {
    const match = SYLLABLE.exec(toneless(word));
    if (match === null || match[0] !== toneless(word)) {
      odd.push(word);
      continue;
    }
    const onset = match[1] ?? "";
    const rhyme = word.slice(onset.length);
    byRhyme.set(rhyme, (byRhyme.get(rhyme) ?? "") + (ONSET_LETTERS[ONSETS.indexOf(onset)] ?? ""));
    count++;
  }
  const data = [...byRhyme].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rhyme, onsets]) => `${rhyme} ${onsets}`);
  return { data: data.join(";"), odd, count };
}

const root = join(import.meta.dirname, "..");
const folder = join(root, "node_modules", "@cspell", "dict-vi-vn");
const version = (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
const licence = readFileSync(join(folder, "LICENSE"), "utf8").trim();
// Words in capitals are names and abbreviations, "~" opens the forms that cspell uses to compare without marks.
const words = trieWords(gunzipSync(readFileSync(join(folder, "vi.trie.gz"))).toString("utf8")).filter((word) => !word.startsWith("~") && word === word.toLowerCase());
const { data, odd, count } = encode(words);

const lines = data.match(/.{1,150}(?:;|$)/gu) ?? [];
writeFileSync(
  join(root, "src", "text", "spelling", "syllables.ts"),
  `/*
 * Generated by scripts/build-syllables.ts from @cspell/dict-vi-vn ${version}. The word list is under this licence:
 *
${licence.split("\n").map((line) => ` * ${line}`.trimEnd()).join("\n")}
 */

/** The beginnings of syllables, each by one letter. */
export const ONSETS: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(ONSETS.map((onset, i) => [ONSET_LETTERS[i], onset])))};

/** ${String(count)} syllables: for each rhyme with its tone (older placement of the tone mark) the beginnings that it is written with. */
export const SYLLABLES =
${lines.map((line) => `  ${JSON.stringify(line)}`).join(" +\n")};
`,
);
process.stdout.write(`${String(count)} syllables written; left out: ${odd.join(" ")}\n`);
