import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  mergeClasses,
  ProgressBar,
  tokens,
} from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons/svg/arrow-upload";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { Pane } from "../../taskpane/Pane";
import { commandOf } from "../../taskpane/commands";
import type { PaneStore } from "../../taskpane/paneStore";
import { THEMES } from "../../taskpane/theme";
import { useTheme } from "../../taskpane/useTheme";
import { formatPosition } from "../../grid/address";
import type { Area } from "../../grid/area";
import type { CellInput, Desk } from "../engine/desk";
import { notesOf } from "../grid/notes";
import { selectedArea, type Selection } from "../grid/selection";
import { SheetGrid, type GridHandle } from "../grid/SheetGrid";
import { SheetModel } from "../grid/sheetModel";
import type { Sample } from "../samples";
import { WORKBENCH_WORDS, type WorkbenchWords } from "../words";
import { checkedName, download } from "./download";
import { FormulaBar } from "./FormulaBar";
import { openFile, openSample } from "./openSample";
import { SheetBar } from "./SheetBar";
import { Splitter } from "./Splitter";
import { TopBar } from "./TopBar";
import { keepLayout, keptLayout } from "./layout";
import { useFileDrop } from "./useFileDrop";
import { useMedia } from "./useMedia";

const LEAST_PANE = 320;
const MOST_PANE = 640;
const LEAST_FLAT = 160;

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    overflow: "hidden",
    position: "relative",
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  main: { flex: 1, minHeight: 0, display: "flex", position: "relative" },
  // On a low screen, or at a high zoom, sheet and pane keep a height to work in and the page scrolls over them.
  under: { flexDirection: "column", "@media (max-height: 560px)": { overflowY: "auto" } },
  desk: { flex: 1, minWidth: 0, minHeight: 0, display: "flex", flexDirection: "column", position: "relative" },
  deskUnder: { "@media (max-height: 560px)": { minHeight: "200px", flexShrink: 0 } },
  paneUnder: { "@media (max-height: 560px)": { minHeight: "380px" } },
  pane: { flexShrink: 0, minHeight: 0, display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1, overflow: "hidden" },
  message: { flexShrink: 0 },
  opening: {
    position: "absolute",
    zIndex: 20,
    top: "64px",
    left: "50%",
    translate: "-50% 0",
    boxSizing: "border-box",
    width: "min(420px, calc(100% - 32px))",
    padding: "14px 16px",
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow28,
  },
  openingLine: { display: "flex", alignItems: "center", gap: "12px", justifyContent: "space-between" },
  openingName: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  drop: {
    position: "absolute",
    inset: "8px",
    zIndex: 30,
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    alignItems: "center",
    justifyContent: "center",
    textAlign: "center",
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    backdropFilter: "blur(6px)",
    color: tokens.colorBrandForeground1,
    pointerEvents: "none",
  },
  dropTitle: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  dropHint: { color: tokens.colorNeutralForeground2 },
  empty: { flex: 1, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "center", justifyContent: "center", textAlign: "center", padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** Colours of the grid's surroundings in both themes; the paper itself stays as the file has it. */
const useGridColours = makeStyles({
  light: { "--pl-desk": "#e9e9e9", "--pl-head": "#f3f3f3", "--pl-head-line": "#cfcfcf", "--pl-head-text": "#424242", "--pl-head-selected": "#d2eceb", "--pl-head-selected-text": "#0b3d3b" },
  dark: { "--pl-desk": "#1b1b1b", "--pl-head": "#2b2b2b", "--pl-head-line": "#454545", "--pl-head-text": "#d0d0d0", "--pl-head-selected": "#0d4b49", "--pl-head-selected-text": "#ffffff" },
});

interface WorkbenchProps {
  readonly desk: Desk;
  readonly store: PaneStore;
}

/** What is to be opened once the user has decided about unsaved changes. */
type Pending = { readonly open: () => Promise<void> };

/** The whole page: a bar, the sheet at the left, the pane at the right (below 900 px under the sheet). */
export function Workbench({ desk, store }: WorkbenchProps): ReactNode {
  const pane = useSyncExternalStore(store.subscribe, store.getState);
  const theme = useTheme(pane.theme);
  const words = WORKBENCH_WORDS[pane.language];
  useEffect(() => {
    document.documentElement.lang = pane.language;
    document.documentElement.style.colorScheme = theme;
  }, [pane.language, theme]);
  // The height goes by `style`: Fluent gives a class name to its portals too, which would then lie over the whole page.
  return (
    <FluentProvider theme={THEMES[theme]} style={{ height: "100%" }}>
      <Page desk={desk} store={store} words={words} theme={theme} />
    </FluentProvider>
  );
}

function Page({ desk, store, words, theme }: WorkbenchProps & { readonly words: WorkbenchWords; readonly theme: "light" | "dark" }): ReactNode {
  const styles = useStyles();
  const colours = useGridColours();
  const state = useSyncExternalStore(desk.subscribe, desk.getState);
  const pane = useSyncExternalStore(store.subscribe, store.getState);
  const narrow = useMedia("(max-width: 899px)");
  const [layout, setLayout] = useState(keptLayout);
  const [pending, setPending] = useState<Pending | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const fileInput = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);
  const main = useRef<HTMLElement>(null);
  const { file, sheet } = state;
  const scale = layout.zoom / 100;

  const change = useCallback((part: Partial<typeof layout>) => {
    setLayout((old) => {
      const next = { ...old, ...part };
      keepLayout(next);
      return next;
    });
  }, []);

  // --- opening and saving ------------------------------------------------------------------------------------------------------

  const open = useCallback(
    (opener: () => Promise<void>) => {
      setProblem(null);
      if (desk.getState().file?.dirty === true) setPending({ open: opener });
      else void opener();
    },
    [desk],
  );
  const save = useCallback(
    async (marks: boolean): Promise<boolean> => {
      const { file: current } = desk.getState();
      if (current === null) return false;
      try {
        download(await desk.save(marks), checkedName(current.name, marks));
        return true;
      } catch {
        setProblem(words.saveFailed);
        return false;
      }
    },
    [desk, words],
  );
  const chooseFile = useCallback(() => fileInput.current?.click(), []);
  const take = useCallback((taken: File) => open(() => openFile(desk, taken)), [desk, open]);
  const dropping = useFileDrop(take);
  const dirty = file?.dirty === true;

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);

  // --- keys of the page --------------------------------------------------------------------------------------------------------

  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (event.key === "F6") {
        event.preventDefault();
        turnRegion(event.shiftKey ? -1 : 1, () => grid.current?.focus());
        return;
      }
      const control = event.ctrlKey || event.metaKey;
      if (control && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "o") {
        event.preventDefault();
        chooseFile();
        return;
      }
      if (control && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "s") {
        event.preventDefault();
        void save(store.getState().marksShown);
        return;
      }
      // Text fields keep their own keys, function keys are the page's everywhere.
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
      if (typing && !/^F\d+$/.test(event.key)) return;
      const command = commandOf(event, store.getState(), false);
      if (command === undefined) return;
      event.preventDefault();
      void command.run(store);
    };
    window.addEventListener("keydown", keyDown);
    return () => window.removeEventListener("keydown", keyDown);
  }, [chooseFile, save, store]);

  // --- the sheet on show -------------------------------------------------------------------------------------------------------

  const data = file?.sheets.find((candidate) => candidate.grid.sheet === sheet) ?? null;
  const [model, setModel] = useState<SheetModel | null>(null);
  if (data === null ? model !== null : model === null || model.grid !== data.grid || model.look !== data.look || model.scale !== scale) {
    setModel(data === null ? null : new SheetModel(data, scale, model ?? undefined));
  }
  const selection = desk.selectionOf(sheet);
  const notes = useMemo(() => notesOf(pane.view, sheet), [pane.view, sheet]);

  const { reveal } = state;
  useEffect(() => {
    if (reveal !== null) grid.current?.reveal(reveal.cell);
  }, [reveal]);

  const select = (next: Selection): void => {
    desk.setSelection(sheet, next);
    store.selectFirstAt(sheet, formatPosition(next.active));
  };
  const write = (inputs: readonly CellInput[]): void => {
    setProblem(null);
    desk.write(inputs).then(
      (view) => {
        if (view !== null) store.accept(view);
      },
      () => setProblem(words.writeFailed),
    );
  };

  const area = model === null ? null : selectedArea(selection, model.spans);
  const paneSize = narrow ? layout.flat : layout.pane;
  const refusal = state.refusal === null ? null : [words.refusal[state.refusal.reason](state.refusal.cell), ...(state.refusal.count > 1 ? [words.andOthers(state.refusal.count - 1)] : [])].join(" ");

  return (
    <div className={mergeClasses(styles.page, theme === "dark" ? colours.dark : colours.light)} data-theme={theme}>
      <TopBar
        words={words}
        desk={state}
        pane={pane}
        store={store}
        paneShown={layout.shown}
        narrow={narrow}
        actions={{
          chooseFile,
          openSample: (sample: Sample) => open(() => openSample(desk, sample)),
          download: (marks) => void save(marks),
          togglePane: () => change({ shown: !layout.shown }),
        }}
      />
      <input
        ref={fileInput}
        type="file"
        accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        hidden
        aria-label={words.open}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen !== undefined) take(chosen);
        }}
      />
      {state.failure === null ? null : (
        <Notice intent="error" title={words.failed(state.failure.name)} text={`${state.failure.reason[pane.language]}${file === null ? "" : ` ${words.kept}`}`} close={words.close} onClose={() => desk.dismissFailure()} />
      )}
      {problem === null ? null : <Notice intent="error" text={problem} close={words.close} onClose={() => setProblem(null)} />}
      {refusal === null ? null : <Notice intent="warning" text={refusal} close={words.close} onClose={() => desk.dismissRefusal()} />}
      <main ref={main} className={mergeClasses(styles.main, narrow && styles.under)}>
        <section className={mergeClasses(styles.desk, narrow && styles.deskUnder)} aria-label={words.regions.sheet} data-region="sheet">
          {file === null || model === null ? (
            <div className={styles.empty}>
              {state.opening === null ? (
                <>
                  <span>{words.noFileHint}</span>
                  <Button appearance="primary" onClick={chooseFile}>
                    {words.open}
                  </Button>
                </>
              ) : null}
            </div>
          ) : (
            <>
              <FormulaBar
                words={words}
                model={model}
                selection={selection}
                onSelect={select}
                onGo={() => {
                  grid.current?.focus();
                  grid.current?.reveal(desk.selectionOf(sheet).active);
                }}
              />
              <SheetGrid
                key={`${file.id}:${sheet}`}
                handle={grid}
                model={model}
                selection={selection}
                onSelect={select}
                notes={notes}
                marksShown={pane.marksShown}
                language={pane.language}
                words={words.grid}
                onWrite={write}
                onRefuse={(reason, cell) => desk.refuse({ reason, cell, count: 1 })}
                onUndo={() => void store.undo()}
                onRedo={() => void store.redo()}
                onTurnSheet={(delta) => desk.turnSheet(delta)}
              />
              <SheetBar
                words={words}
                file={file}
                sheet={sheet}
                view={pane.view}
                onSheet={(name) => desk.showSheet(name)}
                zoom={layout.zoom}
                onZoom={(zoom) => change({ zoom })}
                selected={area === null || isOneCell(area, model) ? 1 : (area.bottom - area.top + 1) * (area.right - area.left + 1)}
              />
            </>
          )}
        </section>
        {layout.shown ? (
          <>
            <Splitter
              label={words.splitter}
              orientation={narrow ? "horizontal" : "vertical"}
              size={paneSize}
              least={narrow ? LEAST_FLAT : LEAST_PANE}
              most={narrow ? 720 : MOST_PANE}
              onSize={(size) => change(narrow ? { flat: size } : { pane: size })}
            />
            <aside className={mergeClasses(styles.pane, narrow && styles.paneUnder)} style={narrow ? { height: `min(${paneSize}px, 62%)` } : { width: paneSize }} aria-label={words.regions.pane} data-region="pane">
              <Pane store={store} />
            </aside>
          </>
        ) : null}
      </main>
      {state.opening === null ? null : <Opening words={words} name={state.opening.name} share={state.opening.share} onStop={() => desk.stopOpening()} />}
      {dropping ? (
        <div className={styles.drop}>
          <ArrowUploadRegular fontSize={48} />
          <div className={styles.dropTitle}>{words.dropTitle}</div>
          <div className={styles.dropHint}>{words.dropHint}</div>
        </div>
      ) : null}
      <Dialog
        open={pending !== null}
        modalType="alert"
        onOpenChange={(_event, { open: stays }) => {
          if (!stays) setPending(null);
        }}
      >
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{words.askTitle}</DialogTitle>
            <DialogContent>{words.askText(file?.name ?? "")}</DialogContent>
            <DialogActions fluid>
              <Button
                appearance="primary"
                onClick={() => {
                  const next = pending;
                  setPending(null);
                  void save(pane.marksShown).then((saved) => (saved ? next?.open() : undefined));
                }}
              >
                {words.askDownload}
              </Button>
              <Button
                onClick={() => {
                  void pending?.open();
                  setPending(null);
                }}
              >
                {words.askDiscard}
              </Button>
              <Button appearance="subtle" onClick={() => setPending(null)}>
                {words.cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </div>
  );
}

