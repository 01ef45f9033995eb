import { gridFromRows, type CellValue } from "../../grid/grid";
import { UNKNOWN_PLAN } from "../plan";
import { readAppendices } from "./readAppendices";

const TABLE: CellValue[][] = [["STT", "Nội dung", "Cơ quan chủ trì", "Thời hạn"], [1, "Rà soát", "Công an xã", "2026"]];

function planOf(...titles: string[][]): unknown {
  return readAppendices(titles.map((lines, i) => gridFromRows([...lines.map((line) => [line]), ...TABLE], { sheet: `Sheet ${i}` }))).plan;
}

test("the attachment line says place, level, date, number and issuer", () => {
  expect(planOf(["PHỤ LỤC I"], ["PHỤ LỤC II", "NHIỆM VỤ NĂM 2026", "(Kèm theo Kế hoạch số 12/KH-UBND ngày 5 tháng 3 năm 2026 của UBND xã Thanh Thủy)"])).toEqual({
    place: "Thanh Thủy",
    level: "xã",
    province: null,
    number: "12/KH-UBND",
    issued: "2026-03-05",
    period: "2026",
    issuer: "government",
  });
});

test("what most appendices say is believed", () => {
  const line = (place: string): string[] => ["PHỤ LỤC I", `(Kèm theo Kế hoạch số      /KH-UBND ngày    tháng 9 năm 2025 của UBND phường ${place})`];
  expect(planOf(line("Đống Đa"), line("Vĩnh Tuy"), line("Vĩnh Tuy"))).toMatchObject({ place: "Vĩnh Tuy", level: "phường", issued: "2025-09", number: null });
});

test("a title names place and province where no attachment line does", () => {
  expect(planOf(["PHỤ LỤC I: NHIỆM VỤ CHUYỂN ĐỔI SỐ TRÊN ĐỊA BÀN XÃ HÙNG CHÂU, TỈNH NGHỆ AN GIAI ĐOẠN 2025 - 2030"])).toEqual({
    ...UNKNOWN_PLAN,
    place: "Hùng Châu",
    level: "xã",
    province: "Nghệ An",
    period: "2025-2030",
  });
});

test("the year of a cited date, or a horizon, is no period", () => {
  expect(planOf(["PHỤ LỤC: THỰC HIỆN QUYẾT ĐỊNH NGÀY 06 THÁNG 10 NĂM 2025, TẦM NHÌN ĐẾN NĂM 2045"])).toEqual(UNKNOWN_PLAN);
});

test("the term of those whom an election is about is no period", () => {
  expect(planOf(["PHỤ LỤC: TIẾN ĐỘ BẦU CỬ ĐẠI BIỂU QUỐC HỘI KHÓA XVI VÀ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN NHIỆM KỲ 2026 - 2031"])).toEqual(UNKNOWN_PLAN);
  expect(planOf(["PHỤ LỤC: NHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ XÃ NHIỆM KỲ 2025 - 2030"])).toMatchObject({ period: "2025-2030" });
});

test("without title lines nothing is known", () => expect(planOf([])).toEqual(UNKNOWN_PLAN));
