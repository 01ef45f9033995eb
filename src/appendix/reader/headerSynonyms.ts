import type { Role } from "../appendix";

/**
 * What a header cell is about. Besides the roles: "units" is a column that may hold the lead unit alone or both units with labels
 * ("Đơn vị thực hiện"), "anyUnit" a bare "Đơn vị", which names units of measure beside values and responsible units elsewhere, and
 * "group" a word that only stands above other headers ("Tổ chức thực hiện").
 */
export type HeaderSense = Role | "units" | "anyUnit" | "group";

/**
 * The words by which offices head their columns, by sense. They are compared as whole words without tones, dashes and letter case,
 * the longest first, so that "TT" is not found inside "CNTT" and "Đơn vị tính" is no "Đơn vị". To teach the reader a new header,
 * add it here.
 */
export const HEADER_SYNONYMS: Readonly<Record<HeaderSense, readonly string[]>> = {
  number: [
    "STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "Mã", "Mã số", "Mã NV", "Mã nhiệm vụ", "Mã chỉ tiêu", "Mã số nhiệm vụ", "Ký hiệu", "Số hiệu",
    "Mục", "S TT", "S T T", "Ordinal", "Item no", "Task code",
  ],
  detailNumber: ["Chi tiết", "STT trong mục", "TT trong mục", "Số chi tiết", "TT chi tiết", "STT chi tiết"],
  content: [
    "Nội dung", "Nội dung công việc", "Nội dung nhiệm vụ", "Nội dung thực hiện", "Nội dung chỉ tiêu", "Nội dung chi tiết", "Nội dung, nhiệm vụ",
    "Nhiệm vụ", "Nhiệm vụ cụ thể", "Nhiệm vụ trọng tâm", "Nhiệm vụ, giải pháp", "Tên nhiệm vụ", "Tên công việc", "Tên hoạt động",
    "Tên chỉ tiêu", "Tên dự án", "Tên đề án", "Tên chương trình", "Tên sản phẩm công việc", "Nhóm nhiệm vụ", "Nhóm chỉ tiêu", "Danh mục nhiệm vụ", "Danh mục công việc",
    "Danh mục", "Công việc", "Đầu việc", "Việc", "Hạng mục", "Hạng mục công việc", "Hoạt động", "Giải pháp", "Chỉ tiêu", "Các chỉ tiêu", "Mục tiêu",
    "Tiêu chí", "Chỉ số", "Vấn đề", "Yêu cầu", "Rõ việc",
    "Nội dung công tác", "Chương trình, nhiệm vụ", "Chương trình, đề án", "Công trình, dự án", "Tên công trình", "Tên công trình, dự án", "Tên văn bản",
    "Task", "Tasks", "Content", "Activity", "Activities", "Indicator", "Description",
  ],
  directingLeader: [
    "Lãnh đạo chỉ đạo", "Lãnh đạo phụ trách", "Lãnh đạo phụ trách chỉ đạo", "Lãnh đạo UBND", "Lãnh đạo UBND phụ trách", "Lãnh đạo", "Người chỉ đạo",
    "Đồng chí chỉ đạo", "Đồng chí phụ trách", "Đ/c chỉ đạo", "Đ/c phụ trách", "Đồng chí lãnh đạo", "Đồng chí lãnh đạo phụ trách", "Đ/c lãnh đạo", "Đ/c lãnh đạo phụ trách", "PCT phụ trách",
    "Thường trực Đảng ủy chỉ đạo", "Người chịu trách nhiệm chỉ đạo", "Lãnh đạo trực tiếp chỉ đạo", "Chỉ đạo", "Phụ trách chỉ đạo", "Trách nhiệm chỉ đạo",
    "Supervisor", "Directing leader",
  ],
  leadUnit: [
    "Cơ quan chủ trì", "Đơn vị chủ trì", "Cơ quan, đơn vị chủ trì", "Bộ phận chủ trì", "Chủ trì", "Chủ trì thực hiện", "Chủ trì tham mưu",
    "Cơ quan thực hiện chính", "Đơn vị thực hiện chính", "Cơ quan đầu mối", "Đơn vị đầu mối", "Đầu mối", "Đơn vị chịu trách nhiệm",
    "Cơ quan chịu trách nhiệm", "Chịu trách nhiệm chính", "Đơn vị tham mưu", "Cơ quan tham mưu", "Cơ quan thường trực", "Rõ người",
    "Cơ quan, đơn vị tham mưu", "Bộ phận tham mưu", "Phòng tham mưu", "Phòng, ban tham mưu", "Phòng chủ trì", "Phòng, ban chủ trì", "Ban, ngành chủ trì", "Phòng chuyên môn chủ trì",
    "Phòng chuyên môn phụ trách", "Bộ phận đầu mối", "Cơ quan, đơn vị đầu mối", "Người chủ trì", "Cán bộ chủ trì", "Công chức chủ trì", "Cá nhân chủ trì", "Đơn vị, cá nhân chủ trì",
    "Cơ quan, cá nhân chủ trì", "Bộ phận, cá nhân chủ trì", "Cơ quan soạn thảo", "Đơn vị soạn thảo", "Cơ quan chủ trì soạn thảo", "Cơ quan trình", "CQ chủ trì", "ĐV chủ trì", "CQ, ĐV chủ trì",
    "Lead agency", "Lead unit", "Lead", "Responsible unit", "Owner",
  ],
  units: [
    "Đơn vị thực hiện", "Cơ quan thực hiện", "Cơ quan, đơn vị thực hiện", "Bộ phận thực hiện", "Người thực hiện", "Phân công thực hiện", "Phân công",
    "Trách nhiệm thực hiện", "Trách nhiệm", "Rõ trách nhiệm", "Đơn vị phụ trách", "Cơ quan phụ trách", "Bộ phận phụ trách", "Cán bộ phụ trách",
    "Công chức phụ trách", "Người phụ trách", "Phụ trách", "Đơn vị được giao", "Cơ quan được giao", "Đơn vị theo dõi", "Cơ quan theo dõi",
    "Cơ quan, đơn vị", "Đơn vị, cá nhân thực hiện", "Thực hiện", "Cơ quan", "Phân công theo dõi", "Bộ phận theo dõi", "Lực lượng thực hiện", "Thành phần thực hiện",
  ],
  anyUnit: ["Đơn vị", "Unit"],
  coordinatingUnits: [
    "Cơ quan phối hợp", "Đơn vị phối hợp", "Cơ quan, đơn vị phối hợp", "Bộ phận phối hợp", "Phối hợp", "Phối hợp thực hiện",
    "Cơ quan tham gia", "Đơn vị tham gia", "Cơ quan, đơn vị tham gia", "Tham gia phối hợp", "Tham gia thực hiện", "Cơ quan cùng thực hiện", "Đơn vị cùng thực hiện", "Lực lượng phối hợp", "Lực lượng tham gia",
    "Phòng phối hợp", "Phòng, ban phối hợp", "Ban, ngành phối hợp", "Cơ quan, tổ chức phối hợp", "Đơn vị, tổ chức phối hợp", "Đơn vị, địa phương phối hợp", "Thành phần phối hợp",
    "Cán bộ phối hợp", "Đề nghị phối hợp", "Đơn vị liên quan phối hợp", "Phối hợp, tham gia", "Đơn vị hỗ trợ", "Cơ quan hỗ trợ", "Bộ phận tham gia", "Thành phần tham gia", "CQ phối hợp", "ĐV phối hợp",
    "CQ, ĐV phối hợp",
    "Coordinating units", "Coordinating unit", "Coordination", "Support",
  ],
  product: [
    "Sản phẩm", "Kết quả", "Kết quả, sản phẩm", "Sản phẩm, kết quả", "Sản phẩm đầu ra", "Kết quả đầu ra", "Đầu ra", "Kết quả dự kiến", "Sản phẩm dự kiến",
    "Dự kiến kết quả", "Dự kiến sản phẩm", "Kết quả đạt được", "Kết quả thực hiện", "Kết quả cần đạt", "Sản phẩm hoàn thành", "Sản phẩm bàn giao", "Hình thức văn bản",
    "Rõ sản phẩm", "Rõ kết quả", "Yêu cầu kết quả", "Yêu cầu sản phẩm", "Hình thức sản phẩm", "Loại sản phẩm", "Kết quả mong đợi", "Kết quả, hiệu quả", "Sản phẩm, tài liệu kiểm chứng",
    "Tài liệu kiểm chứng", "Sản phẩm minh chứng", "Minh chứng", "Output", "Outputs", "Product", "Deliverable", "Result",
  ],
  deadline: [
    "Thời gian", "Thời gian hoàn thành", "Thời gian thực hiện", "Thời gian triển khai", "Thời hạn", "Thời hạn hoàn thành", "Thời điểm", "Thời điểm hoàn thành",
    "Tiến độ", "Tiến độ thực hiện", "Tiến độ hoàn thành", "Hoàn thành", "Mốc hoàn thành", "Mốc thời gian", "Ngày hoàn thành", "Hạn hoàn thành", "Hạn",
    "Thời gian bắt đầu, kết thúc", "Kết thúc", "Lộ trình", "Lộ trình thực hiện", "Rõ thời gian", "Rõ tiến độ",
    "Hạn chót", "Thời gian trình", "Thời hạn trình", "Thời gian ban hành", "Dự kiến hoàn thành", "Tháng hoàn thành", "TG", "TG hoàn thành", "TG thực hiện",
    "Deadline", "Due date", "Timeline", "Time",
  ],
  unitOfMeasure: ["Đơn vị tính", "ĐVT", "Đơn vị đo", "Đơn vị đo lường", "Đ/v tính", "ĐV tính", "Unit of measure", "Measure"],
  target: [
    "Giá trị", "Giá trị mục tiêu", "Mức", "Mức phấn đấu", "Mức cần đạt", "Chỉ tiêu giao", "Chỉ tiêu phấn đấu", "Chỉ tiêu kế hoạch", "Kế hoạch", "Kế hoạch giao",
    "Mục tiêu phấn đấu", "Mục tiêu cần đạt", "Target", "Value",
  ],
  basis: [
    "Căn cứ", "Cơ sở", "Lý do", "Căn cứ, lý do", "Căn cứ, lý do đề xuất", "Cơ sở đề xuất", "Căn cứ đề xuất", "Lý do đề xuất", "Căn cứ pháp lý",
    "Căn cứ thực hiện", "Căn cứ ban hành", "Văn bản giao nhiệm vụ", "Nguồn văn bản", "Cơ sở pháp lý", "Nguồn", "Basis",
  ],
  note: ["Ghi chú", "Chú thích", "Note", "Notes", "Remarks"],
  group: ["Tổ chức thực hiện", "Tổ chức", "Thông tin chung", "Đơn vị liên quan"],
};

