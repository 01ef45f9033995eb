import { planLine, readField, typedIssued, type TypedField } from "./planFields";
import { WORDS } from "../words/words";

test.each<[TypedField, string, string | null]>([
  ["place", "", null],
  ["place", "  Phú   Xuyên ", "Phú Xuyên"],
  ["place", "Quảng Bạch".normalize("NFD"), "Quảng Bạch"],
  ["place", "Côn Đảo 2", "Côn Đảo 2"],
  ["place", "xã Phú Xuyên", "wrong"],
  ["place", "Phú Xuyên; Thường Tín", "wrong"],
  ["province", "Hà Nội", "Hà Nội"],
  ["province", "Thừa Thiên - Huế", "Thừa Thiên - Huế"],
  ["province", "tỉnh Nghệ An", "wrong"],
  ["number", "139/KH-UBND", "139/KH-UBND"],
  ["number", "139 / KH - UBND", "139/KH-UBND"],
  ["number", "04-KH/ĐU", "04-KH/ĐU"],
  ["number", "12/2025/QĐ-UBND", "12/2025/QĐ-UBND"],
  ["number", "/KH-UBND", "wrong"],
  ["number", "139", "wrong"],
  ["issued", "16/5/2025", "2025-05-16"],
  ["issued", "ngày 16/05/2025", "2025-05-16"],
  ["issued", "5/2025", "2025-05"],
  ["issued", "tháng 5/2025", "2025-05"],
  ["issued", "2025-05", "2025-05"],
  ["issued", "29/2/2024", "2024-02-29"],
  ["issued", "29/2/2025", "wrong"],
  ["issued", "31/4/2025", "wrong"],
  ["issued", "13/2025", "wrong"],
  ["issued", "5/1825", "wrong"],
  ["issued", "hôm nay", "wrong"],
  ["period", "2026", "2026"],
  ["period", "2025 – 2030", "2025-2030"],
  ["period", "2026-2026", "2026"],
  ["period", "2030-2025", "wrong"],
  ["period", "5 năm", "wrong"],
])("%s %j is read as %j (\"wrong\": not at all)", (field, typed, expected) => {
  expect(readField(field, typed)).toEqual(expected === "wrong" ? { ok: false } : { ok: true, value: expected });
});

test.each([[null, ""], ["2025-05", "5/2025"], ["2025-05-16", "16/5/2025"]])("the form shows %j as %j", (issued, typed) => {
  expect(typedIssued(issued)).toBe(typed);
  expect(readField("issued", typed)).toEqual({ ok: true, value: issued });
});

test.each([
  ["vi" as const, { place: "Phú Xuyên", level: "xã" as const, province: "Hà Nội", issued: "2025-07" }, "xã Phú Xuyên · Hà Nội · tháng 7/2025"],
  ["vi" as const, { place: "Vĩnh Tuy", level: "phường" as const, province: null, issued: "2025-09-19" }, "phường Vĩnh Tuy · chưa rõ tỉnh · 19/09/2025"],
  ["vi" as const, { place: null, level: null, province: null, issued: null }, "chưa rõ xã, phường · chưa rõ tỉnh · chưa rõ ngày ban hành"],
  ["en" as const, { place: "Vĩnh Tuy", level: "phường" as const, province: "Hà Nội", issued: "2025-09-19" }, "Vĩnh Tuy ward · Hà Nội · 19 September 2025"],
])("the header's line in %s", (language, plan, line) => {
  expect(planLine(plan, WORDS[language]).map(({ text }) => text).join(" · ")).toBe(line);
});
