import { marksOf } from "./marks";

test("one mark a cell, of its gravest finding; the same address on two sheets is two cells", () => {
  expect(
    marksOf([
      { sheet: "I", cell: "A1", severity: "info" },
      { sheet: "I", cell: "A1", severity: "error" },
      { sheet: "I", cell: "A1", severity: "warning" },
      { sheet: "II", cell: "A1", severity: "warning" },
    ]),
  ).toEqual([
    { sheet: "I", cell: "A1", severity: "error" },
    { sheet: "II", cell: "A1", severity: "warning" },
  ]);
});
