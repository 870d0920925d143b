import { Maximize, Minimize, SlidersHorizontal, Volume2, VolumeX } from "lucide-react";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { LiveAge } from "../app/live-age";
import { useIdentity } from "../app/session";
import { TopBar } from "../app/top-bar";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { KeptStore } from "../ui/kept-store";
import { LiveBanner } from "../ui/live-banner";
import { Overlay } from "../ui/overlay";
import { useQuery } from "../ui/query";
import { BoardFilters } from "./board-filters";
import { useFigures } from "./figures";
import { judgeRow, type Limits, readLimits } from "./limits";
import { LimitsForm } from "./limits-form";
import { QueueTable } from "./queue-table";
import { readSelection, select, totalsOf, writeSort } from "./selection";
import { Summary } from "./summary";
import { TrendPanel } from "./trend-panel";
import { useAlarm } from "./use-alarm";
import { useBoard } from "./use-board";
import { useEndReason } from "../ui/use-end-reason";
import { useFullScreen } from "./use-full-screen";
import { Wall } from "./wall";
import "./wallboard.css";

/** Queues and agents, true to the second, and how old that is. */
export default function WallboardPage() {
  const t = useText();
  const { locale } = useIntl();
  const { tenant, subject } = useIdentity();
  const kept = useMemo(
    () => new KeptStore<Limits>(localStorage, `supportgrid.limits.${tenant}/${subject}`, readLimits),
    [tenant, subject],
  );
  const limits = useSyncExternalStore(kept.subscribe, kept.getSnapshot);
  const { live, tryNow, ageMs, now } = useBoard();
  const [query, setQuery] = useQuery();
  const selection = useMemo(() => readSelection(query), [query]);
  const figures = useFigures();
  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
  const all = useMemo(
    () => live.state.queues.all().map((row) => judgeRow(row, now, limits)),
    [live.state.queues, now, limits],
  );
  const rows = useMemo(() => select(all, selection, collator), [all, selection, collator]);
  const totals = useMemo(() => totalsOf(rows), [rows]);
  const alarm = useAlarm(rows, limits.sound, live.phase === "synced");
  const full = useFullScreen();
  const [isSetting, set] = useState(false);

  const isWall = query.get("view") === "wall";
  const hasTrends = query.get("trends") !== "off";
  const picked = all.find(({ row }) => row.id === query.get("queue"))?.row;
  const shownIds = rows.map(({ row }) => row.id).join("\n");
  const shown = useMemo(() => new Set(shownIds.split("\n")), [shownIds]);
  const isShown = useCallback((queue: string) => shown.has(queue), [shown]);
  const pick = useCallback((queue: string | undefined) => setQuery({ queue: queue ?? null }), [setQuery]);
  const Sound = limits.sound ? Volume2 : VolumeX;
  const agents = live.state.agents;
  const unheard = live.phase === "synced" ? t("board.empty") : t("live.connecting");
  const nothing = all.length === 0 ? unheard : t("board.nothing", { all: all.length });

  return (
    <div className="board" data-view={isWall ? "wall" : "desk"} data-stale={live.phase !== "synced"}>
      <TopBar title={t("page.wallboard")} aside={<LiveAge phase={live.phase} ageMs={ageMs} />}>
        {alarm.isBlocked && <Button kind="accent" size="s" onPress={alarm.play}>{t("board.sound.blocked")}</Button>}
        <Button
          kind="ghost" isIcon aria-pressed={limits.sound}
          aria-label={t(limits.sound ? "board.sound.on" : "board.sound.off")}
          onPress={() => {
            kept.set({ ...limits, sound: !limits.sound });
            if (!limits.sound) alarm.play();
          }}
        >
          <Sound aria-hidden />
        </Button>
        <Button kind="ghost" isIcon aria-label={t("board.limits")} onPress={() => set(true)}>
          <SlidersHorizontal aria-hidden />
        </Button>
        <Button size="s" onPress={() => setQuery({ view: isWall ? null : "wall" })}>
          {t(isWall ? "board.mode.desk" : "board.mode.wall")}
        </Button>
        <Button
          kind="ghost" isIcon aria-label={t(full.isFull ? "board.full.leave" : "board.full")} onPress={full.toggle}
        >
          {full.isFull ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
        </Button>
      </TopBar>
      <LiveBanner live={live} onTryNow={tryNow} endReason={useEndReason(live)} />
      <main className="board-main">
        {isWall
          ? (
            <Wall
              rows={rows} totals={totals} agents={agents} live={live} ageMs={ageMs} now={now} figures={figures}
              limits={limits}
            />
          )
          : (
            <>
              <Summary totals={totals} agents={agents} now={now} figures={figures} limits={limits} />
              {hasTrends && <TrendPanel picked={picked} isShown={isShown} figures={figures} />}
              <BoardFilters
                all={all} shown={rows.length} selection={selection} onChange={setQuery} hasTrends={hasTrends}
              />
              {rows.length === 0
                ? (
                  <div className="board-none">
                    <p role="status">{nothing}</p>
                    {all.length > 0 && (
                      <Button onPress={() => setQuery({ q: null, only: null, queues: null })}>
                        {t("board.clear")}
                      </Button>
                    )}
                  </div>
                )
                : (
                  <QueueTable
                    rows={rows} now={now} figures={figures} sort={selection.sort} picked={picked?.id} onPick={pick}
                    onSort={(sort) => setQuery({ sort: writeSort(sort) })}
                  />
                )}
            </>
          )}
      </main>
      <Overlay title={t("limits.title")} isOpen={isSetting} onClose={() => set(false)}>
        <LimitsForm limits={limits} onChange={(next) => kept.set(next)} onPlay={alarm.play} />
      </Overlay>
    </div>
  );
}
