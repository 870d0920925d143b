import { ArrowDown, ArrowUp } from "lucide-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useRef } from "react";
import { useIntl } from "react-intl";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { Hint } from "../ui/hint";
import type { Figures } from "./figures";
import { abandonShare, type Judged, type Severity } from "./limits";
import type { Sort, SortKey } from "./selection";
import { SeverityMark } from "./severity-mark";
import "./queue-table.css";

const columns = [
  ["attention", "board.attention"], ["name", "board.queue"], ["waiting", "board.waiting"],
  ["longest", "board.longest"], ["level", "board.level"], ["estimate", "board.estimate"],
  ["offered", "board.offered"], ["answered", "board.answered"], ["abandoned", "board.abandoned"],
  ["connected", "board.connected"], ["speed", "board.speed"], ["handle", "board.handle"],
] as const satisfies readonly (readonly [SortKey, MessageId])[];

const ROW_PX = 34;

interface Props {
  readonly rows: readonly Judged[];
  readonly now: number;
  readonly figures: Figures;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** The queue whose trends are shown. */
  readonly picked: string | undefined;
  readonly onPick: (queue: string | undefined) => void;
}

/** Every shown queue in a line of its own; only the lines in sight are in the page. */
export function QueueTable({ rows, now, figures, sort, onSort, picked, onPick }: Props) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length, getScrollElement: () => place.current, estimateSize: () => ROW_PX, overscan: 6,
    getItemKey: (index) => rows[index]?.row.id ?? index,
  });
  return (
    <div className="queues" ref={place} tabIndex={0} role="group" aria-label={t("board.table")}>
      <div className="queues-table" role="table" aria-label={t("board.table")} aria-rowcount={rows.length + 1}>
        <div className="queues-line queues-head" role="row" aria-rowindex={1}>
          {columns.map(([key, label]) =>
            <Head key={key} name={key} label={t(label)} sort={sort} onSort={onSort} />)}
        </div>
        <div className="queues-body" role="rowgroup" style={{ blockSize: lines.getTotalSize() }}>
          {lines.getVirtualItems().map((line) => {
            const judged = rows[line.index];
            if (judged === undefined) return null;
            const since = judged.row.longestSince;
            return (
              <Line
                key={line.key} judged={judged} top={line.start} index={line.index + 2} figures={figures}
                wait={since === undefined ? undefined : figures.time(now - since)}
                isPicked={judged.row.id === picked} onPick={onPick}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeadProps {
  readonly name: SortKey;
  readonly label: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

function Head({ name, label, sort, onSort }: HeadProps) {
  const isSorted = sort.key === name;
  const Arrow = sort.isDown ? ArrowDown : ArrowUp;
  const first = name !== "name";
  return (
    <div
      role="columnheader" data-column={name}
      aria-sort={isSorted ? (sort.isDown ? "descending" : "ascending") : "none"}
    >
      <button type="button" onClick={() => onSort({ key: name, isDown: isSorted ? !sort.isDown : first })}>
        {name === "attention" ? <span className="unseen">{label}</span> : label}
        {(isSorted || name === "attention") && <Arrow aria-hidden data-faint={!isSorted} />}
      </button>
    </div>
  );
}

interface LineProps {
  readonly judged: Judged;
  readonly top: number;
  readonly index: number;
  readonly figures: Figures;
  readonly wait: string | undefined;
  readonly isPicked: boolean;
  readonly onPick: (queue: string | undefined) => void;
}

const Line = memo(function Line({ judged, top, index, figures, wait, isPicked, onPick }: LineProps) {
  const t = useText();
  const intl = useIntl();
  const { row } = judged;
  const share = abandonShare(row);
  const since = row.longestSince;
  return (
    <div
      className="queues-line" role="row" aria-rowindex={index} data-queue={row.id} data-severity={judged.worst}
      data-picked={isPicked} style={{ transform: `translateY(${top}px)` }}
    >
      <div role="cell" data-column="attention"><SeverityMark severity={judged.worst} /></div>
      <div role="cell" data-column="name">
        <button type="button" aria-pressed={isPicked} onClick={() => onPick(isPicked ? undefined : row.id)}>
          {row.name}
        </button>
      </div>
      <div role="cell" data-column="waiting" data-some={row.waiting > 0}>{figures.count(row.waiting)}</div>
      <Cell column="longest" severity={judged.wait}>
        {since === undefined || wait === undefined
          ? t("board.none")
          : <Hint hint={t("board.longest.hint", { at: intl.formatTime(since, { timeStyle: "medium" }) })}>{wait}</Hint>}
      </Cell>
      <Cell column="level" severity={judged.level}>
        {row.level === undefined ? t("board.none") : (
          <Hint hint={<><p>{figures.level(row.level)}</p><p>{figures.others(row.otherLevels)}</p></>}>
            {figures.percent(row.level.share)}
          </Hint>
        )}
      </Cell>
      <div role="cell" data-column="estimate">
        {row.p50Ms === undefined ? t("board.none") : (
          <Hint hint={t("board.estimate.hint", { p50: figures.time(row.p50Ms), p90: figures.time(row.p90Ms) })}>
            {figures.range(row.p50Ms, row.p90Ms)}
          </Hint>
        )}
      </div>
      <div role="cell" data-column="offered">{figures.count(row.offered)}</div>
      <div role="cell" data-column="answered">{figures.count(row.answered)}</div>
      <Cell column="abandoned" severity={judged.abandon}>
        <Hint
          hint={t("board.abandoned.hint", {
            abandoned: row.abandoned, short: row.shortAbandoned, share: figures.percent(share),
          })}
        >
          {figures.count(row.abandoned)}{share !== undefined && <small>{figures.percent(share)}</small>}
        </Hint>
      </Cell>
      <div role="cell" data-column="connected">{figures.count(row.connected)}</div>
      <div role="cell" data-column="speed">{figures.time(row.answerMs)}</div>
      <div role="cell" data-column="handle">{figures.time(row.handleMs)}</div>
    </div>
  );
});

interface CellProps {
  readonly column: SortKey;
  readonly severity: Severity;
  readonly children: React.ReactNode;
}

/** A judged figure: in colour, heavier, and with its word for who hears it. The sign stands at the line's start. */
function Cell({ column, severity, children }: CellProps) {
  const t = useText();
  return (
    <div role="cell" data-column={column} data-severity={severity}>
      {severity !== "calm" && <span className="unseen">{t(`board.severity.${severity}`)} </span>}
      {children}
    </div>
  );
}
