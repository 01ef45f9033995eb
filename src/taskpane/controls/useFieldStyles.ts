import { makeStyles, tokens } from "@fluentui/react-components";

/** The look of the pane's native fields: Fluent's own inputs would cost more than they bring here. */
export const useFieldStyles = makeStyles({
  field: {
    boxSizing: "border-box",
    width: "100%",
    minWidth: 0,
    height: "28px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    "::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
    ":hover": { borderTopColor: tokens.colorNeutralForeground3, borderBottomColor: tokens.colorNeutralForeground3 },
  },
  label: { display: "grid", gap: "2px", minWidth: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  invalid: { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});
