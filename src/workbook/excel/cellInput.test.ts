import { inputOf } from "./cellInput";

test.each(["=1+1", "+84 24", "-", "- Rà soát", "@SUM(A1)", "'đã trích", "  =A1", "\t=A1", "＝1", "9/2026", "31/12/2025", "30%", "1.", "1.1", "001", "(2)", "1,5", "10:30", "1E5", "12.000 ₫", "3 Jan", "March 2026", "10:30 PM", "TRUE", " false ", "#N/A"])(
  "%j gets an apostrophe",
  (text) => expect(inputOf(text)).toBe(`'${text}`),
);

test.each(["Phòng Kinh tế", "Quý I/2026", "≥30%", "Tháng 9/2026", "30 ngày sau khi ban hành", "1. Rà soát thủ tục", "12 phòng, ban", "2 hộ/thôn", "Năm 2025", "…", "x", "# ghi chú", "A1", "Trước 30/6"])(
  "%j stays as it is",
  (text) => expect(inputOf(text)).toBe(text),
);

test("numbers and logical values are handed over as they are, nothing as the empty text, and a cell of the format text needs no apostrophe", () => {
  expect([inputOf(0.5), inputOf(false), inputOf(null), inputOf(""), inputOf("9/2026", "@")]).toEqual([0.5, false, "", "", "9/2026"]);
});
