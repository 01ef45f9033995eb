import fc from "fast-check";
import { formatArea, parseArea, type Area } from "../../grid/area";
import { Spans } from "./spans";

const spans = (...merges: string[]): Spans => new Spans(merges.map((text) => parseArea(text)).filter((area): area is Area => area !== null));

describe("Spans", () => {
  test("finds the merged area of a cell", () => {
    const two = spans("A4:B4", "C4:C5");
    expect(two.at(4, 2)).toEqual(parseArea("C4:C5"));
    expect(two.at(4, 0)).toBeNull();
    expect([two.covers(3, 0), two.covers(3, 1), two.covers(4, 2)]).toEqual([false, true, true]);
  });

  test("a giant merge costs one entry and is still found", () => {
    const giant = spans("A1:XFD1048576");
    expect(giant.at(1_000_000, 16_000)).toEqual(parseArea("A1:XFD1048576"));
    expect(giant.covers(0, 0)).toBe(false);
  });

  test("a row tells which rows above reach into it", () => {
    expect(spans("A1:A9", "C3:C5", "D5:D6").anchorsReaching(4)).toEqual([0, 2]);
    expect(spans("A1:A2000").anchorsReaching(1500)).toEqual([0]);
  });

  test("growing goes on until nothing is cut", () => {
    expect(formatArea(spans("B2:C2", "C1:C3", "A3:C3").grow(parseArea("B2")!))).toBe("A1:C3");
  });

  test("a grown area contains what it grew from and cuts no merge", () => {
    const rectangle = fc.tuple(fc.nat(8), fc.nat(8), fc.nat(3), fc.nat(3)).map(([top, left, h, w]) => ({ top, left, bottom: top + h, right: left + w }));
    fc.assert(
      fc.property(fc.array(rectangle, { maxLength: 6 }), rectangle, (merges, start) => {
        const grown = new Spans(merges).grow(start);
        expect(grown.top <= start.top && grown.left <= start.left && grown.bottom >= start.bottom && grown.right >= start.right).toBe(true);
        for (const merge of merges) {
          const apart = merge.left > grown.right || merge.right < grown.left || merge.top > grown.bottom || merge.bottom < grown.top;
          const inside = merge.top >= grown.top && merge.bottom <= grown.bottom && merge.left >= grown.left && merge.right <= grown.right;
          expect(apart || inside).toBe(true);
        }
      }),
    );
  });
});
