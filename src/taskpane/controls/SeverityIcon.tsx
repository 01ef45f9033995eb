import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info16Filled } from "@fluentui/react-icons/svg/info";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import type { Severity } from "../../grid/mark";

/** The colours of the severities; never the only sign: an icon and a word go with them. */
export const useSeverityStyles = makeStyles({
  icon: { flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorPaletteBlueForeground2 },
  slip: {
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    padding: "0 1px",
    whiteSpace: "pre-wrap",
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationThickness: "1px",
    textUnderlineOffset: "3px",
    textDecorationSkipInk: "none",
  },
  errorSlip: { backgroundColor: tokens.colorStatusDangerBackground2, textDecorationColor: tokens.colorStatusDangerForeground1 },
  warningSlip: { backgroundColor: tokens.colorStatusWarningBackground2, textDecorationColor: tokens.colorStatusWarningForeground1 },
  infoSlip: { backgroundColor: tokens.colorPaletteBlueBackground2, textDecorationColor: tokens.colorPaletteBlueForeground2 },
});

/** The class of a slip's highlight. */
export const SLIP = { error: "errorSlip", warning: "warningSlip", info: "infoSlip" } as const satisfies Record<Severity, keyof ReturnType<typeof useSeverityStyles>>;

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Filled } as const;

/** The severity's sign; decorative, the word stands beside it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const styles = useSeverityStyles();
  const Icon = ICONS[severity];
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[severity])} />;
}
