import { gridFromRows, type CellValue, type Grid } from "../../grid/grid";
import { withCell } from "../../grid/edit";
import { correctPlan, UNKNOWN_PLAN } from "../../appendix/plan";
import { readAppendices } from "../../appendix/reader/readAppendices";
import { rereadAppendices } from "../../appendix/reader/rereadAppendices";
import { coordRules } from "../coord";
import { describe as say } from "../describe";
import { check, RuleEngine } from "../engine";
import { leadRules } from "../lead";
import { createMeanings } from "../meanings";
import type { Finding } from "../rule";
import type { DrafterUnit } from "../../text/unit/unit";
import { createUnitStandard } from "./unitStandard";

const rules = [...leadRules, ...coordRules].filter(({ id }) => /(?:unknown|variant|truncated)$/.test(id));
const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp"];

/** A table from pairs of lead and coordinating cells, from row 2 on. */
function table(pairs: readonly (readonly [lead: string, coord: string])[], sheet = "Phụ lục"): Grid {
  return gridFromRows([header, ...pairs.map(([lead, coord], i): CellValue[] => [i + 1, `Làm việc số ${String(i + 1)}`, lead, coord])], { sheet });
}

function told(findings: readonly Finding[]): string[] {
  return findings.map(({ cell, ruleId, severity }) => `${cell} ${ruleId} ${severity}`);
}

function findings(...grids: Grid[]): readonly Finding[] {
  return check(readAppendices(grids), {}, rules);
}

describe("communes of other provinces", () => {
  test("a mountain commune of Lào Cai, everything as it should be", () => {
    expect(told(findings(table([
      ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội; Hạt Kiểm lâm khu vực; các thôn, bản"],
      ["Ban Chỉ huy Quân sự xã", "Công an xã; Đồn Biên phòng Y Tý; Công an tỉnh"],
      ["Hội Nông dân xã", "Hội Liên hiệp Phụ nữ xã; Hội Cựu chiến binh xã; Thôn Mường Hum"],
      ["Trung tâm Cung ứng dịch vụ sự nghiệp công", "Trường PTDTBT Tiểu học Mường Hum; Trường PTDTBT THCS Mường Hum"],
      ["Ban Quản lý rừng phòng hộ Bát Xát", "Phòng Kinh tế; Thôn Mường Hun"],
      ["Văn phòng HĐND và UBND", "Trạm Y tế xã; Thôn Tả Phìn; Thôn Tả Phìn 2"],
    ])))).toEqual([]);
  });

  test("a ward of Đà Nẵng: marks, capitals, short forms and a word cut off", () => {
    expect(told(findings(table([
      ["Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường; các tổ dân phố"],
      ["Phòng Kinh tế, Hạ tầng và Đô thị", "Đội Quản lý đô thị; Công an phường"],
      ["Phòng Kinh tế - Hạ tầng và Đô thị", "Công an phường"],
      ["Phòng Kinh tế, Hạ tầng và Đô th", "Công an phường"],
      ["Phòng KT-HT-ĐT", "Công An phường"],
      ["Phòng Kinh tế", "Công an thành phố; Công an phường"],
      ["Uỷ ban MTTQ Việt Nam phường", "Ủy ban MTTQ Việt Nam phường; Công an phường"],
      ["Ủy ban MTTQ Việt Nam phường", "Các phòng, ban, đơn vị thuộc ph"],
    ])))).toEqual([
      "C4 lead/variant warning", "C5 lead/unknown error", "C6 lead/variant warning", "D6 coord/variant info", "C8 lead/variant warning", "D9 coord/truncated error",
    ]);
  });

  test("the special zone of Phú Quý: its own bodies, a letter off, a space lost", () => {
    const found = findings(table([
      ["Trung tâm Phục vụ hành chính công đặc khu", "Đồn Biên phòng Phú Quý; Ban Quản lý Cảng Phú Quý"],
      ["Ban Quản lý Cảng Phú Quý", "Ban Tuyên giáo và Dân vận; Ban Tổ chức Đảng ủy"],
      ["Ban Quản lý Cảng Phú Qúy", "Hải đội Dân quân thường trực"],
      ["Trung tâm Phục vụ hành chính công đặc khu", "Ban Tuyên giáo và Dân vân"],
      ["Trung tâm Phụcvụ hành chính công đặc khu", "Viettel Phú Quý, VNPT Phú Quý"],
      ["Công an đặc khu", "Ban Chỉ huy Quân sự đặc khu; Bộ Chỉ huy Quân sự tỉnh"],
    ]));
    expect(told(found)).toEqual(["C4 lead/variant warning", "D5 coord/variant warning", "C6 lead/unknown error"]);
    expect(say(found[2]!, "vi")).toContain("“Trung tâm Phục vụ hành chính công đặc khu”");
  });
});

