import { matchRows } from "../src/province/match/matchRows";
import type { Wording } from "../src/province/match/statement";

/** The figures to reach, in ms by rows on each side. */
const WANTED: readonly (readonly [rows: number, ms: number])[] = [
  [200, 100],
  [2_000, 3_000],
];
const RUNS = 9;

const SUBJECTS = ["hồ sơ thủ tục hành chính", "người dân trưởng thành", "doanh nghiệp nhỏ và vừa", "cán bộ, công chức, viên chức", "hộ gia đình", "hợp tác xã", "trường học", "trạm y tế", "hệ thống thông tin", "sản phẩm OCOP", "thôn, tổ dân phố", "văn bản đi", "cơ sở dữ liệu chuyên ngành", "hộ kinh doanh", "học sinh", "đảng viên"];
const VERBS = ["được giải quyết trực tuyến", "có chữ ký số", "sử dụng nền tảng số", "được bồi dưỡng kỹ năng số", "kết nối cáp quang", "có tài khoản định danh điện tử", "thanh toán không dùng tiền mặt", "được số hóa", "đưa lên sàn thương mại điện tử", "ứng dụng trí tuệ nhân tạo", "được phê duyệt cấp độ an toàn", "sử dụng hóa đơn điện tử", "có sổ sức khỏe điện tử"];
const WHERE = ["trong lĩnh vực đất đai", "trong lĩnh vực hộ tịch", "tại vùng nông thôn", "ở khu vực miền núi", "trong ngành giáo dục", "trong ngành y tế", "trong cơ quan Đảng", "tại chợ truyền thống", "trong lĩnh vực bảo trợ xã hội", "trong lĩnh vực xây dựng", "tại cụm công nghiệp"];

/** Made rows: every combination of words in an order that spreads them, half of them in the words of the plan above, half in others. */
function rows(count: number, above: boolean): Wording[] {
  return Array.from({ length: count }, (_, i): Wording => {
    const subject = SUBJECTS[i % SUBJECTS.length] ?? "";
    const verb = VERBS[(i * 7) % VERBS.length] ?? "";
    const where = WHERE[(i * 5) % WHERE.length] ?? "";
    const name = above ? `Tỷ lệ ${subject} ${verb} ${where} giai đoạn ${(i % 89) + 1}` : `${subject.replace("thủ tục hành chính", "TTHC")} ${where} ${verb} trên địa bàn xã đợt ${(i % 97) + 1}`;
    return { name, kind: "target", unit: "%", periods: [] };
  });
}

/** Measures matching the rows of two plans, each name taken apart anew. */
export function run(print: (line: string) => void): Promise<void> {
  for (const [count, wanted] of WANTED) {
    let least = Infinity;
    let matches = 0;
    for (let i = 0; i < RUNS; i++) {
      // New rows each time: what was taken apart once is remembered.
      const above = rows(count, true);
      const here = rows(count, false);
      const begin = performance.now();
      matches = matchRows(above, here).matches.length;
      least = Math.min(least, performance.now() - begin);
    }
    print(`${least <= wanted ? "ok  " : "MISS"}  matching ${count.toLocaleString("en-US")} × ${count.toLocaleString("en-US")} rows: ${least.toFixed(0)} ms, ${matches.toLocaleString("en-US")} pairs (wanted <= ${wanted} ms)`);
  }
  return Promise.resolve();
}
