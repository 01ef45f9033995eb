import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useFieldStyles } from "./useFieldStyles";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, cursor: "pointer" },
  box: {
    appearance: "none",
    position: "relative",
    flexShrink: 0,
    width: "36px",
    height: "18px",
    margin: 0,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorTransparentBackground,
    cursor: "inherit",
    "::after": {
      content: '""',
      position: "absolute",
      top: "2px",
      left: "2px",
      width: "12px",
      height: "12px",
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorNeutralStrokeAccessible,
      transitionProperty: "transform",
      transitionDuration: tokens.durationFaster,
      "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
      "@media (forced-colors: active)": { backgroundColor: "ButtonText" },
    },
    ":checked": {
      backgroundColor: tokens.colorCompoundBrandBackground,
      border: `1px solid ${tokens.colorCompoundBrandBackground}`,
      "@media (forced-colors: active)": { backgroundColor: "Highlight" },
    },
    ":checked::after": { transform: "translateX(18px)", backgroundColor: tokens.colorNeutralForegroundInverted },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
    ":disabled": { opacity: 0.5 },
  },
});

/** A switch: a native checkbox under another look. */
export function Toggle({
  label,
  hint,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const styles = useStyles();
  const field = useFieldStyles();
  const hintId = useId();
  return (
    <div>
      <label className={styles.row}>
        <input
          type="checkbox"
          role="switch"
          className={styles.box}
          checked={checked}
          disabled={disabled}
          aria-describedby={hintId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      <div id={hintId} className={field.hint}>
        {hint}
      </div>
    </div>
  );
}
