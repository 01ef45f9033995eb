import fc from "fast-check";
import { parseAddress } from "../../grid/address";
import { gridFromRows, valueAt, type CellValue } from "../../grid/grid";
import { isCellEdit } from "../../grid/edit";
import { UNKNOWN_PLAN } from "../../appendix/plan";
import { readAppendices } from "../../appendix/reader/readAppendices";
import { coordRules } from "../coord";
import { deadlineRules } from "../deadline";
import { describe as say } from "../describe";
import { check } from "../engine";
import { leadRules } from "../lead";
import { targetRules } from "../target";

const words = fc.constantFrom(
  "Phòng Kinh tế", "Các thôn", "UBND xã", "; ", ", ", " và ", "(Lĩnh vực Nội vụ)", "\n", "…", "Thường xuyên", "thường xuyên", "Năm 2026", "Quý I/2025", "31/02/2026", "hằng năm",
  "Khi có văn bản", "đã ban hành ngày 1/1/2025", "Kế hoạch", "≥", "90", "%", "120%", "-5", "1,5", "0.6", "x", "Tỷ lệ", "Số", "Chỉ số", "16 - 18%", "văn hoá".normalize("NFD"),
);
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.array(words, { maxLength: 6 }).map((parts) => parts.join(" ")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(null, true, 46_022) },
);
const rules = [...leadRules, ...coordRules, ...deadlineRules, ...targetRules];
const headers = {
  tasks: ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Kết quả"],
  targets: ["TT", "Chỉ tiêu", "2025", "2030", "Đến năm 2035", "Cơ quan chủ trì"],
};

test.each(Object.entries(headers))("whatever the cells of a table of %s hold, each finding says something and its fix expects what is there", (_, header) => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: header.length - 1, maxLength: header.length - 1 }), { minLength: 2, maxLength: 8 }),
      fc.constantFrom(UNKNOWN_PLAN, { ...UNKNOWN_PLAN, level: "xã" as const, issued: "2025-09", issuer: "government" as const }, { ...UNKNOWN_PLAN, issued: "2025-09-19", period: "2025-2026" }),
      (rows, plan) => {
        const grid = gridFromRows([header, ...rows.map((row, i) => [i + 1, ...row])]);
        for (const finding of check({ ...readAppendices([grid]), plan }, {}, rules)) {
          for (const language of ["vi", "en"] as const) expect(say(finding, language)).not.toMatch(/undefined|\[object/);
          for (const edit of finding.fix?.() ?? []) {
            if (!isCellEdit(edit)) throw new Error("these rules move nothing");
            const position = parseAddress(edit.cell)!;
            expect(edit.expected).toBe(valueAt(grid, position.row, position.column));
            expect(edit.value).not.toBe(edit.expected);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
