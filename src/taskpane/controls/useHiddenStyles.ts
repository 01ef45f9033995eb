import { makeStyles } from "@fluentui/react-components";

/** For screen readers only. */
export const useHiddenStyles = makeStyles({
  hidden: { position: "absolute", width: "1px", height: "1px", margin: "-1px", padding: 0, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap", border: 0 },
});
