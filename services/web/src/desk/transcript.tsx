import { ArrowDown, ArrowRightLeft } from "lucide-react";
import { Fragment, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import type { Message } from "../api/gen/supportgrid/v1/common_pb";
import type { Handover } from "../api/gen/supportgrid/v1/desk_pb";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { msOf } from "../ui/time";
import { type Conversation, nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";
import { MessageRow, OutgoingRow } from "./message-row";

interface Props {
  readonly conversation: Conversation;
  readonly handovers: readonly Handover[];
}

const NEAR_END_PX = 80;

/** What was said, oldest first; it stays at the end unless the agent reads further up. */
export function Transcript({ conversation, handovers }: Props) {
  const t = useText();
  const { kept } = useDesk();
  const { messages, cues, interaction } = conversation;
  const outgoing = useSyncExternalStore(kept.outbox.subscribe, kept.outbox.getSnapshot)
    .filter((message) => message.interactionId === interaction.interactionId);
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const [newFrom] = useState(() => kept.seen.getSnapshot()[interaction.interactionId] ?? 0);
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
  }, [isAtEnd, messages.length, outgoing.length, cues.length]);

  const isNew = (m: Message) => m.sequence > newFrom && m.author !== interaction.agentId;
  const firstNew = newFrom === 0 ? undefined : messages.find(isNew);
  const rowsOf = (after: number, before: number) => handovers
    .filter(({ at }) => at !== undefined && msOf(at) >= after && msOf(at) < before)
    .map((handover) => <HandoverRow key={String(handover.at?.seconds)} handover={handover} />);
  return (
    <div className="transcript-frame">
      <div
        className="transcript" ref={box} tabIndex={0} role="log"
        aria-label={t("desk.talk.with", { name: nameOf(interaction) })}
        onScroll={({ currentTarget: c }) => setAtEnd(c.scrollHeight - c.scrollTop - c.clientHeight < NEAR_END_PX)}
      >
        <ol>
          {messages.map((message, index) => {
            const before = messages[index - 1];
            const moved = rowsOf(msOf(before?.at) ?? 0, msOf(message.at) ?? 0);
            return (
              <Fragment key={message.sequence}>
                {moved}
                {message === firstNew && <li className="new-line"><span>{t("desk.talk.new")}</span></li>}
                <MessageRow
                  message={message} interaction={interaction}
                  isFirst={before?.author !== message.author || moved.length > 0}
                  cues={cues.filter((cue) => cue.sequence === message.sequence)}
                />
              </Fragment>
            );
          })}
          {rowsOf(msOf(messages.at(-1)?.at) ?? 0, Number.POSITIVE_INFINITY)}
          {outgoing.map((message) => <OutgoingRow key={message.id} message={message} />)}
        </ol>
      </div>
      {!isAtEnd && (
        <Button className="to-latest" size="s" onPress={toEnd}>
          <ArrowDown aria-hidden />{t("desk.talk.tolatest")}
        </Button>
      )}
    </div>
  );
}

/** A note of who had it before: for this agent, never for the customer. */
function HandoverRow({ handover }: { readonly handover: Handover }) {
  const t = useText();
  const intl = useIntl();
  const { queueName } = useDesk();
  const { by, fromQueue, toQueue, note, at } = handover;
  return (
    <li className="handover">
      <p>
        <ArrowRightLeft aria-hidden />
        {t("desk.talk.handover", { by, from: queueName(fromQueue), to: queueName(toQueue) })}
        {at !== undefined && <time className="numbers">{intl.formatTime(msOf(at))}</time>}
      </p>
      {note !== "" && <blockquote dir="auto">{note}</blockquote>}
    </li>
  );
}
