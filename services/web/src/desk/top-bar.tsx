import { CalendarClock, ChevronDown, Keyboard } from "lucide-react";
import { useState } from "react";
import { type Agent, RoutingStatus } from "../api/gen/supportgrid/v1/desk_pb";
import { AccountMenu } from "../app/account-menu";
import { useTools } from "../app/session";
import { clockOf, useText } from "../i18n/use-text";
import type { Phase } from "../live/live-store";
import { Button } from "../ui/button";
import { ChannelIcon, channelId } from "../ui/channel";
import { Overlay } from "../ui/overlay";
import { msOf } from "../ui/time";
import { useNow } from "../ui/use-now";
import { useProblemText } from "../ui/use-problem-text";
import { AlarmSettings } from "./alarms";
import { useDesk } from "./desk-tools";
import { PresenceMenu } from "./presence-menu";
import { usePresenceName } from "./presence-name";
import type { Sheet } from "./room";

interface Props {
  readonly agent: Agent;
  readonly phase: Phase;
  readonly isPresenceOpen: boolean;
  readonly onPresenceOpen: (isOpen: boolean) => void;
  readonly onSheet: (sheet: Sheet) => void;
}

export function TopBar({ agent, phase, isPresenceOpen, onPresenceOpen, onSheet }: Props) {
  const t = useText();
  return (
    <header className="top">
      <img className="top-logo" src="/icon.svg" alt={t("app.name")} width="22" height="22" />
      <PresencePart agent={agent} isOpen={isPresenceOpen} onOpenChange={onPresenceOpen} />
      <Capacity agent={agent} />
      <div className="top-end">
        <span
          className="live-dot" data-phase={phase} role="img"
          aria-label={t(phase === "synced" ? "live.synced" : "live.connecting")}
        />
        <Button kind="ghost" onPress={() => onSheet("day")}><CalendarClock aria-hidden />{t("desk.day")}</Button>
        <Button kind="ghost" isIcon aria-label={t("desk.keys")} onPress={() => onSheet("help")}>
          <Keyboard aria-hidden />
        </Button>
        <AccountMenu><AlarmSettings /></AccountMenu>
      </div>
    </header>
  );
}

interface PresenceProps {
  readonly agent: Agent;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

function PresencePart({ agent, isOpen, onOpenChange }: PresenceProps) {
  const t = useText();
  const now = useNow();
  const { clients } = useTools();
  const { options, run, toasts } = useDesk();
  const explain = useProblemText();
  const nameOf = usePresenceName(options);
  const [isLeaving, setLeaving] = useState(false);
  const isSilent = agent.routingStatus === RoutingStatus.NOT_RESPONDING;

  const set = async (presence: string, whenFree: boolean) => {
    const outcome = await run(`presence:${presence}:${whenFree}`, (requestId) =>
      clients.desk.setPresence({ requestId, presence, whenFree }));
    if (!outcome.ok) toasts.say(explain(outcome.problem));
  };
  const signOut = async (force: boolean) => {
    const outcome = await run(`sign-out:${force}`, (requestId) => clients.desk.signOut({ requestId, force }));
    if (outcome.ok) setLeaving(false);
    else if (outcome.problem.reason === "AGENT_HAS_WORK") setLeaving(true);
    else toasts.say(explain(outcome.problem));
  };

  return (
    <>
      <PresenceMenu
        agent={agent} isOpen={isOpen} onOpenChange={onOpenChange} onSet={(key, whenFree) => void set(key, whenFree)}
        onSignOut={() => void signOut(false)}
      >
        <Button className="presence" kind="plain">
          <span className="presence-dot" data-status={isSilent ? "silent" : agent.takesWork ? "ready" : "away"} />
          <span>{isSilent ? t("desk.status.6") : nameOf(agent.presence)}</span>
          <span className="numbers presence-time">{clockOf(now - (msOf(agent.presenceSince) ?? now))}</span>
          {agent.nextPresence !== "" && (
            <span className="presence-next">{t("desk.presence.then", { presence: nameOf(agent.nextPresence) })}</span>
          )}
          <ChevronDown aria-hidden />
        </Button>
      </PresenceMenu>
      {isSilent && (
        <span className="silent" role="alert">
          {t("desk.status.notresponding")}
          <Button kind="accent" size="s" onPress={() => void set("online", false)}>{t("desk.presence.back")}</Button>
        </span>
      )}
      <Overlay title={t("desk.presence.signout")} isOpen={isLeaving} onClose={() => setLeaving(false)}>
        <p>{t("desk.signout.work", { count: agent.work.length })}</p>
        <div className="overlay-actions">
          <Button onPress={() => setLeaving(false)}>{t("cancel")}</Button>
          <Button kind="danger" onPress={() => void signOut(true)}>{t("desk.signout.force")}</Button>
        </div>
      </Overlay>
    </>
  );
}

/** What is carried, by channel, and how much of all there is. */
function Capacity({ agent }: { readonly agent: Agent }) {
  const t = useText();
  const { options } = useDesk();
  const carried = [...agent.offers, ...agent.work];
  return (
    <ul className="capacity" aria-label={t("desk.capacity", { taken: agent.unitsTaken, units: agent.capacityUnits })}>
      {options?.channels.map(({ channel, limit }) => {
        const count = carried.filter((item) => item.channel === channel).length;
        const words = t("desk.capacity.channel", { channel: t(channelId(channel)), count, limit });
        return (
          <li key={channel} title={words} data-full={count >= limit || undefined} data-none={count === 0 || undefined}>
            <ChannelIcon channel={channel} />
            <span className="unseen">{words}</span>
            <span className="numbers" aria-hidden>{count}/{limit}</span>
          </li>
        );
      })}
    </ul>
  );
}