test("a name that only this table has is the measure for its own slips, but not where a place may be named", () => {
  expect(told(findings(table([
    ["Đội Quản lý trật tự bến bãi", "Ban Quản lý Cảng Phú Quý"],
    ["Đội Quản lý trật tự bến bãi", "Ban Quản lý Cảng Phú Quý"],
    ["Đội Quản lý trât tự bến bãi", "Ban Quản lý Cảng Phú Qu"],
    ["Đội Quản lý trật tự bến", "Ban Quản lý Cảng Phú"],
    ["Công an xã", "Ban Quản lý Cảng Phú Quỳ"],
  ])))).toEqual(["C4 lead/unknown error", "D4 coord/truncated error", "C5 lead/unknown error"]);
});

test("one word is a name cut off only when it stands alone", () => {
  expect(told(findings(table([["Phòng", "Đoàn Thanh niên, Hội"], ["Công an xã", "Trạm Y tế"]])))).toEqual(["C2 lead/unknown error"]);
});

describe("the standard", () => {
  test("is the form used most in both columns of the whole workbook; across sheets a departure is information", () => {
    const found = findings(
      table([["Văn phòng HĐND&UBND", "Công an xã"], ["Văn phòng HĐND&UBND", "Công an xã"], ["Công an xã", "Văn phòng HĐND&UBND"]], "Phụ lục I"),
      table([["Văn phòng HĐND và UBND", "Công an xã"], ["Văn phòng HĐND và UBND", "Công an xã"]], "Phụ lục II"),
    );
    expect(found.map(({ sheet, cell, severity, data }) => [sheet, cell, severity, data.usual])).toEqual([
      ["Phụ lục II", "C2", "info", "Văn phòng HĐND&UBND"],
      ["Phụ lục II", "C3", "info", "Văn phòng HĐND&UBND"],
    ]);
  });

  test("of two forms used alike is the one that leads more often", () => {
    expect(told(findings(table([["Văn phòng HĐND-UBND", "Trạm Y tế"], ["Văn phòng HĐND-UBND", "Văn phòng HĐND & UBND"], ["Công an xã", "Văn phòng HĐND & UBND"]])))).toEqual(["D3 coord/variant info", "D4 coord/variant info"]);
  });

  test("is not a shortened form, unless a sheet with both prefers it", () => {
    const long = "Trung tâm Phục vụ hành chính công";
    expect(told(findings(table([["TT PVHCC", "Công an xã"], ["TT PVHCC", "Công an xã"]], "A"), table([[long, "Công an xã"]], "B")))).toEqual(["C2 lead/variant info", "C3 lead/variant info"]);
    expect(told(findings(table([["TT PVHCC", "Công an xã"], ["TT PVHCC", "Công an xã"], [long, "Công an xã"]])))).toEqual(["C4 lead/variant warning"]);
  });

  test("a fix puts the standard into the field and keeps what stands around it", () => {
    const found = findings(table([
      ["Phòng Văn hóa - Xã hội", "Công an xã"],
      ["Phòng Văn hóa - Xã hội", "Công an xã, Phòng Văn hoá – Xã hội (Lĩnh vực Nội vụ); các thôn."],
    ]));
    expect(found.map(({ fix }) => fix?.())).toEqual([[{ sheet: "Phụ lục", cell: "D3", expected: "Công an xã, Phòng Văn hoá – Xã hội (Lĩnh vực Nội vụ); các thôn.", value: "Công an xã, Phòng Văn hóa - Xã hội (Lĩnh vực Nội vụ); các thôn." }]]);
  });

  test("semicolons that most cells end in are the office's way", () => {
    expect(told(findings(table([["Công an xã", "Trạm Y tế;"], ["Công an xã", "Các thôn;"], ["Công an xã", "Phòng Kinh tế; các thôn"]])))).toEqual([]);
    expect(told(findings(table([["Công an xã", "Trạm Y tế;"], ["Công an xã", "Các thôn"], ["Công an xã", "Phòng Kinh tế; các thôn"]])))).toEqual(["D2 coord/truncated warning"]);
  });
});

