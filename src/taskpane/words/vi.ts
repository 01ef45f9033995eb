import type { Level } from "../../appendix/plan";
import type { Notice } from "../../appendix/appendix";
import type { SkipReason } from "../../grid/edit";
import type { Severity } from "../../grid/mark";
import { SKIP_REASONS } from "../../review/skipReasons";
import type { ColumnCount } from "../outcome";
import type { Theme } from "../preferences";

const number = new Intl.NumberFormat("vi-VN");
const n = (value: number): string => number.format(value);
const severity: Readonly<Record<Severity, string>> = { error: "Lỗi", warning: "Cảnh báo", info: "Lưu ý" };
const level: Readonly<Record<Level, string>> = { xã: "xã", phường: "phường", "đặc khu": "đặc khu" };
const theme: Readonly<Record<Theme, string>> = { light: "Sáng", dark: "Tối", system: "Theo máy" };
const notice: Readonly<Record<Notice["kind"], string>> = {
  "hidden-sheet": "Trang tính đang ẩn nên không soát. Bỏ ẩn rồi soát lại nếu cần.",
  "no-table": "Không thấy bảng phụ lục nào trên trang tính này.",
  "unplaced-row": "Chưa rõ hàng này thuộc phần nào của bảng nên không soát.",
  "unknown-column": "Chưa rõ cột này dùng để làm gì nên không soát.",
  "stray-cell": "Ô nằm ngoài các cột của bảng nên không soát.",
};

const kept = { plan: "thông tin kế hoạch", rules: "quy tắc", units: "danh mục đơn vị", ignored: "điều đã bỏ qua" };

