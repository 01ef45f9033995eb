import { makeStyles, tokens } from "@fluentui/react-components";
import { stop } from "../commands";
import { CommandButton } from "../controls/CommandButton";
import { usePane } from "../paneContext";
import type { PaneState } from "../paneStore";
import { useDelayed } from "../useDelayed";
import type { Words } from "../words/words";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, fontSize: tokens.fontSizeBase200, backgroundColor: tokens.colorNeutralBackground2 },
  track: { position: "relative", flexGrow: 1, height: "4px", overflow: "hidden", borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorNeutralStroke1, forcedColorAdjust: "none" },
  done: { height: "100%", backgroundColor: tokens.colorCompoundBrandBackground, "@media (forced-colors: active)": { backgroundColor: "Highlight" } },
  moving: {
    width: "33%",
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    animationName: { from: { transform: "translateX(-100%)" }, to: { transform: "translateX(300%)" } },
    animationDuration: "1.6s",
    animationIterationCount: "infinite",
    animationTimingFunction: "linear",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none", width: "100%", opacity: 0.5 },
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});

/** Shows after 300 ms that something is under way, after 1 s how far it is, and a stop where the host can stop. */
export function WorkBar() {
  const { state, words } = usePane();
  const styles = useStyles();
  const busy = state.status !== "idle";
  const shown = useDelayed(busy, 300);
  const far = useDelayed(busy, 1000);
  if (!shown) return null;
  const percent = far ? percentOf(state) : null;
  const label = workText(state, percent, words);
  return (
    <div className={styles.bar}>
      <span>{label}</span>
      <div className={styles.track} role="progressbar" aria-label={words.state.progress} {...(percent === null ? {} : { "aria-valuenow": percent, "aria-valuemin": 0, "aria-valuemax": 100 })}>
        {percent === null ? <div className={styles.moving} /> : <div className={styles.done} style={{ width: `${percent}%` }} />}
      </div>
      {state.canStop && <CommandButton command={stop} size="small" />}
    </div>
  );
}

function percentOf({ progress }: PaneState): number | null {
  return progress === null || progress.total <= 0 ? null : Math.min(100, Math.max(0, Math.round((progress.done / progress.total) * 100)));
}

function workText({ status }: PaneState, percent: number | null, words: Words): string {
  switch (status) {
    case "previewing":
      return words.state.previewing;
    case "writing":
      return percent === null ? words.state.writing : words.state.writingProgress(percent);
    default:
      return percent === null ? words.state.checking : words.state.checkingProgress(percent);
  }
}
