import { checkedName } from "./download";

test.each([
  ["Phụ lục I.xlsx", "Phụ lục I-da-soat.xlsx"],
  ["a.XLSX", "a-da-soat.xlsx"],
  ["a-da-soat.xlsx", "a-da-soat.xlsx"],
  ["a-danh-dau.xlsx", "a-da-soat.xlsx"],
  ["kế hoạch 1.2", "kế hoạch 1.2-da-soat.xlsx"],
  [".xlsx", "phu-luc-da-soat.xlsx"],
])("%s", (name, expected) => expect(checkedName(name, false)).toBe(expected));

test("the copy with marks has another name than the one to be signed", () => expect(checkedName("a-da-soat.xlsx", true)).toBe("a-danh-dau.xlsx"));
