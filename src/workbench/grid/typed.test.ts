import type { CellValue } from "../../grid/grid";
import { valueOfTyped } from "./typed";

test.each<[string, CellValue, string, CellValue]>([
  ["12", null, "", 12],
  ["-3", 1, "1", -3],
  ["01", null, "", "01"],
  ["1/2", null, "", "1/2"],
  ["9/2026", null, "", "9/2026"],
  ["30%", null, "", "30%"],
  ["35%", 0.3, "30%", 0.35],
  ["35%", 30, "30", "35%"],
  ["1,5", 2, "2", 1.5],
  ["1,5", "≥1%", "≥1%", "1,5"],
  ["15/10/2025", 46022, "31/12/2025", 45945],
  ["31/2/2025", 46022, "31/12/2025", "31/2/2025"],
  ["15/10/2025", "31/12/2025", "31/12/2025", "15/10/2025"],
  ["13", "12", "12", "13"],
  ["'13", null, "", "13"],
  ["", "x", "x", null],
  ["true", false, "FALSE", true],
  ["true", null, "", "true"],
  ["=A1+1", null, "", "=A1+1"],
  ["một\r\nhai", null, "", "một\nhai"],
  ["chuyển", null, "", "chuyển"],
  ["123456789012345678", null, "", "123456789012345678"],
])("%j over %j shown %j becomes %j", (typed, before, shown, expected) => {
  expect(valueOfTyped(typed, before, shown)).toBe(expected);
});

test("a decomposed text becomes composed", () => {
  expect(valueOfTyped("đổi mới".normalize("NFD"), null)).toBe("đổi mới".normalize("NFC"));
});
