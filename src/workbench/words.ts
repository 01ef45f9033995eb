import type { SkipReason } from "../grid/edit";
import type { Language, Localized } from "../text/language";

/** What the workbench says around the pane. */
export interface WorkbenchWords {
  readonly product: string;
  readonly tagline: string;
  readonly open: string;
  readonly samples: string;
  readonly samplesHint: string;
  readonly undo: string;
  readonly redo: string;
  readonly showMarks: string;
  readonly hideMarks: string;
  readonly download: string;
  readonly downloadMarked: string;
  readonly downloadMarkedHint: string;
  readonly downloadClean: string;
  readonly downloadCleanHint: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly light: string; readonly dark: string; readonly system: string };
  readonly unsaved: string;
  readonly noFile: string;
  readonly noFileHint: string;
  readonly dropTitle: string;
  readonly dropHint: string;
  readonly opening: (name: string) => string;
  readonly stop: string;
  readonly failed: (name: string) => string;
  readonly kept: string;
  readonly close: string;
  readonly askTitle: string;
  readonly askText: (name: string) => string;
  readonly askDownload: string;
  readonly askDiscard: string;
  readonly cancel: string;
  readonly refusal: Readonly<Record<SkipReason, (cell: string) => string>>;
  readonly andOthers: (count: number) => string;
  readonly writeFailed: string;
  readonly saveFailed: string;
  readonly sampleFailed: string;
  readonly tooLarge: string;
  readonly unreadable: string;
  readonly sheets: string;
  readonly hiddenSheets: (count: number) => string;
  readonly zoom: string;
  readonly selected: (cells: number) => string;
  readonly count: (count: number) => string;
  readonly sheetTab: (name: string, findings: number) => string;
  readonly goTo: string;
  readonly content: string;
  readonly formulaNote: string;
  readonly expand: string;
  readonly collapse: string;
  readonly splitter: string;
  readonly showPane: string;
  readonly hidePane: string;
  readonly regions: { readonly bar: string; readonly sheet: string; readonly pane: string };
  readonly grid: { readonly sheet: (name: string) => string; readonly cell: (address: string) => string; readonly leaveHint: string };
}

const vietnamese = new Intl.NumberFormat("vi-VN");
const english = new Intl.NumberFormat("en-GB");

