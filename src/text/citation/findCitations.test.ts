import fc from "fast-check";
import { findCitations } from "./findCitations";

/** One citation as a line: type, number, form slip, date, issuer. */
function said(text: string): string[] {
  return findCitations(text).map(({ type, number, slip, date, issuer }) =>
    [type ?? "-", number, slip === null ? "-" : slip.kind + (slip.certain ? "" : "?"), date === null ? "-" : (date.iso ?? "no day"), issuer === null ? "-" : [issuer.kind, issuer.level, issuer.place].filter(Boolean).join(" ")].join(" | "),
  );
}

describe("right forms", () => {
  test.each([
    ["Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", "Nghị quyết | 57-NQ/TW | - | 2024-12-22 | politburo"],
    ["NGHỊ QUYẾT SỐ 71/NQ-CP NGÀY 01/04/2025 CỦA CHÍNH PHỦ", "Nghị quyết | 71/NQ-CP | - | 2025-04-01 | government"],
    ["Nghị quyết số 71/NQ-CP của Chính phủ ngày 1 tháng 4 năm 2025", "Nghị quyết | 71/NQ-CP | - | 2025-04-01 | government"],
    ["Nghị định 88/2025/NĐ-CP", "Nghị định | 88/2025/NĐ-CP | - | - | -"],
    ["theo Nghị quyết 193/2025/QH15 và Luật Thủ đô", "Nghị quyết | 193/2025/QH15 | - | - | -"],
    ["Kế hoạch số: 10-KH/ĐU ngày 19 /9/2025 của Ban Thường vụ Đảng ủy xã", "Kế hoạch | 10-KH/ĐU | - | 2025-09-19 | party-committee commune"],
    ["Công văn số 3204/UBND-ĐMPT, ngày 27/5/2025", "Công văn | 3204/UBND-ĐMPT | - | 2025-05-27 | -"],
    ["Kế hoạch số 348/KH-UBND tháng 5/2025 của UBND tỉnh Nghệ An", "Kế hoạch | 348/KH-UBND | - | 2025-05 | people-committee province Nghệ An"],
    ["Chương trình hành động số 30-CTr/TU của Thành ủy Hà Nội", "Chương trình hành động | 30-CTr/TU | - | - | province-party province Hà Nội"],
    ["QĐ số 06/QĐ-TTg ngày 06.01.2022", "Quyết định | 06/QĐ-TTg | - | 2022-01-06 | -"],
    ["Thông tư liên tịch số 01/2020/TTLT-BTC-BKHCN", "Thông tư liên tịch | 01/2020/TTLT-BTC-BKHCN | - | - | -"],
    ["Kế hoạch số 12/KH-UBND ngày 31/02/2025", "Kế hoạch | 12/KH-UBND | - | no day | -"],
    ["Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15", "Luật | 93/2025/QH15 | - | - | -"],
    ["triển khai Bộ luật Lao động số 45/2019/QH14", "Bộ luật | 45/2019/QH14 | - | - | -"],
    // What stands between is more than a law's name.
    ["thi hành Luật Đất đai theo số 57-NQ/TW", "- | 57-NQ/TW | - | - | -"],
    ["tuyên truyền Luật Căn cước; số 57-NQ/TW", "- | 57-NQ/TW | - | - | -"],
    ["các hướng dẫn 57-NQ/TW", "- | 57-NQ/TW | - | - | -"],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe("broken forms", () => {
  test.each([
    ["57- NQ/TW", "57-NQ/TW | spaces"],
    ["708/BTTTT- CATTT", "708/BTTTT-CATTT | spaces"],
    ["57NQ/TW", "57-NQ/TW | separators"],
    ["số 57 NQ/TW", "57-NQ/TW | separators"],
    ["Kế hoạch số 04/KH-ĐU", "04-KH/ĐU | separators"],
    ["139-KH/UBND", "139/KH-UBND | separators"],
    ["139/KHUBND", "139/KH-UBND | separators"],
    ["Học tập NQ57-NQ/TW", "57-NQ/TW | doubled"],
    ["30-Ctr/TW", "30-CTr/TW | letters"],
    ["88/2025/ND-CP", "88/2025/NĐ-CP | letters"],
    ["57-NQ/TƯ", "57-NQ/TW | letters"],
    ["Công văn số 3204/UBND ĐMPT ngày 27/5/2025)", "3204/UBND-ĐMPT | cut"],
    ["văn bản số 15527BTTTT-TTH", "15527/BTTTT-TTH | unclear?"],
    ["Nghị định số 107/NĐ-CP ngày 06/12/2021", "107/2021/NĐ-CP | year"],
    ["Nghị định số 107/NĐ-CP", "107/NĐ-CP | year?"],
  ])("%s", (text, expected) => {
    expect(findCitations(text).map(({ number, slip }) => `${number} | ${slip?.kind ?? "-"}${slip?.certain === false ? "?" : ""}`)).toEqual([expected]);
  });
});

test.each(["phủ sóng 5G/6G, trực 24/7", "giai đoạn 2025-2030", "ISO/IEC 27001/2013", "100% CBCC/NLĐ", "trước 30/6/2025 UBND xã", "năm 2025 Triển khai", "01 KH/năm", "Trang 2/UBND xã", "Mẫu số 01/KH", "3204/UBND xã"])(
  "no document is cited in “%s”",
  (text) => {
    expect(findCitations(text)).toEqual([]);
  },
);

test("several documents of one sentence keep their own type, date and issuer", () => {
  expect(said("Kế hoạch số 137/KH-UBND ngày 04/5/2024 của UBND Thành phố thực hiện Nghị quyết số 45-NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương")).toEqual([
    "Kế hoạch | 137/KH-UBND | - | 2024-05-04 | people-committee province",
    "Nghị quyết | 45-NQ/TW | - | 2023-11-24 | central-committee",
  ]);
});

test("offsets are into the text as it was given, decomposed letters included", () => {
  const text = "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024".normalize("NFD");
  const [citation] = findCitations(text);
  expect(text.slice(citation!.span.start, citation!.span.end)).toBe("57-NQ/TW");
  expect(text.slice(citation!.whole.start, citation!.whole.end).normalize("NFC")).toBe("Nghị quyết số 57-NQ/TW ngày 22/12/2024");
  expect(text.slice(citation!.date!.span.start, citation!.date!.span.end).normalize("NFC")).toBe("ngày 22/12/2024");
});

test("numbers are compared without leading zeros and letter case", () => {
  expect(findCitations("03/NQ-CP, 3/NQ-CP").map(({ key }) => key)).toEqual(["3/NQ-CP", "3/NQ-CP"]);
});

const piece = fc.constantFrom("57", "2025", "-", "/", " ", "NQ", "TW", "KH", "UBND", "ĐU", "CP", "số ", "Nghị quyết ", "ngày ", "22/12/2024", "của ", "Bộ Chính trị", "BTTTT", "\n", "QH15", "́");

test("any mixture of pieces is read without an exception, in order, inside of the text", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      let last = 0;
      for (const { span, whole, date, issuer } of findCitations(text)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(whole.start).toBeLessThanOrEqual(span.start);
        expect(whole.end).toBeGreaterThanOrEqual(span.end);
        for (const part of [date?.span, issuer?.span]) if (part !== undefined) expect(part.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(span.start, span.end)).toMatch(/\d/);
        last = span.end;
      }
    }),
  );
});

test("a right number, written again, is read as itself", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const { number, slip } of findCitations(pieces.join(""))) {
        if (slip !== null && !slip.certain) continue;
        const [again] = findCitations(`số ${number}`);
        expect(again?.number).toBe(number);
        expect(again?.slip ?? null).toBeNull();
      }
    }),
    { examples: [[["57", "\n", "/", "QH15"]]] },
  );
});

test.each(["57-".repeat(40_000), "1/".repeat(40_000), "57 N".repeat(30_000), `${"A".repeat(60_000)}57-NQ/TW`, " ".repeat(60_000) + "57-NQ/TW ngày", "Nghị quyết ".repeat(10_000)])("long odd texts take no time (%#)", (text) => {
  const begin = process.cpuUsage();
  findCitations(text);
  const { user } = process.cpuUsage(begin);
  expect(user / 1000).toBeLessThan(1_500);
});
