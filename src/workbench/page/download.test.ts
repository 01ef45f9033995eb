import { checkedName } from "./download";

test.each([
  ["Phụ lục I.xlsx", "Phụ lục I-da-soat.xlsx"],
  ["a.XLSX", "a-da-soat.xlsx"],
  ["a-da-soat.xlsx", "a-da-soat.xlsx"],
  ["kế hoạch 1.2", "kế hoạch 1.2-da-soat.xlsx"],
  [".xlsx", "phu-luc-da-soat.xlsx"],
])("%s", (name, expected) => expect(checkedName(name)).toBe(expected));
