import { useCallback, useMemo } from "react";
import { LiveAge } from "../app/live-age";
import { TopBar } from "../app/top-bar";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { LiveBanner } from "../ui/live-banner";
import { useQuery } from "../ui/query";
import { SearchBox } from "../ui/search-box";
import { Segments } from "../ui/segments";
import { useEndReason } from "../ui/use-end-reason";
import { useNow } from "../ui/use-now";
import { useSettled } from "../ui/use-settled";
import { AgentList, useAgents } from "./agent-list";
import { AgentPane } from "./agent-pane";
import { AlertList } from "./alert-list";
import { FloorContext, type FloorContextValue, useFloorContext } from "./floor-context";
import { InteractionList, useInteractions } from "./interaction-list";
import { InteractionPane } from "./interaction-pane";
import { stateKeys, statusKeys } from "./lists";
import { SelectBox } from "./select-box";
import { type Floor, useFloor } from "./use-floor";
import { useQueues } from "./use-queues";
import "./floor.css";
import "./pane.css";

const tabs = ["interactions", "agents", "alerts"] as const;
type Tab = (typeof tabs)[number];

const NAMES_EVERY_MS = 60_000;
/** Lists of thousands are put in order a few times a second; what a row says is always of now. */
const ORDER_EVERY_MS = 250;

/** Every agent and every interaction, live; and what a supervisor does about them. */
export default function FloorPage() {
  const t = useText();
  const floor = useFloor();
  const endReason = useEndReason(floor.live);
  const context = useContextValue(floor);
  const clock = useNow();
  const { live } = floor;
  const ageMs = live.heardAt === undefined ? undefined : Math.max(0, clock - live.heardAt);
  return (
    <FloorContext value={context}>
      <div className="floor" data-stale={live.phase !== "synced"}>
        <TopBar title={t("page.floor")} aside={<LiveAge phase={live.phase} ageMs={ageMs} />} />
        <LiveBanner live={live} onTryNow={floor.tryNow} endReason={endReason} />
        <Room />
      </div>
    </FloorContext>
  );
}

function useContextValue(floor: Floor): FloorContextValue {
  const [, setQuery] = useQuery();
  const queues = useQueues(NAMES_EVERY_MS);
  const clock = useNow();
  const { heardAt, phase } = floor.live;
  // A wait that may be over must not go on growing while nobody is heard.
  const now = (phase === "synced" ? clock : (heardAt ?? clock)) + (queues?.aheadMs ?? 0);
  const names = useMemo(() => new Map(queues?.rows.map((row) => [row.id, row.name])), [queues]);
  const queueName = useCallback((id: string) => names.get(id) ?? id, [names]);
  const { agents } = floor;
  const agentName = useCallback((id: string) => agents.get(id)?.displayName ?? id, [agents]);
  const open = useCallback((tab: Tab, id: string | undefined) => {
    const isOther = new URLSearchParams(location.search).get("tab") !== (tab === "interactions" ? null : tab);
    const clear = isOther ? { q: null, state: null, status: null, sort: null } : {};
    setQuery({ ...clear, tab: tab === "interactions" ? null : tab, id: id ?? null }, true);
  }, [setQuery]);
  return useMemo(
    () => ({ floor, agentName, queueName, now, open }), [floor, agentName, queueName, now, open],
  );
}

