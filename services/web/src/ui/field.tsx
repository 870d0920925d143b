import type { ReactNode } from "react";
import {
  FieldError, Input, Label, Text as Slot, TextArea, TextField, type TextFieldProps,
} from "react-aria-components";
import "./field.css";

interface Props extends TextFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it: shown beside it and said to screen readers. */
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly isMono?: boolean;
}

/** A text field with its label, its hint and its error. */
export function Field({ label, hint, error, rows, placeholder = "", isMono = false, ...rest }: Props) {
  const control = isMono ? "field-control field-mono" : "field-control";
  return (
    <TextField {...rest} className="field" isInvalid={error !== undefined}>
      <Label className="field-label">{label}</Label>
      {rows === undefined
        ? <Input className={control} placeholder={placeholder} />
        : <TextArea className={control} rows={rows} placeholder={placeholder} />}
      {hint !== undefined && <Slot slot="description" className="field-hint">{hint}</Slot>}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
