import type { SkipReason } from "../grid/edit";
import type { Localized } from "../text/language";

/** Why an edit was not carried out, and where there is something to do, what: for the pane and the command line alike. */
export const SKIP_REASONS: Readonly<Record<SkipReason, Localized>> = {
  changed: { vi: "nội dung đã thay đổi sau khi soát; soát lại rồi sửa", en: "it was changed after the check; check again, then mend" },
  formula: { vi: "ô tính bằng công thức; sửa công thức trong Excel", en: "a formula computes the cell; mend the formula in Excel" },
  "no-sheet": { vi: "không còn trang tính này", en: "the sheet is gone" },
  "bad-address": { vi: "không có ô này trên trang tính", en: "the sheet has no such cell" },
  "merged-away": { vi: "ô nằm trong vùng đã gộp; sửa ở ô đầu của vùng", en: "the cell lies inside a merged area; mend the area's first cell" },
  protected: {
    vi: "trang tính đang được bảo vệ; bỏ bảo vệ (Xem lại > Bỏ Bảo vệ Trang tính) rồi sửa",
    en: "the sheet is protected; unprotect it (Review > Unprotect Sheet), then mend",
  },
  "rows-cannot-move": {
    vi: "tệp có công thức, ghi chú, ô gộp hoặc bảng liên quan đến hàng này; chèn hoặc xóa hàng trong Excel",
    en: "formulas, notes, merged cells or tables of the file depend on this row; insert or delete the row in Excel",
  },
  "columns-cannot-move": {
    vi: "tệp có công thức, ghi chú, ô gộp hoặc bảng liên quan đến cột này; chèn hoặc xóa cột trong Excel",
    en: "formulas, notes, merged cells or tables of the file depend on this column; insert or delete the column in Excel",
  },
  "with-others": {
    vi: "để nguyên vì một chỗ khác trong cùng lượt không thực hiện được",
    en: "left as it was, because another change of the same batch could not be made",
  },
};
