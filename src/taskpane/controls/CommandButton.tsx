import { Button, type ButtonProps } from "@fluentui/react-components";
import type { PaneCommand } from "../commands";
import { usePane } from "../paneContext";

/** A button for a command: its icon, its label or (icon only) its label as name and hint, or its label alone, its shortcut in the hint. */
export function CommandButton({
  command,
  text,
  iconOnly = false,
  textOnly = false,
  ...rest
}: {
  readonly command: PaneCommand;
  /** Said in place of the command's label. */
  readonly text?: string;
  readonly iconOnly?: boolean;
  /** Where there is no room for the icon. */
  readonly textOnly?: boolean;
} & Pick<ButtonProps, "appearance" | "size" | "className">) {
  const { store, state, words } = usePane();
  const label = text ?? command.label[state.language];
  const Icon = command.icon;
  return (
    <Button
      {...rest}
      {...(textOnly ? {} : { icon: <Icon /> })}
      disabledFocusable={!command.isEnabled(state)}
      title={command.shortcut === null ? label : words.withShortcut(label, command.shortcut)}
      {...(iconOnly ? { "aria-label": label } : {})}
      onClick={() => void command.run(store)}
    >
      {iconOnly ? undefined : label}
    </Button>
  );
}