/** Words that may stand beside a synonym without changing what the column is for. */
export const HEADER_FILLERS: readonly string[] = [
  "thực hiện", "theo dõi", "hoàn thành", "dự kiến", "chính", "cụ thể", "chủ yếu", "trọng tâm", "chi tiết", "tham mưu", "triển khai", "liên quan",
  "các", "tên", "và", "của", "để", "đề xuất", "được giao", "phải", "cần", "đạt", "theo", "hoặc", "xã", "phường", "đặc khu", "UBND", "báo cáo", "giao", "phân công",
  "đánh giá", "tổ chức", "chung",
];

/**
 * Words that head a value column together with a year ("KH 2026", "Chỉ tiêu đến năm 2030"). A year beside any other word
 * ("Kinh phí 2026") does not make a column of target values.
 */
export const PERIOD_WORDS: readonly string[] = [
  "năm", "năm học", "đến năm", "trong năm", "hết năm", "cuối năm", "đến hết năm", "tới năm", "đến", "từ năm", "từ", "giai đoạn", "nhiệm kỳ", "kế hoạch", "KH", "chỉ tiêu", "mục tiêu", "mức", "giá trị",
  "thực hiện", "TH", "ước", "ước thực hiện", "kết quả", "lộ trình", "phấn đấu", "tầm nhìn", "định hướng", "quý", "tháng", "giao", "target",
];
