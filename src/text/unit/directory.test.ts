import seed from "../../../seeds/units.json";
import { directoryUnit, meantUnit, UNIT_DIRECTORY, unitSeedSchema } from "./directory";
import { parseUnits } from "./parseUnits";
import { unitKey } from "./unitKey";

describe("seeds/units.json", () => {
  test("has the shape that the loader wants", () => {
    expect(unitSeedSchema.safeParse(seed).error).toBeUndefined();
  });

  test("names every unit once", () => {
    const keys = UNIT_DIRECTORY.map(({ key }) => key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test("a short form leads to its own unit and to no other", () => {
    for (const unit of UNIT_DIRECTORY) for (const short of unit.abbreviations) expect([short, directoryUnit(unitKey(short))?.name]).toEqual([short, unit.name]);
  });

  test("every name is read as one unit", () => {
    for (const { name } of UNIT_DIRECTORY) expect([name, parseUnits(name).map((mention) => mention.name)]).toEqual([name, [name]]);
  });
});

test.each([
  ["VP HĐND - UBND xã", "Văn phòng HĐND và UBND"],
  ["Phòng Văn hoá – Xã hội", "Phòng Văn hóa - Xã hội"],
  ["UB MTTQ Việt Nam phường", "Ủy ban Mặt trận Tổ quốc Việt Nam"],
  ["Agribank", "Ngân hàng Nông nghiệp và Phát triển nông thôn"],
  ["Sở KH&CN", "Sở Khoa học và Công nghệ"],
])("the directory knows %s", (written, name) => {
  expect(directoryUnit(unitKey(written))?.name).toBe(name);
});

describe("the directory tells what was meant by", () => {
  test.each<[string, string, "misspelt" | "cut"]>([
    ["Phòng Văn hóa - Xã hộ", "phòng văn hóa xã hội", "cut"],
    ["Phòng Văn hóa - Xã hôi", "phòng văn hóa xã hội", "misspelt"],
    ["Phòng Văn hoa - Xa hoi", "phòng văn hóa xã hội", "misspelt"],
    ["Phòng Vănhóa - Xã hội", "phòng văn hóa xã hội", "misspelt"],
    ["Ban Xây dựng Đản", "ban xây dựng đảng", "cut"],
    ["Ban Chỉ huy Quân", "ban chỉ huy quân sự", "cut"],
    ["Hội Cựu chiền binh", "hội cựu chiến binh", "misspelt"],
    ["Trung tâm Phục vụ hành chính", "trung tâm phục vụ hành chính công", "cut"],
    ["Trung tâm Phục vụ hàhn chính công", "trung tâm phục vụ hành chính công", "misspelt"],
    ["Công ăn", "công an", "misspelt"],
    ["Trạm Y tê", "trạm y tế", "misspelt"],
    ["Trạm Y", "trạm y tế", "cut"],
    ["Phòng Văn hóa - Xã", "phòng văn hóa xã hội", "cut"],
    ["Côn an xã", "công an", "misspelt"],
    ["Công an phư", "công an", "cut"],
    ["Văn phòng HĐND và UBN", "văn phòng hội đồng nhân dân ủy ban nhân dân", "cut"],
    ["Văn phòng HĐND và UDND", "văn phòng hội đồng nhân dân ủy ban nhân dân", "misspelt"],
    ["Đoàn TNCS Hồ Chí Min", "đoàn thanh niên", "cut"],
    ["UBDN xã", "ủy ban nhân dân", "misspelt"],
    ["Vănphòng HĐND và UBND", "văn phòng hội đồng nhân dân ủy ban nhân dân", "misspelt"],
    ["Phòng", "", "cut"],
  ])("%s", (written, key, kind) => {
    expect(meantUnit(written)).toMatchObject({ key, kind });
  });
});

describe("the directory takes for a unit of its own", () => {
  test.each([
    "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an tỉnh", "Hội Nông dân", "Hội Phụ nữ", "Chi cục Thuế Thường Tín", "Chi cục Kiểm lâm", "Ban Quản lý chợ", "Ban Quản lý", "Đội Quản lý trật tự đô thị", "Tổ C",
    "Phòng Dân tộc", "Bộ Tư lệnh", "Hội Nhà báo", "Trung tâm Dịch vụ nông nghiệp", "Tổ hợp tác", "Đội Thuế", "Cục Thuế", "Hội Làng nghề", "Ban Dân vận", "Ban Giám sát đầu tư cộng đồng", "Thường trực", "Trung tâm", "Thanh tra sở", "Văn phòng", "Ban Bảo vệ dân phố", "Tổ công nghệ số",
    "Hội đồng", "Ủy ban", "Mặt trận Tổ quốc", "Đài Phát thanh", "Trạm Thú y", "Trạm Khuyến nông", "Hội Người tiêu dùng", "Hội Cựu giáo chức", "Ngân hàng", "Đoàn trường", "Bảo hiểm", "Kho bạc", "Viettel Phú Thọ", "HĐQT", "UBKT", "Phòng Nội vụ", "Trung tâm Văn hóa - Thông tin", "Phòng Kinh tế - Hạ tầng", "Sở TC", "Bộ TT&TT", "Ban Tổ chức Đảng ủy", "Ban CHPCTT&TKCN", "HTX Nông nghiệp", "Kho bạc Nhà nước khu vực X",
  ])("%s", (written) => {
    expect(meantUnit(written)).toBeNull();
  });
});
