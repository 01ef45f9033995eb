import { makeStyles, tokens } from "@fluentui/react-components";
import { memo, useMemo } from "react";
import type { SheetLayout } from "../../grid/layout";

const WIDTH = 120;
const HEIGHT = 84;
/** Points of a sheet's row that has no height of its own. */
const ROW = 16;
/** Points in a character of width, near enough for a picture. */
const CHARACTER = 6;

const useStyles = makeStyles({
  // A sheet of paper in any theme.
  picture: { display: "block", width: "100%", height: "auto", backgroundColor: "#ffffff", borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface Drawn {
  readonly boxes: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly head: boolean }[];
  readonly lines: readonly { readonly x: number; readonly y: number; readonly width: number; readonly bold: boolean }[];
}

/** A form as a small picture: its own layout drawn as boxes and strokes, so that it shows what is laid out and nothing else. */
export const FormPicture = memo(function FormPicture({ layout }: { readonly layout: SheetLayout }) {
  const styles = useStyles();
  const { boxes, lines } = useMemo(() => draw(layout), [layout]);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.picture} aria-hidden focusable={false}>
      {boxes.map(({ x, y, width, height, head }, index) => (
        <rect key={index} x={x} y={y} width={width} height={height} fill={head ? "#dfe9e9" : "#ffffff"} stroke="#5c6b6b" strokeWidth={0.5} />
      ))}
      {lines.map(({ x, y, width, bold }, index) => (
        <line key={index} x1={x} x2={x + width} y1={y} y2={y} stroke={bold ? "#24403f" : "#8a9a9a"} strokeWidth={bold ? 1.4 : 0.9} />
      ))}
    </svg>
  );
});

/** Boxes for the cells with lines around them, a stroke for each text, from the top down as far as the picture goes. */
function draw(layout: SheetLayout): Drawn {
  const total = layout.columnWidths.reduce((sum, width) => sum + width, 0) * CHARACTER;
  const margin = 6;
  const scale = (WIDTH - 2 * margin) / Math.max(total, 1);
  const lefts: number[] = [margin];
  for (const width of layout.columnWidths) lefts.push((lefts.at(-1) ?? margin) + width * CHARACTER * scale);
  const tops: number[] = [margin];
  for (const { height } of layout.rows) tops.push((tops.at(-1) ?? margin) + Math.max(3.4, (height ?? ROW) * scale));
  const header = layout.page.repeatRows;
  const boxes: Drawn["boxes"][number][] = [];
  const lines: Drawn["lines"][number][] = [];
  for (const [row, { cells }] of layout.rows.entries()) {
    const y = tops[row] ?? 0;
    if (y > HEIGHT - margin) break;
    for (const { column, value, style } of cells) {
      const merge = layout.merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) continue;
      const x = lefts[column] ?? margin;
      const width = (lefts[(merge?.right ?? column) + 1] ?? WIDTH - margin) - x;
      const height = Math.min(tops[(merge?.bottom ?? row) + 1] ?? HEIGHT, HEIGHT - 2) - y;
      if (style?.border === true) boxes.push({ x, y, width, height, head: header !== undefined && row <= header.last });
      if (typeof value !== "string" || value === "") continue;
      const length = Math.min(width - 3, Math.max(3, value.length * CHARACTER * scale * 0.8));
      const start = style?.horizontal === "center" ? x + (width - length) / 2 : x + 1.5;
      lines.push({ x: start, y: y + height / 2, width: Math.max(length, 0), bold: style?.bold === true });
    }
  }
  return { boxes, lines };
}
