import fc from "fast-check";
import { parseAttachmentLine } from "./attachmentLine";
import { findPlaces } from "./findPlaces";
import { findProvince, PROVINCES } from "./provinces";

describe("PROVINCES", () => {
  test("are 34, six of them cities, and no name stands twice", () => {
    expect(PROVINCES).toHaveLength(34);
    expect(PROVINCES.filter(({ level }) => level === "thành phố")).toHaveLength(6);
    const names = PROVINCES.flatMap(({ name, merged }) => [name, ...merged]);
    expect(new Set(names).size).toBe(63);
    expect(names).toHaveLength(63);
    for (const name of names) expect(name).toBe(name.normalize("NFC"));
  });

  test.each<[string, string, boolean, string]>([
    ["Phú Thọ", "Phú Thọ", true, "Phú Thọ"], ["HÀ NỘI", "Hà Nội", true, "Hà Nội"], ["Thanh Hoá", "Thanh Hóa", true, "Thanh Hóa"], ["hoà bình", "Hòa Bình", false, "Phú Thọ"], ["Hải Dương", "Hải Dương", false, "Hải Phòng"], ["Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu", false, "Hồ Chí Minh"], ["Thừa Thiên Huế", "Thừa Thiên Huế", false, "Huế"], ["Đắc Lắc", "Đắk Lắk", true, "Đắk Lắk"], ["Thành phố Hồ Chí Minh", "Hồ Chí Minh", true, "Hồ Chí Minh"], ["tỉnh Phú Thọ", "Phú Thọ", true, "Phú Thọ"], ["TP. Huế", "Huế", true, "Huế"], ["TP Đà Nẵng", "Đà Nẵng", true, "Đà Nẵng"],
  ])("%s", (name, usual, current, today) => {
    expect(findProvince(name)).toMatchObject({ name: usual, current, province: { name: today } });
  });

  test.each(["", "Phú Xuyên", "constructor", "Hà", "x".repeat(1000)])("%j is none", (name) => {
    expect(findProvince(name)).toBeNull();
  });
});

