import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    position: "relative",
    backgroundColor: tokens.colorNeutralStroke2,
    touchAction: "none",
    zIndex: 4,
    "::after": { content: '""', position: "absolute", inset: "-4px" },
    ":hover": { backgroundColor: tokens.colorBrandStroke1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, backgroundColor: tokens.colorBrandStroke1 },
  },
  upright: { width: "1px", cursor: "col-resize" },
  flat: { height: "5px", cursor: "row-resize" },
});

interface SplitterProps {
  readonly label: string;
  /** "vertical" stands between left and right, "horizontal" between top and bottom. */
  readonly orientation: "vertical" | "horizontal";
  /** Pixels of the part after the splitter. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly onSize: (size: number) => void;
}

/** A line that divides two parts, moved by the mouse and by the arrow keys. */
export function Splitter({ label, orientation, size, least, most, onSize }: SplitterProps): ReactNode {
  const styles = useStyles();
  const start = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const upright = orientation === "vertical";
  const clamp = (value: number): number => Math.round(Math.max(least, Math.min(most, value)));
  const at = (event: PointerEvent): number => (upright ? event.clientX : event.clientY);
  const keyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 64 : 16;
    const grow = upright ? "ArrowLeft" : "ArrowUp";
    const shrink = upright ? "ArrowRight" : "ArrowDown";
    const next = event.key === grow ? size + step : event.key === shrink ? size - step : event.key === "Home" ? least : event.key === "End" ? most : null;
    if (next === null) return;
    event.preventDefault();
    onSize(clamp(next));
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      title={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={most}
      className={mergeClasses(styles.bar, upright ? styles.upright : styles.flat)}
      onKeyDown={keyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: at(event), size };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onSize(clamp(start.current.size + start.current.at - at(event)));
      }}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
    />
  );
}
