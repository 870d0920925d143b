import { useLayoutEffect, useRef, useState } from "react";
import type { AgentNumbers } from "../api/gen/supportgrid/v1/supervision_pb";
import { useText } from "../i18n/use-text";
import { useAge } from "../i18n/use-text";
import type { Live } from "../live/live-store";
import type { Figures } from "./figures";
import { type Judged, levelSeverity, type Limits } from "./limits";
import type { Totals } from "./selection";
import { SeverityMark } from "./severity-mark";
import { agentParts } from "./summary";
import "./wall.css";

interface Props {
  readonly rows: readonly Judged[];
  readonly totals: Totals;
  readonly agents: AgentNumbers | undefined;
  readonly live: Live<unknown>;
  readonly ageMs: number | undefined;
  readonly now: number;
  readonly figures: Figures;
  readonly limits: Limits;
}

/** For a screen on a wall: as many queues as can be read from ten metres, in their order, and how the rest is. */
export function Wall({ rows, totals, agents, live, ageMs, now, figures, limits }: Props) {
  const t = useText();
  const age = useAge();
  const place = useRef<HTMLOListElement>(null);
  const fits = useFits(place);
  const shown = rows.slice(0, fits);
  const rest = rows.slice(fits);
  const restBad = rest.filter(({ worst }) => worst !== "calm").length;
  const isStale = live.phase !== "synced";
  const { level } = totals;
  const share = level === "mixed" || level === undefined ? undefined : level.share;
  const since = totals.longestSince;
  return (
    <div className="wall" data-stale={isStale}>
      {isStale && (
        <div className="wall-stale" role="alert">
          {ageMs === undefined ? t("live.cut.never") : t("board.age", { age: age(ageMs) })}
        </div>
      )}
      <dl className="wall-totals numbers">
        <Total label={t("board.waiting")} value={figures.count(totals.waiting)} />
        <Total label={t("board.longest")} value={figures.time(since === undefined ? undefined : now - since)} />
        <Total
          label={t("board.level")} value={figures.percent(share)}
          severity={level === "mixed" ? "calm" : levelSeverity(level, limits)}
        />
        {agents !== undefined && agentParts.filter(([key]) => key !== "offered").map(([key, label]) =>
          <Total key={key} label={t(label)} value={figures.count(agents[key])} isSmall />)}
      </dl>
      <ol className="wall-rows numbers" ref={place}>
        <li className="wall-row wall-head" aria-hidden>
          <span>{t("board.queue")}</span>
          <span>{t("board.waiting")}</span>
          <span>{t("board.longest")}</span>
          <span>{t("board.level")}</span>
        </li>
        {shown.map((judged) => <Row key={judged.row.id} judged={judged} now={now} figures={figures} />)}
      </ol>
      {rest.length > 0 && (
        <p className="wall-rest" data-severity={restBad > 0 ? "warn" : "calm"}>
          {t("board.rest", { count: rest.length })}
          {" · "}
          {restBad > 0 ? t("board.rest.attention", { count: restBad }) : t("board.rest.calm")}
        </p>
      )}
    </div>
  );
}

interface TotalProps {
  readonly label: string;
  readonly value: string;
  readonly severity?: "calm" | "warn" | "bad";
  readonly isSmall?: boolean;
}

function Total({ label, value, severity = "calm", isSmall = false }: TotalProps) {
  return (
    <div data-severity={severity} data-small={isSmall}>
      <dt>{label}</dt>
      <dd>{value}<SeverityMark severity={severity} /></dd>
    </div>
  );
}

function Row({ judged, now, figures }: { readonly judged: Judged; readonly now: number; readonly figures: Figures }) {
  const t = useText();
  const { row } = judged;
  const wait = row.longestSince === undefined ? undefined : now - row.longestSince;
  return (
    <li className="wall-row" data-severity={judged.worst} data-queue={row.id}>
      <strong>{row.name}</strong>
      <span><span className="unseen">{t("board.waiting")}: </span>{figures.count(row.waiting)}</span>
      <span data-severity={judged.wait}>
        <SeverityMark severity={judged.wait} />
        <span className="unseen">{t("board.longest")}: </span>{figures.time(wait)}
      </span>
      <span data-severity={judged.level}>
        <SeverityMark severity={judged.level} />
        <span className="unseen">{t("board.level")}: </span>{figures.percent(row.level?.share)}
      </span>
    </li>
  );
}

/** How many rows of the size that ten metres ask for there is room for. */
function useFits(place: React.RefObject<HTMLElement | null>): number {
  const [fits, set] = useState(6);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = () => {
      const [head, first] = element.children;
      if (head === undefined || first === undefined) return;
      const room = element.clientHeight - head.getBoundingClientRect().height;
      set(Math.max(1, Math.floor(room / first.getBoundingClientRect().height)));
    };
    measure();
    const sized = new ResizeObserver(measure);
    sized.observe(element);
    return () => sized.disconnect();
  }, [place]);
  return fits;
}
