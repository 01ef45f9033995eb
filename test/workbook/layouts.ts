import type { LayoutStyle, SheetLayout } from "../../src/grid/layout";

const HEADER: LayoutStyle = { bold: true, horizontal: "center", vertical: "center", wrap: true, border: true, fill: "#d9e2f3" };
const CELL: LayoutStyle = { wrap: true, border: true, vertical: "center" };

/** A sheet with everything that a layout can say: merges, formulas, lists, print setup, frozen rows, kinds of values and styles. */
export const LAYOUT: SheetLayout = {
  name: "Phụ lục mới",
  font: { name: "Times New Roman", size: 13 },
  columnWidths: [6, 48, 22, 22, 18, 12.5],
  rows: [
    { cells: [{ column: 0, value: "PHỤ LỤC I", style: { bold: true, size: 14, horizontal: "center" } }] },
    { cells: [{ column: 0, value: "NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026", style: { bold: true, size: 14, horizontal: "center", wrap: true } }], height: 36 },
    { cells: [{ column: 0, value: "(Kèm theo Kế hoạch số … /KH-UBND của UBND xã An Bình)", style: { italic: true, horizontal: "center" } }] },
    { cells: [] },
    {
      height: 33.75,
      cells: ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Tỷ lệ"].map((value, column) => ({ column, value, style: HEADER })),
    },
    {
      cells: [
        { column: 0, value: "I", style: { ...CELL, bold: true, horizontal: "center" } },
        { column: 1, value: "Hạ tầng số & dữ liệu <chung>", style: { ...CELL, bold: true } },
      ],
    },
    ...[1, 2, 3].map((number) => ({
      cells: [
        { column: 0, value: number, formula: 'IF(B7="","",ROW()-ROW($A$6))'.replace("B7", `B${number + 6}`), style: { ...CELL, horizontal: "center" as const } },
        { column: 1, value: number === 1 ? "=Lắp trạm phát sóng" : "Mở lớp tập huấn kỹ năng số cho cán bộ, công chức và người dân trên địa bàn", style: { ...CELL, horizontal: "justify" as const } },
        { column: 2, value: null, style: CELL },
        { column: 3, value: null, style: CELL },
        { column: 4, value: 46000, style: { ...CELL, numberFormat: "dd/mm/yyyy", horizontal: "center" as const } },
        { column: 5, value: 0.25, style: { ...CELL, numberFormat: "0%" } },
      ],
    })),
    { cells: [{ column: 0, value: null }, { column: 1, value: true, style: { underline: true } }] },
  ],
  merges: [
    { top: 0, left: 0, bottom: 0, right: 5 },
    { top: 1, left: 0, bottom: 1, right: 5 },
    { top: 2, left: 0, bottom: 2, right: 5 },
    { top: 5, left: 1, bottom: 5, right: 5 },
    { top: 7, left: 2, bottom: 7, right: 2 },
  ],
  lists: [{ area: { top: 6, left: 2, bottom: 8, right: 3 }, source: "'Danh mục'!$A$1:$A$2" }],
  page: {
    orientation: "landscape",
    margins: { top: 20, right: 15, bottom: 20, left: 30, header: 10, footer: 10 },
    repeatRows: { first: 4, last: 4 },
    printArea: { top: 0, left: 0, bottom: 8, right: 5 },
    pageNumbers: true,
    fitWidth: 1,
  },
  frozenRows: 5,
};

/** The sheet that the drop-down lists of `LAYOUT` take their choices from. */
export const LISTS: SheetLayout = {
  name: "Danh mục",
  font: { name: "Times New Roman", size: 13 },
  columnWidths: [40],
  rows: [{ cells: [{ column: 0, value: "Phòng Kinh tế" }] }, { cells: [{ column: 0, value: "Công an xã" }] }],
  merges: [],
  lists: [],
  page: { orientation: "portrait", margins: { top: 20, right: 15, bottom: 20, left: 30, header: 10, footer: 10 } },
};
