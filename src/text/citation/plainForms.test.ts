import { isPlainNumber, numberTokenAt, plainDateAt } from "./plainForms";

/** The number that stands plainly at an offset; null when it is left to the patterns. */
function plainNumberAt(text: string, from: number): string | null {
  const token = numberTokenAt(text, from);
  return token !== null && isPlainNumber(token) ? token : null;
}

describe("a plain number", () => {
  test.each([
    ["57-NQ/TW ngày", "57-NQ/TW"],
    ["71/NQ-CP", "71/NQ-CP"],
    ["88/2025/NĐ-CP;", "88/2025/NĐ-CP"],
    ["12/KH-UBND-VX,", "12/KH-UBND-VX"],
    ["30-CTr/TU)", "30-CTr/TU"],
  ])("%j holds %j", (text, number) => {
    expect(plainNumberAt(`số ${text}`, 3)).toBe(number);
  });

  test.each(["57 -NQ/TW", "57NQ/TW", "57-NQTW", "22/12/2024", "193/2025/QH15", "3204/UBND ĐMPT", "1/2", "57-nq/tw", "57-NQ/TW/", `57-NQ/${"T".repeat(40)}`, "57-NQ/Trung\u0301"])(
    "%j is left to the patterns",
    (text) => {
      expect(plainNumberAt(text, 0)).toBeNull();
    },
  );
});

describe("plainDateAt", () => {
  test.each<[string, string | null]>([
    [" ngày 22/12/2024 của Bộ Chính trị", "2024-12-22"],
    [" ngày 1/4/2025", "2025-04-01"],
    [" ngày 31/02/2025.", null],
  ])("%j is %s", (text, iso) => {
    expect(plainDateAt(`57${text}`, 2)).toMatchObject({ iso, span: { start: 3 } });
  });

  test.each([" ngày 22-12-2024", " ngày 22 tháng 12 năm 2024", ", ngày 22/12/2024", " ngày 22/12/24", " ngày 22/12/20245", " (22/12/2024)", ""])("%j is left to the patterns", (text) => {
    expect(plainDateAt(text, 0)).toBeNull();
  });
});
