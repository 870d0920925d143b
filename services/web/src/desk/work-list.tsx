import { useSyncExternalStore } from "react";
import { InteractionState, Party } from "../api/gen/supportgrid/v1/common_pb";
import type { Offer } from "../api/gen/supportgrid/v1/desk_pb";
import { clockOf, useText } from "../i18n/use-text";
import { ChannelIcon } from "../ui/channel";
import { msOf } from "../ui/time";
import { useNow } from "../ui/use-now";
import { type Conversation, nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";
import { OfferCard } from "./offer-card";
import { unreadOf, waitsSince } from "./unread";
import type { OfferCommands } from "./use-offer-commands";

interface Props {
  readonly offers: readonly Offer[];
  readonly offerCommands: OfferCommands;
  readonly current: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly rejecting: string | undefined;
  readonly onRejecting: (offerId: string | undefined) => void;
}

/** Offers first, then what is in hand. */
export function WorkList({ offers, offerCommands, current, onChoose, rejecting, onRejecting }: Props) {
  const t = useText();
  const { state } = useDesk();
  const conversations = [...state.conversations.values()];
  return (
    <nav className="work" aria-label={t("desk.work")}>
      <div aria-live="assertive" aria-relevant="additions">
        {offers.map((offer, index) => (
          <OfferCard
            key={offer.offerId} offer={offer} commands={offerCommands} hasKeys={index === 0}
            isRejecting={rejecting === offer.offerId}
            onRejecting={(is) => onRejecting(is ? offer.offerId : undefined)}
          />
        ))}
      </div>
      <h2 className="work-head">{t("desk.work")}<span className="numbers">{conversations.length}</span></h2>
      {conversations.length === 0 && <p className="work-none">{t("desk.work.none")}</p>}
      <ul>
        {conversations.map((conversation, index) => (
          <Row
            key={conversation.interaction.interactionId} conversation={conversation} number={index + 1}
            isCurrent={conversation.interaction.interactionId === current} onChoose={onChoose}
          />
        ))}
      </ul>
    </nav>
  );
}

interface RowProps {
  readonly conversation: Conversation;
  readonly number: number;
  readonly isCurrent: boolean;
  readonly onChoose: (id: string) => void;
}

function Row({ conversation, number, isCurrent, onChoose }: RowProps) {
  const t = useText();
  const { kept, queueName } = useDesk();
  const { interaction, empathy } = conversation;
  const id = interaction.interactionId;
  const seen = useSyncExternalStore(kept.seen.subscribe, kept.seen.getSnapshot);
  const unread = unreadOf(conversation, seen[id]);
  return (
    <li>
      <button
        type="button" className="row" aria-current={isCurrent || undefined} data-unread={unread > 0 || undefined}
        onClick={() => onChoose(id)}
      >
        <span className="row-face" data-mood={empathy?.trajectory ?? 0}>
          <ChannelIcon channel={interaction.channel} />
        </span>
        <span className="row-name">{nameOf(interaction)}</span>
        <Wait conversation={conversation} />
        <span className="row-last"><Preview conversation={conversation} /></span>
        {unread > 0
          ? <span className="badge numbers"><span className="unseen">{t("desk.work.unread", { count: unread })}</span>
            <span aria-hidden>{unread}</span></span>
          : <kbd aria-hidden>{number < 10 ? number : ""}</kbd>}
        <span className="row-queue">{queueName(interaction.queue)}</span>
      </button>
    </li>
  );
}

/** How long the customer has been waiting for a word. */
function Wait({ conversation }: { readonly conversation: Conversation }) {
  const t = useText();
  const now = useNow();
  const { interaction } = conversation;
  if (interaction.state === InteractionState.WRAPPING) {
    const until = msOf(interaction.until);
    return <span className="row-wait numbers">{until === undefined ? "" : clockOf(until - now)}</span>;
  }
  const since = waitsSince(conversation)?.at;
  if (since === undefined) return <span className="row-wait" />;
  const ms = Math.max(0, now - msOf(since));
  const level = ms > 120_000 ? "long" : ms > 45_000 ? "some" : "short";
  return (
    <span className="row-wait numbers" data-level={level} title={t("desk.work.waits", { time: clockOf(ms) })}>
      {clockOf(ms)}
    </span>
  );
}

function Preview({ conversation }: { readonly conversation: Conversation }) {
  const t = useText();
  const { kept } = useDesk();
  const { interaction, messages } = conversation;
  const place = `say:${interaction.interactionId}`;
  const draft = useSyncExternalStore(kept.drafts.subscribe, () => kept.drafts.get(place));
  if (interaction.state === InteractionState.WRAPPING) return t("desk.work.wrapping");
  if (interaction.state === InteractionState.HELD) return t("desk.work.held");
  if (draft.trim() !== "") return <em>{t("desk.work.draft", { text: draft })}</em>;
  const last = messages.at(-1);
  if (last === undefined) return interaction.subject;
  return last.from === Party.AGENT ? t("desk.work.you", { text: last.text }) : last.text;
}
