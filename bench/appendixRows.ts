import type { Area } from "../src/grid/area";
import { gridFromRows, type CellValue, type Grid } from "../src/grid/grid";

/**
 * Big task appendices for measuring: as a hundred offices would write them, slips included. The same seed gives the same table on every
 * machine, so that two runs measure the same work.
 */

/** Sections of a made table: no office writes more, however long the table. */
const SECTIONS = 40;
const HEADER_ROWS = 6;

/** The columns of the made table, zero-based. */
export const COLUMN = { number: 0, detail: 1, content: 2, lead: 3, coordinating: 4, product: 5, deadline: 6, note: 7 } as const;

/** Words to build task texts from: each text is four parts out of lists, and a number. */
const WORK = [
  "Xây dựng kế hoạch", "Tổ chức tập huấn", "Rà soát", "Nâng cấp", "Triển khai", "Phối hợp kiểm tra", "Số hóa", "Báo cáo kết quả", "Tuyên truyền",
  "Bố trí kinh phí cho", "Ban hành quy chế về", "Hướng dẫn người dân sử dụng", "Đánh giá mức độ hoàn thành", "Thí điểm mô hình",
];
const MATTER = [
  "dịch vụ công trực tuyến toàn trình", "hạ tầng mạng tại các thôn", "hồ sơ hộ tịch lưu tại xã", "chữ ký số cá nhân", "an toàn thông tin theo cấp độ",
  "thanh toán không dùng tiền mặt tại chợ", "nền tảng số dùng chung", "kỹ năng số cho cán bộ, công chức", "dữ liệu đất đai và xây dựng",
  "truy xuất nguồn gốc sản phẩm OCOP", "Tổ công nghệ số cộng đồng", "phong trào “Bình dân học vụ số”", "hệ thống camera giám sát", "học liệu số ở trường học",
];
const BASIS = [
  "theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", "theo hướng dẫn của Sở Khoa học và Công nghệ", "gắn với Đề án 06",
  "theo Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ", "bảo đảm liên thông giữa các cơ quan trong hệ thống chính trị",
  "đáp ứng yêu cầu chuyển đổi số", "phục vụ phát triển kinh tế - xã hội", "phù hợp tình hình thực tiễn của địa phương",
];
const MEASURE = ["đạt tối thiểu", "phấn đấu", "bảo đảm ít nhất", "hoàn thành"];

const UNITS = [
  "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công", "Công an xã",
  "Ban Chỉ huy Quân sự xã", "Trạm Y tế", "Phòng Kinh tế, Hạ tầng và Đô thị", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã", "Hội Nông dân xã",
];
const PRODUCTS = ["Kế hoạch", "Báo cáo", "Quyết định ban hành", "Văn bản triển khai", "Lớp tập huấn được tổ chức", "Hệ thống được đưa vào sử dụng", "Cơ sở dữ liệu"];
const SECTION_TITLES = ["Nâng cao nhận thức", "Hoàn thiện thể chế", "Phát triển hạ tầng số", "Phát triển nhân lực", "Chuyển đổi số trong cơ quan nhà nước", "Kinh tế số và doanh nghiệp"];

/** What offices get wrong in a row, one slip for a share of the rows. */
type Slip = (row: CellValue[], random: () => number) => void;
const SLIPS: readonly Slip[] = [
  (row) => (row[COLUMN.deadline] = null),
  (row) => (row[COLUMN.lead] = null),
  (row) => (row[COLUMN.product] = null),
  (row) => (row[COLUMN.coordinating] = row[COLUMN.lead] ?? null),
  (row) => (row[COLUMN.lead] = "Các phòng, ban liên quan"),
  (row) => (row[COLUMN.lead] = "Phòng Văn hoá – Xã hội"),
  (row) => (row[COLUMN.lead] = "Phòng Văn hóa - Xã hội; Phòng Kinh tế"),
  (row) => (row[COLUMN.coordinating] = "Phòng Kinh tế; Công an xã; Phòng Kinh tế"),
  (row) => (row[COLUMN.coordinating] = "UBND xã; Các phòng, ban, ngành;"),
  (row) => (row[COLUMN.deadline] = "Trong tháng 3/2025"),
  (row) => (row[COLUMN.deadline] = "Kế hoạch công tác hằng năm"),
  (row) => (row[COLUMN.deadline] = "Sau khi Đề án được phê duyệt"),
  (row) => (row[COLUMN.content] = `${String(row[COLUMN.content])}..`),
  (row) => (row[COLUMN.content] = String(row[COLUMN.content]).replace("chuyển đổi số", "chuyển đối số").replace("quản", "qản")),
  (row) => (row[COLUMN.number] = Number(row[COLUMN.number]) + 1),
  (row) => (row[COLUMN.detail] = null),
];

