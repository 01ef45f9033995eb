import type { Localized } from "../text/language";

/** What stands in the way of opening or writing a workbook. */
export type WorkbookFailureCode =
  | "empty-file"
  | "not-a-workbook"
  | "old-format"
  | "binary-format"
  | "encrypted"
  | "truncated"
  | "damaged"
  | "missing-part"
  | "broken-xml"
  | "no-sheets"
  | "unsafe-xml"
  | "unsafe-name"
  | "overblown"
  | "too-large"
  | "too-many-cells"
  | "text-too-long"
  | "setting-too-large"
  | "no-such-sheet"
  | "structure-locked"
  | "excel-too-old"
  | "cell-being-edited"
  | "sheet-protected"
  | "sheet-gone"
  | "request-too-large"
  | "excel-silent"
  | "excel-refused"
  | "partly-written";

const SAVE_AGAIN = {
  vi: "hãy mở tệp bằng Excel, chọn Lưu thành (Save As) dạng Excel Workbook (.xlsx) rồi thử lại",
  en: "open it in Excel, save it as Excel Workbook (.xlsx) and try again",
};

/** What happened, and what to do: one line each. `detail` names the part, the limit or the cell. */
const REASONS: Record<WorkbookFailureCode, (detail: string) => Localized> = {
  "empty-file": () => ({
    vi: "Tệp rỗng (0 byte), có thể do tải về hoặc sao chép chưa xong: hãy lấy lại tệp từ nơi gửi.",
    en: "The file is empty (0 bytes), perhaps by an unfinished download or copy: get it again from its sender.",
  }),
  "not-a-workbook": () => ({
    vi: `Tệp không phải là bảng tính .xlsx: ${SAVE_AGAIN.vi}.`,
    en: `The file is not an .xlsx workbook: ${SAVE_AGAIN.en}.`,
  }),
  "old-format": () => ({
    vi: `Tệp ở định dạng Excel cũ (.xls): ${SAVE_AGAIN.vi}.`,
    en: `The file is in the old Excel format (.xls): ${SAVE_AGAIN.en}.`,
  }),
  "binary-format": () => ({
    vi: `Tệp ở định dạng nhị phân (.xlsb): ${SAVE_AGAIN.vi}.`,
    en: `The file is in the binary format (.xlsb): ${SAVE_AGAIN.en}.`,
  }),
  encrypted: () => ({
    vi: "Tệp có đặt mật khẩu mở: hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại rồi thử lại.",
    en: "The file is protected by a password: open it in Excel, take the password away (File > Info > Protect Workbook), save it and try again.",
  }),
  truncated: () => ({
    vi: "Tệp bị cụt, có thể do tải về hoặc sao chép chưa xong: hãy lấy lại tệp từ nơi gửi.",
    en: "The file is cut short, perhaps by an unfinished download or copy: get it again from its sender.",
  }),
  damaged: (detail) => ({
    vi: `Tệp bị hỏng (${detail}): hãy lấy lại tệp từ nơi gửi, hoặc ${SAVE_AGAIN.vi}.`,
    en: `The file is damaged (${detail}): get it again from its sender, or ${SAVE_AGAIN.en}.`,
  }),
  "missing-part": (detail) => ({
    vi: `Tệp thiếu phần ${detail}: ${SAVE_AGAIN.vi}.`,
    en: `The file lacks its part ${detail}: ${SAVE_AGAIN.en}.`,
  }),
  "broken-xml": (detail) => ({
    vi: `Phần ${detail} trong tệp viết sai cấu trúc: ${SAVE_AGAIN.vi}.`,
    en: `The part ${detail} of the file is malformed: ${SAVE_AGAIN.en}.`,
  }),
  "no-sheets": () => ({
    vi: "Tệp không có trang tính nào: hãy chọn tệp có bảng phụ lục.",
    en: "The file has no worksheet: choose the file that holds the appendix.",
  }),
  "unsafe-xml": (detail) => ({
    vi: `Phần ${detail} trong tệp có khai báo thực thể (DOCTYPE), không an toàn nên không mở: ${SAVE_AGAIN.vi}.`,
    en: `The part ${detail} of the file declares entities (DOCTYPE), which is unsafe, so it was not opened: ${SAVE_AGAIN.en}.`,
  }),
  "unsafe-name": (detail) => ({
    vi: `Tệp chứa tên bên trong không hợp lệ (${detail}) nên không mở: hãy hỏi lại người gửi.`,
    en: `The file holds an entry with an unsafe name (${detail}), so it was not opened: ask its sender.`,
  }),
  overblown: (detail) => ({
    vi: `Phần ${detail} của tệp nở ra lớn bất thường so với tệp nén, có thể là tệp phá hoại nên không mở: hãy hỏi lại người gửi, hoặc ${SAVE_AGAIN.vi}.`,
    en: `The part ${detail} of the file grows out of all proportion when it is unpacked, which may be meant to do harm, so it was not opened: ask its sender, or ${SAVE_AGAIN.en}.`,
  }),
  "too-large": (detail) => ({
    vi: `Tệp quá lớn (${detail}): hãy tách thành các tệp nhỏ hơn, hoặc xóa các trang không cần soát.`,
    en: `The file is too large (${detail}): split it, or delete the sheets that need no check.`,
  }),
  "too-many-cells": (detail) => ({
    vi: `Tệp có quá nhiều ô (${detail}): hãy xóa các trang, dòng, cột không cần soát.`,
    en: `The file has too many cells (${detail}): delete sheets, rows and columns that need no check.`,
  }),
  "text-too-long": (detail) => ({
    vi: `Nội dung ghi vào ô ${detail} dài quá 32.767 ký tự, giới hạn của Excel: hãy chia ra nhiều ô.`,
    en: `The text for cell ${detail} is longer than the 32,767 characters that Excel allows: divide it among cells.`,
  }),
  "setting-too-large": (detail) => ({
    vi: `Phần “${detail}” lưu kèm trong tệp quá lớn (giới hạn 900 kB): hãy bớt nội dung rồi lưu lại.`,
    en: `What is to be kept in the file as “${detail}” is too large (the limit is 900 kB): make it smaller and save again.`,
  }),
  "no-such-sheet": (detail) => ({
    vi: `Không còn trang tính “${detail}”, có thể đã bị đổi tên hoặc xóa: hãy chọn lại trang.`,
    en: `There is no sheet “${detail}”, it may have been renamed or deleted: choose the sheet again.`,
  }),
  "structure-locked": () => ({
    vi: "Sổ làm việc đang khóa cấu trúc nên không thêm được trang tính: hãy bỏ khóa (Xem lại > Bảo vệ Sổ làm việc) rồi thử lại.",
    en: "The structure of the workbook is locked, so no sheet can be added: unlock it (Review > Protect Workbook) and try again.",
  }),
  "excel-too-old": () => ({
    vi: "Phiên bản Excel này quá cũ (cần ExcelApi 1.9, có từ Excel 2021, Microsoft 365 và Excel trên web): hãy cập nhật Office, hoặc soát tệp bằng bàn soát trong trình duyệt.",
    en: "This version of Excel is too old (ExcelApi 1.9 is needed: Excel 2021, Microsoft 365, Excel on the web): update Office, or check the file in the browser workbench.",
  }),
  "cell-being-edited": () => ({
    vi: "Excel đang ở chế độ sửa ô: hãy nhấn Enter để giữ (hoặc Esc để bỏ) nội dung đang gõ, rồi thử lại.",
    en: "A cell is being edited in Excel: press Enter to keep (or Esc to drop) what is being typed, then try again.",
  }),
  "sheet-protected": (detail) => ({
    vi: `Trang tính${named(detail)} đang được bảo vệ nên không ghi được: hãy bỏ bảo vệ (Xem lại > Bỏ Bảo vệ Trang tính) rồi thử lại.`,
    en: `The sheet${named(detail)} is protected, so nothing could be written on it: unprotect it (Review > Unprotect Sheet) and try again.`,
  }),
  "sheet-gone": (detail) => ({
    vi: `Trang tính${named(detail)} vừa bị xóa hoặc thay đổi trong lúc làm việc: hãy soát lại.`,
    en: `The sheet${named(detail)} was deleted or changed in the meantime: check again.`,
  }),
  "request-too-large": (detail) => ({
    vi: `Dữ liệu vượt quá giới hạn một lần trao đổi của Excel (${detail}): hãy soát tệp bằng bàn soát trong trình duyệt, hoặc tách thành các tệp nhỏ hơn.`,
    en: `The data is more than Excel passes on at one time (${detail}): check the file in the browser workbench, or split it.`,
  }),
  "excel-silent": (detail) => ({
    vi: `Excel không trả lời sau ${detail} giây: nếu đang gõ dở trong ô hoặc có hộp thoại đang mở, hãy nhấn Enter hoặc đóng hộp thoại, rồi thử lại.`,
    en: `Excel did not answer for ${detail} seconds: if a cell is being edited or a dialog is open, finish it, then try again.`,
  }),
  "excel-refused": (detail) => ({
    vi: `Excel từ chối thao tác này (${detail}): hãy thử lại; nếu vẫn vậy, hãy lưu tệp, mở lại rồi soát.`,
    en: `Excel refused this operation (${detail}): try again; if it goes on, save the file, open it again and check.`,
  }),
  "partly-written": (detail) => ({
    vi: `Việc ghi bị gián đoạn và không biết chắc đã ghi được những ô nào (${detail}): hãy soát lại để xem; hoàn tác bằng Ctrl+Z trong Excel nếu cần.`,
    en: `Writing was interrupted, and it is not certain which cells were written (${detail}): check again to see; take it back with Ctrl+Z in Excel if need be.`,
  }),
};

/** A sheet's name behind the word for it; nothing where the failure does not know the name. */
function named(sheet: string): string {
  return sheet === "" ? "" : ` ${sheet}`;
}

/** A workbook could not be opened or written. `reason` is for people: what happened and what to do, in one line. */
export class WorkbookFailure extends Error {
  override readonly name = "WorkbookFailure";
  readonly reason: Localized;

  /**
   * @param code what happened, for programs.
   * @param detail the part, limit or cell that it happened with; goes into the reason.
   * @param cause the error that it stands for, for the details.
   */
  constructor(
    readonly code: WorkbookFailureCode,
    detail = "",
    cause?: unknown,
  ) {
    const reason = REASONS[code](detail);
    super(reason.en, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }

  /** The same, by the name under which the pane looks for what an error says of itself. */
  get localized(): Localized {
    return this.reason;
  }
}
