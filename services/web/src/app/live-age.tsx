import { useAge, useText } from "../i18n/use-text";
import type { Phase } from "../live/live-store";

interface Props {
  readonly phase: Phase;
  /** Of what is shown, in milliseconds; undefined before the first word. */
  readonly ageMs: number | undefined;
}

/** How old what is shown is, to the second. The mark differs in its shape as well as in its colour. */
export function LiveAge({ phase, ageMs }: Props) {
  const t = useText();
  const age = useAge();
  const word = phase === "synced" ? t("board.live") : phase === "connecting" ? t("live.connecting") : undefined;
  const old = ageMs === undefined ? undefined : t("board.age", { age: age(ageMs) });
  return (
    <span className="live-age" data-phase={phase}>
      {[word, old].filter((part) => part !== undefined).join(" · ")}
    </span>
  );
}
