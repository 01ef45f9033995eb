import { planSchema } from "./planSchema";

test.each<[unknown, unknown]>([
  [{}, {}],
  [{ place: "  Vĩnh Tuy ", level: "phường", province: "" }, { place: "Vĩnh Tuy", level: "phường", province: null }],
  [{ issued: "2025-09", period: "2025 - 2030", issuer: "party", number: null }, { issued: "2025-09", period: "2025-2030", issuer: "party", number: null }],
  [{ issued: "2024-02-29", period: "2026" }, { issued: "2024-02-29", period: "2026" }],
])("%j is a plan context", (data, plan) => expect(planSchema.parse(data)).toEqual(plan));

test.each<[unknown, RegExp]>([
  [{ level: "huyện" }, /"xã", "phường" hoặc "đặc khu"/],
  [{ issued: "9/2025" }, /"2025-09"/],
  [{ issued: "2025-02-30" }, /"2025-09"/],
  [{ period: "2030-2025" }, /"2025-2030"/],
  [{ place: 5 }, /phải là một chuỗi/],
  [{ plce: "A" }, /Không có mục "plce"/],
  [[], /đối tượng JSON/],
  [null, /đối tượng JSON/],
])("%j is told in Vietnamese", (data, message) => {
  expect(planSchema.safeParse(data).error?.issues.map((issue) => issue.message).join()).toMatch(message);
});
