/// <reference types="office-js" />
import { browserStorage, loadPreferences } from "../taskpane/preferences";
import { languageAtStart } from "../taskpane/excel/office/language";
import { officeReady } from "../taskpane/excel/office/office";
import { takeMessage } from "./message";
import { TOLD_WORDS } from "./words";

/** The window that a button of the ribbon speaks through: one message, and a way to put it away. */
function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page lacks its element ${selector}.`);
  return found;
}

const told = takeMessage();
const { language } = loadPreferences(browserStorage(), languageAtStart(location.search));
const words = TOLD_WORDS[language];
const details = told?.details ?? null;
const copy = element("#copy");
const close = element("#close");

document.documentElement.lang = language;
element("h1").textContent = words.title;
element("p").textContent = told?.message[language] ?? words.lost;
close.textContent = words.close;
close.addEventListener("click", () => {
  void officeReady.then(() => Office.context.ui.messageParent("close"));
});
if (details !== null) {
  copy.textContent = words.copy;
  copy.hidden = false;
  copy.addEventListener("click", () => void copyDetails(details));
}
close.focus();

async function copyDetails(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    copy.textContent = words.copied;
  } catch {
    // Where the page may not write to the clipboard, the text is there to be marked and copied by hand.
    const shown = element("pre");
    shown.textContent = text;
    shown.hidden = false;
    copy.textContent = words.copyFailed;
  }
}