describe("findPlaces", () => {
  test.each<[string, string[]]>([
    ["của UBND xã Phú Xuyên)", ["xã: Phú Xuyên = xã Phú Xuyên"]],
    ["UBND Phường Đống Đa", ["phường: Đống Đa = Phường Đống Đa"]],
    ["TRÊN ĐỊA BÀN XÃ HÙNG CHÂU", ["xã: Hùng Châu = XÃ HÙNG CHÂU"]],
    ["TRÊN ĐỊA BÀN XÃ HÙNG CHÂU NĂM 2025", ["xã: Hùng Châu = XÃ HÙNG CHÂU"]],
    ["CỦA PHƯỜNG VĨNH TUY GIAI ĐOẠN 2025 - 2030", ["phường: Vĩnh Tuy = PHƯỜNG VĨNH TUY"]],
    ["BAN THƯỜNG VỤ THÀNH ỦY HÀ NỘI VỀ TRIỂN KHAI", ["thành phố: Hà Nội = THÀNH ỦY HÀ NỘI"]],
    ["theo hướng dẫn của Thành phố Hà Nội.", ["thành phố: Hà Nội = Thành phố Hà Nội"]],
    ["xã Thanh Thủy, tỉnh Phú Thọ", ["xã: Thanh Thủy = xã Thanh Thủy", "tỉnh: Phú Thọ = tỉnh Phú Thọ"]],
    ["tỉnh Bà Rịa - Vũng Tàu và tỉnh Nghệ An", ["tỉnh: Bà Rịa - Vũng Tàu = tỉnh Bà Rịa - Vũng Tàu", "tỉnh: Nghệ An = tỉnh Nghệ An"]],
    ["TP. Hồ Chí Minh", ["thành phố: Hồ Chí Minh = TP. Hồ Chí Minh"]], ["TP Huế", ["thành phố: Huế = TP Huế"]], ["phường 12, quận 1", ["phường: 12 = phường 12", "quận: 1 = quận 1"]],
    ["huyện Diễn Châu cũ", ["huyện: Diễn Châu = huyện Diễn Châu"]], ["thị xã Sơn Tây", ["thị xã: Sơn Tây = thị xã Sơn Tây"]], ["thị trấn Phú Xuyên", ["thị trấn: Phú Xuyên = thị trấn Phú Xuyên"]], ["đặc khu Phú Quốc", ["đặc khu: Phú Quốc = đặc khu Phú Quốc"]],
    ["UBND phường Từ Sơn", ["phường: Từ Sơn = phường Từ Sơn"]], ["của UBND xã Năm Căn, xã Giao Minh", ["xã: Năm Căn = xã Năm Căn", "xã: Giao Minh = xã Giao Minh"]], ["TRÊN ĐỊA BÀN XÃ ỨNG HÒA NĂM 2026", ["xã: Ứng Hòa = XÃ ỨNG HÒA"]], ["PHƯỜNG TỪ NĂM 2026", []],
    ["NĂM 2026 CỦA ĐẶC KHU PHÚ QUÝ", ["đặc khu: Phú Quý = ĐẶC KHU PHÚ QUÝ"]], ["UBND xã Đại Từ, xã Xuân Giao", ["xã: Đại Từ = xã Đại Từ", "xã: Xuân Giao = xã Xuân Giao"]], ["XÃ ĐẠI TỪ NĂM 2026", ["xã: Đại Từ = XÃ ĐẠI TỪ"]],
    ["TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO", []], ["XÃ AN TOÀN VỀ AN NINH, TRẬT TỰ", []], ["PHƯỜNG ĐẠT CHUẨN VĂN MINH ĐÔ THỊ", []], ["xã An Toàn, xã Văn Minh", ["xã: An Toàn = xã An Toàn", "xã: Văn Minh = xã Văn Minh"]],
    ["Công an phường\nSở Xây dựng", []], ["Ủy ban MTTQ Việt Nam xã\nTrạm Y tế xã", []], ["của UBND xã\nPhú Xuyên", ["xã: Phú Xuyên = xã\nPhú Xuyên"]],
    ["xã Ea H'leo", ["xã: Ea H'leo = xã Ea H'leo"]], ["UBND xã Phú Xuyên Ban hành", ["xã: Phú Xuyên = xã Phú Xuyên"]], ["xã Yên Trung", ["xã: Yên Trung = xã Yên Trung"]], ["phường Thành Công", ["phường: Thành Công = phường Thành Công"]], ["xã Trung Thành thực hiện", ["xã: Trung Thành = xã Trung Thành"]],
    ["UBND xã PHÚ XUYÊN", ["xã: Phú Xuyên = xã PHÚ XUYÊN"]], ["XÃ YÊN THÀNH TỈNH NGHỆ AN", ["xã: Yên Thành = XÃ YÊN THÀNH", "tỉnh: Nghệ An = TỈNH NGHỆ AN"]], ["PHƯỜNG VĨNH TUY THÀNH PHỐ HÀ NỘI", ["phường: Vĩnh Tuy = PHƯỜNG VĨNH TUY", "thành phố: Hà Nội = THÀNH PHỐ HÀ NỘI"]], ["XÃ HÙNG CHÂU CHUYỂN ĐỔI SỐ", ["xã: Hùng Châu = XÃ HÙNG CHÂU"]],
    ["TRÊN ĐỊA BÀN PHƯỜNG NĂM 2025", []], ["các nhiệm vụ của XÃ TRONG NĂM", []], ["UBND PHƯỜNG THỰC HIỆN", []], ["Thị xã Kỳ Anh", ["thị xã: Kỳ Anh = Thị xã Kỳ Anh"]],
    // no places
    ["Phòng Văn hóa - Xã hội", []], ["PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2025", []], ["PHÒNG VĂN HÓA - XÃ HỘI", []], ["Văn hóa - Xã Hội", []], ["hợp tác xã Nông nghiệp", []], ["trên địa bàn xã", []], ["TRÊN ĐỊA BÀN XÃ", []], ["UBND các xã, thị trấn", []], ["của Tỉnh ủy", []], ["cấp xã VNeID", []], ["Đoàn Thanh niên xã", []], ["thành phố thông minh", []], ["Tỉnh Đoàn", []], ["Xã hội số", []], ["", []],
  ])("%j", (text, expected) => {
    expect(findPlaces(text).map(({ level, name, start, end }) => `${level}: ${name} = ${text.slice(start, end)}`)).toEqual(expected);
    expect(findPlaces(text.normalize("NFD"))).toHaveLength(expected.length);
  });
});