const vi: WorkbenchWords = {
  product: "Soát Phụ lục",
  tagline: "Soát phụ lục kế hoạch cấp xã",
  open: "Mở tệp",
  samples: "Bản mẫu",
  samplesHint: "Phụ lục minh họa của năm kế hoạch",
  undo: "Hoàn tác",
  redo: "Làm lại",
  showMarks: "Hiện đánh dấu",
  hideMarks: "Ẩn đánh dấu",
  download: "Tải về",
  downloadMarked: "Kèm đánh dấu",
  downloadMarkedHint: "Ô có lỗi được tô màu trong tệp",
  downloadClean: "Không đánh dấu",
  downloadCleanHint: "Chỉ có nội dung, để trình ký",
  language: "Ngôn ngữ",
  theme: "Giao diện",
  themes: { light: "Sáng", dark: "Tối", system: "Theo máy" },
  unsaved: "Chưa tải về",
  noFile: "Chưa mở tệp nào",
  noFileHint: "Thả một tệp .xlsx vào đây, chọn một bản mẫu, hoặc mở tệp của anh/chị.",
  dropTitle: "Thả tệp .xlsx vào đây để mở",
  dropHint: "Tệp chỉ được đọc trên máy này, không gửi đi đâu",
  opening: (name) => `Đang mở ${name}`,
  stop: "Dừng",
  failed: (name) => `Không mở được “${name}”`,
  kept: "Tệp đang mở vẫn còn nguyên.",
  close: "Đóng",
  askTitle: "Có thay đổi chưa tải về",
  askText: (name) => `Anh/chị đã sửa “${name}” nhưng chưa tải về. Mở tệp khác thì các thay đổi này sẽ mất.`,
  askDownload: "Tải về rồi mở",
  askDiscard: "Bỏ thay đổi",
  cancel: "Quay lại",
  refusal: {
    formula: (cell) => `Ô ${cell} có công thức: giá trị lấy theo tệp, không tính lại ở đây nên chỉ xem. Hãy sửa công thức trong Excel.`,
    "merged-away": (cell) => `Ô ${cell} nằm trong vùng đã gộp: chỉ ô đầu vùng nhận nội dung.`,
    changed: (cell) => `Ô ${cell} vừa có nội dung khác nên được giữ nguyên.`,
    "no-sheet": (cell) => `Không ghi được ô ${cell}: trang tính không còn.`,
    "bad-address": (cell) => `Không ghi được ô ${cell}: nằm ngoài trang tính.`,
    "rows-cannot-move": (cell) => `Không chèn hoặc xóa được hàng ${cell}: có vùng gộp, bảng hoặc công thức phụ thuộc vào hàng này.`,
    "columns-cannot-move": (cell) => `Không chèn hoặc xóa được cột ${cell}: tệp có công thức, ghi chú, ô gộp hoặc bảng liên quan.`,
    protected: (cell) => `${cell} nằm trên trang tính đang được bảo vệ: hãy bỏ bảo vệ trong Excel rồi sửa.`,
    "with-others": (cell) => `${cell} được để nguyên vì một chỗ khác trong cùng lượt không thực hiện được.`,
  },
  andOthers: (count) => `Cùng ${count} ô khác.`,
  writeFailed: "Chưa ghi được thay đổi vừa nhập. Hãy nhập lại; nếu vẫn không được, tải tệp về rồi mở lại.",
  saveFailed: "Chưa tạo được tệp tải về. Hãy thử lại.",
  sampleFailed: "Không lấy được bản mẫu. Hãy kiểm tra kết nối tới máy chủ của trang này rồi thử lại.",
  tooLarge: "Tệp lớn quá mức của một phụ lục nên không mở. Hãy chọn đúng tệp .xlsx có bảng phụ lục.",
  unreadable: "Trình duyệt không đọc được tệp này: tệp có thể đang bị khóa, đã bị di chuyển hoặc là một thư mục. Hãy kiểm tra rồi thử lại.",
  sheets: "Trang tính",
  hiddenSheets: (count) => `${count} trang ẩn`,
  zoom: "Thu phóng",
  selected: (cells) => `Đang chọn ${vietnamese.format(cells)} ô`,
  count: (count) => vietnamese.format(count),
  sheetTab: (name, findings) => (findings === 0 ? name : `${name}, ${vietnamese.format(findings)} điều tìm thấy`),
  goTo: "Đến ô",
  content: "Nội dung ô",
  formulaNote: "Ô công thức: hiện giá trị đã lưu, chỉ xem",
  expand: "Mở rộng khung nội dung",
  collapse: "Thu gọn khung nội dung",
  splitter: "Kéo để đổi cỡ khung soát",
  showPane: "Hiện khung soát",
  hidePane: "Ẩn khung soát",
  regions: { bar: "Thanh công cụ", sheet: "Bảng tính", pane: "Khung soát" },
  grid: {
    sheet: (name) => `Trang tính ${name}`,
    cell: (address) => `Ô ${address}`,
    leaveHint: "Phím mũi tên để di chuyển, F2 để sửa, F6 để ra khỏi bảng tính",
  },
};

