import { UNKNOWN_PLAN, type PlanContext } from "../appendix/plan";
import { attachmentLine, fillTitle, yearColumns } from "./placeholders";

const plan = (known: Partial<PlanContext>): PlanContext => ({ ...UNKNOWN_PLAN, ...known });
const PHU_XUYEN = { place: "Phú Xuyên", level: "xã" } as const;

test.each<[string, Partial<PlanContext>, string]>([
  ["nothing known", {}, "DANH MỤC"],
  ["place and year", { ...PHU_XUYEN, period: "2026" }, "DANH MỤC\nTRÊN ĐỊA BÀN XÃ PHÚ XUYÊN NĂM 2026"],
  ["years alone", { period: "2025-2030" }, "DANH MỤC GIAI ĐOẠN 2025 - 2030"],
  ["a place without its tier is not known", { place: "Phú Xuyên" }, "DANH MỤC"],
])("title: %s", (_, known, title) => expect(fillTitle("DANH MỤC[\nTRÊN ĐỊA BÀN {place}][ {period}]", plan(known))).toBe(title));

test("outside of brackets what is not known is held open", () => expect(fillTitle("DANH MỤC {period}", UNKNOWN_PLAN)).toBe("DANH MỤC …"));

test.each<[string, Partial<PlanContext>, string]>([
  ["nothing known", {}, "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của Ủy ban nhân dân xã …)"],
  ["zeros before small days and the first months", { ...PHU_XUYEN, issued: "2026-02-05", number: "12/KH-UBND" }, "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Phú Xuyên)"],
  ["none before the other months", { ...PHU_XUYEN, issued: "2025-07" }, "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng 7 năm 2025 của Ủy ban nhân dân xã Phú Xuyên)"],
  ["the Party's number and name", { ...PHU_XUYEN, issuer: "party" }, "(Kèm theo Kế hoạch số …-KH/ĐU ngày … tháng … năm … của Ban Thường vụ Đảng ủy xã Phú Xuyên)"],
])("attachment line: %s", (_, known, line) => expect(attachmentLine(plan(known), "government")).toBe(line));

test("the form says who issues when the plan does not", () => expect(attachmentLine(UNKNOWN_PLAN, "party")).toContain("Đảng ủy"));

test.each([
  ["2026", ["2026"]],
  ["2026-2030", ["2026", "2027", "2028", "2029", "2030"]],
  ["2025-2045", null],
  [null, null],
])("years of %s", (period, years) => expect(yearColumns(period)).toEqual(years));
