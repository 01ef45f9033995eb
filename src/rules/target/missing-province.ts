import type { Appendix } from "../../appendix/appendix";
import type { HeldAgainst } from "../heldAgainst";
import type { Rule } from "../rule";
import { placeAbove, placeAboveEn } from "../shared/province";
import { shorten } from "../shared/shorten";

const header = ["TT", "Chỉ tiêu", "2026", "2030", "Cơ quan chủ trì"];

/** A target of the plan above that has no row, or no value, here. */
export const missingProvince: Rule = {
  id: "target/missing-province",
  severity: "warning",
  clarity: "sản phẩm",
  title: { vi: "Thiếu chỉ tiêu cấp trên giao", en: "A target of the plan above is missing" },
  explanation: {
    vi: "Kế hoạch cấp trên giao chỉ tiêu này cho xã, phường mà phụ lục không có dòng tương ứng, hoặc có dòng nhưng để trống năm mà cấp trên đã giao. Thêm dòng hoặc điền giá trị; trang “Chỉ tiêu” điền giúp và cho xem trước.",
    en: "The plan above assigns this target to communes, and the appendix has no row for it, or leaves the year empty for which a value was assigned. Add the row or the value; the page “Targets” proposes it.",
  },
  source: {
    vi: "Kế hoạch của cấp trên được chọn để đối chiếu; nhiều tỉnh trừ điểm mỗi nội dung được giao mà kế hoạch cấp xã bỏ sót",
    en: "The plan above that was chosen to hold against; provinces take points off for each item that a commune's plan leaves out",
  },
  messages: {
    row: {
      vi: ({ name, place }) => `Chưa có dòng cho chỉ tiêu cấp trên giao: “${String(name)}” (${String(place)}). Thêm dòng, hoặc ghi rõ vì sao không áp dụng.`,
      en: ({ name, placeEn }) => `No row for a target of the plan above: “${String(name)}” (${String(placeEn)}). Add one, or say why it does not apply.`,
    },
    value: {
      vi: ({ above, period, place }) => `Cấp trên giao “${String(above)}”${period === "" ? "" : ` cho ${String(period)}`} (${String(place)}) mà ô này trống: điền giá trị.`,
      en: ({ above, period, placeEn }) => `The plan above sets “${String(above)}”${period === "" ? "" : ` for ${String(period)}`} (${String(placeEn)}), and this cell is empty: give the value.`,
    },
  },
  examples: [
    {
      title: { vi: "Một chỉ tiêu không có dòng, một ô trống", en: "A target without a row, and an empty cell" },
      rows: [header, [1, "Tỷ lệ hồ sơ giải quyết trực tuyến", "80%", "", "Phòng Kinh tế"]],
      province: [
        { row: 2, name: "Tỷ lệ hồ sơ giải quyết trực tuyến", values: [{ period: "2030", text: "≥ 95%" }] },
        { row: null, name: "Tỷ lệ người dân có chữ ký số", values: [{ period: "2030", text: "≥ 50%" }] },
      ],
      flagged: ["B1", "D2"],
    },
    {
      title: { vi: "Mọi chỉ tiêu được giao đều có dòng và giá trị", en: "Everything assigned has a row and a value" },
      rows: [header, [1, "Tỷ lệ hồ sơ giải quyết trực tuyến", "", "95%", "Phòng Kinh tế"]],
      province: [{ row: 2, name: "Tỷ lệ hồ sơ giải quyết trực tuyến", values: [{ period: "2030", text: "≥ 95%" }] }],
      flagged: [],
    },
  ],
  checkAppendix: ({ appendix, reading, province, report }) => {
    if (province === null) return;
    for (const target of province.targets) {
      if (target.sheet !== appendix.sheet || target.row < appendix.area.top || target.row > appendix.area.bottom) continue;
      for (const { field, here, above, aboveText, period } of target.values) {
        if (here.kind === "missing" && above.kind === "measured") {
          report({ at: field, message: "value", data: { above: shorten(aboveText), period, place: placeAbove(target.from), placeEn: placeAboveEn(target.from) } });
        }
      }
    }
    if (homeOfMissing(province, reading.appendices) !== appendix) return;
    const column = appendix.columns.find(({ role }) => role === "content");
    const at = column?.headerCell ?? { row: appendix.area.top, column: appendix.area.left };
    for (const row of province.missing) {
      if (row.kind === "target") report({ at, message: "row", data: { name: shorten(row.name), place: placeAbove(row), placeEn: placeAboveEn(row) } });
    }
  },
};

/** The table that the missing rows belong to: the one with most of the targets that were found, or the first one of targets. */
function homeOfMissing(province: HeldAgainst, appendices: readonly Appendix[]): Appendix | undefined {
  const tables = appendices.filter(({ kind }) => kind === "targets");
  let home = tables[0];
  let most = 0;
  for (const table of tables) {
    const count = province.targets.filter(({ sheet, row }) => sheet === table.sheet && row >= table.area.top && row <= table.area.bottom).length;
    if (count > most) [home, most] = [table, count];
  }
  return home;
}
