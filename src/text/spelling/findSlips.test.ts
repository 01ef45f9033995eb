import fc from "fast-check";
import { findSlips, mendSlips, readWording } from "./findSlips";

/** The slips of one rule as "found → replacement". */
function told(text: string, rule: string): string[] {
  return findSlips(text)
    .filter((slip) => slip.rule === rule && slip.severity !== "info")
    .map(({ start, end, replacement, data }) => `${text.slice(start, end)} → ${replacement ?? data.wanted ?? "?"}`);
}

describe("near-misses of fixed terms", () => {
  test.each([
    ["đẩy mạnh chuyển đối số", "chuyển đối số → chuyển đổi số"],
    ["CHUYỂN ĐỐI SỐ QUỐC GIA", "CHUYỂN ĐỐI SỐ → CHUYỂN ĐỔI SỐ"],
    ["chuyển đỏi số", "chuyển đỏi số → chuyển đổi số"],
    ["phê duyệt Để án đào tạo", "Để án → Đề án"],
    ["vận hành hệ thông máy chủ", "hệ thông → hệ thống"],
    ["phát triển bền vừng", "bền vừng → bền vững"],
    ["về đổi mời sáng tạo", "đổi mời sáng tạo → đổi mới sáng tạo"],
    ["đôi mới sáng tạo", "đôi mới sáng tạo → đổi mới sáng tạo"],
    ["trên hệ thống thôn tin", "hệ thống thôn tin → hệ thống thông tin"],
    ["đội ngũ tri thức của xã", "đội ngũ tri thức → đội ngũ trí thức"],
    ["giải phóng mặt băng", "giải phóng mặt băng → giải phóng mặt bằng"],
    ["người có công với cách mang", "người có công với cách mang → người có công với cách mạng"],
    ["phòng cháy chưa cháy", "phòng cháy chưa cháy → phòng cháy chữa cháy"],
    ["phản ánh, kiến nghi", "kiến nghi → kiến nghị"],
    ["của Ban Bí thu", "Ban Bí thu → Ban Bí thư"],
    ["bộ thủ tục hành chánh", "thủ tục hành chánh → thủ tục hành chính"],
    ["Cơ sơ dữ liệu đất đai", "Cơ sơ dữ liệu → Cơ sở dữ liệu"],
    ["người đứng đâu cơ quan", "người đứng đâu → người đứng đầu"],
    ["báo cáo kết qua năm", "báo cáo kết qua → báo cáo kết quả"],
    ["camera nhắm giám sát chợ", "nhắm giám sát → nhằm giám sát"],
    ["kéo cáp quan đến thôn", "cáp quan → cáp quang"],
    ["mạng di dộng 5G", "di dộng → di động"],
    ["đáp ứng yêu càu", "yêu càu → yêu cầu"],
    ["Văn hóa - Xã hôi", "Xã hôi → Xã hội"],
    ["Linh vực Nông nghiệp", "Linh vực → Lĩnh vực"],
    ["thủ tục hanh chính", "thủ tục hanh chính → thủ tục hành chính"],
    ["Uỷ bạn nhân dân xã", "Uỷ bạn nhân dân → Uỷ ban nhân dân"],
    ["chia sẽ dữ liệu", "chia sẽ → chia sẻ"],
    ["sử lý hồ sơ", "sử lý → xử lý"],
    ["sữa đổi quy chế", "sữa đổi → sửa đổi"],
    ["giải phóng mặc bằng", "giải phóng mặc bằng → giải phóng mặt bằng"],
    ["thiết bị ký sô", "ký sô → ký số"],
    ["ứng phó mưa bảo", "mưa bảo → mưa bão"],
    ["Tập chung nguồn lực", "Tập chung → Tập trung"],
    ["chuyển đổ số", "chuyển đổ số → chuyển đổi số"],
    ["hệ tống máy chủ", "hệ tống → hệ thống"],
    ["phụ trách CDS", "CDS → CĐS"],
    ["xây dựng Để án 06", "Để án → Đề án"],
    ["đẩy mạnh cải cách hàng chính", "hàng chính → hành chính"],
    ["đổi mới xáng tạo", "đổi mới xáng tạo → đổi mới sáng tạo"],
    ["theo chương chình của tỉnh", "chương chình → chương trình"],
    ["PHÁT TRIỂN HỆ THÔNG SỐ", "HỆ THÔNG → HỆ THỐNG"],
    ["phát vi chất dinh dương", "dinh dương → dinh dưỡng"],
    ["đào tạo thuyết mình viên", "thuyết mình viên → thuyết minh viên"],
    ["giữ tốc độ tăng trường", "tăng trường → tăng trưởng"],
    ["nguy cơ cháy nỗ", "cháy nỗ → cháy nổ"],
    ["theo phương trâm cầm tay chỉ việc", "phương trâm → phương châm"],
    ["các đơn vị liên quang", "liên quang → liên quan"],
    ["khắt phục hậu quả", "khắt phục hậu quả → khắc phục hậu quả"],
    ["tham da ý kiến", "tham da → tham gia"],
    ["lông dân sản xuất giỏi", "lông dân → nông dân"],
  ])("%s", (text, wanted) => expect(told(text, "term")).toEqual([wanted]));

  // Each of these comes within one mark of a term and is right.
  test.each([
    "lắp hệ thống thông gió cho kho", "hệ thông gió", "đối với dự án toàn tỉnh", "phương án toàn xã", "liên kết qua mạng", "đoàn kết qua phong trào", "cam kết qua điện thoại",
    "truyền thống tin cậy", "hình thức hiện đại", "chính thức hiện có", "khả năng cao", "văn bản hành chính", "tiến hành chỉnh sửa", "ban hành chỉnh lý", "hoàn thành phổ cập",
    "trong mọi trường hợp", "mỗi trường tiểu học", "sổ hộ khẩu", "chuyển đổi sổ hộ khẩu", "sổ hóa đơn", "an ninh mang tính quyết định", "bắt đầu từ năm 2026", "đứng đầu từ 2025",
    "công ăn việc làm", "tại chính địa phương", "các hộ tích cực tham gia", "chủ động bộ máy", "thi công đồng loạt", "thi hành công bằng", "thống kê hoạt động", "nhận thực phẩm",
    "điện từ trường", "tri thức khoa học", "liên quân", "thăm gia đình chính sách", "người dẫn chương trình", "bộ phận một của", "hằng quý trình Ủy ban", "nhắm tới thị trường",
    "vay Ngân hàng Chính sách xã hội", "mặt hàng chính của xã", "bảng sao kê", "kế hoạch động viên", "nội quy hoạt động", "cửa hàng chính hãng", "đường liên thôn, liên xã", "cụ tú tài Nguyễn An", "giáp phường Hòa Thành", "UBND tỉnh Long An chỉ đạo", "cũng cố gắng", "một số họa sĩ", "tội đốt phá", "giao tiếp nhân viên", "dự liệu trước", "Đông Bộ", "chỉ tiêu chi ngân sách", "văn phong hành chính", "sử dụng trung tâm", "vận chuyển đi số 2", "đề cao an toàn", "chủ đề an toàn",
      "mở khóa học, hội thao và lễ hội", "đồ thị phân bố dân cư", "cơ quan dân cử", "người dân chú trọng", "đất đai diện tích nhỏ", "nhà trưởng thôn", "tỷ lệ hội viên",
      "24 hộ người Đan Lai", "điểm thi Trường THPT", "Nguyễn Văn Hòa, Đỗ Thị Hoa", "triển khai từ năm 2026", "ký bản giao ước", "Ủy ban giao phòng", "các học sinh để",
      "mặt đường dày 18 cm", "số sách giáo khoa", "các hồ chưa kiên cố", "danh mục tiểu dự án", "nước Thái Lan", "Việt Nam học tập", "việc lạm dụng", "hệ số lương",
      "cây đại hồi", "thông báo về", "cho phép chuyển mục đích sử dụng đất", "hội văn học nghệ thuật", "bối cảnh tranh chấp", "dẫn quân về", "khuyên học sinh", "chỉ tiêu thu ngân sách", "phòng sự cố", "vùng chồng lấn", "một người ra phán quyết", "chung sức xây dựng", "trung bình năm", "dành nguồn lực", "nên làm ngay", "một phần loại bỏ",
    "quản lý, lý lịch", "kết nối nội bộ", "tổ chức", "Tổ công nghệ số cộng đồng", "cái cách làm", "đường tuyến truyền dẫn", "công nghệ, nghề nghiệp", "di dân",
  ])("leaves alone: %s", (text) => expect(told(text, "term")).toEqual([]));
});