function Room() {
  const t = useText();
  const { floor, queueName } = useFloorContext();
  const [query, setQuery] = useQuery();
  const tab: Tab = tabs.find((name) => name === query.get("tab")) ?? "interactions";
  const id = query.get("id") ?? undefined;
  const allInteractions = useSettled(useMemo(() => floor.interactions.all(), [floor.interactions]), ORDER_EVERY_MS);
  const allAgents = useSettled(useMemo(() => floor.agents.all(), [floor.agents]), ORDER_EVERY_MS);
  const interactions = useInteractions(allInteractions, query);
  const agents = useAgents(allAgents, query);
  const queues = useMemo(() => {
    const ids = new Set([...allInteractions.map((row) => row.queue), ...allAgents.flatMap((row) => row.queues)]);
    return [...ids].sort().map((queue) => ({ value: queue, label: queueName(queue) }));
  }, [allInteractions, allAgents, queueName]);
  const select = (key: string) => setQuery({ id: key });
  const sortBy = (key: string) => setQuery({ sort: query.get("sort") === key ? `-${key}` : key });
  const list = { query, selected: id, onSelect: select, onSort: sortBy };
  const [shown, all] = tab === "agents"
    ? [agents.length, floor.agents.size] : [interactions.length, floor.interactions.size];
  const any = (of: MessageId) => ({ value: "", label: `${t(of)}: ${t("floor.any")}` });
  const isReady = floor.live.phase !== "connecting";
  return (
    <main className="room" data-open={id !== undefined}>
      <div className="room-list">
        <div className="room-filters">
          <Segments
            label={t("floor.tab")} value={tab}
            onChange={(next) => setQuery({
              tab: next === "interactions" ? null : next, id: null, q: null, state: null, status: null, sort: null,
            }, true)}
            options={[
              { value: "interactions", label: t("floor.tab.interactions"), count: floor.interactions.size },
              { value: "agents", label: t("floor.tab.agents"), count: floor.agents.size },
              { value: "alerts", label: t("floor.tab.alerts"), count: floor.alerts.interactions.size },
            ]}
          />
          <SearchBox
            key={tab} label={t("floor.search")} value={query.get("q") ?? ""} onChange={(q) => setQuery({ q })}
          />
          {tab === "interactions" && (
            <SelectBox
              isCompact label={t("floor.state")} value={query.get("state") ?? ""}
              onChange={(state) => setQuery({ state })}
              options={[any("floor.state"), ...Object.values(stateKeys)
                .filter((key) => key !== "unknown" && key !== "closed")
                .map((key) => ({ value: key, label: t(`state.${key}`) }))]}
            />
          )}
          {tab === "agents" && (
            <SelectBox
              isCompact label={t("floor.status")} value={query.get("status") ?? ""}
              onChange={(status) => setQuery({ status })}
              options={[any("floor.status"), ...Object.values(statusKeys)
                .map((key) => ({ value: key, label: t(`status.${key}`) }))]}
            />
          )}
          {tab !== "alerts" && (
            <>
              <SelectBox
                isCompact label={t("floor.queue")} value={query.get("in") ?? ""}
                onChange={(queue) => setQuery({ in: queue })} options={[any("floor.queue"), ...queues]}
              />
              <span className="quiet numbers room-count">{t("floor.shown", { shown, all })}</span>
            </>
          )}
        </div>
        <div className="room-table">
          {tab === "interactions" && (interactions.length > 0
            ? <InteractionList rows={interactions} {...list} />
            : <None all={all} isReady={isReady} empty={t("floor.empty.interactions")} />)}
          {tab === "agents" && (agents.length > 0
            ? <AgentList rows={agents} {...list} />
            : <None all={all} isReady={isReady} empty={t("floor.empty.agents")} />)}
          {tab === "alerts" && <AlertList selected={id} onSelect={select} text={query.get("q") ?? ""} />}
        </div>
      </div>
      <aside className="room-pane">
        {id === undefined && <p className="floor-none">{t("floor.pick")}</p>}
        {id !== undefined && (tab === "agents" ? <AgentPane key={id} id={id} /> : <InteractionPane key={id} id={id} />)}
      </aside>
    </main>
  );
}

function None({ all, isReady, empty }: { readonly all: number; readonly isReady: boolean; readonly empty: string }) {
  const t = useText();
  const words = all > 0 ? t("floor.none") : isReady ? empty : t("live.connecting");
  return <p className="floor-none" role="status">{words}</p>;
}
