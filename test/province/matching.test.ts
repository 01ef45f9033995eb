import fc from "fast-check";
import { SURE } from "../../src/province/match/likeness";
import { matchRows } from "../../src/province/match/matchRows";
import { indicatorsSchema, INDICATORS } from "../../src/province/match/register";
import { lessIsBetter, type Wording as Row } from "../../src/province/match/statement";
import { PAIRS, type PairGroup, type Wording } from "./pairs";

function rowOf(wording: Wording, kind: PairGroup["kind"]): Row {
  const { name, unit = null, year } = typeof wording === "string" ? { name: wording } : { unit: undefined, year: undefined, ...wording };
  return { name, kind: kind === "tasks" ? "task" : "target", unit: unit ?? null, periods: year === undefined ? [] : [{ from: year, to: year }] };
}

/** What comes of matching the rows of groups, all rows of a group at once and in other orders. */
function measured(groups: readonly PairGroup[]): { sure: number; right: number; wrong: readonly string[]; missed: readonly string[] } {
  let sure = 0;
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const { pairs, kind } of groups) {
    const above = pairs.flatMap((pair, index) => (pair.above === null ? [] : [{ pair: index, row: rowOf(pair.above, kind) }])).reverse();
    const here = pairs.flatMap((pair, index) => (pair.here === null ? [] : [{ pair: index, row: rowOf(pair.here, kind) }]));
    const { matches } = matchRows(above.map(({ row }) => row), here.map(({ row }) => row));
    for (const [index, { pair, row }] of here.entries()) {
      const match = matches.find((one) => one.here === index);
      const found = match === undefined ? undefined : above[match.above];
      const isRight = found?.pair === pair;
      if (match !== undefined && match.score >= SURE && !isRight) wrong.push(`${row.name} → ${found?.row.name ?? ""} (${match.score})`);
      if (pairs[pair]?.sure !== true) continue;
      sure++;
      if (!isRight || (match?.score ?? 0) < SURE) missed.push(row.name);
    }
  }
  return { sure, right: sure - missed.length, wrong, missed };
}

test("the register fits its schema, and no word is both set aside and weighed", () => {
  expect(indicatorsSchema.safeParse(INDICATORS).success).toBe(true);
  const weighed = new Set([...INDICATORS.subjects, ...INDICATORS.narrowing, ...INDICATORS.words]);
  expect(INDICATORS.aside.filter((word) => weighed.has(word))).toEqual([]);
});

test("of the pairs that a careful person is sure of, 95 in 100 are found sure; no other partner is", () => {
  const all = measured(PAIRS);
  expect(all.sure).toBeGreaterThanOrEqual(80);
  expect(all.wrong).toEqual([]);
  expect(all.right / all.sure).toBeGreaterThanOrEqual(0.95);
});

test.each(["tuning", "held out"] as const)("%s: no wrong partner is called sure", (use) => {
  const { wrong, right, sure } = measured(PAIRS.filter((group) => group.use === use));
  expect(wrong).toEqual([]);
  expect(right / sure).toBeGreaterThanOrEqual(use === "tuning" ? 0.95 : 0.9);
});

test("the order of the rows makes no difference", () => {
  const group = PAIRS[0]!;
  const above = group.pairs.flatMap((pair) => (pair.above === null ? [] : [rowOf(pair.above, group.kind)]));
  const here = group.pairs.flatMap((pair) => (pair.here === null ? [] : [rowOf(pair.here, group.kind)]));
  const named = (upper: readonly Row[], lower: readonly Row[]): string[] =>
    matchRows(upper, lower)
      .matches.filter(({ score }) => score >= SURE)
      .map((match) => `${lower[match.here]?.name ?? ""} = ${upper[match.above]?.name ?? ""}`)
      .sort();
  fc.assert(
    fc.property(fc.shuffledSubarray(above, { minLength: above.length }), fc.shuffledSubarray(here, { minLength: here.length }), (upper, lower) => {
      expect(named(upper, lower)).toEqual(named(above, here));
    }),
    { numRuns: 20 },
  );
});

