import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useIntl } from "react-intl";
import "./segments.css";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly count?: number }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>) {
  const intl = useIntl();
  return (
    <ToggleButtonGroup
      className="segments" aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value}>
          {option.label}
          {option.count !== undefined && <span className="numbers">{intl.formatNumber(option.count)}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
