import { rememberTexts } from "../../text/textMemory";

/** Names of groups are longer than most texts that recur. */
const LONGEST = 200;

/** What a group is made of, by the words that name it. */
const KINDS: readonly (readonly [kind: GroupKind, words: RegExp])[] = [
  // "Các đơn vị trường học" are schools.
  ["offices", /(?<!\p{L})(?:phòng|ban|ngành|(?:cơ quan|đơn vị)(?!\s+(?:trường|doanh nghiệp)))(?!\p{L})/u],
  ["villages", /(?<!\p{L})(?:thôn|xóm|ấp|bản|buôn|làng|khối|khu phố|khu dân cư|tổ dân phố)(?!\p{L})/u],
  ["schools", /(?<!\p{L})trường(?! hợp)(?!\p{L})/u],
  ["businesses", /(?<!\p{L})(?:doanh nghiệp|công ty|hợp tác xã|hộ kinh doanh)(?!\p{L})/u],
  ["associations", /(?<!\p{L})(?:hội|đoàn thể|tổ chức chính trị)(?!\p{L})/u],
];

/** The kinds of members that a group may have. */
export type GroupKind = "offices" | "villages" | "schools" | "businesses" | "associations";

/** The kinds of members that the name of a group tells: "Các phòng, ban và các thôn" → offices, villages. */
export const groupKinds = rememberTexts((name): readonly GroupKind[] => {
  const text = name.normalize("NFC").toLowerCase();
  return KINDS.filter(([, words]) => words.test(text)).map(([kind]) => kind);
}, LONGEST);