test("any rows can be matched: one to one, scores between 0 and 1", () => {
  const row = fc.record({ name: fc.oneof(fc.string(), fc.constantFrom("Tỷ lệ hồ sơ trực tuyến", "Số hồ sơ", "không", "(", "≥ 5%", "2026")), kind: fc.constantFrom("target" as const, "task" as const), unit: fc.option(fc.constantFrom("%", "hồ sơ"), { nil: null }), periods: fc.constant([]) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), (above, here) => {
      const { matches } = matchRows(above, here);
      expect(new Set(matches.map((match) => match.above)).size).toBe(matches.length);
      expect(new Set(matches.map((match) => match.here)).size).toBe(matches.length);
      for (const { score } of matches) expect(score > 0 && score <= 1).toBe(true);
    }),
  );
});

const target = (name: string, over: Partial<Row> = {}): Row => ({ name, kind: "target", unit: null, periods: [], ...over });
const scored = (above: Row, here: Row) => matchRows([above], [here]).matches[0];

test.each<[string, Row, Row, string | null]>([
  ["abbreviations and long forms", target("Tỷ lệ TTHC được số hóa"), target("Tỉ lệ thủ tục hành chính số hoá"), null],
  ["another unit of measure", target("Hợp tác xã ứng dụng công nghệ số", { unit: "%" }), target("Hợp tác xã ứng dụng công nghệ số", { unit: "HTX" }), "unit"],
  ["another year", target("Phủ sóng 5G", { periods: [{ from: 2026, to: 2026 }] }), target("Phủ sóng 5G", { periods: [{ from: 2030, to: 2030 }] }), "year"],
  ["a negation", target("Tỷ lệ hồ sơ được số hóa"), target("Tỷ lệ hồ sơ chưa được số hóa"), "negation"],
  ["opposite words", target("Tỷ lệ nhiệm vụ hoàn thành đúng hạn"), target("Tỷ lệ nhiệm vụ hoàn thành quá hạn"), "opposite"],
  ["someone else", target("Tỷ lệ học sinh có tài khoản học trực tuyến"), target("Tỷ lệ giáo viên có tài khoản học trực tuyến"), "subject"],
  ["a narrower one", target("Tỷ lệ hồ sơ trực tuyến"), target("Tỷ lệ hồ sơ trực tuyến toàn trình"), "narrowing"],
  ["another number in the name", target("Số thôn phủ sóng 4G"), target("Số thôn phủ sóng 5G"), "opposite"],
  ["roles the other way round", target("Số doanh nghiệp hỗ trợ chuyển đổi số cho hợp tác xã"), target("Số hợp tác xã hỗ trợ chuyển đổi số cho doanh nghiệp"), "roles"],
  ["another level", target("Tỷ lệ hồ sơ công việc cấp tỉnh xử lý trực tuyến"), target("Tỷ lệ hồ sơ công việc cấp xã xử lý trực tuyến"), "level"],
])("%s", (_what, above, here, doubt) => {
  const match = scored(above, here);
  if (doubt === null) {
    expect(match?.score).toBeGreaterThanOrEqual(SURE);
    expect(match?.doubts).toEqual([]);
  } else {
    expect(match?.doubts).toContain(doubt);
    expect(match?.score).toBeLessThan(SURE);
  }
});

test("two rows above of one name leave the choice to a person", () => {
  const { matches, candidates } = matchRows([target("Tỷ lệ hồ sơ số hóa"), target("Tỷ lệ hồ sơ số hóa")], [target("Tỷ lệ hồ sơ được số hóa")]);
  expect(matches[0]?.doubts).toEqual(["ambiguous"]);
  expect(matches[0]?.score).toBeLessThan(SURE);
  expect(candidates[0]).toHaveLength(2);
});

test.each<[string, boolean]>([
  ["Tỷ lệ hồ sơ quá hạn", true],
  ["Giảm tỷ lệ hộ nghèo xuống còn 2%", true],
  ["Tỷ lệ giảm hộ nghèo bình quân", false],
  ["Xếp hạng chỉ số chuyển đổi số", true],
  ["Tỷ lệ hồ sơ trực tuyến", false],
])("in “%s” less is better: %s", (name, lower) => expect(lessIsBetter(name)).toBe(lower));

