import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Agent, Handover } from "../api/gen/supportgrid/v1/desk_pb";
import { useText } from "../i18n/use-text";
import type { Phase } from "../live/live-store";
import { useShortcuts } from "../ui/shortcuts";
import { useAlarms } from "./alarms";
import { CustomerCard } from "./customer-card";
import { useDesk } from "./desk-tools";
import { EmptyDesk } from "./empty-desk";
import { KeyHelp } from "./key-help";
import { OwnDay } from "./own-day";
import { Talk } from "./talk";
import { TopBar } from "./top-bar";
import { unreadOf } from "./unread";
import { useOfferCommands } from "./use-offer-commands";
import { useCustomer } from "./use-customer";
import { WorkList } from "./work-list";

const none: readonly Handover[] = [];

export type Sheet = "none" | "help" | "day";

/** Three columns: what is in hand, the conversation, the customer. */
export function Room({ agent, phase }: { readonly agent: Agent; readonly phase: Phase }) {
  const t = useText();
  const { state, kept } = useDesk();
  const seen = useSyncExternalStore(kept.seen.subscribe, kept.seen.getSnapshot);
  const [chosen, choose] = useState<string>();
  const [sheet, setSheet] = useState<Sheet>("none");
  const [isPresenceOpen, openPresence] = useState(false);
  const [rejecting, setRejecting] = useState<string>();
  const ids = useMemo(() => [...state.conversations.keys()], [state.conversations]);
  const current = chosen !== undefined && state.conversations.has(chosen) ? chosen : ids[0];
  const conversation = current === undefined ? undefined : state.conversations.get(current);
  const customer = useCustomer(conversation);
  const offers = useMemo(() => [...state.offers.values()], [state.offers]);
  const offerCommands = useOfferCommands(choose);
  const newsOf = (id: string) => unreadOf(state.conversations.get(id), seen[id]);
  const hasNews = (id: string) => newsOf(id) > 0;
  const unread = ids.reduce((sum, id) => sum + newsOf(id), 0);
  useAlarms(offers, unread);

  const step = useCallback((by: number) => {
    const at = current === undefined ? -1 : ids.indexOf(current);
    choose(ids[(at + by + ids.length) % ids.length]);
  }, [ids, current]);
  const [first] = offers;
  useShortcuts([
    { code: "KeyA", isAlt: true, run: () => first && offerCommands.accept(first) },
    { code: "KeyX", isAlt: true, run: () => setRejecting(first?.offerId) },
    { code: "ArrowDown", isAlt: true, run: () => step(1) },
    { code: "ArrowUp", isAlt: true, run: () => step(-1) },
    { code: "KeyU", isAlt: true, run: () => choose(ids.find(hasNews) ?? current) },
    { code: "KeyP", isAlt: true, run: () => openPresence(true) },
    { code: "KeyD", isAlt: true, run: () => setSheet("day") },
    { code: "Slash", isAlt: false, run: () => setSheet("help") },
    { code: "Slash", isAlt: true, run: () => setSheet("help") },
    ...ids.slice(0, 9).map((id, index) => ({ code: `Digit${index + 1}`, isAlt: true, run: () => choose(id) })),
  ]);

  // What is on the screen is read.
  const latest = conversation?.messages.at(-1)?.sequence;
  useEffect(() => {
    if (current === undefined || latest === undefined) return undefined;
    const look = () => {
      const now = kept.seen.getSnapshot();
      if (document.visibilityState === "visible" && (now[current] ?? 0) < latest) {
        kept.seen.set({ ...now, [current]: latest });
      }
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [current, latest, kept]);

  return (
    <>
      <a className="skip" href="#talk">{t("app.skip")}</a>
      <TopBar
        agent={agent} phase={phase} isPresenceOpen={isPresenceOpen} onPresenceOpen={openPresence} onSheet={setSheet}
      />
      <div className="desk-columns">
        <WorkList
          offers={offers} offerCommands={offerCommands} current={current} onChoose={choose}
          rejecting={rejecting} onRejecting={setRejecting}
        />
        <main id="talk" className="desk-main" tabIndex={-1}>
          {conversation === undefined
            ? <EmptyDesk agent={agent} />
            : <Talk key={current} conversation={conversation} handovers={customer.value?.handovers ?? none} />}
        </main>
        {conversation !== undefined && (
          <CustomerCard key={current} conversation={conversation} customer={customer} />
        )}
      </div>
      <KeyHelp isOpen={sheet === "help"} onClose={() => setSheet("none")} />
      <OwnDay isOpen={sheet === "day"} onClose={() => setSheet("none")} />
    </>
  );
}
