import type { SkipReason } from "../grid/edit";
import type { Localized } from "../text/language";

/** Why an edit was not carried out, and where there is something to do, what: for the pane and the command line alike. */
export const SKIP_REASONS: Readonly<Record<SkipReason, Localized>> = {
  changed: { vi: "nội dung đã thay đổi sau khi soát; soát lại rồi sửa", en: "it was changed after the check; check again, then mend" },
  formula: { vi: "ô tính bằng công thức; sửa công thức trong Excel", en: "a formula computes the cell; mend the formula in Excel" },
  "no-sheet": { vi: "không còn trang tính này", en: "the sheet is gone" },
  "bad-address": { vi: "không có ô này trên trang tính", en: "the sheet has no such cell" },
  "merged-away": { vi: "ô nằm trong vùng đã gộp; sửa ở ô đầu của vùng", en: "the cell lies inside a merged area; mend the area's first cell" },
  "rows-cannot-move": {
    vi: "tệp có công thức, ghi chú hoặc bảng liên quan đến hàng này; xóa hàng trong Excel",
    en: "formulas, notes or tables of the file depend on this row; delete the row in Excel",
  },
};
