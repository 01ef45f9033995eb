import { UNKNOWN_PLAN } from "../../appendix/plan";
import { isReadable, planOfTyped, shownPlan, startingPlan, typedPlan } from "./typedPlan";

const REMEMBERED = { place: "Phú Xuyên", level: "xã", province: "Hà Nội", issuer: "government" } as const;

test("a file that says nothing starts from whose plan was made the last time, without that plan's number and date", () => {
  expect(startingPlan(REMEMBERED, {})).toEqual({ ...UNKNOWN_PLAN, ...REMEMBERED });
  expect(startingPlan(REMEMBERED, { place: null, issued: "2026-01" })).toEqual({ ...UNKNOWN_PLAN, ...REMEMBERED, issued: "2026-01" });
});

test("the file of the same commune is completed, that of another is taken as it is", () => {
  expect(startingPlan(REMEMBERED, { place: "Phú Xuyên", level: "xã" }).province).toBe("Hà Nội");
  expect(startingPlan(REMEMBERED, { place: "Hùng Châu", level: "xã" })).toEqual({ ...UNKNOWN_PLAN, place: "Hùng Châu", level: "xã" });
});

test("what was typed stands until the file says otherwise", () => {
  const known = typedPlan(startingPlan(REMEMBERED, {}));
  const typing = { over: known, typed: { ...known, period: "2026" } };
  expect(shownPlan(known, null)).toBe(known);
  expect(shownPlan({ ...known }, typing).period).toBe("2026");
  const other = typedPlan(startingPlan(REMEMBERED, { place: "Hùng Châu" }));
  expect(shownPlan(other, typing)).toBe(other);
});

test("fields are read as the plan's; what cannot be read is not known", () => {
  const typed = { ...typedPlan(UNKNOWN_PLAN), place: " Phú  Xuyên ", level: "xã" as const, issued: "5/2026", period: "2026 – 2030", number: "số mấy", issuer: "party" as const };
  expect(planOfTyped(typed)).toEqual({ ...UNKNOWN_PLAN, place: "Phú Xuyên", level: "xã", issued: "2026-05", period: "2026-2030", issuer: "party" });
  expect([isReadable(typed, "number"), isReadable(typed, "issued"), isReadable(typed, "province")]).toEqual([false, true, true]);
});