/** What the pane says in Vietnamese, as a clerk of a commune's office would put it. The other languages have the same keys. */
export const vi = {
  appName: "Soát Phụ lục",
  language: "Tiếng Việt",
  severity,
  count: (count: number): string => n(count),
  severityCount: (kind: Severity, count: number): string => `${n(count)} ${severity[kind].toLowerCase()}`,
  close: "Đóng",
  cancel: "Thôi",

  command: {
    check: "Soát phụ lục",
    stop: "Dừng",
    fix: "Sửa",
    fixAll: "Sửa tất cả",
    ignore: "Bỏ qua",
    restore: "Tính lại",
    explain: "Vì sao?",
    undo: "Hoàn tác",
    redo: "Làm lại",
    showMarks: "Hiện đánh dấu trên trang tính",
    hideMarks: "Xóa đánh dấu trên trang tính",
    next: "Phát hiện tiếp theo",
    previous: "Phát hiện trước",
    clearFilter: "Xóa bộ lọc",
  },
  withShortcut: (label: string, shortcut: string): string => `${label} (${shortcut})`,

  page: { review: "Soát", targets: "Chỉ tiêu", templates: "Mẫu", units: "Đơn vị", settings: "Cài đặt", label: "Các trang" },

  plan: {
    edit: "Sửa thông tin kế hoạch",
    notRead: "Thông tin kế hoạch sẽ đọc từ dòng tiêu đề",
    place: (tier: Level | null, place: string): string => (tier === null ? place : `${level[tier]} ${place}`),
    unknownPlace: "chưa rõ xã, phường",
    unknownProvince: "chưa rõ tỉnh",
    unknownIssued: "chưa rõ ngày ban hành",
    issuedDay: (day: number, month: number, year: number): string => `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`,
    issuedMonth: (month: number, year: number): string => `tháng ${month}/${year}`,
    formTitle: "Kế hoạch đang soát",
    formHint: "Ô để trống lấy theo dòng tiêu đề của phụ lục.",
    fields: {
      place: "Tên xã, phường, đặc khu",
      level: "Cấp",
      province: "Tỉnh, thành phố",
      number: "Số, ký hiệu kế hoạch",
      issued: "Ngày hoặc tháng ban hành",
      period: "Giai đoạn",
      issuer: "Cơ quan ban hành",
    },
    levels: level,
    issuers: { government: "Ủy ban nhân dân", party: "Đảng ủy" },
    asRead: "theo dòng tiêu đề",
    asReadValue: (value: string): string => `theo tiêu đề: ${value}`,
    example: { place: "Phú Xuyên", province: "Hà Nội", number: "139/KH-UBND", issued: "16/5/2025 hoặc 5/2025", period: "2026 hoặc 2025-2030" },
    errors: {
      place: "Chỉ ghi tên riêng, ví dụ Phú Xuyên; chọn xã, phường hay đặc khu ở ô Cấp.",
      province: "Chỉ ghi tên tỉnh, thành phố, ví dụ Hà Nội.",
      number: "Ghi cả số và ký hiệu, ví dụ 139/KH-UBND.",
      issued: "Ghi ngày như 16/5/2025, hoặc tháng như 5/2025.",
      period: "Ghi một năm như 2026, hoặc giai đoạn như 2025-2030.",
    },
    save: "Lưu và soát",
    clear: "Lấy hết theo dòng tiêu đề",
  },

  state: {
    notChecked: "Chưa soát",
    noTable: "Không tìm thấy phụ lục để soát",
    clean: "Không có lỗi nào",
    checkAgain: "Soát lại",
    checking: "Đang soát…",
    checkingProgress: (percent: number): string => `Đang soát… ${percent}%`,
    previewing: "Đang xem trước phần sửa…",
    writing: "Đang ghi vào trang tính…",
    writingProgress: (percent: number): string => `Đang ghi… ${percent}%`,
    progress: "Tiến độ",
  },

  first: {
    hint: "Đọc mọi trang tính, tìm chỗ thiếu, sai và không khớp trong phụ lục. Chưa sửa gì khi anh/chị chưa đồng ý.",
  },
  noTable: {
    title: "Không tìm thấy phụ lục trong tệp này",
    hint: "Bảng cần có hàng tên cột, ví dụ: STT, Nội dung, Cơ quan chủ trì, Thời gian hoàn thành. Hãy mở trang tính có bảng, bỏ ẩn nếu đang ẩn, rồi soát lại.",
  },
  clean: {
    title: "Không thấy lỗi nào",
    hint: (tables: number, items: number): string => `Đã soát ${n(tables)} bảng, ${n(items)} nhiệm vụ và chỉ tiêu. Hãy đọc lại lần cuối trước khi trình ký.`,
  },
  filteredOut: { title: "Không có phát hiện nào khớp bộ lọc", hint: (all: number): string => `${n(all)} phát hiện đang được ẩn.` },

  filter: {
    label: "Lọc danh sách",
    severities: "Lọc theo mức độ",
    family: "Loại",
    allFamilies: "Mọi loại",
    sheet: "Trang tính",
    allSheets: "Mọi trang tính",
    search: "Tìm trong phát hiện",
    searchPlaceholder: "Tìm…",
    shown: (shown: number, all: number): string => `Đang hiện ${n(shown)}/${n(all)}`,
    option: (name: string, count: number): string => `${name} (${n(count)})`,
    ignored: (count: number): string => `Đã bỏ qua ${n(count)}`,
  },
  family: {
    numbering: "Số thứ tự",
    section: "Mục",
    lead: "Cơ quan chủ trì",
    coord: "Cơ quan phối hợp",
    deadline: "Thời gian",
    content: "Nội dung",
    product: "Sản phẩm",
    target: "Chỉ tiêu",
    title: "Dòng tiêu đề",
    table: "Bảng",
  },

  finding: {
    list: "Danh sách phát hiện",
    place: (cell: string, sheet: string): string => `${cell} · ${sheet}`,
    emptyCell: "(ô trống)",
    group: (kind: Severity, count: number): string => `${severity[kind]} · ${n(count)}`,
    fixAll: (count: number): string => `Sửa tất cả ${n(count)}`,
  },

  fix: {
    before: "Trước",
    after: "Sau",
    removesRow: "Xóa hàng này",
    row: (row: string): string => `Hàng ${row}`,
    empty: "(để trống)",
    apply: "Sửa",
    applyMany: (cells: number, rows: number): string => (rows === 0 ? `Sửa ${n(cells)} ô` : cells === 0 ? `Xóa ${n(rows)} hàng` : `Sửa ${n(cells)} ô, xóa ${n(rows)} hàng`),
    summary: (cells: number, rows: number): string => [...(cells > 0 ? [`${n(cells)} ô sẽ đổi`] : []), ...(rows > 0 ? [`${n(rows)} hàng sẽ bị xóa`] : [])].join(", ") + ". Chưa ghi gì vào trang tính.",
    allTitle: (rule: string): string => `Sửa tất cả: ${rule}`,
    oneTitle: (rule: string): string => `Sửa: ${rule}`,
    changes: "Các thay đổi",
  },

  rule: {
    loading: "Đang mở…",
    clarity: (clarity: string): string => `Giúp phụ lục rõ ${clarity}`,
    source: "Căn cứ",
    bad: "Bị nhắc",
    good: "Đạt",
    fixed: "Sau khi sửa",
    flagged: "ô bị nhắc",
    example: "Ví dụ",
    unknown: "Không tìm thấy quy tắc này.",
  },

  settings: {
    language: "Ngôn ngữ",
    theme: "Nền",
    themes: theme,
    marks: "Đánh dấu phát hiện trên trang tính",
    marksHint: "Màu nền của anh/chị không bị thay; tắt là xóa hết dấu.",
    live: "Soát lại khi sửa",
    liveHint: "Khi anh/chị hoặc người cùng soạn sửa trên trang tính, danh sách và dấu tự cập nhật.",
    rules: "Quy tắc",
    rulesHint: "Đổi mức độ hoặc tắt những quy tắc không dùng ở cơ quan anh/chị.",
    ruleCount: (all: number, off: number): string => (off === 0 ? n(all) : `${n(all)}, tắt ${n(off)}`),
    off: "Tắt",
    byDefault: (kind: Severity): string => `Mặc định (${severity[kind].toLowerCase()})`,
    reset: "Đặt lại mọi quy tắc về mặc định",
  },

  notices: {
    summary: (count: number): string => `${n(count)} chỗ không soát`,
    damaged: (key: string): string => `Phần “${(kept as Readonly<Record<string, string>>)[key] ?? key}” ghi nhớ trong tệp bị hỏng hoặc của phiên bản khác nên không dùng; chọn lại thì tệp sẽ ghi đè.`,
    unread: "Không đọc được những gì tệp ghi nhớ (thông tin kế hoạch, quy tắc, đơn vị, điều đã bỏ qua).",
    kinds: notice,
  },

  outcome: {
    checked: (errors: number, warnings: number, infos: number): string =>
      errors + warnings + infos === 0 ? "Đã soát xong, không thấy lỗi nào." : `Đã soát xong: ${n(errors)} lỗi, ${n(warnings)} cảnh báo, ${n(infos)} lưu ý.`,
    stopped: "Đã dừng theo yêu cầu.",
    mended: (cells: number, rows: number, columns?: ColumnCount): string => {
      const { added, removed } = columns ?? { added: 0, removed: 0 };
      const done = [cells > 0 && `sửa ${n(cells)} ô`, rows > 0 && `xóa ${n(rows)} hàng`, added > 0 && `thêm ${n(added)} cột`, removed > 0 && `bỏ ${n(removed)} cột`].filter((part) => part !== false);
      return done.length === 0 ? "Chưa sửa ô nào." : `Đã ${done.join(", ")}.`;
    },
    skipped: (count: number): string => `${n(count)} chỗ để nguyên:`,
    skippedAt: (place: string, sheet: string, reason: SkipReason): string => `${/^\d/.test(place) ? `hàng ${place}` : place} · ${sheet}: ${SKIP_REASONS[reason].vi}`,
    more: (count: number): string => `và ${n(count)} chỗ khác`,
    undone: "Đã hoàn tác.",
    redone: "Đã làm lại.",
    ignored: "Đã bỏ qua; tệp ghi nhớ điều này. Xem lại ở bộ lọc “Đã bỏ qua”.",
    restored: "Đã tính lại phát hiện này.",
    "units-kept": "Đã ghi nhớ danh mục đơn vị trong tệp và soát lại.",
    "no-directory": "Tệp này không phải danh mục đơn vị đã xuất từ Soát Phụ lục. Danh mục hiện có giữ nguyên.",
    "template-added": (sheet: string): string => `Đã thêm trang tính “${sheet}” từ mẫu.`,
    "nothing-to-undo": "Không còn gì để hoàn tác.",
    "nothing-to-redo": "Không còn gì để làm lại.",
    "nothing-to-mend": "Không còn gì để sửa ở đây. Hãy bấm “Soát lại” để xem kết quả mới.",
    marked: (cells: number): string => `Đã đánh dấu ${n(cells)} ô trên trang tính.`,
    unmarked: (cells: number): string => (cells === 0 ? "Trang tính không còn dấu nào." : `Đã xóa dấu ở ${n(cells)} ô.`),
  },

  failure: {
    start: "Khung soát chưa kết nối được với Excel. Hãy đóng khung soát rồi mở lại.",
    follow: "Chưa soát lại được sau thay đổi vừa rồi. Bấm “Soát lại” để soát cả tệp.",
    keep: "Chưa ghi nhớ được vào tệp; lần soát này vẫn theo lựa chọn vừa rồi. Hãy kiểm tra xem tệp có bị khóa hoặc chỉ đọc không, rồi thử lại.",
    template: "Chưa thêm được mẫu. Hãy kiểm tra xem cấu trúc tệp có bị khóa không, rồi thử lại.",
    structure: "Chưa so được phụ lục với mẫu. Hãy bấm “Soát lại” rồi thử lại.",
    units: "Chưa lấy được danh sách đơn vị. Hãy bấm “Soát lại” rồi thử lại.",
    targets: "Chưa làm được với kế hoạch cấp trên. Hãy thử lại; nếu vẫn không được, chọn nguồn khác hoặc sao chép chi tiết gửi cho người hỗ trợ.",
    check: "Chưa soát được phụ lục. Hãy thử lại; nếu vẫn không được, sao chép chi tiết và gửi cho người hỗ trợ.",
    preview: "Chưa xem trước được phần sửa. Hãy bấm “Soát lại” rồi thử lại.",
    apply: "Chưa sửa được. Hãy kiểm tra xem trang tính có bị khóa hoặc có ô đang nhập dở không, rồi thử lại.",
    undo: "Chưa hoàn tác được. Hãy thử lại hoặc bấm Ctrl+Z trên trang tính.",
    redo: "Chưa làm lại được. Hãy thử lại hoặc bấm Ctrl+Y trên trang tính.",
    select: "Chưa chuyển được đến ô này. Trang tính có thể đã bị ẩn, đổi tên hoặc xóa; hãy bấm “Soát lại”.",
    marks: "Chưa thay đổi được phần đánh dấu trên trang tính. Hãy kiểm tra xem trang tính có bị khóa không, rồi thử lại.",
  },
  failureActions: {
    copy: "Sao chép chi tiết",
    copied: "Đã sao chép",
    copyFailed: "Không sao chép được, hãy chọn và chép đoạn dưới đây",
    close: "Đóng thông báo",
  },
};

/** One language of the pane. */
export type Words = typeof vi;