describe("misspelt words", () => {
  test.each([
    ["qản lý", "qản → quản"],
    ["bền vữn", "vữn → vững"],
    ["Tiếo tục", "Tiếo → Tiếp"],
    ["định hướng đển năm", "đển → đến"],
    ["ngành toá án", "toá → tòa"],
    ["thưc hiện", "thưc → thực"],
    ["chuyễn đổi", "chuyễn → chuyển"],
    ["hộ nghèoo", "nghèoo → nghèo"],
    ["thủ tục hành chnh", "chnh → chính"],
    ["đa ngun lực", "ngun → nguồn"],
    ["hồ sơ; khng yêu cầu nộp lại", "khng → ?"],
    ["về koa học", "koa → khoa"],
    ["triến khai kế hoạch", "triến → triển"],
    ["đên từng hộ dân", "đên → ?"],
    ["quyền lợi cảu trẻ em", "cảu → ?"],
  ])("%s", (text, wanted) => expect(told(text, "spelling")).toEqual([wanted]));

  test.each([
    "OCOP, STEM, VNeID, IoT, iHanoi, QR, AI, Gbps, 5G, 6G", "zalo, facebook, camera, online, website, internet, smart, robot, blockchain, big data",
    "số 15527BTTTT-TTH và 708/BTTTT-CATTT", "http://thongke.tourism.vn và ubnd@hanoi.gov.vn", "HĐND, UBND, MTTQ, BCĐ, ĐMST, TTHC, QĐ-TTg, NĐ-CP, CTr/TU", "văn hoá, văn hóa, thuỷ lợi, thủy lợi",
    "thân nhân liệt sỹ, bác sĩ; quí I, quý II; kĩ năng, mỳ tôm", "lực lượng nòng cốt; trạm sạc; băng rôn; cá cược; kênh xáng; cún con",
    "lụa đũi, khăn piêu, cây dổi, loài voọc, cá thát lát", "lễ hội Ariêu Car, sông Avương, dệt zèng", "xã Ia Rvê, suối Ea Kpăm, bản Huổi Sớn", "Kon Tum, Đắk Lắk, Krông Pa, Ma-lai-xi-a", "mục III.2, Quý IV/2026", "7h30, 1,5 km, 30 m², giá mỗi kg, dài vài km", "tin nhắn sms và tệp pdf", "Nguyễn, Huỳnh, Quách", "Huế, Đà Nẵng, Bắc Kạn, Sìn Hồ, Nậm Pồ, Xín Mần, BẮC KẠN", "tíc tắc, trừu tượng, xịn", "tr.đồng, tỷ đ",
      "lực lượng nòng cốt, bác sỹ, liệt sỹ", "trạm sạc, kênh xáng, rừng khộp, băng rôn, cây kơ nia, cây muồng", "chợ Y Tý, Triêu Khê, Đưng K'Nớ", "xã Đạ Tẻh, Lễ Sene Đôlta",
      "phân urê, ki-ốt, kiốt, túi nilông, tiêm vắcxin",
  ])("leaves alone: %s", (text) => expect(told(text, "spelling")).toEqual([]));
});

