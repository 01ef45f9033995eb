import { Button, mergeClasses } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { AppendixGaps } from "../../review/templateGaps";
import type { ReviewView } from "../../review/view";
import { FORMS } from "../../template/forms";
import { Choice } from "../controls/Choice";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { BasisPanel } from "./BasisPanel";
import { usePanelStyles } from "./usePanelStyles";
import { TEMPLATE_WORDS } from "./words";

/** What a form has and an appendix that is there lacks, before and after, to be ticked and filled in; and its column of the basis. */
export function GapsPanel({ view }: { readonly view: ReviewView }) {
  const { store, state } = usePane();
  const panel = usePanelStyles();
  const field = useFieldStyles();
  const words = TEMPLATE_WORDS[state.language];
  const [forms, setForms] = useState<Readonly<Record<number, string>>>({});
  const [offers, setOffers] = useState<readonly AppendixGaps[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  /** What was ticked otherwise than it goes without saying, by appendix, form and gap. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let wanted = true;
    void store.templateGaps(forms).then((found) => {
      if (wanted && found !== null) setOffers(found);
    });
    return () => {
      wanted = false;
    };
  }, [store, view, forms]);

  const offer = offers.find(({ appendix }) => appendix === chosen) ?? offers.find(({ gaps }) => gaps.some(({ optional }) => !optional)) ?? offers[0];
  if (offer === undefined) return null;
  const appendix = view.appendices[offer.appendix];
  const keyOf = (id: string): string => `${offer.appendix} ${offer.form} ${id}`;
  const isTicked = ({ id, optional }: AppendixGaps["gaps"][number]): boolean => turned.has(keyOf(id)) === optional;
  const ticked = offer.gaps.filter(isTicked);
  const [first] = ticked;
  const busy = state.status !== "idle";
  const fill = async (): Promise<void> => {
    const plan = await store.previewStructure({ kind: "gaps", appendix: offer.appendix, form: offer.form, gaps: ticked.map(({ id }) => id) });
    if (plan !== null && plan.batches.length > 0) await store.applyFix(plan);
  };
  return (
    <div className={panel.body}>
      <div className={panel.fields}>
        {offers.length > 1 && (
          <Choice
            label={words.appendix}
            value={String(offer.appendix)}
            options={offers.map((one) => ({ value: String(one.appendix), label: view.appendices[one.appendix]?.title.slice(0, 60) ?? "" }))}
            onChange={(value) => setChosen(Number(value))}
          />
        )}
        <Choice
          label={words.against}
          value={offer.form}
          options={FORMS.filter(({ kind }) => kind === appendix?.kind).map(({ id, name }) => ({ value: id, label: name[state.language] }))}
          onChange={(form) => {
            setChosen(offer.appendix);
            setForms({ ...forms, [offer.appendix]: form });
          }}
        />
      </div>
      {offer.gaps.length === 0 ? (
        <p className={mergeClasses(panel.said, field.hint)}>{words.noGaps}</p>
      ) : (
        <>
          <ul className={panel.ticks}>
            {offer.gaps.map((gap) => (
              <li key={gap.id}>
                <label className={panel.tick}>
                  <input
                    type="checkbox"
                    className={panel.box}
                    checked={isTicked(gap)}
                    onChange={() => {
                      const next = new Set(turned);
                      if (!next.delete(keyOf(gap.id))) next.add(keyOf(gap.id));
                      setTurned(next);
                    }}
                  />
                  <span>
                    {gap.kind === "title" ? words.titleGap(gap.cell) : words.columnGap(gap.cell)}
                    <br />
                    <span className={field.hint}>{words.before}</span> {gap.before === "" ? <em>{words.empty}</em> : <span lang="vi">{gap.before}</span>}
                    <br />
                    <span className={field.hint}>{words.after}</span> <strong lang="vi">{gap.after}</strong>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <div className={panel.actions}>
            <Button size="small" appearance="primary" disabledFocusable={busy || ticked.length === 0} onClick={() => void fill()}>
              {words.fill(ticked.length)}
            </Button>
            {first !== undefined && (
              <Button size="small" appearance="transparent" onClick={() => void store.goTo(first.sheet, first.cell)}>
                {words.show(first.cell, first.sheet)}
              </Button>
            )}
          </div>
        </>
      )}
      <BasisPanel offers={offers} appendix={offer} />
    </div>
  );
}
