import { useMemo } from "react";
import { useIntl } from "react-intl";

/** A running time in the digits of the language: 0:08, 3:20, 1:02:45. */
export function useRunningTime(): (ms: number) => string {
  const { locale } = useIntl();
  return useMemo(() => {
    const first = new Intl.NumberFormat(locale, { useGrouping: false });
    const two = new Intl.NumberFormat(locale, { useGrouping: false, minimumIntegerDigits: 2 });
    return (ms) => {
      const whole = Math.max(0, Math.floor(ms / 1_000));
      const [h, m, s] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
      const tail = two.format(s);
      return h > 0 ? `${first.format(h)}:${two.format(m)}:${tail}` : `${first.format(m)}:${tail}`;
    };
  }, [locale]);
}
