import { Button, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { displayText } from "../../grid/grid";
import type { FixPlan } from "../../review/fixPlan";
import type { AppendixGaps } from "../../review/templateGaps";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { usePanelStyles } from "./usePanelStyles";
import { TEMPLATE_WORDS } from "./words";

/** Puts the column "Căn cứ" into a draft, and takes it out of every table for signature: what goes with it is shown before. */
export function BasisPanel({ offers, appendix }: { readonly offers: readonly AppendixGaps[]; readonly appendix: AppendixGaps }) {
  const { store, state } = usePane();
  const panel = usePanelStyles();
  const field = useFieldStyles();
  const words = TEMPLATE_WORDS[state.language];
  const [removal, setRemoval] = useState<FixPlan | null>(null);
  const busy = state.status !== "idle";
  const removable = offers.some(({ basis }) => basis === "there");
  if (appendix.basis === null && !removable) return null;
  const add = async (): Promise<void> => {
    const plan = await store.previewStructure({ kind: "add-basis", appendix: appendix.appendix });
    const [change] = plan?.changes ?? [];
    if (plan === null || change === undefined) return;
    await store.applyFix(plan);
    // The column may have come in where nobody is looking; one that did not is told of.
    if (store.getState().failure === null) await store.goTo(change.sheet, change.cell);
  };
  return (
    <div className={mergeClasses(panel.panel, panel.body)}>
      <strong>{words.basis}</strong>
      <p className={mergeClasses(panel.said, field.hint)}>{words.basisHint}</p>
      {removal === null ? (
        <div className={panel.actions}>
          <Button size="small" disabledFocusable={busy || appendix.basis !== "absent"} onClick={() => void add()}>
            {words.addBasis}
          </Button>
          <Button size="small" disabledFocusable={busy || !removable} onClick={() => void store.previewStructure({ kind: "remove-basis" }).then(setRemoval)}>
            {words.removeBasis}
          </Button>
        </div>
      ) : (
        <>
          <p className={panel.said}>{words.removeBasisShown}</p>
          <ul className={panel.ticks}>
            {removal.changes.map(({ sheet, cell, before }) => (
              <li key={`${sheet}!${cell}`} className={panel.said}>
                <strong>
                  {cell} · {sheet}
                </strong>
                <br />
                <span lang="vi">{shortened(displayText(before))}</span>
              </li>
            ))}
          </ul>
          <div className={panel.actions}>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => {
                setRemoval(null);
                void store.applyFix(removal);
              }}
            >
              {words.removeBasisSure(removal.changes.length)}
            </Button>
            <Button size="small" onClick={() => setRemoval(null)}>
              {words.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** Enough of a column's texts to know what it is. */
function shortened(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
