import { withCell } from "../../grid/edit";
import { gridFromRows, type CellValue } from "../../grid/grid";
import { readAppendices } from "../../appendix/reader/readAppendices";
import { rereadAppendices } from "../../appendix/reader/rereadAppendices";
import { tallyUnits } from "./unitTally";

const LONG = Array.from({ length: 40 }, (_, i) => `Phòng Kinh tế số ${i}`).join("; ");

function tableOf(rows: readonly (readonly [lead: CellValue, coord: CellValue])[]) {
  return gridFromRows([["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp"], ...rows.map(([lead, coord], i): CellValue[] => [i + 1, `Rà soát máy chủ đợt ${i}`, lead, coord])]);
}

test("every text is counted once for each cell, in whichever column, however long it is", () => {
  const grid = tableOf([["Công an xã", "Phòng Kinh tế"], ["Phòng Kinh tế", LONG], ["", "…"], ["Công an xã", `${LONG}; Trạm Y tế`], [null, LONG]]);
  const { uses, leads, coords } = tallyUnits(readAppendices([grid]).appendices[0]!);
  expect(uses.map(({ text, lead, coord }) => [text, lead, coord])).toEqual([
    ["Công an xã", 2, 0],
    ["Phòng Kinh tế", 1, 1],
    [LONG, 0, 2],
    [`${LONG}; Trạm Y tế`, 0, 1],
  ]);
  expect(leads.map((use) => use?.text ?? null)).toEqual(["Công an xã", "Phòng Kinh tế", null, "Công an xã", null]);
  expect(coords.map((use) => use?.text ?? null)).toEqual(["Phòng Kinh tế", LONG, null, `${LONG}; Trạm Y tế`, LONG]);
});

test("after an edit only a changed unit makes another version", () => {
  const before = tableOf([["Công an xã", "Phòng Kinh tế"], ["Phòng Kinh tế", "Công an xã"]]);
  const reading = readAppendices([before]);
  const { version } = tallyUnits(reading.appendices[0]!);
  const retold = withCell(before, 1, 1, "Rà soát máy trạm");
  const again = rereadAppendices(reading, [before], [retold], [{ sheet: before.sheet, row: 1, column: 1 }]);
  expect(tallyUnits(again.appendices[0]!).version).toBe(version);
  const given = withCell(retold, 1, 2, "Trạm Y tế");
  const tally = tallyUnits(rereadAppendices(again, [retold], [given], [{ sheet: before.sheet, row: 1, column: 2 }]).appendices[0]!);
  expect(tally.version).not.toBe(version);
  expect(tally.uses.map(({ text, lead, coord }) => [text, lead, coord])).toEqual([["Công an xã", 0, 1], ["Phòng Kinh tế", 1, 1], ["Trạm Y tế", 1, 0]]);
});
