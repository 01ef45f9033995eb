import type { Severity } from "../../grid/mark";
import { SKIP_REASONS } from "../../review/skipReasons";
import type { Words } from "./vi";

const number = new Intl.NumberFormat("en-GB");
const n = (value: number): string => number.format(value);
const counted = (count: number, one: string, many = `${one}s`): string => `${n(count)} ${count === 1 ? one : many}`;
const severity: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };
const level: Words["plan"]["levels"] = { xã: "commune", phường: "ward", "đặc khu": "special zone" };
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const kept = { plan: "the plan's details", rules: "rules", units: "directory of units", ignored: "ignored findings" };

/** What the pane says in English. */
export const en: Words = {
  appName: "Soát Phụ lục",
  language: "English",
  severity,
  count: n,
  severityCount: (kind, count) => counted(count, severity[kind].toLowerCase()),
  close: "Close",
  cancel: "Cancel",

  command: {
    check: "Check the appendices",
    stop: "Stop",
    fix: "Fix",
    fixAll: "Fix all",
    ignore: "Ignore",
    restore: "Count again",
    explain: "Why?",
    undo: "Undo",
    redo: "Redo",
    showMarks: "Show marks on the sheet",
    hideMarks: "Clear marks from the sheet",
    next: "Next finding",
    previous: "Previous finding",
    clearFilter: "Clear filters",
  },
  withShortcut: (label, shortcut) => `${label} (${shortcut})`,

  page: { review: "Check", targets: "Targets", templates: "Templates", units: "Units", settings: "Settings", label: "Pages" },

  plan: {
    edit: "Edit the plan's details",
    notRead: "The plan's details will be read from the title lines",
    place: (tier, place) => (tier === null ? place : `${place} ${level[tier]}`),
    unknownPlace: "place unknown",
    unknownProvince: "province unknown",
    unknownIssued: "issue date unknown",
    issuedDay: (day, month, year) => `${day} ${months[month - 1] ?? ""} ${year}`,
    issuedMonth: (month, year) => `${months[month - 1] ?? ""} ${year}`,
    formTitle: "The plan under review",
    formHint: "A field left blank follows the appendix's title lines.",
    fields: {
      place: "Commune, ward or special zone",
      level: "Level",
      province: "Province or city",
      number: "Plan number",
      issued: "Day or month of issue",
      period: "Period",
      issuer: "Issued by",
    },
    levels: level,
    issuers: { government: "People’s Committee", party: "Party Committee" },
    asRead: "as the title lines say",
    asReadValue: (value) => `title lines: ${value}`,
    example: { place: "Phú Xuyên", province: "Hà Nội", number: "139/KH-UBND", issued: "16/5/2025 or 5/2025", period: "2026 or 2025-2030" },
    errors: {
      place: "Give the name alone, such as Phú Xuyên, and choose the level beside it.",
      province: "Give the name of the province or city alone, such as Hà Nội.",
      number: "Give the number with its symbol, such as 139/KH-UBND.",
      issued: "Give a day such as 16/5/2025, or a month such as 5/2025.",
      period: "Give a year such as 2026, or a period such as 2025-2030.",
    },
    save: "Save and check",
    clear: "Follow the title lines",
  },

  state: {
    notChecked: "Not checked yet",
    noTable: "No appendix found to check",
    clean: "No errors",
    checkAgain: "Check again",
    checking: "Checking…",
    checkingProgress: (percent) => `Checking… ${percent}%`,
    previewing: "Working out the changes…",
    writing: "Writing to the sheet…",
    writingProgress: (percent) => `Writing… ${percent}%`,
    progress: "Progress",
  },

  first: { hint: "Reads every sheet and finds what is missing, wrong or inconsistent in the appendices. Nothing is changed until you agree." },
  noTable: {
    title: "No appendix found in this file",
    hint: "A table needs a row of column names, such as STT, Nội dung, Cơ quan chủ trì, Thời gian hoàn thành. Open the sheet with the table, unhide it if hidden, then check again.",
  },
  clean: {
    title: "No errors found",
    hint: (tables, items) => `Checked ${counted(tables, "table")} and ${counted(items, "task or target", "tasks and targets")}. Read it through once more before signature.`,
  },
  filteredOut: { title: "No finding matches the filters", hint: (all) => `${counted(all, "finding")} hidden.` },

  filter: {
    label: "Filter the list",
    severities: "Filter by severity",
    family: "Kind",
    allFamilies: "All kinds",
    sheet: "Sheet",
    allSheets: "All sheets",
    search: "Search the findings",
    searchPlaceholder: "Search…",
    shown: (shown, all) => `Showing ${n(shown)} of ${n(all)}`,
    option: (name, count) => `${name} (${n(count)})`,
    ignored: (count) => `Ignored ${n(count)}`,
  },
  family: {
    numbering: "Numbering",
    section: "Sections",
    lead: "Unit in charge",
    coord: "Coordinating units",
    deadline: "Deadlines",
    content: "Content",
    product: "Products",
    target: "Targets",
    title: "Title lines",
    table: "Table",
  },

  finding: {
    list: "Findings",
    place: (cell, sheet) => `${cell} · ${sheet}`,
    emptyCell: "(empty cell)",
    group: (kind, count) => `${severity[kind]}s · ${n(count)}`,
    fixAll: (count) => `Fix all ${n(count)}`,
  },

  fix: {
    before: "Before",
    after: "After",
    removesRow: "This row will be removed",
    row: (row) => `Row ${row}`,
    empty: "(left empty)",
    apply: "Fix",
    applyMany: (cells, rows) =>
      rows === 0 ? `Change ${counted(cells, "cell")}` : cells === 0 ? `Remove ${counted(rows, "row")}` : `Change ${counted(cells, "cell")}, remove ${counted(rows, "row")}`,
    summary: (cells, rows) =>
      [...(cells > 0 ? [`${counted(cells, "cell")} will change`] : []), ...(rows > 0 ? [`${counted(rows, "row")} will be removed`] : [])].join(", ") + ". Nothing has been written yet.",
    allTitle: (rule) => `Fix all: ${rule}`,
    oneTitle: (rule) => `Fix: ${rule}`,
    changes: "Changes",
  },

  rule: {
    loading: "Opening…",
    clarity: (clarity) => `Serves “rõ ${clarity}”`,
    source: "Source",
    bad: "Flagged",
    good: "Fine",
    fixed: "After the fix",
    flagged: "flagged cell",
    example: "Example",
    unknown: "This rule could not be found.",
  },

  settings: {
    language: "Language",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", system: "As the computer" },
    marks: "Mark findings on the sheet",
    marksHint: "Your own fills stay as they are; switching off clears every mark.",
    live: "Check while editing",
    liveHint: "The list and the marks follow every edit on the sheet, also a co-author’s.",
    rules: "Rules",
    rulesHint: "Change how grave a rule is, or switch off rules your office does not use.",
    ruleCount: (all, off) => (off === 0 ? n(all) : `${n(all)}, ${n(off)} off`),
    off: "Off",
    byDefault: (kind) => `Default (${severity[kind].toLowerCase()})`,
    reset: "Reset all rules to their defaults",
  },

  notices: {
    summary: (count) => `${counted(count, "place")} not checked`,
    damaged: (key) => `What the file keeps as “${(kept as Readonly<Record<string, string>>)[key] ?? key}” is damaged or another version's and was not used; choosing again writes over it.`,
    unread: "What the file keeps (plan, rules, units, ignored findings) could not be read.",
    kinds: {
      "hidden-sheet": "The sheet is hidden and was not checked. Unhide it and check again if needed.",
      "no-table": "No appendix table was found on this sheet.",
      "unplaced-row": "It is not clear which part of the table this row belongs to; it was not checked.",
      "unknown-column": "It is not clear what this column is for; it was not checked.",
      "stray-cell": "The cell lies outside the table's columns; it was not checked.",
    },
  },

  outcome: {
    checked: (errors, warnings, infos) =>
      errors + warnings + infos === 0
        ? "Checked: no errors found."
        : `Checked: ${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(infos, "note")}.`,
    stopped: "Stopped as you asked.",
    mended: (cells, rows, columns) => {
      const { added, removed } = columns ?? { added: 0, removed: 0 };
      const done = [cells > 0 && `${counted(cells, "cell")} changed`, rows > 0 && `${counted(rows, "row")} removed`, added > 0 && `${counted(added, "column")} added`, removed > 0 && `${counted(removed, "column")} removed`].filter((part) => part !== false);
      return done.length === 0 ? "No cell was changed." : `Done: ${done.join(", ")}.`;
    },
    skipped: (count) => `${counted(count, "place")} left alone:`,
    skippedAt: (place, sheet, reason) => `${/^\d/.test(place) ? `row ${place}` : place} · ${sheet}: ${SKIP_REASONS[reason].en}`,
    more: (count) => `and ${n(count)} more`,
    undone: "Undone.",
    redone: "Redone.",
    ignored: "Ignored; the file remembers it. Look again under the filter “Ignored”.",
    restored: "This finding counts again.",
    "units-kept": "The file now keeps the directory of units; everything was checked again.",
    "no-directory": "This file is not a directory of units exported from Soát Phụ lục. The present directory stays.",
    "template-added": (sheet) => `The sheet “${sheet}” was added from the template.`,
    "nothing-to-undo": "There is nothing left to undo.",
    "nothing-to-redo": "There is nothing left to redo.",
    "nothing-to-mend": "There is nothing left to fix here. Check again to see the present state.",
    marked: (cells) => `${counted(cells, "cell")} marked on the sheet.`,
    unmarked: (cells) => (cells === 0 ? "No marks were left on the sheet." : `Marks cleared from ${counted(cells, "cell")}.`),
  },

  failure: {
    start: "The pane could not reach Excel. Close the pane and open it again.",
    follow: "The last change could not be checked. Choose “Check again” to check the whole file.",
    template: "The template could not be added. See whether the structure of the file is protected, then try again.",
    structure: "The appendix could not be held against the form. Check again, then try once more.",
    keep: "The file could not be made to remember this; the present check goes by your choice all the same. See whether the file is protected or read-only, then try again.",
    units: "The list of units could not be had. Check again, then retry.",
    targets: "That did not work with the plan above. Try again; if it still fails, choose another source, or copy the details and send them to your support person.",
    check: "The appendix could not be checked. Try again; if it still fails, copy the details and send them to your support person.",
    preview: "The changes could not be previewed. Check again, then retry.",
    apply: "The fix could not be applied. See whether the sheet is protected or a cell is being edited, then try again.",
    undo: "Undo did not work. Try again, or press Ctrl+Z on the sheet.",
    redo: "Redo did not work. Try again, or press Ctrl+Y on the sheet.",
    select: "The cell could not be selected. Its sheet may have been hidden, renamed or deleted; check again.",
    marks: "The marks on the sheet could not be changed. See whether the sheet is protected, then try again.",
  },
  failureActions: {
    copy: "Copy details",
    copied: "Copied",
    copyFailed: "Could not copy; select and copy the text below",
    close: "Close message",
  },
};