describe("punctuation", () => {
  const messages = (text: string): string[] => findSlips(text).filter(({ rule }) => rule === "punctuation").map(({ message }) => message);
  const mended = (text: string): string => mendSlips(text, findSlips(text).filter(({ rule }) => rule === "punctuation"));

  test.each([
    ["dữ liệu số..", ["doubled"], "dữ liệu số."],
    ["ở chợ đêm. .", ["doubled"], "ở chợ đêm."],
    ["vốn của chương trình.,", ["doubled"], "vốn của chương trình."],
    ["vốn của chương trình,.", ["doubled"], "vốn của chương trình."],
    ["trợ cấp hằng tháng , mai táng phí", ["spaceBefore"], "trợ cấp hằng tháng, mai táng phí"],
    ["giai đoạn 2027 - 2029..", ["doubled"], "giai đoạn 2027 - 2029."],
    ["trò chơi dân gian,..", ["doubled"], "trò chơi dân gian,."],
    ["của  UBND", ["spaces"], "của UBND"],
    ["và Tỉnh , có", ["spaceBefore"], "và Tỉnh, có"],
    ["(Lĩnh vực Nội vụ )", ["spaceBefore"], "(Lĩnh vực Nội vụ)"],
    ["y tế,giáo dục;nông nghiệp", ["tight", "tight"], "y tế, giáo dục; nông nghiệp"],
    ["chợ, siêu thị,… không dùng", ["commaEllipsis"], "chợ, siêu thị… không dùng"],
    ["giáo dục,...; đảm bảo", ["commaEllipsis"], "giáo dục...; đảm bảo"],
    ["Thường Tín- Phú Xuyên", ["dash"], "Thường Tín - Phú Xuyên"],
    ["Văn hóa -Xã hội", ["dash"], "Văn hóa - Xã hội"],
    ["các phòng, ban, liên quan", ["strayComma"], "các phòng, ban liên quan"],
    ["được khởi tạo, từ máy", ["strayComma"], "được khởi tạo từ máy"],
    ["cán bộ công chức, viên chức", ["lostComma"], "cán bộ, công chức, viên chức"],
    ["ngày 27/5/2025)", ["unopened"], "ngày 27/5/2025)"],
    ["(lĩnh vực chợ", ["unclosed"], "(lĩnh vực chợ"],
    ["Chương trình “Chợ số", ["unclosed"], "Chương trình “Chợ số"],
    ['Chương trình "Chợ số', ["unclosed"], 'Chương trình "Chợ số'],
    ["về”Kỹ năng số” ở xã", ["turned"], "về “Kỹ năng số” ở xã"],
    ["Kỹ năng số” ở xã", ["unopened"], "Kỹ năng số” ở xã"],
  ])("%s", (text, wanted, result) => {
    expect(messages(text)).toEqual(wanted);
    expect(mended(text)).toBe(result);
  });

  test.each([
    "chợ, siêu thị…", "chợ, siêu thị...", "[...]", "ngày … tháng … năm", "1,5%; 7:30; 10.000", "https://a.vn/x,y", "HĐND&UBND", "a) chợ; b) trường", "i) chợ ii) trường", "1) chợ; 2.1) trường",
    "(1) chợ; (2) trường [mục 3]", "“Chợ số” và \"Chợ số\"", "màn hình 55\"", "số         /KH-UBND ngày    tháng 7", "57-NQ/TW; 2025-2030; 2025 - 2030", "dòng một\n  dòng hai", "sữa; \n- đường",
    "Văn hóa-xã hội", "Văn hóa - Xã hội", "Các phòng, ban liên quan", "..", "Số: .... /KH-UBND",
  ])("leaves alone: %s", (text) => expect(messages(text)).toEqual([]));
});

