import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import { Party } from "../api/gen/supportgrid/v1/common_pb";
import type { MessageId } from "../i18n/locales";
import { useAge, useText } from "../i18n/use-text";
import { msOf } from "../ui/time";
import { useNow } from "../ui/use-now";
import { useProblemText } from "../ui/use-problem-text";
import { useFloorContext } from "./floor-context";
import { type Conversation, TEXT_OLD_AFTER_MS } from "./use-conversation";

const parties = {
  [Party.UNSPECIFIED]: "system", [Party.CUSTOMER]: "customer", [Party.AGENT]: "agent",
  [Party.SUPERVISOR]: "supervisor", [Party.SYSTEM]: "system",
} as const satisfies Record<Party, string>;

/** How old the text is; unmistakable when it is old. */
export function Freshness({ read }: { readonly read: Conversation }) {
  const t = useText();
  const age = useAge();
  const now = useNow();
  const problemText = useProblemText();
  if (read.readAt === undefined) {
    return read.problem === undefined
      ? null
      : <p className="freshness" data-old role="alert">{t("talk.unread", { why: problemText(read.problem) })}</p>;
  }
  const ms = now - read.readAt;
  if (ms <= TEXT_OLD_AFTER_MS) return <p className="freshness numbers">{t("talk.fresh", { age: age(ms) })}</p>;
  return <p className="freshness numbers" data-old role="alert">{t("talk.old", { age: age(ms) })}</p>;
}

export function Transcript({ read }: { readonly read: Conversation }) {
  const t = useText();
  const intl = useIntl();
  const { agentName } = useFloorContext();
  const messages = read.value?.interaction?.transcript;
  const end = useRef<HTMLLIElement>(null);
  const count = messages?.length ?? 0;
  useEffect(() => {
    // Whoever reads further up is left there.
    const list = end.current?.closest(".pane-body");
    if (list !== null && list !== undefined && list.scrollHeight - list.scrollTop - list.clientHeight < 160) {
      end.current?.scrollIntoView({ block: "end" });
    }
  }, [count]);
  if (messages === undefined) return <p className="floor-none">{t("talk.reading")}</p>;
  if (messages.length === 0) return <p className="floor-none">{t("talk.empty")}</p>;
  return (
    <ol className="transcript" aria-label={t("talk.text")} aria-live="polite" aria-relevant="additions">
      {messages.map((message) => {
        const from = parties[message.from];
        const at = msOf(message.at);
        return (
          <li key={message.sequence} data-from={from}>
            <p className="said-by">
              <b>{t(`talk.from.${from}` as MessageId)}</b>
              {from === "agent" && <span>{agentName(message.author)}</span>}
              {at !== undefined && <time className="numbers">{intl.formatTime(at, { timeStyle: "medium" })}</time>}
            </p>
            <p className="said" dir="auto">{message.text}</p>
          </li>
        );
      })}
      <li ref={end} aria-hidden />
    </ol>
  );
}

export function Timeline({ read }: { readonly read: Conversation }) {
  const t = useText();
  const intl = useIntl();
  const entries = read.value?.timeline;
  if (entries === undefined) return <p className="floor-none">{t("talk.reading")}</p>;
  return (
    <ol className="timeline" aria-label={t("talk.timeline")}>
      {entries.map((entry) => {
        const at = msOf(entry.at);
        return (
          <li key={String(entry.version)} data-type={entry.type}>
            <time className="numbers">{at === undefined ? "" : intl.formatTime(at, { timeStyle: "medium" })}</time>
            <span dir="auto">{entry.summary}</span>
            {entry.actor !== "" && <span className="quiet">{entry.actor}</span>}
          </li>
        );
      })}
    </ol>
  );
}
