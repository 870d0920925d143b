import { useMemo } from "react";
import { useIntl } from "react-intl";
import { useRead } from "../api/use-read";
import { useTools } from "../app/session";
import { useText } from "../i18n/use-text";
import { Chart } from "../ui/chart";
import { msOf } from "../ui/time";
import { useProblemText } from "../ui/use-problem-text";
import type { Figures } from "./figures";
import { type Trend, trendOf } from "./trends";
import "./trend-panel.css";

/** Intervals of a quarter of an hour: a minute is new enough. */
const RENEW_MS = 60_000;
const HOURS = 4;

interface Props {
  /** The one queue whose trends are shown; undefined: all that the filter shows. */
  readonly picked: { readonly id: string; readonly name: string } | undefined;
  readonly isShown: (queue: string) => boolean;
  readonly figures: Figures;
}

/** The last hours. Renewed now and then, and it says as of when it is. */
export function TrendPanel({ picked, isShown, figures }: Props) {
  const t = useText();
  const intl = useIntl();
  const problemText = useProblemText();
  const { clients } = useTools();
  const read = useRead({
    key: "trends", everyMs: RENEW_MS,
    read: (signal) => clients.supervision.listIntervals({ queue: "", hours: HOURS }, { signal }),
  });
  const of = picked?.id;
  const trend = useMemo(
    () => (read.value === undefined
      ? undefined
      : trendOf(read.value, (queue) => (of === undefined ? isShown(queue) : queue === of))),
    [read.value, of, isShown],
  );
  const asOf = msOf(read.value?.asOf);
  const at = asOf === undefined ? "" : intl.formatTime(asOf, { timeStyle: "short" });
  return (
    <section className="trends" aria-labelledby="trends-title">
      <header className="trends-head">
        <h2 id="trends-title">{t("trend.of", { queue: picked?.name ?? t("trend.all") })}</h2>
        <span>{t("trend.hint")}</span>
        {asOf !== undefined && (
          <span className="trends-at" data-old={read.problem !== undefined}>
            {read.problem === undefined ? t("trend.at", { at }) : t("trend.old", { at })}
          </span>
        )}
      </header>
      {trend === undefined
        ? (
          <p className="trends-none" role="status">
            {read.value !== undefined ? t("trend.none")
              : read.problem === undefined ? t("trend.waiting")
                : read.problem.reason === "" ? t("live.cut.never") : problemText(read.problem)}
          </p>
        )
        : <Charts trend={trend} figures={figures} />}
    </section>
  );
}

function Charts({ trend, figures }: { readonly trend: Trend; readonly figures: Figures }) {
  const t = useText();
  const seconds = (value: number) => figures.time(value * 1_000);
  const contacts = useMemo(() => [
    { label: t("board.offered"), values: trend.offered, tone: "--quiet", dash: [2, 2] },
    { label: t("board.answered"), values: trend.answered, tone: "--accent", isFilled: true },
    { label: t("board.abandoned"), values: trend.abandoned, tone: "--bad", dash: [5, 3] },
  ], [trend, t]);
  const level = useMemo(() => [
    { label: t("board.level"), values: trend.share, tone: "--good" },
    ...(trend.target === undefined ? [] : [{
      label: t("board.target", { target: "" }), values: trend.starts.map(() => trend.target ?? null),
      tone: "--quiet", dash: [3, 3],
    }]),
  ], [trend, t]);
  const times = useMemo(() => [
    { label: t("trend.speed"), values: trend.speedS, tone: "--accent" },
    { label: t("trend.handle"), values: trend.handleS, tone: "--warn", dash: [5, 3] },
  ], [trend, t]);
  return (
    <div className="trends-charts">
      <Chart label={t("trend.contacts")} times={trend.starts} series={contacts} format={figures.count} />
      <Chart label={t("trend.level")} times={trend.starts} series={level} format={figures.percent} top={1} />
      <Chart label={t("trend.times")} times={trend.starts} series={times} format={seconds} />
    </div>
  );
}
