import type { Item } from "../../appendix/appendix";
import { measureOf, yearOfPeriod } from "./values";

const named = (text: string): Item => ({ firstRow: 0, lastRow: 0, section: null, values: [], fields: { content: { text, value: text, cell: { row: 0, column: 1 } } } });

describe("measureOf", () => {
  test.each([
    ["Tỷ lệ hộ có cáp quang", "share"],
    ["- Tỉ lệ hồ sơ nộp trực tuyến", "share"],
    ["TỶ TRỌNG kinh tế số", "share"],
    ["Tỷ lệ tăng doanh thu", null],
    ["Tốc độ tăng trưởng", null],
    ["Chỉ số chuyển đổi số", "index"],
    ["Số mô hình điểm", "count"],
    ["Tổng số lớp tập huấn", "count"],
    ["Số hóa hồ sơ", null],
    ["Ứng dụng cảm biến", null],
  ])("%s: %s", (name, measure) => {
    expect(measureOf(named(name))).toBe(measure);
    expect(measureOf(named(name.normalize("NFD")))).toBe(measure);
  });
});

describe("yearOfPeriod", () => {
  test.each<[string | undefined, number | null]>([
    ["2025", 2025],
    ["Năm 2030", 2030],
    ["Đến năm 2030", 2030],
    ["đến hết năm  2030", 2030],
    ["Kế hoạch năm 2026", 2026],
    ["Năm học 2025 - 2026", 2025],
    ["Giai đoạn 2026 - 2030", null],
    ["2026-2030", null],
    ["Quý I/2026", null],
    ["6 tháng đầu năm 2026", null],
    ["Giá trị", null],
    [undefined, null],
  ])("%s: %s", (period, year) => {
    expect(yearOfPeriod(period)).toBe(year);
  });
});