const en: WorkbenchWords = {
  product: "Soát Phụ lục",
  tagline: "Checks the appendices of commune plans",
  open: "Open file",
  samples: "Samples",
  samplesHint: "Sample appendices of five plans",
  undo: "Undo",
  redo: "Redo",
  showMarks: "Show marks",
  hideMarks: "Hide marks",
  download: "Download",
  downloadMarked: "With marks",
  downloadMarkedHint: "Cells with findings are coloured in the file",
  downloadClean: "Without marks",
  downloadCleanHint: "The contents alone, ready for signature",
  language: "Language",
  theme: "Theme",
  themes: { light: "Light", dark: "Dark", system: "As the computer" },
  unsaved: "Not downloaded yet",
  noFile: "No file is open",
  noFileHint: "Drop an .xlsx file here, choose a sample, or open a file of yours.",
  dropTitle: "Drop an .xlsx file to open it",
  dropHint: "The file is read on this machine only and sent nowhere",
  opening: (name) => `Opening ${name}`,
  stop: "Stop",
  failed: (name) => `“${name}” could not be opened`,
  kept: "The file that was open is still there.",
  close: "Close",
  askTitle: "Changes not downloaded yet",
  askText: (name) => `You changed “${name}” and have not downloaded it. Opening another file loses these changes.`,
  askDownload: "Download, then open",
  askDiscard: "Discard changes",
  cancel: "Go back",
  refusal: {
    formula: (cell) => `Cell ${cell} holds a formula: its value is the file’s and is not recalculated here, so it is read-only. Change the formula in Excel.`,
    "merged-away": (cell) => `Cell ${cell} is inside a merged area: only the first cell of the area takes contents.`,
    changed: (cell) => `Cell ${cell} holds something else by now, so it was left alone.`,
    "no-sheet": (cell) => `Cell ${cell} could not be written: the sheet is gone.`,
    "bad-address": (cell) => `Cell ${cell} could not be written: it is outside of the sheet.`,
    "rows-cannot-move": (cell) => `Row ${cell} could not be inserted or removed: a merged area, a table or a formula depends on it.`,
    "columns-cannot-move": (cell) => `Column ${cell} could not be inserted or removed: formulas, notes, merged cells or tables of the file depend on it.`,
    protected: (cell) => `${cell} is on a protected sheet: unprotect it in Excel, then change it.`,
    "with-others": (cell) => `${cell} was left as it was, because another change of the same batch could not be made.`,
  },
  andOthers: (count) => `And ${count} more.`,
  writeFailed: "What you entered could not be written. Enter it again; if it still fails, download the file and open it anew.",
  saveFailed: "The download could not be made. Try again.",
  sampleFailed: "The sample could not be fetched. Check the connection to this page’s server and try again.",
  tooLarge: "The file is far larger than any appendix, so it was not opened. Choose the .xlsx that holds the appendix.",
  unreadable: "The browser could not read this file: it may be locked, moved, or a folder. Check it and try again.",
  sheets: "Sheets",
  hiddenSheets: (count) => (count === 1 ? "1 hidden sheet" : `${count} hidden sheets`),
  zoom: "Zoom",
  selected: (cells) => `${english.format(cells)} cells selected`,
  count: (count) => english.format(count),
  sheetTab: (name, findings) => (findings === 0 ? name : `${name}, ${english.format(findings)} ${findings === 1 ? "finding" : "findings"}`),
  goTo: "Go to cell",
  content: "Cell contents",
  formulaNote: "Formula cell: shows the stored value, read-only",
  expand: "Expand the contents",
  collapse: "Collapse the contents",
  splitter: "Drag to resize the pane",
  showPane: "Show the pane",
  hidePane: "Hide the pane",
  regions: { bar: "Toolbar", sheet: "Spreadsheet", pane: "Review pane" },
  grid: {
    sheet: (name) => `Sheet ${name}`,
    cell: (address) => `Cell ${address}`,
    leaveHint: "Arrow keys to move, F2 to edit, F6 to leave the spreadsheet",
  },
};

/** The workbench's words by language. */
export const WORKBENCH_WORDS: Readonly<Record<Language, WorkbenchWords>> = { vi, en };

/** One sentence in both languages. */
export function localized(pick: (words: WorkbenchWords) => string): Localized {
  return { vi: pick(vi), en: pick(en) };
}
