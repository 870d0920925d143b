import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button as Pressable, Input, SearchField } from "react-aria-components";
import { useText } from "../i18n/use-text";
import { systemClock } from "../live/clock";
import "./search-box.css";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Fast typing is one search. */
const SETTLE_MS = 120;

/** A search over what is shown; Escape empties it. */
export function SearchBox({ label, value, onChange }: Props) {
  const t = useText();
  const [text, setText] = useState(value);
  const cancel = useRef<() => void>(undefined);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  useEffect(() => () => cancel.current?.(), []);
  const type = (next: string) => {
    setText(next);
    cancel.current?.();
    cancel.current = systemClock.after(SETTLE_MS, () => {
      told.current = next;
      onChange(next);
    });
  };
  return (
    <SearchField className="search-box" aria-label={label} value={text} onChange={type}>
      <Search aria-hidden />
      <Input placeholder={label} />
      {text !== "" && <Pressable aria-label={t("close")}><X aria-hidden /></Pressable>}
    </SearchField>
  );
}
