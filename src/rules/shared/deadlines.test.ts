import type { ConditionalDeadline, Deadline, FixedDeadline } from "../../text/deadline/deadline";
import { beforeIssue, daysBetween, elapsedPart, showDate } from "./deadlines";

const fixed = (start: string, end: string, openEnded = false): FixedDeadline => ({
  kind: "fixed",
  interval: { start, end, precision: "month" },
  bound: "within",
  openEnded,
  yearAssumed: false,
});
const always: Deadline = { kind: "recurring", every: "always", momentNamed: false, moments: [] };
const condition = (conditionDate: string | null, conditionMet: boolean): ConditionalDeadline => ({ kind: "conditional", condition: "khi có văn bản", conditionDate, conditionMet });
const august = fixed("2025-08-01", "2025-08-31");
const september = fixed("2025-09-01", "2025-09-30");

describe("elapsedPart", () => {
  test.each<[string, Deadline, string | null, ReturnType<typeof elapsedPart>]>([
    ["a month before the month of issue", august, "2025-09", "all"],
    ["the month of issue itself", september, "2025-09", null],
    ["a day of the month of issue, day not known", fixed("2025-09-01", "2025-09-05"), "2025-09", null],
    ["a day before the day of issue", fixed("2025-09-01", "2025-09-05"), "2025-09-19", "all"],
    ["the day of issue itself", fixed("2025-09-19", "2025-09-19"), "2025-09-19", null],
    ["no date of issue", august, null, null],
    ["a past start that goes on", fixed("2024-01-01", "2024-12-31", true), "2025-09", null],
    ["standing work", always, "2025-09", null],
    ["a past time, then standing work", { kind: "compound", parts: [august, always] }, "2025-09", "part"],
    ["a past time, then a later one", { kind: "compound", parts: [august, september] }, "2025-09", "part"],
    ["two past times", { kind: "compound", parts: [august, august] }, "2025-09", "all"],
    ["something that happened", condition("2025-05-27", true), "2025-09", "condition"],
    ["a dated document that is still to take effect", condition("2025-05-27", false), "2025-09", null],
    ["something that is yet to happen", condition(null, false), "2025-09", null],
    ["something that will have happened later", condition("2025-10-01", true), "2025-09", null],
    ["nothing", { kind: "missing" }, "2025-09", null],
  ])("%s", (_, deadline, issued, part) => {
    expect(elapsedPart(deadline, issued)).toBe(part);
  });
});

test.each([
  ["2025-09-18", "2025-09-19", true],
  ["2025-09-19", "2025-09-19", false],
  ["2025-09-01", "2025-09", false],
  ["2025-08-31", "2025-09", true],
  ["2024-12-31", "2025-01", true],
])("%s is before %s: %s", (day, issued, expected) => {
  expect(beforeIssue(day, issued)).toBe(expected);
});

test.each([
  ["2025-09-19", "2025-09-30", 11],
  ["2024-02-28", "2024-03-01", 2],
  ["2025-12-31", "2026-01-01", 1],
])("from %s to %s are %i days", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test("dates are shown the Vietnamese way", () => {
  expect([showDate("2025-09-19"), showDate("2025-09"), showDate("2025")]).toEqual(["19/9/2025", "9/2025", "2025"]);
});
