import { useEffect, useMemo, useRef, useState } from "react";
import { isTokenProblem, problemOf } from "../api/errors";
import { useRead } from "../api/use-read";
import { useIdentity, useTools } from "../app/session";
import { useCommand } from "../app/use-command";
import { useText } from "../i18n/use-text";
import { useLive } from "../live/use-live";
import { LiveBanner } from "../ui/live-banner";
import { ToastList, useToasts } from "../ui/toasts";
import { useProblemText } from "../ui/use-problem-text";
import { DeskContext, type DeskContextValue, useDeskStore, useKept } from "./desk-tools";
import "./desk.css";
import { Room } from "./room";
import { StartScreen } from "./start-screen";
import { useNotices } from "./use-notices";

/** The session of the agent has ended, or has not begun: the stream says so. */
const notAtWork = new Set(["NOT_SIGNED_IN", "SIGNED_OUT", "AGENT_UNKNOWN"]);

export default function DeskPage() {
  const t = useText();
  const { clients, session } = useTools();
  const { token } = useIdentity();
  const store = useDeskStore();
  const kept = useKept();
  const live = useLive(store);
  const toasts = useToasts();
  const run = useCommand();
  const explain = useProblemText();
  const problem = live.phase === "ended" ? problemOf(live.error) : undefined;
  const options = useRead({ key: token, read: (signal) => clients.desk.getDeskOptions({}, { signal }) }).value;
  const { state } = live;

  const [openedWith, setOpenedWith] = useState(token);
  useEffect(() => {
    if (openedWith === token) return;
    setOpenedWith(token);
    store.restart();
  }, [store, token, openedWith]);
  useEffect(() => kept.outbox.resume(), [kept, token]);
  const toldOf = useRef<unknown>(undefined);
  useEffect(() => {
    // Once for each end: the next token comes before the stream has begun again.
    if (live.phase !== "ended" || toldOf.current === live.error) return;
    toldOf.current = live.error;
    if (isTokenProblem(problemOf(live.error))) session.over();
  }, [live.phase, live.error, session]);
  useNotices(state, toasts);

  const value = useMemo<DeskContextValue>(() => {
    const names = new Map(options?.queues.map((queue) => [queue.queue, queue.displayName]));
    return { state, kept, options, toasts, run, queueName: (queue) => names.get(queue) ?? queue };
  }, [state, kept, options, toasts, run]);

  if (problem !== undefined && notAtWork.has(problem.reason)) {
    return (
      <StartScreen options={options} reason={problem.reason} onStarted={() => store.restart()} />
    );
  }
  return (
    <DeskContext value={value}>
      <div className="desk" data-phase={live.phase}>
        <div className="desk-banner">
          <LiveBanner
            live={live} onTryNow={() => store.nudge()}
            {...(problem === undefined ? {} : { endReason: explain(problem) })}
          />
        </div>
        {state.agent === undefined
          ? <p className="notice" role="status">{t("live.connecting")}</p>
          : <Room agent={state.agent} phase={live.phase} />}
        <ToastList toasts={toasts} />
      </div>
    </DeskContext>
  );
}
