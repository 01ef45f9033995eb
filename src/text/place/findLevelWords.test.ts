import fc from "fast-check";
import { findLevelWords } from "./findLevelWords";
import { insideQuotes } from "./quotes";

function said(text: string): string[] {
  return findLevelWords(text).map(({ use, from, end }) => `${use}: ${text.slice(from, end)}`);
}

test.each([
  ["Các nội dung của xã về chuyển đổi số", ["commune: của xã"]],
  ["TRÊN ĐỊA BÀN XÃ NĂM 2025", ["commune: ĐỊA BÀN XÃ"]],
  ["Công an phường; Phòng Văn hóa - Xã hội phường", ["commune: Công an phường", "commune: Xã hội phường"]],
  ["Uỷ ban nhân dân xã", ["commune: Uỷ ban nhân dân xã"]],
  ["các cơ quan tư pháp xã", ["body-without: cơ quan tư pháp xã"]],
  ["tại UBND xã và UBND các xã, thị trấn", ["commune: UBND xã", "district: UBND các xã, thị trấn"]],
  ["đất đai, môi trường trên địa bàn huyện", ["district: huyện"]],
  ["huyện Sa Pa, tỉnh Lào Cai", ["district: huyện"]],
  ["theo phân cấp của huyện", ["district: của huyện"]],
  ["hướng dẫn của Thành phố; UBND tỉnh; Thành uỷ", ["province: của Thành phố", "province: UBND tỉnh", "province: Thành uỷ"]],
  ["hỗ trợ từ ngân sách tỉnh; liên thông với tỉnh, với trung ương", ["province: ngân sách tỉnh", "province: liên thông với tỉnh"]],
  ["Thành\nphố; UBND các xã, thị\u00a0trấn; của Thành\nphố", ["district: UBND các xã, thị\u00a0trấn", "province: của Thành\nphố"]],
  ["trong các cơ quan nhà nước của tỉnh", ["province-offices: cơ quan nhà nước của tỉnh"]],
  ["trên địa bàn toàn tỉnh", ["province-scope: toàn tỉnh"]],
  ["Các thôn", ["village: thôn"]],
  ["người dân các thôn, ấp", ["village: thôn"]],
  ["các thôn, bản", ["village: thôn", "village: bản"]],
  ["Trưởng bản; già làng, trưởng buôn", ["village: bản", "village: buôn"]],
  ["lắp loa tại bản Nà Ngần và buôn Ea Kring", ["village: bản", "village: buôn"]],
  ["đồng bào các buôn, bon; phum sóc của người Khmer", ["village: buôn", "village: bon", "village: phum", "village: sóc"]],
  ["từng thôn, bản đồ số", ["village: thôn"]],
  ["về tận bản làng", ["village: bản"]],
  ["Các khối phố", ["block: khối phố"]],
  ["Tổ dân phố rà soát theo văn bản mới", ["block: Tổ dân phố"]],
  ["máy quét cho Trung tâm Phục vụ hành chính công phường", ["commune: hành chính công phường"]],
  ["Tổ dân phố số 5? không: Tổ dân phố", ["block: Tổ dân phố"]],
  ["loa truyền thanh xã; nhà văn hóa xã", ["commune: truyền thanh xã", "commune: văn hóa xã"]],
  ["Trung tâm Phục vụ hành chính công các cấp", ["all-tiers: Trung tâm Phục vụ hành chính công các cấp"]],
])("%s", (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  "phát triển kinh tế - xã hội; mạng xã hội; xã viên hợp tác xã",
  "các xã, phường; cấp xã; từ tỉnh đến xã; 126 xã, phường của tỉnh, thành phố",
  "Điểm Bưu điện - Văn hóa xã; văn hóa xã hội; y tế xã, phường",
  "thành phố thông minh; các tỉnh bạn; tỉnh lộ 12; ngân sách cấp tỉnh; kết nối với tỉnh, thành khác",
  "hồ sơ do UBND huyện bàn giao; địa bàn huyện Phú Xuyên cũ; đường huyện 12; thủ tục của cấp huyện chuyển về",
  "công dân huyện Viêng Xay, tỉnh Hủa Phăn (Lào); kết nghĩa với huyện Phú Ninh, Vân Nam, Trung Quốc",
  "các thôn, tổ dân phố; nông thôn mới; hệ thống thôn tin",
  "mô hình tổ dân phố số",
  "văn bản, bản đồ; làng nghề, bản sắc; bản, làng nghề",
  "văn bản, thôn tin; bản đồ số; bản tin; 01 bản Kế Hoạch Chung; phiên bản Vi Tính; cơ bản, toàn diện; các bản cam kết; bản Cam kết",
  "chống buôn lậu, buôn bán hàng giả; bán buôn, bán lẻ; chăm sóc sức khỏe; phường Buôn Ma Thuột; Sóc Trăng",
  "các thôn, bản, khối phố",
  "chính quyền các cấp; cán bộ các cấp",
  "“Đề án của xã”; \"Chương trình của huyện\"",
])("nothing is told of “%s”", (text) => {
  expect(said(text)).toEqual([]);
});

test("offsets are into the text as it was given", () => {
  const text = "Các nội dung của xã".normalize("NFD");
  const [word] = findLevelWords(text);
  expect(text.slice(word!.from, word!.end).normalize("NFC")).toBe("của xã");
});

test("any mixture of words is read without an exception, inside of the text", () => {
  const word = fc.constantFrom("xã", "phường", " ", "của ", "tỉnh", "thành phố", "huyện ", "UBND ", "thị trấn", "“", "”", '"', "các cấp", ", ", "hội", "\n", "́");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join("");
      for (const { from, start, end } of findLevelWords(text)) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

test.each([
  ["“a” b", 4, false],
  ["“a” b", 1, true],
  ["“a b", 3, true],
  ['"a" b', 1, true],
  ['"a" b', 4, false],
])("inside quotes: %s at %d is %s", (text, offset, expected) => {
  expect(insideQuotes(text, offset)).toBe(expected);
});
