import type { Appendix, Field } from "../../appendix/appendix";
import { rewriteField } from "./rewrite";

const appendix: Appendix = {
  sheet: "Phụ lục", kind: "outline", titleLines: { label: null, title: null, attachment: null, lines: [] },
  area: { top: 0, left: 0, bottom: 9, right: 0 }, headerRows: [], columns: [], sections: [], items: [],
};
const cell = { row: 4, column: 0 };

test("a whole cell is replaced", () => {
  const field: Field = { text: "Năm 2026", value: "Năm 2026", cell };
  expect(rewriteField(appendix, field, "2026", 2026)).toEqual({ sheet: "Phụ lục", cell: "A5", expected: "Năm 2026", value: 2026 });
});

test("a cell that holds a number expects the number", () => {
  expect(rewriteField(appendix, { text: "2026", value: 2026, cell }, "Năm 2026")).toEqual({ sheet: "Phụ lục", cell: "A5", expected: 2026, value: "Năm 2026" });
});

test("of a part of a cell only that part is replaced", () => {
  const cellText = "- Thời gian: Năm 2026.";
  const field: Field = { text: "Năm 2026.", value: "Năm 2026.", cell, span: { start: 13, end: cellText.length }, cellText };
  expect(rewriteField(appendix, field, "Quý I/2026.")).toEqual({ sheet: "Phụ lục", cell: "A5", expected: cellText, value: "- Thời gian: Quý I/2026." });
});

test("nothing is written where the cell's whole text is not known, or a page break cut the row", () => {
  expect(rewriteField(appendix, { text: "Năm 2026", value: "Năm 2026", cell, span: { start: 13, end: 21 } }, "2026")).toBeUndefined();
  expect(rewriteField(appendix, { text: "Năm 2026", value: "Năm 2026", cell, continued: [{ row: 5, column: 0 }] }, "2026")).toBeUndefined();
});
