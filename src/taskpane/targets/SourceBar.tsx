import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { TargetSource, TargetSources } from "../../review/targets";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { TARGET_WORDS } from "./words";

const useStyles = makeStyles({
  bar: { display: "grid", gap: tokens.spacingVerticalXS },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  counts: { marginTop: 0 },
  file: { display: "none" },
});

const NONE = "";

/** Chooses the plan above: a sheet of this file, a built-in one, or a file that is picked. */
export function SourceBar() {
  const { store, state } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const words = TARGET_WORDS[state.language];
  const [sources, setSources] = useState<TargetSources | null>(null);
  const [chosen, setChosen] = useState(NONE);
  const file = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const { view, targets } = state;
  const busy = state.status !== "idle";
  const sheets = view?.appendices.map(({ sheet }) => sheet).join("\n");

  useEffect(() => {
    let wanted = true;
    void store.targetSources().then((found) => {
      if (wanted && found !== null) setSources(found);
    });
    return () => {
      wanted = false;
    };
  }, [store, sheets]);

  const open = (value: string, source: TargetSource): void => {
    setChosen(value);
    void store.openTargets(source);
  };
  return (
    <div className={styles.bar}>
      <label className={field.label} id={labelId}>
        {words.source}
        <select
          className={field.field}
          value={targets === null ? NONE : chosen}
          disabled={busy}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const at = value.indexOf(":");
            const [kind, name] = [value.slice(0, at), value.slice(at + 1)];
            if (kind === "sheet") open(value, { kind, sheet: name });
            else if (kind === "bundled") open(value, { kind, id: name });
          }}
        >
          {(targets === null || chosen === NONE || chosen.startsWith("file:")) && <option value={targets === null ? NONE : chosen}>{targets === null ? words.choose : targets.title}</option>}
          {/* Before a check the sheets may be another workbook's. */}
          {view !== null && sources !== null && sources.sheets.length > 1 && (
            <optgroup label={words.ownSheets}>
              {sources.sheets.map((sheet) => (
                <option key={sheet} value={`sheet:${sheet}`}>
                  {words.ownSheet(sheet)}
                </option>
              ))}
            </optgroup>
          )}
          {sources !== null && (
            <optgroup label={words.bundled}>
              {sources.bundled.map(({ id, title }) => (
                <option key={id} value={`bundled:${id}`}>
                  {title[state.language]}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      <div className={styles.row}>
        <Button size="small" appearance={targets === null ? "primary" : "secondary"} disabledFocusable={busy} onClick={() => file.current?.click()}>
          {words.pick}
        </Button>
        {targets !== null && (
          <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => void store.closeTargets()}>
            {words.close}
          </Button>
        )}
        {targets !== null && (
          <span className={mergeClasses(field.hint, styles.counts)} role="status">
            {words.opened(targets.targets, targets.tasks)}
          </span>
        )}
        <input
          ref={file}
          type="file"
          accept=".xlsx,.xlsm"
          className={styles.file}
          aria-label={words.pick}
          onChange={(event) => {
            const [picked] = event.currentTarget.files ?? [];
            if (picked !== undefined) void picked.arrayBuffer().then((bytes) => open(`file:${picked.name}`, { kind: "file", name: picked.name, bytes: new Uint8Array(bytes) }));
            event.currentTarget.value = "";
          }}
        />
      </div>
      {targets !== null && chosen.startsWith("bundled:") && <div className={field.hint}>{sources?.bundled.find(({ id }) => `bundled:${id}` === chosen)?.note[state.language]}</div>}
    </div>
  );
}
