import { useEffect, useState, type ReactNode } from "react";
import type { Language } from "../../text/language";
import { SeverityIcon } from "../../taskpane/controls/SeverityIcon";
import type { EditorPlace } from "./CellEditor";
import type { CellNote } from "./notes";

const WIDTH = 304;
const GAP = 6;
const SHOWN = 4;

interface NoteCardProps {
  readonly note: CellNote;
  readonly language: Language;
  /** Milliseconds before it appears. */
  readonly delay: number;
  /** The visible grid. */
  readonly bounds: { readonly width: number; readonly height: number };
  /** The cell that it is about. */
  readonly anchor: EditorPlace;
}

/** Why a cell is marked, beside the cell: for the pointer that rests on it and for the keyboard that came to it. */
export function NoteCard({ note, language, delay, bounds, anchor }: NoteCardProps): ReactNode {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  if (!shown) return null;
  const right = anchor.left + anchor.width + GAP;
  const width = Math.min(WIDTH, bounds.width - 2 * GAP);
  const beside = right + width <= bounds.width ? right : anchor.left - GAP - width >= 0 ? anchor.left - GAP - width : null;
  const low = anchor.top + anchor.height / 2 > bounds.height * 0.55;
  const vertical =
    beside !== null
      ? low
        ? { bottom: Math.max(GAP, bounds.height - anchor.top - anchor.height) }
        : { top: Math.max(GAP, anchor.top) }
      : low
        ? { bottom: Math.max(GAP, bounds.height - anchor.top + GAP) }
        : { top: anchor.top + anchor.height + GAP };
  const left = beside ?? Math.max(GAP, Math.min(anchor.left, bounds.width - width - GAP));
  const more = note.findings.length - SHOWN;
  return (
    <div className="pl-note" role="tooltip" style={{ left, width, ...vertical }}>
      {note.findings.slice(0, SHOWN).map((finding) => (
        <div key={finding.id} className="pl-noteline">
          <SeverityIcon severity={finding.severity} />
          <span>{finding.message[language]}</span>
        </div>
      ))}
      {more > 0 ? <div className="pl-notemore">{`+ ${more}`}</div> : null}
    </div>
  );
}
