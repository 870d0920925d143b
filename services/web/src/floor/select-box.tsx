interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The label is read, and stands before the value only. */
  readonly isCompact?: boolean;
}

/** One of many: the browser's own list, which every keyboard and every phone knows. */
export function SelectBox({ label, value, options, onChange, hint, error, isCompact = false }: Props) {
  return (
    <label className={isCompact ? "select-box select-compact" : "select-box field"}>
      <span className={isCompact ? "unseen" : "field-label"}>{label}</span>
      <select value={value} aria-invalid={error !== undefined} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      {hint !== undefined && <span className="field-hint numbers">{hint}</span>}
      {error !== undefined && <span className="field-error" role="alert">{error}</span>}
    </label>
  );
}
