import { HeaderCells } from "./headerCell";

const cells = new HeaderCells();

test.each([
  ["STT", "number"],
  ["Số\nTT", "number"],
  ["TT", "number"],
  ["Mã nhiệm vụ", "number"],
  ["Mã", "number"],
  ["Nội dung công việc", "content"],
  ["Nhiệm vụ/giải pháp", "content"],
  ["NHIỆM VỤ, GIẢI PHÁP", "content"],
  ["Nhóm nhiệm vụ", "content"],
  ["Tên chỉ tiêu", "content"],
  ["Mục tiêu", "content"],
  ["Nội dung chỉ tiêu", "content"],
  ["Cơ quan chủ trì theo dõi, thực hiện", "leadUnit"],
  ["Cơ quan chủ trì thực hiện", "leadUnit"],
  ["Cơ quan thực hiện chính", "leadUnit"],
  ["Đơn vị đầu mối", "leadUnit"],
  ["Chủ trì", "leadUnit"],
  ["Bộ phận tham mưu", "leadUnit"],
  ["Phòng, ban chủ trì", "leadUnit"],
  ["Cơ quan, cá nhân chủ trì", "leadUnit"],
  ["CQ, ĐV chủ trì", "leadUnit"],
  ["Thành phần phối hợp", "coordinatingUnits"],
  ["Cơ quan, tổ chức phối hợp", "coordinatingUnits"],
  ["Đồng chí lãnh đạo phụ trách", "directingLeader"],
  ["Tháng hoàn thành", "deadline"],
  ["Tài liệu kiểm chứng", "product"],
  ["Tên công trình, dự án", "content"],
  ["Đơn vị thực hiện", "units"],
  ["Đơn vị", "anyUnit"],
  ["Đơn vị phối hợp", "coordinatingUnits"],
  ["Cơ quan tham gia", "coordinatingUnits"],
  ["Đơn vị cùng thực hiện", "coordinatingUnits"],
  ["Phối hợp thực hiện", "coordinatingUnits"],
  ["Thời hạn", "deadline"],
  ["Tiến độ", "deadline"],
  ["Thời gian", "deadline"],
  ["Thời gian hoàn thành", "deadline"],
  ["Mốc hoàn thành", "deadline"],
  ["Sản phẩm đầu ra", "product"],
  ["Kết quả dự kiến", "product"],
  ["Kết quả/ sản phẩm", "product"],
  ["ĐVT", "unitOfMeasure"],
  ["Đơn vị tính", "unitOfMeasure"],
  ["ĐVT (%)", "unitOfMeasure"],
  ["Người chỉ đạo", "directingLeader"],
  ["Lãnh đạo phụ trách", "directingLeader"],
  ["Căn cứ/lý do đề xuất", "basis"],
  ["Cơ sở đề xuất", "basis"],
  ["Ghi chú", "note"],
  ["Lead agency", "leadUnit"],
  ["Due date", "deadline"],
  ["Remarks", "note"],
])("%s heads a %s column", (text, sense) => expect(cells.read(text)).toMatchObject({ sense, strong: true, period: false }));

test.each(["2025", "Năm 2026", "Đến năm 2030", "KH 2026", "Giai đoạn 2026-2030", "Giai đoạn 2026 - 2030", "Chỉ tiêu năm 2026", "Ước TH 2025"])("%s heads the values of a period", (text) =>
  expect(cells.read(text)).toMatchObject({ sense: "target", period: true }),
);

test.each(["CNTT", "Hạ tầng CNTT", "Kinh phí 2026", "I", "Phòng Kinh tế", "Công an xã", "Phát triển hạ tầng", "", "5", "Tổ công nghệ số cộng đồng"])("%s heads nothing", (text) =>
  expect(cells.read(text)).toBeNull(),
);

test("a sentence that speaks of contents and units is no sure header", () => {
  expect(cells.read("Nội dung tuyên truyền về phát triển khoa học trên địa bàn toàn tỉnh")?.strong ?? false).toBe(false);
  expect(cells.read("Rà soát nhiệm vụ của từng phòng ban trước khi giao")?.strong ?? false).toBe(false);
});

test("a header may name both units", () => {
  expect(cells.read("Cơ quan chủ trì, phối hợp")).toMatchObject({ sense: "leadUnit", both: true });
  expect(cells.read("Đơn vị thực hiện (chủ trì, phối hợp)")).toMatchObject({ sense: "units", both: true });
  expect(cells.read("Cơ quan chủ trì")).toMatchObject({ both: false });
});

test.each([
  ["Cơ quan chủ trì", "leadUnit"],
  ["Thời gian hoàn thành", "deadline"],
  ["Sản phẩm", "product"],
  ["Địa điểm", undefined],
])("the label %s stands for %s", (label, sense) => expect(cells.label(label)?.sense).toBe(sense));