test("words that fell into a term are found, whole terms and other phrases are not", () => {
  const fallen = (text: string): string[] => readWording(text).fallen.map(({ start, end, broken }) => `${text.slice(start, end)} in ${broken}`);
  expect(fallen("chia sẻ dữ Thường liệu")).toEqual(["Thường in dữ liệu"]);
  expect(fallen("xây dựng hệ Thường xuyên thống máy chủ")).toEqual(["Thường xuyên in hệ thống"]);
  expect(fallen("quản lý thường xuyên đoàn viên; công tác dân vận; công nghệ thông tin")).toEqual([]);
});

test("a decomposed text is told once, and its slips stand where they are in it", () => {
  const text = "Lập hồ sơ qản lý".normalize("NFD");
  const slips = findSlips(text);
  expect(slips.map(({ rule, message }) => `${rule}/${message}`)).toEqual(["encoding/decomposed", "spelling/misspelt"]);
  expect(text.slice(slips[1]!.start, slips[1]!.end).normalize("NFC")).toBe("qản");
  expect(slips[0]!.replacement).toBe("Lập hồ sơ qản lý");
});

const pieces = fc.constantFrom(
  "chuyển đối số", "chuyển đổi số", "qản lý", "văn hoá", "\u0301", "\u200b", "..", "…", ",", ";", "(", ")", "[", "“", "”", '"', " ", "  ", "\n", "- ", "–", "zalo", "CDS", "Công An", "57-NQ/TW", "https://a.vn", "©", "Phoøng", "dữ", "Thường", "liệu", "İ",
);

