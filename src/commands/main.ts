/// <reference types="office-js" />
import { browserStorage, loadPreferences } from "../taskpane/preferences";
import { linkSession } from "../taskpane/excel/engine/sessionLink";
import { officeLoaded } from "../taskpane/excel/office/office";
import { openBook } from "../taskpane/excel/openBook";
import { askPane } from "../taskpane/excel/ribbonCalls";
import { carryOut, type RibbonCommand } from "./command";
import { tellInDialog } from "./dialog";
import { checkedSentence, NO_MARKS } from "./words";

let environment: readonly string[] = [];

/** The workbook whose ribbon was pressed. */
async function book() {
  const open = await openBook();
  environment = open.environment;
  return open.book;
}

/** Checks every sheet under the settings of this machine and marks what was found; an open pane does it instead and shows it. */
const check: RibbonCommand = {
  doing: "check",
  run: async () => {
    const workbook = await book();
    if (await askPane("check", Office.context.document.url)) return null;
    const session = linkSession(Promise.resolve(workbook));
    const view = await session.setRules(loadPreferences(browserStorage()).rules);
    if (view.appendices.length > 0) await session.showMarks();
    return checkedSentence(view);
  },
};

/** Takes every mark of the product off the sheets. That shows by itself, unless there was none. */
const clear: RibbonCommand = {
  doing: "marks",
  run: async () => {
    const workbook = await book();
    if (await askPane("clear", Office.context.document.url)) return null;
    return (await workbook.clearMarks()) === 0 ? NO_MARKS : null;
  },
};

// The names are those of manifest.xml. They must be known before Excel has answered: it may call at once.
void officeLoaded.then(() => {
  for (const [name, command] of [["checkNow", check], ["clearMarks", clear]] as const) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void carryOut(command, event, () => environment, tellInDialog));
  }
});
