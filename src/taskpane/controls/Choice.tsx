import { mergeClasses } from "@fluentui/react-components";
import { useFieldStyles } from "./useFieldStyles";

/** One entry of a drop-down list. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** A drop-down list: the browser's own, which every screen reader, keyboard and contrast theme already knows. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  labelHidden = false,
  className,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  /** The label is for screen readers only: the list speaks for itself. */
  readonly labelHidden?: boolean;
  readonly className?: string | undefined;
}) {
  const field = useFieldStyles();
  const select = (
    <select
      className={mergeClasses(field.field, labelHidden && className)}
      value={value}
      {...(labelHidden ? { "aria-label": label, title: label } : {})}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  return labelHidden ? (
    select
  ) : (
    <label className={mergeClasses(field.label, className)}>
      {label}
      {select}
    </label>
  );
}