/** The share of rows with a slip: about what the five sample appendices have, without the slips of wording that repeat. */
const SLIP_SHARE = 0.15;

/**
 * Makes a task appendix: title lines, a header of two levels with merges, forty sections, and slips in about every seventh row.
 * @param count how many task rows.
 * @param seed chooses the texts.
 */
export function taskAppendix(count: number, seed = 57): Grid {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows: CellValue[][] = [
    ["PHỤ LỤC I"],
    ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ GIAI ĐOẠN 2025 - 2030"],
    ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 9 năm 2025 của UBND xã Phú Xuyên)"],
    [],
    ["STT", null, "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành", "Ghi chú"],
    ["TT", "Chi tiết"],
  ];
  const merges: Area[] = [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: COLUMN.note }));
  merges.push({ top: 4, left: 0, bottom: 4, right: 1 });
  for (let column: number = COLUMN.content; column <= COLUMN.note; column++) merges.push({ top: 4, left: column, bottom: 5, right: column });

  const size = sectionSize(count);
  for (let i = 0; i < count; i++) {
    if (i % size === 0) {
      const section = i / size + 1;
      merges.push({ top: rows.length, left: 0, bottom: rows.length, right: 1 }, { top: rows.length, left: 2, bottom: rows.length, right: COLUMN.note });
      rows.push([`${roman(section)}.`, null, `${pick(SECTION_TITLES)} năm ${2025 + (section % 6)}, nhóm ${section}`]);
    }
    const lead = pick(UNITS);
    const others = UNITS.filter((unit) => unit !== lead);
    const row: CellValue[] = [
      i + 1,
      (i % size) + 1,
      `${pick(WORK)} ${pick(MATTER)} ${pick(BASIS)}, ${pick(MEASURE)} ${Math.floor(random() * 100) + 1}% ở đợt ${Math.floor(random() * 90_000) + 1}`,
      lead,
      random() < 0.5 ? "Các phòng, ban, ngành, đơn vị thuộc xã và các thôn" : `${pick(others.slice(0, 4))}; ${pick(others.slice(4))}`,
      `${pick(PRODUCTS)} ${pick(MATTER)}`,
      deadline(random),
      random() < 0.03 ? "Nhiệm vụ tỉnh giao" : null,
    ];
    if (random() < SLIP_SHARE) pick(SLIPS)(row, random);
    rows.push(row);
  }
  return gridFromRows(rows, { sheet: "Phụ lục I", merges });
}

/** The sheet row (zero-based) of a task, counted from 0, of a made table of `count` tasks. */
export function taskRow(task: number, count: number): number {
  return HEADER_ROWS + task + Math.floor(task / sectionSize(count)) + 1;
}

function sectionSize(count: number): number {
  return Math.ceil(count / SECTIONS);
}

/** A deadline in one of the forms that offices use. */
function deadline(random: () => number): CellValue {
  const year = 2025 + Math.floor(random() * 6);
  const month = Math.floor(random() * 12) + 1;
  switch (Math.floor(random() * 10)) {
    case 0:
      return year;
    case 1:
      return `Năm ${year}`;
    case 2:
      return `Tháng ${month}/${year}`;
    case 3:
      return `Trước ngày ${[15, 20, 25, 28][Math.floor(random() * 4)] ?? 15}/${month}/${year}`;
    case 4:
      return `Quý ${["I", "II", "III", "IV"][month % 4] ?? "I"}/${year}`;
    case 5:
      return "Hằng năm";
    case 6:
      return `Giai đoạn ${year} - 2030`;
    case 7:
      return `Hoàn thành trong tháng ${month} năm ${year}`;
    default:
      return "Thường xuyên";
  }
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, Tommy Ettinger 2017, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ROMAN: readonly (readonly [number, string])[] = [
  [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"],
];

function roman(number: number): string {
  let text = "";
  let rest = number;
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}
