import type { ReviewView } from "../review/view";
import { outcomeText } from "../taskpane/message/messageText";
import { WORDS } from "../taskpane/words/words";
import type { Language, Localized } from "../text/language";

/** What the window says around a message. */
interface ToldWords {
  readonly title: string;
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  /** When the message itself did not arrive. */
  readonly lost: string;
}

export const TOLD_WORDS: Readonly<Record<Language, ToldWords>> = {
  vi: {
    title: "Soát Phụ lục",
    close: "Đóng",
    copy: WORDS.vi.failureActions.copy,
    copied: WORDS.vi.failureActions.copied,
    copyFailed: WORDS.vi.failureActions.copyFailed,
    lost: "Đã làm xong. Bấm Mở khung soát trên thẻ Trang chủ để xem kết quả.",
  },
  en: {
    title: "Soát Phụ lục",
    close: "Close",
    copy: WORDS.en.failureActions.copy,
    copied: WORDS.en.failureActions.copied,
    copyFailed: WORDS.en.failureActions.copyFailed,
    lost: "Done. Choose Open the pane on the Home tab to see the result.",
  },
};

/** There was nothing to take away. */
export const NO_MARKS: Localized = { vi: WORDS.vi.outcome.unmarked(0), en: WORDS.en.outcome.unmarked(0) };

const WHAT_NEXT: Localized = {
  vi: "Ô có phát hiện đã được đánh dấu. Bấm Mở khung soát để xem từng điều và sửa.",
  en: "Cells with findings are marked. Choose Open the pane to see each one and mend it.",
};

/** The result of a check, and what to do next. */
export function checkedSentence(view: ReviewView): Localized {
  const sentence = (language: Language): string => {
    const result = outcomeText({ kind: "checked" }, view, WORDS[language]);
    return view.findings.length === 0 ? result : `${result} ${WHAT_NEXT[language]}`;
  };
  return { vi: sentence("vi"), en: sentence("en") };
}
