import fc from "fast-check";
import { gridFromRows } from "../../grid/grid";
import { readAppendices } from "../../appendix/reader/readAppendices";
import { findCitations } from "../../text/citation/findCitations";
import { conflict, contradiction, mentionsOf, mentionsOfItems, ownSlip } from "./citations";

const cited = (text: string) => findCitations(text)[0]!;

test.each([
  ["57-NQ/TW ngày 22/12/2024", "57-NQ/TW ngày 22/11/2024", "date"],
  ["57-NQ/TW ngày 22/12/2024", "57-NQ/TW ngày 22/12/2024", null],
  ["57-NQ/TW tháng 12/2024", "57-NQ/TW ngày 22/12/2024", null],
  // The Party's numbers begin anew with each term, the state's each year.
  ["45-NQ/TW ngày 24/11/2023", "45-NQ/TW ngày 05/01/2019", null],
  ["71/NQ-CP ngày 01/4/2025", "71/NQ-CP ngày 05/6/2022", null],
  ["71/NQ-CP ngày 01/4/2025", "71/NQ-CP ngày 01/4/2024", "date"],
  ["12/KH-UBND ngày 05/01/2026 của UBND tỉnh", "12/KH-UBND ngày 09/02/2026 của UBND xã", null],
  ["12/KH-UBND ngày 05/01/2026 của UBND tỉnh", "12/KH-UBND ngày 09/02/2026", "date"],
  ["12/KH-UBND của UBND tỉnh", "12/KH-UBND của UBND xã", null],
  ["12/KH-UBND ngày 05/01/2026 của UBND tỉnh", "12/KH-UBND ngày 05/01/2026 của UBND xã", "issuer"],
  ["57-NQ/TW của Bộ Chính trị", "57-NQ/TW của Ban Bí thư", "issuer"],
])("%s and %s: %s", (a, b, expected) => {
  expect(conflict(cited(a), cited(b))).toBe(expected);
  expect(conflict(cited(b), cited(a))).toBe(expected);
});

test.each([
  ["Công văn số 348/KH-UBND", "type"],
  ["30-Ctr/TW ngày 8/3/2024 của Thành ủy", "organ"],
  ["88/2025/NĐ-CP ngày 13/4/2024", "numberYear"],
  ["12/KH-UBND ngày 31/02/2025", "noDay"],
  ["57- NQ/TW", "form"],
  ["Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", null],
  // Of a number that nobody can read nothing else is known.
  ["Kế hoạch số 15527BTTTT-TTH", "form"],
])("%s has one slip of its own: %s", (text, expected) => {
  expect(ownSlip(cited(text))).toBe(expected);
});

function readingOf(contents: readonly string[]) {
  return readAppendices([gridFromRows([["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"], ...contents.map((content, i) => [i + 1, content, "Phòng Kinh tế", "Năm 2026"])])]);
}

test("the majority is not told, the minority is, and both where the numbers are even", () => {
  const standing = (contents: readonly string[]) => {
    const reading = readingOf(contents);
    return mentionsOf(reading.appendices[0]!).map(({ citation }) => contradiction(citation, reading)?.standing ?? null);
  };
  const [right, wrong] = ["Thực hiện Kế hoạch số 215/KH-UBND ngày 16/5/2025", "Sơ kết Kế hoạch số 215/KH-UBND ngày 16/8/2025"];
  expect(standing([right, `${right} lần hai`, wrong])).toEqual([null, null, "minority"]);
  expect(standing([right, wrong])).toEqual(["even", "even"]);
});

test("the plan's own number in the attachment line is no citation", () => {
  const { appendices } = readAppendices([
    gridFromRows([
      ["PHỤ LỤC THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW"],
      ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Phú Xuyên)"],
      ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
      [1, "Mở lớp tập huấn theo Đề án 06", "Phòng Kinh tế", "Năm 2026"],
      [2, "Thực hiện Quyết định 06/QĐ-TTg", "Công an xã", "Năm 2026"],
    ]),
  ]);
  expect(mentionsOf(appendices[0]!).map(({ citation }) => citation.number)).toEqual(["57-NQ/TW", "06/QĐ-TTg"]);
});

test("an item cites what its text does, wherever the numbers stand in it", () => {
  const part = fc.constantFrom(
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", "số 71/NQ–CP ngày 1/4/2025 của Chính phủ", "NQ57/TW", "88/2025/NĐ-CP", "Công văn số 3204/UBND ĐMPT", "193/2025/QH15", "57NQ/TW",
    "1234567/2025/NĐ-CP", "12/2025 /KH-UBND", "đạt 95% ở đợt 12", "5G", "2.000 hộ", "Tổ dân phố 3 Phú Xuyên", "“mô hình”", "và", ",", " ", "của Thành ủy Hà Nội", "kế hoạ\u0323ch số 12/KH-UBND", "công việc",
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const text = parts.join(" ");
      const [appendix] = readingOf([text]).appendices;
      const mentions = mentionsOfItems.of(appendix!)[0]!.map(({ citation }) => citation);
      expect(mentions).toEqual(findCitations(appendix!.items[0]!.fields.content!.text));
    }),
  );
});
