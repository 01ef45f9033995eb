import type { Words } from "./vi";

/** What the pane says in English. */
export const en: Words = {
  failure: {
    check: "The appendix could not be checked. Try again; if it still fails, copy the details and send them to your support person.",
    preview: "The changes could not be previewed. Check again, then retry.",
    apply: "The fix could not be applied. See whether the sheet is protected or a cell is being edited, then try again.",
    undo: "Undo did not work. Try again, or press Ctrl+Z on the sheet.",
    redo: "Redo did not work. Try again, or press Ctrl+Y on the sheet.",
    select: "The cell could not be selected. Its sheet may have been hidden, renamed or deleted; check again.",
    marks: "The marks on the sheet could not be changed. See whether the sheet is protected, then try again.",
  },
};
