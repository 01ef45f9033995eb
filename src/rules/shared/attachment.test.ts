import { parseAttachment } from "./attachment";

describe("parseAttachment", () => {
  test.each([
    ["(Kèm theo Kế hoạch số         /KH-UBND ngày    tháng 7 năm 2025 của UBND xã Phú Xuyên)", { number: "/KH-UBND", numberBlank: true, dated: true, day: null, month: 7, year: 2025, issuer: "UBND xã Phú Xuyên" }],
    ["(Ban hành Kèm theo Kế hoạch số: 10-KH/ĐU ngày 19/9/2025 của Ban Thường vụ Đảng ủy xã )", { number: "10-KH/ĐU", numberBlank: false, dated: true, day: 19, month: 9, year: 2025, issuer: "Ban Thường vụ Đảng ủy xã" }],
    ["(Ban hành kèm theo Kế hoạch số  10-KH/ĐU ngày 19 /9/2025 của Ban Thường vụ Đảng ủy xã)", { number: "10-KH/ĐU", numberBlank: false, dated: true, day: 19, month: 9, year: 2025, issuer: "Ban Thường vụ Đảng ủy xã" }],
    ["(Kèm theo Kế hoạch số /KH-UBND ngày / 3 /2026 của UBND xã Thanh Thủy)", { number: "/KH-UBND", numberBlank: true, dated: true, day: null, month: 3, year: 2026, issuer: "UBND xã Thanh Thủy" }],
    ["(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm 2026 của UBND phường Hạ Long)", { number: "…/KH-UBND", numberBlank: true, dated: true, day: null, month: null, year: 2026, issuer: "UBND phường Hạ Long" }],
    ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05.01.2026 của UBND xã Yên Bình)", { number: "12/KH-UBND", numberBlank: false, dated: true, day: 5, month: 1, year: 2026, issuer: "UBND xã Yên Bình" }],
    ["(Kèm theo Kế hoạch số 12/KH-UBND tháng 3/2026 của …)", { number: "12/KH-UBND", numberBlank: false, dated: true, day: null, month: 3, year: 2026, issuer: null }],
    ["Kèm theo Kế hoạch của UBND xã Yên Bình", { number: null, numberBlank: false, dated: false, day: null, month: null, year: null, issuer: "UBND xã Yên Bình" }],
    ["(Kèm theo Kế hoạch chuyển đổi số)", { number: null, dated: false, issuer: null }],
  ])("%s", (line, expected) => {
    expect(parseAttachment(line)).toMatchObject(expected);
    expect(parseAttachment(line.normalize("NFD"))).toMatchObject(expected);
  });
});
