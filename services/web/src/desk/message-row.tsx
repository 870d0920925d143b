import { Check, Clock3, TriangleAlert } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { type Interaction, type Message, Party } from "../api/gen/supportgrid/v1/common_pb";
import type { Cue } from "../api/gen/supportgrid/v1/empathy_pb";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { msOf } from "../ui/time";
import { useProblemText } from "../ui/use-problem-text";
import { CueNote } from "./cue-note";
import { nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";
import type { Outgoing } from "./outbox";

interface Props {
  readonly message: Message;
  readonly interaction: Interaction;
  /** The first of its author in a row. */
  readonly isFirst: boolean;
  /** Cues that speak of this message. */
  readonly cues: readonly Cue[];
}

const sides = {
  [Party.UNSPECIFIED]: "system",
  [Party.CUSTOMER]: "customer",
  [Party.AGENT]: "agent",
  [Party.SUPERVISOR]: "supervisor",
  [Party.SYSTEM]: "system",
} as const;

/** One message, and beside it what was read in it. The text is text: nothing in it becomes a part of the page. */
export function MessageRow({ message, interaction, isFirst, cues }: Props) {
  const t = useText();
  const intl = useIntl();
  const { state } = useDesk();
  const side = sides[message.from];
  const author = message.from === Party.CUSTOMER
    ? nameOf(interaction)
    : message.author === state.agent?.agentId
      ? state.agent.displayName
      : message.from === Party.AGENT ? t("desk.talk.agent", { name: message.author }) : t(`desk.talk.${side}`);
  return (
    <li className="message" data-side={side} data-first={isFirst || undefined} data-cued={cues.length > 0 || undefined}>
      {isFirst && (
        <p className="message-head">
          <strong>{author}</strong>
          {message.at !== undefined && (
            <time className="numbers">
              {intl.formatTime(msOf(message.at))}
            </time>
          )}
        </p>
      )}
      <div className="message-line">
        <p className="bubble" dir="auto">
          {marked(message.text, cues)}
        </p>
        {side === "agent" && message.author === state.agent?.agentId && (
          <span className="delivery" title={t("desk.state.sent")}>
            <Check role="img" aria-label={t("desk.state.sent")} />
          </span>
        )}
      </div>
      {cues.map((cue) => <CueNote key={cue.cueId} cue={cue} />)}
    </li>
  );
}

/** The text with the places that cues point at. */
function marked(text: string, cues: readonly Cue[]): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const cue of [...cues].sort((a, b) => a.start - b.start)) {
    if (cue.length === 0 || cue.start < end) continue;
    parts.push(text.slice(end, cue.start));
    end = cue.start + cue.length;
    parts.push(<mark key={cue.cueId} data-alert={cue.alert || undefined}>{text.slice(cue.start, end)}</mark>);
  }
  return [...parts, text.slice(end)];
}

/** A message on its way: what was typed is here until the conversation has it. */
export function OutgoingRow({ message }: { readonly message: Outgoing }) {
  const t = useText();
  const explain = useProblemText();
  const { kept } = useDesk();
  useSyncExternalStore(kept.outbox.subscribe, kept.outbox.getSnapshot);
  const { id, text, interactionId, state } = message;
  const problem = kept.outbox.problemOf(id);
  const why = problem === undefined ? "" : explain(problem);
  const writeAgain = () => {
    const place = `say:${interactionId}`;
    const draft = kept.drafts.get(place);
    kept.drafts.set(place, draft === "" ? text : `${text}\n${draft}`);
    kept.outbox.remove(id);
  };
  return (
    <li className="message" data-side="agent" data-state={state}>
      <div className="message-line">
        <p className="bubble" dir="auto">{text}</p>
        <span className="delivery">
          {state === "refused"
            ? <TriangleAlert aria-hidden />
            : state === "sent" ? <Check aria-hidden /> : <Clock3 aria-hidden />}
        </span>
      </div>
      <p className="delivery-words" role={state === "sending" || state === "sent" ? undefined : "status"}>
        {t(`desk.state.${state}`, { why })}
        {state === "refused" && (
          <>
            <Button size="s" onPress={writeAgain}>{t("desk.state.again")}</Button>
            <Button size="s" kind="ghost" onPress={() => kept.outbox.remove(id)}>{t("desk.state.discard")}</Button>
          </>
        )}
      </p>
    </li>
  );
}
