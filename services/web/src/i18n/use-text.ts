import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { MessageId } from "./locales";

export type Values = Readonly<Record<string, string | number | bigint>>;
export type Text = (id: MessageId, values?: Values) => string;

/** Words in the language of the page. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values as Record<string, string>), [intl]);
}

/** A number of seconds as people say it, in the largest unit that fits: 8 s, 3 min, 2 h. */
export function useAge(): (ms: number) => string {
  const intl = useIntl();
  return useCallback((ms) => {
    const seconds = Math.max(0, Math.floor(ms / 1_000));
    const unit = (value: number, name: string) =>
      intl.formatNumber(value, { style: "unit", unit: name, unitDisplay: "short" });
    if (seconds < 60) return unit(seconds, "second");
    if (seconds < 3_600) return unit(Math.floor(seconds / 60), "minute");
    return unit(Math.floor(seconds / 3_600), "hour");
  }, [intl]);
}

/** A running time: 0:08, 3:20, 1:02:45. */
export function clockOf(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / 1_000));
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