describe("the drafter's directory", () => {
  function names(directory: readonly DrafterUnit[], pairs: Parameters<typeof table>[0]): unknown[] {
    const reading = readAppendices([table(pairs)]);
    return createUnitStandard(reading, createMeanings(UNKNOWN_PLAN), directory).slips(0, "leadUnit").flatMap(([item, slips]) => slips.map(({ name, usual }) => [item, name, usual]));
  }

  test("takes precedence over the form used most", () => {
    expect(names([{ name: "Văn phòng HĐND và UBND" }], [["Văn phòng HĐND-UBND", "x"], ["Văn phòng HĐND-UBND", "x"], ["Văn phòng HĐND và UBND", "x"]])).toEqual([
      [0, "Văn phòng HĐND-UBND", "Văn phòng HĐND và UBND"],
      [1, "Văn phòng HĐND-UBND", "Văn phòng HĐND và UBND"],
    ]);
  });

  test("merges spellings that no key holds together, and knows names that look misspelt", () => {
    expect(names([{ name: "Ban Quản lý dự án Tân An", spellings: ["BQL dự án"] }, { name: "Hội Cựu chiến bình" }], [["BQL dự án", "x"], ["Hội Cựu chiến bình", "x"]])).toEqual([[0, "BQL dự án", "Ban Quản lý dự án Tân An"]]);
  });

  test("keeps two spellings of one key apart", () => {
    expect(names([{ name: "Trạm Y tế" }, { name: "Trạm Y tế xã" }], [["Trạm Y tế", "x"], ["Trạm Y tế xã", "x"], ["Trạm y tế xã", "x"]])).toEqual([[2, "Trạm y tế xã", "Trạm Y tế"]]);
  });
});

test("after any edits of single cells, on whichever sheet, the findings are those of a fresh check", () => {
  const texts = ["Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội", "Phòng Văn hóa - Xã hộ", "TT PVHCC", "TT PV HCC", "Các phòng, ban và các", "", "Công an xã; Trạm Y tế"];
  let grids = [
    table([["Phòng Văn hóa - Xã hội", "TT PVHCC"], ["TT PV HCC", "Công an xã"], ["Công an xã", "Phòng Văn hoá – Xã hội"], ["Trạm Y tế", ""]], "Phụ lục I"),
    table([["Phòng Văn hoá – Xã hội", "Trạm y tế"], ["Trạm y tế", "Công an"], ["Công an xã", "Các thôn"], ["Trạm Y tế", ""]], "Phụ lục II"),
  ];
  let read = readAppendices(grids);
  const engine = new RuleEngine(rules);
  engine.check(read);
  const plain = (list: readonly Finding[]) => list.map(({ fix, ...rest }) => ({ ...rest, fix: fix?.() }));
  for (let i = 0; i < 80; i++) {
    const place = i % 3 === 0 ? 1 : 0;
    const row = 1 + ((i * 7) % 4);
    const column = 2 + (i % 2);
    const next = grids.map((grid, g) => (g === place ? withCell(grid, row, column, texts[(i * 5) % texts.length]!) : grid));
    read = rereadAppendices(read, grids, next, [{ sheet: next[place]!.sheet, row, column }]);
    grids = next;
    const fresh = plain(check(readAppendices(grids), {}, rules));
    expect(fresh.length).toBeGreaterThan(0);
    expect(plain(engine.check({ ...read, plan: correctPlan(read.plan, {}) }))).toEqual(fresh);
  }
});
