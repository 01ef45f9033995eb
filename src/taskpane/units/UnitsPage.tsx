import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { UnitView } from "../../review/unitBook";
import { check } from "../commands";
import { Choice } from "../controls/Choice";
import { CommandButton } from "../controls/CommandButton";
import { useFieldStyles } from "../controls/useFieldStyles";
import { EmptyState } from "../findings/EmptyState";
import { useVirtualRows } from "../findings/useVirtualRows";
import { usePane } from "../paneContext";
import { asTitle, needsLook, shownUnits, withUnused, type Shown } from "./unitFilter";
import { UnitCard } from "./UnitCard";
import { UNIT_WORDS } from "./words";

const FixDialog = lazy(() => import("../findings/FixDialog"));

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  bar: { display: "grid", gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  choices: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(128px, 1fr))", gap: tokens.spacingHorizontalXS },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: "auto" },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  item: { position: "absolute", top: 0, left: 0, width: "100%" },
  file: { display: "none" },
});

const SHOWN: readonly Shown[] = ["open", "all", "own"];
/** No directory is larger; what is, is not read into memory. */
const MOST_BYTES = 2_000_000;

/** The page "Đơn vị": the units that the workbook names, their ways of writing, and the drafter's decisions about them. */
export default function UnitsPage() {
  const { store, state, words: pane } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const words = UNIT_WORDS[state.language];
  const { view, preview } = state;
  const [units, setUnits] = useState<readonly UnitView[] | null>(null);
  const [chosen, setChosen] = useState<Shown | null>(null);
  const [search, setSearch] = useState("");
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);
  const file = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (view === null) return;
    let wanted = true;
    void store.units().then((found) => {
      if (wanted && found !== null) setUnits(found);
    });
    return () => {
      wanted = false;
    };
  }, [store, view]);

  const directory = view?.kept.units;
  const all = useMemo(() => withUnused(units ?? [], directory ?? []), [units, directory]);
  const counts: Readonly<Record<Shown, number>> = { open: all.filter(needsLook).length, all: all.length, own: all.filter(({ from }) => from === "drafter").length };
  const shown = chosen ?? (counts.open > 0 ? "open" : "all");
  const rows = useMemo(() => shownUnits(all, shown, search), [all, shown, search]);
  const standards = useMemo(() => all.flatMap(({ standard }) => standard ?? []).sort((a, b) => a.localeCompare(b, "vi")), [all]);
  const virtualizer = useVirtualRows({ count: rows.length, scroll, estimate: () => 112, overscan: 4, keyOf: (index) => rows[index]?.key ?? index });

  if (view === null) {
    return (
      <EmptyState icon="document" hint={words.first}>
        <CommandButton command={check} appearance="primary" />
      </EmptyState>
    );
  }
  if (view.appendices.length === 0) return <EmptyState icon="document" title={pane.noTable.title} hint={pane.noTable.hint} />;
  if (units === null) return <EmptyState icon="document" hint={words.loading} />;
  if (all.length === 0) return <EmptyState icon="document" hint={words.none} />;
  const busy = state.status !== "idle";
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <div className={styles.row}>
          <Button size="small" appearance="primary" disabledFocusable={busy || counts.open === 0} title={words.unifyHint} aria-haspopup="dialog" onClick={() => void store.previewFix({ units: true })}>
            {words.unify}
          </Button>
          <Button size="small" disabledFocusable={counts.own === 0} title={words.exportHint} onClick={() => void exportTo(words.fileName, store.exportUnits())}>
            {words.exporting}
          </Button>
          <Button size="small" disabledFocusable={busy} onClick={() => file.current?.click()}>
            {words.importing}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            className={styles.file}
            aria-label={words.importing}
            onChange={(event) => {
              const [picked] = event.currentTarget.files ?? [];
              if (picked !== undefined) void (picked.size > MOST_BYTES ? Promise.resolve("") : picked.text()).then((text) => store.importUnits(text));
              event.currentTarget.value = "";
            }}
          />
        </div>
        <div className={styles.choices} role="search" aria-label={words.search}>
          <Choice labelHidden label={words.show} value={shown} options={SHOWN.map((value) => ({ value, label: words.shows[value](counts[value]) }))} onChange={setChosen} />
          <input type="search" className={field.field} aria-label={words.search} placeholder={words.searchPlaceholder} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        </div>
      </div>
      <div ref={setScroll} className={styles.scroll}>
        {rows.length === 0 && <EmptyState icon="success" hint={words.noneShown} />}
        <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }} aria-label={words.list}>
          {virtualizer.getVirtualItems().map((item) => {
            const unit = rows[item.index];
            return unit === undefined ? null : (
              <li key={item.key} ref={virtualizer.measureElement} data-index={item.index} aria-setsize={rows.length} aria-posinset={item.index + 1} className={styles.item} style={{ transform: `translateY(${item.start}px)` }}>
                <UnitCard unit={unit} directory={view.kept.units} standards={standards} title={asTitle(unit.standard ?? words.unclear)} />
              </li>
            );
          })}
        </ul>
      </div>
      {preview !== null && "units" in preview.request && (
        <Suspense fallback={null}>
          <FixDialog preview={preview} heading={words.unifyTitle} />
        </Suspense>
      )}
    </div>
  );
}

/** Hands the directory to the browser as a file. */
async function exportTo(name: string, text: Promise<string | null>): Promise<void> {
  const content = await text;
  if (content === null) return;
  const url = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address when the download begins, some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
