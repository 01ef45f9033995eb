/** @jest-environment jsdom */
import { formatHtmlTable, parseHtmlTable } from "./htmlTable";

const plain = { rowSpan: 1, columnSpan: 1, bold: false, italic: false };

describe("parseHtmlTable", () => {
  test.each<[string, string, string[][] | null]>([
    ["Excel's table with a comment around the fragment", "<html><body><!--StartFragment--><table><tr><td>a</td><td>b</td></tr></table><!--EndFragment--></body></html>", [["a", "b"]]],
    ["merged columns and rows give their text at their top left", "<table><tr><td colspan=2>STT</td><td rowspan=2>Nội dung</td></tr><tr><td>TT</td><td>Chi tiết</td></tr></table>", [["STT", "", "Nội dung"], ["TT", "Chi tiết", ""]]],
    ["<br> is a line break, line breaks of the markup are blanks", "<table><tr><td>một<br>hai\n   ba</td></tr></table>", [["một\nhai ba"]]],
    ["Word's paragraphs are lines", "<table><tr><td><p>một</p><p>hai</p></td></tr></table>", [["một\nhai"]]],
    ["no table", "<p>chữ</p>", null],
  ])("%s", (_name, html, rows) => {
    expect(parseHtmlTable(html)).toEqual(rows);
  });

  test("nothing in the clipboard runs", () => {
    parseHtmlTable("<table><tr><td><img src=x onerror='window.ran = true'><script>window.ran = true</script>a</td></tr></table>");
    expect("ran" in window).toBe(false);
  });
});

describe("formatHtmlTable", () => {
  test("escapes, keeps line breaks in the cell and merges, and reads back", () => {
    const html = formatHtmlTable([
      [{ ...plain, text: "<b>&\nhai", columnSpan: 2, bold: true }, null],
      [{ ...plain, text: "1" }, { ...plain, text: "01/2025" }],
    ]);
    expect(html).toContain('colspan="2"');
    expect(html).toContain("&lt;b&gt;&amp;<br>hai");
    expect(parseHtmlTable(html)).toEqual([["<b>&\nhai", ""], ["1", "01/2025"]]);
  });

  test("what looks like a date or has a leading zero is sent as text, a whole number is not", () => {
    const format = (text: string): boolean => formatHtmlTable([[{ ...plain, text }]]).includes("mso-number-format");
    expect([format("9/2026"), format("01"), format("30%"), format("12")]).toEqual([true, true, true, false]);
  });
});
