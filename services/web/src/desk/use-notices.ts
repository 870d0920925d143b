import { useEffect, useRef } from "react";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import type { Toasts } from "../ui/toasts";
import type { DeskState } from "./desk-state";

const words: Readonly<Record<string, MessageId>> = {
  "offer/expired": "desk.ended.offer.expired",
  "offer/cancelled": "desk.ended.offer.cancelled",
  "offer/rescinded": "desk.ended.offer.rescinded",
  "work/reassigned": "desk.ended.work.reassigned",
  "work/channel_switched": "desk.ended.work.channel_switched",
  "work/agent_lost": "desk.ended.work.agent_lost",
};

/** Tells what left the agent's hands without their doing, each once. */
export function useNotices({ notices }: DeskState, toasts: Toasts): void {
  const t = useText();
  const told = useRef(0);
  useEffect(() => {
    for (const notice of notices) {
      if (notice.number <= told.current) continue;
      told.current = notice.number;
      const id = words[`${notice.kind}/${notice.because}`];
      if (id !== undefined) toasts.say(t(id, { name: notice.name }));
    }
  }, [notices, toasts, t]);
}
