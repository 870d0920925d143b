import { useMemo } from "react";
import { useIntl } from "react-intl";
import { type MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { useRunningTime } from "../ui/use-running-time";
import type { Level } from "./board";
import { JUDGED_FROM } from "./limits";

export interface Figures {
  readonly count: (value: number) => string;
  readonly percent: (share: number | undefined) => string;
  readonly time: (ms: number | undefined) => string;
  readonly range: (fromMs: number | undefined, toMs: number | undefined) => string;
  /** What a service level says, word for word: definition, formula, threshold, counts, target. */
  readonly level: (level: Level) => string;
  readonly others: (levels: readonly Level[]) => string;
}

const formulas: ReadonlySet<string> = new Set([
  "sl.answered", "sl.offered", "sl.excl-short", "sl.incl-abandoned", "sl.removed", "sl.flow",
]);

/** Numbers as this page writes them, in the language of the page. */
export function useFigures(): Figures {
  const t = useText();
  const intl = useIntl();
  const running = useRunningTime();
  return useMemo(() => {
    const none = t("board.none");
    const percent = (share: number | undefined) =>
      share === undefined ? none : intl.formatNumber(share, { style: "percent", maximumFractionDigits: 0 });
    const time = (ms: number | undefined) => (ms === undefined ? none : running(ms));
    const formula = (definition: string) =>
      (formulas.has(definition) ? t(`board.formula.${definition}` as MessageId) : definition);
    return {
      count: (value) => intl.formatNumber(value),
      percent,
      time,
      range: (from, to) => (from === undefined || to === undefined ? none : `${running(from)} – ${running(to)}`),
      level: (level) => {
        if (level.total === 0) return `${level.definition} v${level.version}. ${t("board.level.none")}`;
        const said = t("board.level.hint", {
          definition: level.definition, version: level.version, formula: formula(level.definition),
          threshold: running(level.thresholdMs), good: level.good, total: level.total, target: percent(level.target),
        });
        return level.total < JUDGED_FROM ? `${said} ${t("board.level.few", { count: JUDGED_FROM })}` : said;
      },
      others: (levels) => t("board.level.others", {
        list: intl.formatList(levels.map((level) => `${level.definition} ${percent(level.share)}`)),
      }),
    };
  }, [t, intl, running]);
}
