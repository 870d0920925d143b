import { ArrowRightLeft, CheckCheck, Pause, Play } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { InteractionState } from "../api/gen/supportgrid/v1/common_pb";
import type { Handover } from "../api/gen/supportgrid/v1/desk_pb";
import { useTools } from "../app/session";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { channelId } from "../ui/channel";
import { useShortcuts } from "../ui/shortcuts";
import { useProblemText } from "../ui/use-problem-text";
import { Composer } from "./composer";
import { type Conversation, nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";
import { Mood } from "./mood";
import { Transcript } from "./transcript";
import { TransferDialog } from "./transfer-dialog";
import { WrapUp } from "./wrap-up";
import { Writing } from "./writing";

interface Props {
  readonly conversation: Conversation;
  readonly handovers: readonly Handover[];
}

/** One conversation: what was said, and what can be done with it. */
export function Talk({ conversation, handovers }: Props) {
  const t = useText();
  const explain = useProblemText();
  const { clients } = useTools();
  const { run, toasts, queueName, kept } = useDesk();
  const [isTransferring, setTransferring] = useState(false);
  const { interaction, messages } = conversation;
  const { interactionId, state } = interaction;
  const name = nameOf(interaction);
  const isHeld = state === InteractionState.HELD;
  const isWrapping = state === InteractionState.WRAPPING;

  // The stream may show a message before the call that sent it is answered: an answer settles it as well.
  const outgoing = useSyncExternalStore(kept.outbox.subscribe, kept.outbox.getSnapshot);
  useEffect(() => {
    const last = messages.at(-1)?.sequence ?? 0;
    kept.outbox.settle(interactionId, (message) => message.state === "sent"
      && (message.version <= interaction.version || last > message.afterSequence
        && messages.some((m) => m.sequence > message.afterSequence && m.text === message.text)));
  }, [interactionId, interaction.version, messages, kept, outgoing]);

  const act = async (what: string, send: (requestId: string) => Promise<unknown>) => {
    const outcome = await run(`${what}:${interactionId}`, send);
    if (!outcome.ok) toasts.say(explain(outcome.problem));
  };
  const hold = () => void (isHeld
    ? act("retrieve", (requestId) => clients.desk.retrieveInteraction({ requestId, interactionId }))
    : act("hold", (requestId) => clients.desk.holdInteraction({ requestId, interactionId })));
  const end = () => void act("end", (requestId) => clients.desk.endContact({ requestId, interactionId }));
  useShortcuts(isWrapping ? [] : [
    { code: "KeyH", isAlt: true, run: hold },
    { code: "KeyT", isAlt: true, run: () => setTransferring(true) },
    { code: "KeyE", isAlt: true, run: end },
  ]);

  return (
    <section className="talk" aria-label={t("desk.talk.with", { name })} data-held={isHeld || undefined}>
      <header className="talk-head">
        <div className="talk-who">
          <h1>{name}</h1>
          <p>
            {t("desk.talk.queue", { queue: queueName(interaction.queue), channel: t(channelId(interaction.channel)) })}
            {interaction.subject !== "" && <> · <span dir="auto">{interaction.subject}</span></>}
          </p>
        </div>
        <Mood empathy={conversation.empathy} />
        {!isWrapping && (
          <div className="talk-actions">
            <Button onPress={hold} aria-pressed={isHeld}>
              {isHeld ? <Play aria-hidden /> : <Pause aria-hidden />}
              {t(isHeld ? "desk.talk.retrieve" : "desk.talk.hold")}
            </Button>
            <Button onPress={() => setTransferring(true)}>
              <ArrowRightLeft aria-hidden />{t("desk.talk.transfer")}
            </Button>
            <Button onPress={end}><CheckCheck aria-hidden />{t("desk.talk.end")}</Button>
          </div>
        )}
      </header>
      {isHeld && <p className="held" role="status"><Pause aria-hidden />{t("desk.say.held", { name })}</p>}
      <Transcript conversation={conversation} handovers={handovers} />
      <Writing typing={conversation.typing} name={name} />
      {isWrapping ? <WrapUp conversation={conversation} /> : <Composer conversation={conversation} />}
      {isTransferring && <TransferDialog conversation={conversation} onClose={() => setTransferring(false)} />}
    </section>
  );
}