describe("parseAttachmentLine", () => {
  test.each<[string, object, (string | null)[]]>([
    [
      "(Kèm theo Kế hoạch số         /KH-UBND ngày    tháng 7 năm 2025 của UBND xã Phú Xuyên)",
      { documentType: "Kế hoạch", number: null, numberBlank: true, dateBlank: true, issued: "2025-07", issuer: "UBND xã Phú Xuyên", issuerKind: "government", level: "xã", place: "Phú Xuyên", province: null },
      ["số         /KH-UBND", "ngày    tháng 7 năm 2025", "xã Phú Xuyên"],
    ],
    [
      "(Kèm theo Kế hoạch số         /KH-UBND ngày      tháng 9 năm 2025 của UBND Phường Đống Đa)",
      { number: null, numberBlank: true, dateBlank: true, issued: "2025-09", level: "phường", place: "Đống Đa", issuerKind: "government" },
      ["số         /KH-UBND", "ngày      tháng 9 năm 2025", "Phường Đống Đa"],
    ],
    [
      "(Ban hành kèm theo Kế hoạch số  10-KH/ĐU ngày 19 /9/2025 của Ban Thường vụ Đảng ủy xã)",
      { number: "10-KH/ĐU", numberBlank: false, dateBlank: false, issued: "2025-09-19", issuer: "Ban Thường vụ Đảng ủy xã", issuerKind: "party", level: "xã", place: null },
      ["số  10-KH/ĐU", "ngày 19 /9/2025", null],
    ],
    ["(Ban hành Kèm theo Kế hoạch số: 10-KH/ĐU ngày 19/9/2025 của Ban Thường vụ Đảng ủy xã )", { number: "10-KH/ĐU", issued: "2025-09-19", issuerKind: "party" }, ["số: 10-KH/ĐU", "ngày 19/9/2025", null]],
    ["(Kèm theo Kế hoạch số /KH-UBND ngày / 3 /2026 của UBND xã Thanh Thủy)", { number: null, numberBlank: true, dateBlank: true, issued: "2026-03", place: "Thanh Thủy" }, ["số /KH-UBND", "ngày / 3 /2026", "xã Thanh Thủy"]],
    [
      "(Kèm theo Quyết định số 12/2025/QĐ-UBND ngày 05 tháng 8 năm 2025 của Ủy ban nhân dân phường Vĩnh Tuy, thành phố Hà Nội)",
      { documentType: "Quyết định", number: "12/2025/QĐ-UBND", numberBlank: false, dateBlank: false, issued: "2025-08-05", level: "phường", place: "Vĩnh Tuy", province: "Hà Nội", issuerKind: "government" },
      ["số 12/2025/QĐ-UBND", "ngày 05 tháng 8 năm 2025", "phường Vĩnh Tuy"],
    ],
    ["(Kèm theo Công văn số 348/UBND-VHXH ngày 16/5/2025 của UBND xã Thanh Thủy, tỉnh Phú Thọ)", { documentType: "Công văn", number: "348/UBND-VHXH", issued: "2025-05-16", province: "Phú Thọ", place: "Thanh Thủy" }, ["số 348/UBND-VHXH", "ngày 16/5/2025", "xã Thanh Thủy"]],
    ["(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm 2026 của UBND phường Vĩnh Tuy, Hà Nội)", { number: null, numberBlank: true, dateBlank: true, issued: null, year: 2026, place: "Vĩnh Tuy", province: "Hà Nội" }, ["số …/KH-UBND", "ngày … tháng … năm 2026", "phường Vĩnh Tuy"]],
    ["(Kèm theo Kế hoạch số 139 /KH- UBND ngày…/…/2025 của Uỷ ban nhân dân xã Hùng Châu)", { number: "139/KH-UBND", dateBlank: true, issued: null, year: 2025, place: "Hùng Châu", issuerKind: "government" }, ["số 139 /KH- UBND", "ngày…/…/2025", "xã Hùng Châu"]],
    ["Kèm theo Kế hoạch của UBND xã", { number: null, numberBlank: true, dateBlank: true, issued: null, issuer: "UBND xã", level: "xã", place: null }, [null, null, null]],
    ["(Kèm theo Kế hoạch số 05/KH-UBND, tháng 9/2025)", { number: "05/KH-UBND", dateBlank: true, issued: "2025-09", issuer: null, issuerKind: "government" }, ["số 05/KH-UBND", "tháng 9/2025", null]],
    ["(Đính kèm Chương trình số 03-CTr/ĐU ngày 31/02/2026 của Đảng ủy phường Vĩnh Tuy)", { documentType: "Chương trình", number: "03-CTr/ĐU", issued: "2026-02", issuerKind: "party", place: "Vĩnh Tuy" }, ["số 03-CTr/ĐU", "ngày 31/02/2026", "phường Vĩnh Tuy"]],
    ["(KÈM THEO KẾ HOẠCH SỐ 7/KH-UBND NGÀY 1/8/2025 CỦA UBND XÃ HÙNG CHÂU)", { number: "7/KH-UBND", issued: "2025-08-01", place: "Hùng Châu", level: "xã" }, ["SỐ 7/KH-UBND", "NGÀY 1/8/2025", "XÃ HÙNG CHÂU"]],
    ["(Kèm theo Kế hoạch số 139/KH-UBND ngày 16/5/2025 của UBND Thành phố Hà Nội)", { issuerKind: "government", level: null, place: null, province: "Hà Nội" }, ["số 139/KH-UBND", "ngày 16/5/2025", "Thành phố Hà Nội"]],
    ["(Kèm theo Kế hoạch số 1/KH-UBND ngày 02.9.2025 của UBND đặc khu Phú Quốc, tỉnh An Giang)", { issued: "2025-09-02", level: "đặc khu", place: "Phú Quốc", province: "An Giang" }, ["số 1/KH-UBND", "ngày 02.9.2025", "đặc khu Phú Quốc"]],
  ])("%s", (text, expected, spans) => {
    const line = parseAttachmentLine(text)!;
    expect(line).toMatchObject(expected);
    expect([line.numberSpan, line.dateSpan, line.placeSpan].map((span) => (span === null ? null : text.slice(span.start, span.end)))).toEqual(spans);
    expect(parseAttachmentLine(text.normalize("NFD"))).toMatchObject({ issued: line.issued, place: line.place, numberBlank: line.numberBlank });
  });

  test("a short form of the document's type", () => {
    expect(parseAttachmentLine("(Kèm theo KH số 12/KH-UBND ngày 5/1/2026 của UBND phường Tân Thuận)")).toMatchObject({ documentType: "Kế hoạch", number: "12/KH-UBND", issued: "2026-01-05", place: "Tân Thuận" });
    expect(parseAttachmentLine("(Kèm theo NQ số      ngày      /01/2026 của HĐND xã Hòa An)")).toMatchObject({ documentType: "Nghị quyết", numberBlank: true, issued: "2026-01" });
  });

  test("a line that is broken where the column is too narrow", () => {
    expect(parseAttachmentLine("(Ban hành kèm theo Kế\nhoạch số 10-KH/ĐU ngày 19/9/2025 của Đảng\nủy xã Phú\nXuyên)")).toMatchObject({ documentType: "Kế hoạch", number: "10-KH/ĐU", issued: "2025-09-19", issuerKind: "party", level: "xã", place: "Phú Xuyên" });
  });

  test.each(["", "PHỤ LỤC I", "Triển khai Kế hoạch số 139/KH-UBND ngày 16/5/2025 của UBND Thành phố", "(Kèm theo)", "DANH MỤC NHIỆM VỤ"])("%j attaches nothing", (text) => {
    expect(parseAttachmentLine(text)).toBeNull();
  });
});

