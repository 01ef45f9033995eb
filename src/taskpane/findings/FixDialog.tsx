import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { ruleOf } from "../../rules/describe";
import { usePane } from "../paneContext";
import type { FixPreview, PaneState } from "../paneStore";
import { ChangePlace } from "./ChangePlace";
import { ChangeText } from "./ChangeText";
import { useVirtualRows } from "./useVirtualRows";

const useStyles = makeStyles({
  surface: { width: "min(640px, calc(100vw - 16px))", maxWidth: "none", maxHeight: "calc(100vh - 16px)", padding: tokens.spacingHorizontalL, boxSizing: "border-box" },
  body: { maxHeight: "calc(100vh - 64px)" },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minHeight: 0, overflow: "hidden", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  scroll: { height: "min(60vh, 480px)", overflowY: "auto", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  row: { position: "absolute", top: 0, left: 0, width: "100%", boxSizing: "border-box", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** Every change of a mending before it is written: of a whole rule, or of one finding that touches many cells. */
export default function FixDialog({ preview, heading }: { readonly preview: FixPreview; /** In place of the rule's title. */ readonly heading?: string }) {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const { changes } = preview.plan;
  const rows = changes.filter((change) => change.removesRow).length;
  const cells = changes.length - rows;
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);
  const virtualizer = useVirtualRows({ count: changes.length, scroll, estimate: () => 76, overscan: 6 });
  const rule = ruleOf(ruleIdOf(preview, state))?.title[state.language] ?? "";
  const title = heading ?? ("ruleId" in preview.request ? words.fix.allTitle(rule) : words.fix.oneTitle(rule));
  return (
    <Dialog open modalType="modal" onOpenChange={(_, data) => !data.open && store.cancelFix()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            <div>{words.fix.summary(cells, rows)}</div>
            <div ref={setScroll} className={styles.scroll} tabIndex={0} role="region" aria-label={words.fix.changes}>
              <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
                {virtualizer.getVirtualItems().map((item) => {
                  const change = changes[item.index];
                  return change === undefined ? null : (
                    <li
                      key={item.key}
                      ref={virtualizer.measureElement}
                      data-index={item.index}
                      aria-setsize={changes.length}
                      aria-posinset={item.index + 1}
                      className={styles.row}
                      style={{ transform: `translateY(${item.start}px)` }}
                    >
                      <ChangePlace change={change} />
                      <ChangeText change={change} />
                    </li>
                  );
                })}
              </ul>
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabledFocusable={state.status !== "idle"} onClick={() => void store.applyFix()}>
              {words.fix.applyMany(cells, rows)}
            </Button>
            <Button onClick={() => store.cancelFix()}>{words.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function ruleIdOf({ request }: FixPreview, { view }: PaneState): string {
  if ("ruleId" in request) return request.ruleId;
  if ("units" in request) return "";
  return view?.findings.find((finding) => finding.id === request.findings[0])?.ruleId ?? "";
}