/** Pairs that share most of their words and are two different things. */
const TRAPS: readonly (readonly [string, string])[] = [
  ["Tỷ lệ người dân có tài khoản ngân hàng", "Tỷ lệ người khuyết tật có tài khoản ngân hàng"],
  ["Tỷ lệ người dân có tài khoản ngân hàng", "Tỷ lệ phụ nữ có tài khoản ngân hàng"],
  ["Tỷ lệ trường học có phòng học thông minh", "Tỷ lệ trường mầm non có phòng học thông minh"],
  ["Tỷ lệ hồ sơ lĩnh vực đất đai nộp trực tuyến", "Tỷ lệ hồ sơ lĩnh vực hộ tịch nộp trực tuyến"],
  ["Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử", "Tỷ lệ doanh nghiệp sử dụng hóa đơn điện tử"],
  ["Tỷ lệ doanh nghiệp nộp thuế điện tử", "Tỷ lệ hộ kinh doanh nộp thuế điện tử"],
  ["Tỷ lệ cán bộ được đào tạo về an toàn thông tin", "Tỷ lệ cán bộ được đào tạo về trí tuệ nhân tạo"],
  ["Tỷ lệ hộ gia đình có máy tính", "Tỷ lệ hộ gia đình có máy tính kết nối Internet"],
  ["Tỷ lệ hồ sơ nộp trực tuyến", "Tỷ lệ hồ sơ giải quyết trực tuyến"],
  ["Tỷ lệ sản phẩm OCOP 3 sao trở lên", "Tỷ lệ sản phẩm OCOP 5 sao"],
  ["Số lượng hợp tác xã thành lập mới", "Số lượng hợp tác xã"],
  ["Tỷ lệ xã đạt chuẩn nông thôn mới", "Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao"],
  ["Tỷ lệ giải ngân vốn đầu tư công", "Tỷ lệ giải ngân vốn chương trình mục tiêu quốc gia"],
  ["Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân"],
  ["Tỷ lệ dân số tham gia bảo hiểm y tế", "Tỷ lệ dân số tham gia bảo hiểm xã hội"],
  ["Tỷ lệ lực lượng lao động tham gia BHXH", "Tỷ lệ người lao động tham gia bảo hiểm xã hội bắt buộc"],
  ["Tổng thu ngân sách nhà nước trên địa bàn", "Tổng chi ngân sách nhà nước trên địa bàn"],
  ["Tỷ lệ trường đạt chuẩn quốc gia mức độ 1", "Trường đạt chuẩn quốc gia mức độ 2"],
  ["Số lượt người tham gia tập huấn kỹ năng số", "Số lớp tập huấn kỹ năng số"],
  ["Tỷ lệ phủ sóng 5G tại trung tâm xã", "Tỷ lệ phủ sóng 5G tại khu công nghiệp"],
  ["Xây dựng kế hoạch chuyển đổi số năm 2026", "Xây dựng báo cáo chuyển đổi số năm 2026"],
  ["Tập huấn kỹ năng số cho cán bộ hội phụ nữ", "Tập huấn kỹ năng số cho đoàn viên thanh niên"],
  ["Tuyên truyền về an toàn thông tin mạng", "Tuyên truyền về thanh toán không dùng tiền mặt"],
  ["Nâng cấp hệ thống mạng nội bộ (LAN) của UBND", "Nâng cấp hệ thống camera an ninh"],
  ["Thành lập Ban Chỉ đạo chuyển đổi số", "Kiện toàn Ban Chỉ đạo chuyển đổi số"],
  ["Ban hành quy chế hoạt động của Ban Chỉ đạo chuyển đổi số", "Thành lập Ban Chỉ đạo chuyển đổi số"],
  ["Số hóa hồ sơ hộ tịch", "Số hóa hồ sơ đất đai"],
  ["Tỷ lệ hài lòng của người dân đối với dịch vụ y tế", "Tỷ lệ hài lòng của người dân đối với dịch vụ giáo dục"],
  ["Thu nhập bình quân đầu người", "Thu nhập bình quân đầu người khu vực nông thôn"],
  ["Giá trị sản xuất nông nghiệp", "Tốc độ tăng giá trị sản xuất nông nghiệp"],
  ["Tỷ lệ thất nghiệp khu vực thành thị", "Tỷ lệ thất nghiệp"],
  ["Tỷ lệ chất thải rắn sinh hoạt được thu gom", "Tỷ lệ chất thải rắn y tế được thu gom"],
  ["Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom", "Tỷ lệ chất thải rắn sinh hoạt nông thôn được thu gom"],
];

test.each(TRAPS)("“%s” is not “%s”", (one, other) => {
  const kind = /^(?:Tỷ lệ|Số l|Tổng|Thu nhập|Giá trị)/.test(one) ? "target" : "task";
  for (const [above, here] of [[one, other], [other, one]] as const) {
    expect(scored(target(above, { kind }), target(here, { kind }))?.score ?? 0).toBeLessThan(SURE);
  }
});