describe("on any text", () => {
  const pieces = fc.constantFrom("(Kèm theo", "Kế hoạch", "số", "ngày", "tháng", "năm", "của", "UBND", "xã", "XÃ", "Phú", "XUYÊN", "/", "-", "…", "   ", "7", "2025", ")", ",", "tỉnh", "Nghệ An", "TP.", "Hội", "đảng ủy", "phường".normalize("NFD"));
  const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(" ")), fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")));

  test("nothing throws, and spans are inside", () => {
    fc.assert(fc.property(anyText, (text) => {
      const line = parseAttachmentLine(text);
      const spans = [...findPlaces(text), ...(line === null ? [] : [line.numberSpan, line.dateSpan, line.placeSpan])];
      for (const span of spans) {
        if (span === null) continue;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }), { numRuns: 1000 });
  });

  test.each(["xã ", "XÃ HÙNG ", "thành phố Hà Nội, ", "(Kèm theo Kế hoạch số ", "ngày ... ", "tp. "])("a text full of %j is read to its end (a pattern that backtracks without bound would not come back)", (unit) => {
    const text = unit.repeat(30_000);
    for (const place of findPlaces(text)) expect(place.end).toBeLessThanOrEqual(text.length);
    expect(() => parseAttachmentLine(text)).not.toThrow();
  });
});
