import { Button, mergeClasses } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ReviewView } from "../../review/view";
import { FormError, parseFormText, type Form } from "../../template/form";
import { Choice } from "../controls/Choice";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { saveFile } from "./saveFile";
import { usePanelStyles } from "./usePanelStyles";
import { TEMPLATE_WORDS } from "./words";

/** No form is larger; what is, is not read into memory. */
const MOST_BYTES = 1_000_000;

/** Saves an appendix as a form of the office's own, and loads one that was saved. */
export function OfficeForms({ view, onForm }: { readonly view: ReviewView | null; readonly onForm: (form: Form) => void }) {
  const { store, state } = usePane();
  const panel = usePanelStyles();
  const field = useFieldStyles();
  const words = TEMPLATE_WORDS[state.language];
  const [chosen, setChosen] = useState(0);
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const appendices = view?.appendices ?? [];
  const at = chosen < appendices.length ? chosen : 0;
  const appendix = appendices[at];
  const name = typed ?? words.officeNameDefault(appendix?.sheet ?? "");

  const save = async (): Promise<void> => {
    const form = await store.officeForm(at, name.trim());
    if (form === null) return;
    const fileName = `${form.id}.json`;
    saveFile(fileName, `${JSON.stringify(form, null, 2)}\n`);
    onForm(form);
    setSaid({ text: words.saved(fileName), wrong: false });
  };
  const load = async (picked: File): Promise<void> => {
    try {
      if (picked.size > MOST_BYTES) throw new FormError(words.tooLarge);
      const form = parseFormText(await picked.text(), picked.name);
      onForm(form);
      setSaid({ text: words.loaded(form.name[state.language]), wrong: false });
    } catch (error) {
      if (!(error instanceof FormError)) throw error;
      setSaid({ text: error.localized[state.language], wrong: true });
    }
  };
  return (
    <div className={panel.body}>
      <p className={mergeClasses(panel.said, field.hint)}>{words.officeHint}</p>
      {appendix !== undefined && (
        <div className={panel.fields}>
          {appendices.length > 1 && (
            <Choice
              label={words.appendix}
              value={String(at)}
              options={appendices.map(({ title }, index) => ({ value: String(index), label: title.slice(0, 60) }))}
              onChange={(value) => setChosen(Number(value))}
            />
          )}
          <label className={field.label}>
            {words.officeName}
            <input className={field.field} value={name} maxLength={80} onChange={(event) => setTyped(event.currentTarget.value)} />
          </label>
        </div>
      )}
      <div className={panel.actions}>
        {appendix !== undefined && (
          <Button size="small" disabledFocusable={state.status !== "idle" || name.trim() === ""} onClick={() => void save()}>
            {words.save}
          </Button>
        )}
        <Button size="small" onClick={() => file.current?.click()}>
          {words.load}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.load}
          onChange={(event) => {
            const [picked] = event.currentTarget.files ?? [];
            if (picked !== undefined) void load(picked);
            event.currentTarget.value = "";
          }}
        />
      </div>
      {said !== null && (
        <p role={said.wrong ? "alert" : "status"} className={said.wrong ? field.error : panel.said}>
          {said.text}
        </p>
      )}
    </div>
  );
}
