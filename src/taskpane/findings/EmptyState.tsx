import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle48Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { DocumentSearch32Regular } from "@fluentui/react-icons/svg/document-search";
import { Search48Regular } from "@fluentui/react-icons/svg/search";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  state: { display: "grid", justifyItems: "center", gap: tokens.spacingVerticalM, maxWidth: "360px", margin: "0 auto", padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXL}`, textAlign: "center" },
  icon: { color: tokens.colorBrandForeground1 },
  success: { color: tokens.colorStatusSuccessForeground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, textWrap: "pretty" },
});

const ICONS = { document: DocumentSearch32Regular, success: CheckmarkCircle48Regular, search: Search48Regular } as const;

/** A page with nothing to list: what that means, and what to do next. */
export function EmptyState({ icon, title, hint, children }: { readonly icon: keyof typeof ICONS; readonly title?: string; readonly hint: string; readonly children?: ReactNode }) {
  const styles = useStyles();
  const Icon = ICONS[icon];
  return (
    <div className={styles.state}>
      <Icon aria-hidden className={mergeClasses(styles.icon, icon === "success" && styles.success)} />
      {title !== undefined && <h2 className={styles.title}>{title}</h2>}
      {children}
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}
