import { useEffect, useLayoutEffect, useRef, type PointerEvent, type RefObject } from "react";
import type { Position } from "../../grid/address";

/** What lies under the pointer: a cell, or the head of a row, of a column or of both. */
export interface Located {
  readonly zone: "cells" | "rows" | "columns" | "corner";
  readonly cell: Position;
}

interface DragSelection {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Pixels at the left and at the top that stand still: the sheet scrolls when the pointer is drawn over them. */
  readonly still: { readonly left: number; readonly top: number };
  readonly locate: (clientX: number, clientY: number) => Located;
  readonly onPress: (located: Located, event: PointerEvent) => void;
  /** The pointer is drawn on, from a press in a zone, to another place. */
  readonly onDraw: (zone: Located["zone"], cell: Position) => void;
  readonly onHover: (located: Located | null) => void;
}

interface Handlers {
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onPointerLeave: () => void;
}

interface Drag {
  readonly zone: Located["zone"];
  x: number;
  y: number;
  frame: number;
}

/** Pressing and drawing over cells and heads; beyond the edge the sheet scrolls on, faster the farther the pointer is. */
export function useDragSelection(options: DragSelection): Handlers {
  const drag = useRef<Drag | null>(null);
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  useEffect(
    () => () => {
      if (drag.current !== null) cancelAnimationFrame(drag.current.frame);
    },
    [],
  );

  const draw = (): void => {
    const at = drag.current;
    if (at !== null) latest.current.onDraw(at.zone, latest.current.locate(at.x, at.y).cell);
  };

  const scroll = (): void => {
    const at = drag.current;
    const element = latest.current.scroller.current;
    if (at === null || element === null) return;
    const box = element.getBoundingClientRect();
    const { left, top } = latest.current.still;
    const dx = at.zone === "rows" ? 0 : beyond(at.x, box.left + left, box.right - 12);
    const dy = at.zone === "columns" ? 0 : beyond(at.y, box.top + top, box.bottom - 12);
    if (dx !== 0 || dy !== 0) {
      element.scrollBy(dx / 4, dy / 4);
      draw();
    }
    at.frame = requestAnimationFrame(scroll);
  };

  const end = (): void => {
    if (drag.current !== null) cancelAnimationFrame(drag.current.frame);
    drag.current = null;
  };

  return {
    onPointerDown: (event) => {
      const element = options.scroller.current;
      if (event.button !== 0 || element === null) return;
      const box = element.getBoundingClientRect();
      // A press on a scroll bar is the scroll bar's.
      if (event.clientX - box.left > element.clientWidth || event.clientY - box.top > element.clientHeight) return;
      const touch = event.pointerType === "touch";
      if (!touch) event.preventDefault();
      const located = options.locate(event.clientX, event.clientY);
      options.onPress(located, event);
      // A finger scrolls; only a mouse or a pen draws.
      if (touch || located.zone === "corner") return;
      element.setPointerCapture(event.pointerId);
      drag.current = { zone: located.zone, x: event.clientX, y: event.clientY, frame: 0 };
    },
    onPointerMove: (event) => {
      const at = drag.current;
      if (at === null) {
        if (event.pointerType !== "touch") options.onHover(options.locate(event.clientX, event.clientY));
        return;
      }
      at.x = event.clientX;
      at.y = event.clientY;
      draw();
      if (at.frame === 0) at.frame = requestAnimationFrame(scroll);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: () => options.onHover(null),
  };
}

/** How far a pointer is beyond an interval, negative before it. */
function beyond(at: number, from: number, to: number): number {
  return at < from ? at - from : at > to ? at - to : 0;
}