/** True for a single cell, and for a merged area, which is one. */
function isOneCell(area: Area, model: SheetModel): boolean {
  if (area.top === area.bottom && area.left === area.right) return true;
  const merge = model.spans.at(area.top, area.left);
  return merge !== null && merge.bottom === area.bottom && merge.right === area.right && merge.top === area.top && merge.left === area.left;
}

interface NoticeProps {
  readonly intent: "error" | "warning";
  readonly title?: string;
  readonly text: string;
  readonly close: string;
  readonly onClose: () => void;
}

/** A line that tells something and can be put away. */
function Notice({ intent, title, text, close, onClose }: NoticeProps): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.message} politeness="assertive" role="alert">
      <MessageBarBody>
        {title === undefined ? null : <MessageBarTitle>{title}</MessageBarTitle>}
        {text}
      </MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" size="small" icon={<Dismiss16Regular />} aria-label={close} onClick={onClose} />} />
    </MessageBar>
  );
}

interface OpeningProps {
  readonly words: WorkbenchWords;
  readonly name: string;
  readonly share: number;
  readonly onStop: () => void;
}

/** How far a file is read. Appears only when that takes a moment. */
function Opening({ words, name, share, onStop }: OpeningProps): ReactNode {
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.opening} role="status">
      <div className={styles.openingLine}>
        <span className={styles.openingName}>{words.opening(name)}</span>
        <Button size="small" onClick={onStop}>
          {words.stop}
        </Button>
      </div>
      <ProgressBar {...(share > 0 ? { value: share } : {})} thickness="large" aria-label={words.opening(name)} />
    </div>
  );
}

/** Takes the keyboard to the next part of the page: bar, sheet, pane, and round again. */
function turnRegion(delta: 1 | -1, focusGrid: () => void): void {
  const regions = Array.from(document.querySelectorAll<HTMLElement>("[data-region]"));
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + delta + regions.length) % regions.length];
  if (next === undefined) return;
  if (next.dataset.region === "sheet") focusGrid();
  else next.querySelector<HTMLElement>('button:not([disabled]), [href], input, select, textarea, [tabindex="0"]')?.focus();
}
