import { makeStyles, tokens } from "@fluentui/react-components";
import type { Notice } from "../../appendix/appendix";
import type { SettingDamage } from "../../review/settings/fileSettings";
import { usePane } from "../paneContext";

const useStyles = makeStyles({
  box: { flexShrink: 0, maxHeight: "40%", overflowY: "auto", padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  summary: { cursor: "pointer", color: tokens.colorNeutralForeground2, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalL },
  place: { fontWeight: tokens.fontWeightSemibold },
});

/** More than this are not worth listing one by one. */
const SHOWN = 100;

/** What the reader did not read, so that nobody takes it for checked, and what of the file's own settings was not used. */
export function Notices({ notices, damage }: { readonly notices: readonly Notice[]; readonly damage: readonly SettingDamage[] }) {
  const { words } = usePane();
  const styles = useStyles();
  const count = notices.length + damage.length;
  if (count === 0) return null;
  return (
    <details className={styles.box}>
      <summary className={styles.summary}>{words.notices.summary(count)}</summary>
      <ul className={styles.list}>
        {damage.map(({ kind, key }) => (
          <li key={key}>{kind === "damaged-setting" ? words.notices.damaged(key) : words.notices.unread}</li>
        ))}
        {notices.slice(0, SHOWN).map((notice, index) => (
          <li key={index}>
            <span className={styles.place}>{notice.cell === null ? notice.sheet : words.finding.place(notice.cell, notice.sheet)}</span>
            {notice.text !== "" && <span lang="vi"> “{notice.text}”</span>}. {words.notices.kinds[notice.kind]}
          </li>
        ))}
        {notices.length > SHOWN && <li>{words.outcome.more(notices.length - SHOWN)}</li>}
      </ul>
    </details>
  );
}
