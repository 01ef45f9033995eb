import { placeMentions } from "./placeMention";

describe("placeMentions", () => {
  test.each([
    ["(Kèm theo Kế hoạch số /KH-UBND ngày / 3 /2026 của UBND xã Thanh Thủy)", ["xã Thanh Thủy"]],
    ["(Kèm theo Kế hoạch của UBND Phường Đống Đa)", ["phường Đống Đa"]],
    ["NHIỆM VỤ TRÊN ĐỊA BÀN XÃ HÙNG CHÂU", ["xã HÙNG CHÂU"]],
    ["NHIỆM VỤ CỦA XÃ HÙNG CHÂU NĂM 2026", ["xã HÙNG CHÂU"]],
    ["NHIỆM VỤ TRÊN ĐỊA BÀN XÃ", []],
    ["PHÁT TRIỂN KINH TẾ - XÃ HỘI VÀ CHUYỂN ĐỔI SỐ", []],
    ["Phòng Văn hóa - Xã hội", []],
    ["của Ban Thường vụ Đảng ủy xã )", []],
    ["UBND đặc khu Côn Đảo ban hành", ["đặc khu Côn Đảo"]],
    ["UBND phường 5, thành phố", ["phường 5"]],
    ["Xây dựng xã Nông thôn mới kiểu mẫu", []],
    ["UBND xã Nông Cống", ["xã Nông Cống"]],
    ["UBND các xã, phường trên địa bàn", []],
  ])("%s", (line, expected) => {
    expect(placeMentions(line).map(({ level, name }) => `${level} ${name}`)).toEqual(expected);
  });
});
