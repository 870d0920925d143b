import { useState } from "react";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { defaultLimits, type Limits } from "./limits";

interface Props {
  readonly limits: Limits;
  readonly onChange: (limits: Limits) => void;
  readonly onPlay: () => void;
}

type Key = "waitWarn" | "waitBad" | "levelSlack" | "abandonWarn" | "abandonBad";

const fields: readonly (readonly [Key, boolean])[] = [
  ["waitWarn", true], ["waitBad", true], ["levelSlack", false], ["abandonWarn", false], ["abandonBad", false],
];

const textsOf = (limits: Limits) =>
  Object.fromEntries(fields.map(([key]) => [key, String(limits[key] ?? "")])) as Record<Key, string>;

/** Thresholds of this person. What can be read counts at once; what cannot stays as typed, with a word beside it. */
export function LimitsForm({ limits, onChange, onPlay }: Props) {
  const t = useText();
  const [texts, setTexts] = useState(() => textsOf(limits));
  const [wrong, setWrong] = useState<ReadonlySet<Key>>(new Set());
  const type = (key: Key, mayBeEmpty: boolean, text: string) => {
    setTexts({ ...texts, [key]: text });
    const trimmed = text.trim();
    const value = trimmed === "" && mayBeEmpty ? null : trimmed === "" ? NaN : Number(trimmed);
    const isWrong = value !== null && (!Number.isFinite(value) || value < 0);
    const next = new Set(wrong);
    if (isWrong) next.add(key);
    else next.delete(key);
    setWrong(next);
    if (!isWrong) onChange({ ...limits, [key]: value });
  };
  return (
    <>
      <p className="board-hint">{t("limits.hint")}</p>
      <div className="limits-fields">
        {fields.map(([key, mayBeEmpty]) => (
          <Field
            key={key} label={t(`limits.${key}`)} value={texts[key]} inputMode="decimal"
            error={wrong.has(key) ? t("limits.number") : undefined}
            hint={mayBeEmpty ? t("limits.wait.hint") : undefined}
            onChange={(text) => type(key, mayBeEmpty, text)}
          />
        ))}
      </div>
      <label className="checkbox">
        <input
          type="checkbox" checked={limits.sound}
          onChange={(event) => {
            onChange({ ...limits, sound: event.target.checked });
            if (event.target.checked) onPlay();
          }}
        />
        {t("limits.sound")}
        <Button size="s" onPress={onPlay}>{t("limits.try")}</Button>
      </label>
      <div className="overlay-actions">
        <Button
          onPress={() => {
            onChange(defaultLimits);
            setTexts(textsOf(defaultLimits));
            setWrong(new Set());
          }}
        >
          {t("limits.reset")}
        </Button>
      </div>
    </>
  );
}
