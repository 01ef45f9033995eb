import fc from "fast-check";
import { isCollective, isOwnCommittee, parseUnits } from "./parseUnits";
import { unitKey } from "./unitKey";

const names = (text: string): string[] => parseUnits(text).map((mention) => mention.name);

describe("parseUnits finds", () => {
  test.each<[string, string[]]>([
    // one unit
    ["Phòng Văn hóa - Xã hội", ["Phòng Văn hóa - Xã hội"]],
    ["Phòng Kinh tế, Hạ tầng, Đô thị", ["Phòng Kinh tế, Hạ tầng, Đô thị"]],
    ["Phòng Kinh tế, Hạ tầng và Đô thị phường", ["Phòng Kinh tế, Hạ tầng và Đô thị phường"]],
    ["Phòng Nông nghiệp và Môi trường", ["Phòng Nông nghiệp và Môi trường"]],
    ["Trung tâm Văn hóa, Thông tin và Thể thao", ["Trung tâm Văn hóa, Thông tin và Thể thao"]],
    ["Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]],
    ["Văn phòng HĐND và UBND", ["Văn phòng HĐND và UBND"]],
    ["Văn phòng HĐND &UBND", ["Văn phòng HĐND &UBND"]],
    ["VP HĐND - UBND", ["VP HĐND - UBND"]],
    ["Văn phòng HĐND, UBND xã", ["Văn phòng HĐND, UBND xã"]],
    ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"]],
    ["Văn phòng HĐNDUBND", ["Văn phòng HĐNDUBND"]],
    ["Văn pòng HĐND và UBND", ["Văn pòng HĐND và UBND"]],
    ["Văn phòng HDND và UBND xã", ["Văn phòng HDND và UBND xã"]],
    ["Thường trực HĐND và UBND xã", ["Thường trực HĐND", "UBND xã"]],
    ["TT PV HCC", ["TT PV HCC"]],
    ["P. Kinh tế", ["P. Kinh tế"]],
    ["Công an xã.", ["Công an xã"]],
    ["- Công an xã;", ["Công an xã"]],
    ["Phòng Văn hóa-xã hội .", ["Phòng Văn hóa-xã hội"]],
    ["Chi cục thuế Thường Tín- Phú Xuyên", ["Chi cục thuế Thường Tín- Phú Xuyên"]],
    ["Mặt trận Tổ quốc Việt Nam xã", ["Mặt trận Tổ quốc Việt Nam xã"]],
    ["Trung tâm Dịch vụ sự nghiệp công", ["Trung tâm Dịch vụ sự nghiệp công"]],
    ["Ban Tổ chức", ["Ban Tổ chức"]],
    ["Phòng Nội vụ, Tổ chức", ["Phòng Nội vụ, Tổ chức"]],
    ["Phòng Văn hóa -\nXã hội", ["Phòng Văn hóa -\nXã hội"]],
    ["Phòng Văn hóa - Xã\nhội", ["Phòng Văn hóa - Xã\nhội"]],
    ["Văn phòng\nHĐND và\nUBND xã", ["Văn phòng\nHĐND và\nUBND xã"]],
    ["Ban Chỉ huy\nQuân sự xã", ["Ban Chỉ huy\nQuân sự xã"]],
    ["Các phòng, đơn vị thuộc\nUBND xã", ["Các phòng, đơn vị thuộc\nUBND xã"]],
    ["Các phòng, ban, ngành,\nđơn vị thuộc xã và các\nthôn", ["Các phòng, ban, ngành,\nđơn vị thuộc xã và các\nthôn"]],
    ["Trường Mầm non, Tiểu học và THCS", ["Trường Mầm non, Tiểu học và THCS"]],
    ["Công an xã (chủ trì)", ["Công an xã"]],
    // several
    ["Phòng Văn hóa - Xã hội; Văn phòng HĐND-UBND xã", ["Phòng Văn hóa - Xã hội", "Văn phòng HĐND-UBND xã"]],
    ["Văn phòng HĐND – UBND, Phòng Văn hoá – Xã hội", ["Văn phòng HĐND – UBND", "Phòng Văn hoá – Xã hội"]],
    ["Phòng Kinh tế, Phòng Văn hóa - Xã hội; Văn phòng HĐND& UBND xã", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND& UBND xã"]],
    ["Công an xã; Phòng Văn hóa - Xã hôi", ["Công an xã", "Phòng Văn hóa - Xã hôi"]],
    ["Ban xây dựng Đảng, Văn phòng Đảng ủy", ["Ban xây dựng Đảng", "Văn phòng Đảng ủy"]],
    ["Ban xây dựng Đảng, Ủy ban nhân dân xã.", ["Ban xây dựng Đảng", "Ủy ban nhân dân xã"]],
    ["Công an xã và Ban Chỉ huy Quân sự xã", ["Công an xã", "Ban Chỉ huy Quân sự xã"]],
    ["Phòng Kinh tế\nPhòng Văn hóa - Xã hội\nCông an xã", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã"]],
    ["Văn phòng Đảng ủy\nHội Nông dân\ncác thôn", ["Văn phòng Đảng ủy", "Hội Nông dân", "các thôn"]],
    ["- Phòng Kinh tế;\n- Công an xã.", ["Phòng Kinh tế", "Công an xã"]],
    ["1. Phòng Kinh tế\n2. Công an xã", ["Phòng Kinh tế", "Công an xã"]],
    ["+ Phòng Kinh tế\n+ Đoàn Thanh niên", ["Phòng Kinh tế", "Đoàn Thanh niên"]],
    ["Phòng Kinh tế + Công an xã", ["Phòng Kinh tế", "Công an xã"]],
    ["Phòng Kinh tế/Phòng Văn hóa - Xã hội", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]],
    ["Công an xã. Phòng Kinh tế", ["Công an xã", "Phòng Kinh tế"]],
    ["Phòng Kinh tế - Văn phòng HĐND và UBND", ["Phòng Kinh tế", "Văn phòng HĐND và UBND"]],
    ["Đảng ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam xã", ["Đảng ủy", "HĐND", "UBND", "Ủy ban MTTQ Việt Nam xã"]],
    ["Hội Phụ nữ, Hội Nông dân, Hội Cựu chiến binh và Đoàn Thanh niên", ["Hội Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "Đoàn Thanh niên"]],
    ["Trạm Y tế, các trường học trên địa bàn", ["Trạm Y tế", "các trường học trên địa bàn"]],
    ["Chủ trì: Phòng Kinh tế", ["Phòng Kinh tế"]],
    ["Cơ quan phối hợp: Công an xã; Trạm Y tế", ["Công an xã", "Trạm Y tế"]],
    ["Đảng bộ, các chi bộ", ["Đảng bộ", "các chi bộ"]],
    ["Các phòng: Kinh tế, Văn hóa - Xã hội; Công an xã", ["Kinh tế", "Văn hóa - Xã hội", "Công an xã"]],
    ["Các phòng Kinh tế, Văn hóa - Xã hội và Trung tâm Phục vụ hành chính công", ["Kinh tế", "Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"]],
    // groups
    ["Các phòng, ban, ngành, đơn vị thuộc xã và các thôn", ["Các phòng, ban, ngành, đơn vị thuộc xã và các thôn"]],
    ["Các phòng, ban đơn vị thuộc phường", ["Các phòng, ban đơn vị thuộc phường"]],
    ["Các phòng, ban, ngành thuộc Xã và các xóm, khối", ["Các phòng, ban, ngành thuộc Xã và các xóm, khối"]],
    ["Các phòng, ban, ngành; các xóm", ["Các phòng, ban, ngành", "các xóm"]],
    ["Các phòng, ban, ngành, đơn vị có liên quan, Các thôn", ["Các phòng, ban, ngành, đơn vị có liên quan", "Các thôn"]],
    ["Các phòng, ban, ngành, đơn vị liên quan và Các thôn", ["Các phòng, ban, ngành, đơn vị liên quan và Các thôn"]],
    ["Các phòng, ban, đơn vị và UBND xã", ["Các phòng, ban, đơn vị", "UBND xã"]],
    ["Các phòng, ban, ngành;", ["Các phòng, ban, ngành"]],
    ["Các phòng, ban, đơn vị và các", ["Các phòng, ban, đơn vị và các"]],
    ["Các cơ quan, đơn vị, Doanh nghiệp trên địa bàn", ["Các cơ quan, đơn vị, Doanh nghiệp trên địa bàn"]],
    ["Văn phòng HĐND và UBND và các phòng, đơn vị thuộc UBND xã", ["Văn phòng HĐND và UBND", "các phòng, đơn vị thuộc UBND xã"]],
    ["Phòng Kinh tế, các cơ quan, đơn vị có liên quan", ["Phòng Kinh tế", "các cơ quan, đơn vị có liên quan"]],
    ["Văn phòng HĐND &UBND; Các phòng, ban, ngành, đơn vị có liên quan, Các thôn", ["Văn phòng HĐND &UBND", "Các phòng, ban, ngành, đơn vị có liên quan", "Các thôn"]],
    ["Tất cả cán bộ, công chức; Công an xã", ["Tất cả cán bộ, công chức", "Công an xã"]],
    ["Các thôn, Công an xã", ["Các thôn", "Công an xã"]],
    ["Phòng, ban liên quan", ["Phòng, ban liên quan"]],
    ["Mặt trận Tổ quốc và các đoàn thể", ["Mặt trận Tổ quốc", "các đoàn thể"]],
    ["UBND các xã, thị trấn", ["UBND các xã, thị trấn"]],
    ["Các phòng chuyên môn, Công an xã", ["Các phòng chuyên môn", "Công an xã"]],
    ["Các trường Mầm non, Tiểu học, THCS", ["Các trường Mầm non, Tiểu học, THCS"]],
    // nothing
    ["", []], ["…", []], ["-", []], [" \n ", []], ["1.", []],
  ])("%j", (text, expected) => {
    expect(names(text)).toEqual(expected);
    for (const mention of parseUnits(text)) expect(text.slice(mention.start, mention.end)).toBe(mention.name);
  });

  test.each<[string, string, string]>([
    ["Phòng Văn hóa xã hội (Lĩnh vực Nội vụ )", "Phòng Văn hóa xã hội", "Lĩnh vực Nội vụ"],
    ["Văn phòng HĐND-UBND xã (chuyên viên phụ trách lĩnh vực Tư pháp)", "Văn phòng HĐND-UBND xã", "chuyên viên phụ trách lĩnh vực Tư pháp"],
    ["Phòng Văn hóa-xã hội Lĩnh vực Nội vụ", "Phòng Văn hóa-xã hội", "Lĩnh vực Nội vụ"],
    ["Phòng Kinh tế, Linh vực Nông nghiệp và Môi trường xã;", "Phòng Kinh tế", "Linh vực Nông nghiệp và Môi trường xã"],
    ["Phòng Kinh tế - lĩnh vực Xây dựng", "Phòng Kinh tế", "lĩnh vực Xây dựng"],
    ["Phòng Văn hóa - Xã hội (Công an xã, Phòng Kinh tế)", "Phòng Văn hóa - Xã hội", "Công an xã, Phòng Kinh tế"],
    ["Phòng Kinh tế (Lĩnh vực Nông nghiệp", "Phòng Kinh tế", "Lĩnh vực Nông nghiệp"],
  ])("the qualifier of %j", (text, name, qualifier) => {
    const [mention, ...others] = parseUnits(text);
    expect(others).toEqual([]);
    expect(mention).toMatchObject({ name, qualifier });
    expect(text.slice(mention!.start, mention!.end)).toBe(name);
    expect(text.slice(mention!.end, mention!.fullEnd)).toContain(qualifier);
  });

  test("a qualifier does not hide the next unit", () => {
    expect(names("Phòng Văn hóa - Xã hội (Chuyên viên phụ trách lĩnh vực Nội vụ), Các phòng, ban, ngành, đơn vị thuộc xã")).toEqual(["Phòng Văn hóa - Xã hội", "Các phòng, ban, ngành, đơn vị thuộc xã"]);
  });

  test("one kind of body in all hamlets is nobody in particular", () => {
    expect(parseUnits("Tổ công nghệ số cộng đồng các ấp")[0]?.collective).toBe(true);
  });

  test("the branch of a bank is no unit beside it", () => {
    expect(names("Ngân hàng Chính sách xã hội - Phòng giao dịch Con Cuông")).toHaveLength(1);
    expect(names("Kho bạc Nhà nước Khu vực XI - Phòng Giao dịch số 8")).toHaveLength(1);
  });

  test("an enumerated department has the key of its full name", () => {
    expect(parseUnits("Các phòng: Kinh tế, Văn hóa - Xã hội").map((mention) => [mention.key, mention.collective])).toEqual([[unitKey("Phòng Kinh tế"), false], [unitKey("Phòng Văn hóa - Xã hội"), false]]);
  });

  test("offsets are into the text as it was given, also when it is decomposed", () => {
    const text = "Phòng Kinh tế; Ủy ban nhân dân xã".normalize("NFD");
    const found = parseUnits(text);
    expect(found.map((mention) => text.slice(mention.start, mention.end).normalize("NFC"))).toEqual(["Phòng Kinh tế", "Ủy ban nhân dân xã"]);
  });
});

describe("unitKey is one for", () => {
  test.each<string[]>([
    ["Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội", "Phòng Văn hóa xã hội", "Phòng Văn hóa-xã hội", "PHÒNG VĂN HÓA - XÃ HỘI", "Phòng VH-XH", "Phòng VHXH", "VH-XH", "P. VH - XH", "Phòng Văn hóa, Xã hội xã", "Phòng Văn hóa và Xã hội (Lĩnh vực Nội vụ)", "Phòng VH&XH"],
    ["Văn phòng HĐND và UBND", "Văn phòng HĐND&UBND", "VP HĐND - UBND", "Văn phòng HĐNDUBND", "VP HĐND -UBND", "Văn phòng HĐND-UBND xã", "Văn Phòng HĐND &UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Văn phòng HĐND, UBND phường", "VP. HĐND và Uỷ ban nhân dân"],
    ["TT PVHCC", "TT PV HCC", "TTPVHCC", "Trung tâm phục vụ HCC", "Trung tâm Phục vụ hành chính công", "Trung tâm PVHCC xã", "Trung tâm Hành chính công"],
    ["UBND xã", "Ủy ban nhân dân xã", "Uỷ ban nhân dân", "UBND"],
    ["Công an xã", "Công An xã", "CA xã", "Công an", "CÔNG AN PHƯỜNG"],
    ["Mặt trận Tổ quốc Việt Nam xã", "MTTQ xã", "Ủy ban MTTQ Việt Nam xã", "UBMTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam", "UB MTTQ VN xã"],
    ["Phòng Kinh tế", "Phòng kinh tế", "Phòng Kinh tế xã", "Phòng KT", "P.KT"],
    ["Phòng Kinh tế, Hạ tầng, Đô thị", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KT-HT-ĐT", "Phòng KT, HT & ĐT"],
    ["Đoàn Thanh niên", "Đoàn TNCS Hồ Chí Minh xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"],
    ["Hội Liên hiệp Phụ nữ xã", "Hội LHPN", "Hội Phụ nữ", "Hội LHPN Việt Nam xã"],
    ["Ban Chỉ huy Quân sự xã", "Ban CHQS", "BCHQS xã"],
    ["Các phòng, ban liên quan", "Các phòng, ban, liên quan", "Các phòng ban có liên quan", "các phòng - ban liên quan"],
    ["Sở Giáo dục và Đào tạo", "Sở GD&ĐT", "Sở GDĐT"],
    ["Thường trực HĐND xã", "TT HĐND xã"],
  ])("%s, …", (...spellings) => {
    expect(new Set(spellings.map(unitKey)).size).toBe(1);
  });

  test.each<[string, string]>([
    ["Phòng Văn hóa - Xã hộ", "Phòng Văn hóa - Xã hội"], ["Phòng Văn hóa - Xã hôi", "Phòng Văn hóa - Xã hội"], ["Đội", "Dội"], ["UBND xã", "UBND tỉnh"], ["Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng, Đô thị"],
    ["Hợp tác xã", "Hợp tác"], ["UBND các xã", "UBND các"], ["Thôn 1", "Thôn 2"], ["Ban ca nhạc", "Ban công an nhạc"], ["Văn phòng Đảng ủy", "Văn phòng HĐND và UBND"], ["UBND xã Hùng Châu", "UBND xã Phú Xuyên"],
  ])("not for %s and %s", (one, other) => {
    expect(unitKey(one)).not.toBe(unitKey(other));
  });
});

describe("isCollective", () => {
  test.each([
    "Các phòng, ban liên quan", "Các cơ quan, đơn vị", "Các thôn", "các xóm", "Hợp tác xã trên địa bàn xã Hòa An", "Hợp tác xã", "Hợp tác xã nông nghiệp trên địa bàn", "Chi bộ thôn, xóm", "Toàn thể cán bộ, công chức", "Các phòng, ban, ngành, đơn vị thuộc xã và các thôn", "Tổ dân phố", "Thôn, xóm", "Phòng, ban liên quan", "Đơn vị liên quan", "Cơ quan, đơn vị có liên quan",
    "Khối phố",
    "Các trường trên địa bàn", "Doanh nghiệp trên địa bàn", "Doanh nghiệp viễn thông", "Các doanh nghiệp viễn thông trên địa bàn", "UBND các xã, thị trấn", "Trưởng các thôn", "Tất cả các phòng", "Cả hệ thống chính trị", "Ban, ngành, đoàn thể", "CÁC PHÒNG, BAN", "Toàn thể cán bộ", "Người dân",
  ])("%s", (name) => {
    expect(isCollective(name)).toBe(true);
    expect(isCollective(name.normalize("NFD"))).toBe(true);
  });

  test.each([
    "Phòng Kinh tế", "Công an xã", "Ban Chỉ huy Quân sự", "Tổ dân phố số 5", "Chi bộ thôn 2", "Chi bộ khu phố Đông Hòa", "Hợp tác xã nông nghiệp Tân Tiến", "Hợp tác xã dịch vụ nông nghiệp", "Doanh nghiệp tư nhân Hải Hà", "Thôn Đông", "UBND xã", "Đảng ủy xã", "Hội Nông dân", "Trường Tiểu học Phú Xuyên", "Tổ Công nghệ số cộng đồng", "Cơ quan Thuế", "Doanh nghiệp Hòa Phát", "Phòng", "Văn phòng HĐND và UBND", "Ban Tổ chức", "Mặt trận Tổ quốc xã",
    "Khối phố 3",
  ])("not %s", (name) => {
    expect(isCollective(name)).toBe(false);
  });
});

describe("isOwnCommittee", () => {
  test.each<[string, "xã" | "phường" | null]>([["UBND xã", "xã"], ["Ủy ban nhân dân phường", "phường"], ["Uỷ ban nhân dân xã", null], ["UBND", "xã"], ["ubnd  Xã", "xã"]])("%s in a plan of a %s", (name, level) => {
    expect(isOwnCommittee({ name }, level)).toBe(true);
  });
  test.each<[string, "xã" | "phường" | null]>([["UBND tỉnh", "xã"], ["UBND xã", "phường"], ["Văn phòng HĐND và UBND", "xã"], ["UBND các xã", "xã"], ["UBND thành phố", null], ["UBND xã Hùng Châu", null], ["Đảng ủy xã", "xã"]])("not %s in a plan of a %s", (name, level) => {
    expect(isOwnCommittee({ name }, level)).toBe(false);
  });
});

describe("on any text", () => {
  const words = fc.constantFrom("Phòng", "Kinh tế", "các", "Các", "phòng", ", ", "; ", "\n", " và ", "(", ")", "-", " - ", "UBND", "HĐND", "xã", "ban", "1.", "•", "&", "/", ".", "Văn phòng", "lĩnh vực", ":", "…", "ủy ban".normalize("NFD"));
  const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.array(words, { maxLength: 30 }).map((parts) => parts.join(" ")));

  test("mentions stand in order inside of it, and hold their names", () => {
    fc.assert(fc.property(anyText, (text) => {
      let last = 0;
      for (const mention of parseUnits(text)) {
        expect(mention.start).toBeGreaterThanOrEqual(last);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.fullEnd).toBeGreaterThanOrEqual(mention.end);
        expect(mention.fullEnd).toBeLessThanOrEqual(text.length);
        expect(text.slice(mention.start, mention.end).normalize("NFC")).toBe(mention.name.normalize("NFC"));
        last = mention.fullEnd;
      }
    }), { numRuns: 500 });
  });

  test("the key of a unit stays when it is read again", () => {
    fc.assert(fc.property(anyText, (text) => {
      for (const mention of parseUnits(text)) expect(unitKey(mention.name.toUpperCase().toLowerCase())).toBe(unitKey(mention.name.toLowerCase()));
    }));
  });

  test.each([",", "Các phòng, ban, ", "(", "Phòng (", "HĐND và UBND ", " và ", "\n", "lĩnh vực "])("a cell full of %j is read to its end (a pattern that backtracks without bound would not come back)", (unit) => {
    const text = unit.repeat(30_000);
    for (const mention of parseUnits(text)) expect(mention.fullEnd).toBeLessThanOrEqual(text.length);
  });
});