test("whatever a text holds, slips lie inside it and mending them comes to an end", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")), fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(" "))), (text) => {
      let current = text;
      for (let round = 0; round < 10; round++) {
        const slips = findSlips(current);
        for (const { start, end } of slips) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(current.length);
        }
        const [first] = slips.filter(({ replacement }) => replacement !== undefined);
        const encoding = slips.some(({ rule }) => rule === "encoding");
        const next = encoding && first !== undefined ? mendSlips(current, [first]) : mendSlips(current, [...slips].sort((a, b) => a.start - b.start));
        if (next === current) return;
        current = next;
      }
      throw new Error(`mending does not end: ${JSON.stringify(text)} ${JSON.stringify(current)}`);
    }),
    { numRuns: 500 },
  );
});

describe("the sound of a text", () => {
  const word = fc.constantFrom("Rà", "soát", "hóa", "đơn", "QUÝ", "thuỷ", "2026", "máy", "57-NQ/TW", "và", "Ủy", "khỏe");
  const gap = fc.constantFrom(" ", "  ", " - ", ", ", "; ", "\n", " (", ") ");

  test("does not hear case, spaces, marks, tone marks or Unicode form", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap, gap), { minLength: 4, maxLength: 40 }), (parts) => {
        const one = parts.map(([text, before]) => before + text).join("");
        const other = parts.map(([text, , before]) => before + text.toUpperCase().replace("HÓA", "HOÁ")).join("").normalize("NFD");
        expect(readWording(other).sound).toBe(readWording(one).sound);
      }),
    );
  });

  test("tells texts apart that say something else", () => {
    const texts = ["Lắp 12 trạm phát sóng", "Lắp 21 trạm phát sóng", "Lắp 12 trạm thu sóng", "Kéo 12 trạm phát sóng"];
    expect(new Set(texts.map((text) => readWording(text).sound)).size).toBe(texts.length);
  });
});

test("what is wrong is found as before when more words were met than are kept", () => {
  const text = "Đẩy mạnh chuyển đối số, cấp cho cán bộ 15 chữ ký số qản lý";
  const before = readWording(text);
  const letters = "abcdefghijklmnopqrst";
  const invented = Array.from({ length: 70_000 }, (_, i) => `${letters[i % 20]}${letters[(i / 20) % 20 | 0]}${letters[(i / 400) % 20 | 0]}${letters[(i / 8000) % 20 | 0]}w`);
  for (let from = 0; from < invented.length; from += 1_000) readWording(invented.slice(from, from + 1_000).join(" "));
  // Another space at the end, so that the text is read anew.
  expect(readWording(`${text} `).slips).toEqual(before.slips);
  expect(before.slips.length).toBeGreaterThan(1);
});
