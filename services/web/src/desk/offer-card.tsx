import { Check, Sparkles, X } from "lucide-react";
import { useId, useState } from "react";
import { useIntl } from "react-intl";
import { Party } from "../api/gen/supportgrid/v1/common_pb";
import type { Offer } from "../api/gen/supportgrid/v1/desk_pb";
import { useRead } from "../api/use-read";
import { useTools } from "../app/session";
import { clockOf, useAge, useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { ChannelIcon, channelId } from "../ui/channel";
import { Field } from "../ui/field";
import { msOf } from "../ui/time";
import { useNow } from "../ui/use-now";
import { readDecision } from "./decision";
import { nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";
import type { OfferCommands } from "./use-offer-commands";
import { useOutcome } from "./use-outcome";

const reasons = ["busy", "skill", "known", "tech", "other"] as const;

interface Props {
  readonly offer: Offer;
  readonly commands: OfferCommands;
  /** The first offer has the shortcuts. */
  readonly hasKeys: boolean;
  readonly isRejecting: boolean;
  readonly onRejecting: (is: boolean) => void;
}

/** Who it is, why it came, where they stand, and how long there is to say yes or no. */
export function OfferCard({ offer, commands, hasKeys, isRejecting, onRejecting }: Props) {
  const t = useText();
  const now = useNow();
  const { queueName, options } = useDesk();
  const title = useId();
  const { interaction, queue, channel } = offer;
  const until = msOf(offer.until) ?? now;
  const leftMs = Math.max(0, until - now);
  const wholeMs = Number(options?.queues.find((one) => one.queue === queue)?.offerTimeout?.seconds ?? 30n) * 1_000;
  const isAnswered = commands.answered.has(offer.offerId);
  const said = interaction?.transcript.findLast((message) => message.from === Party.CUSTOMER);
  const since = msOf(interaction?.placeSince);
  return (
    <article className="offer" aria-labelledby={title} data-urgent={leftMs < 10_000 || undefined}>
      <div className="offer-time" aria-hidden>
        <progress max={wholeMs} value={leftMs} />
      </div>
      <header className="offer-head">
        <span className="row-face"><ChannelIcon channel={channel} /></span>
        <h3 id={title}>{nameOf(interaction)}<small>{queueName(queue)} · {t(channelId(channel))}</small></h3>
        <span className="offer-left numbers" title={t("desk.offer.seconds", { seconds: Math.ceil(leftMs / 1_000) })}>
          {clockOf(leftMs + 999)}
        </span>
      </header>
      {interaction !== undefined && interaction.subject !== "" && (
        <p className="offer-subject" dir="auto">{interaction.subject}</p>
      )}
      {said !== undefined && <p className="offer-said" dir="auto">{said.text}</p>}
      <Journey offer={offer} waitedMs={since === undefined ? undefined : now - since} />
      <Why offer={offer} />
      {isRejecting
        ? <Rejecting offer={offer} commands={commands} onDone={() => onRejecting(false)} />
        : (
          <div className="offer-actions">
            <Button kind="accent" size="l" isDisabled={isAnswered} onPress={() => commands.accept(offer)}>
              <Check aria-hidden />{t("desk.offer.accept")}{hasKeys && <kbd aria-hidden>Alt A</kbd>}
            </Button>
            <Button size="l" isDisabled={isAnswered} onPress={() => onRejecting(true)}>
              <X aria-hidden />{t("desk.offer.reject")}{hasKeys && <kbd aria-hidden>Alt X</kbd>}
            </Button>
          </div>
        )}
    </article>
  );
}

/** The customer's way so far, in a line. */
function Journey({ offer, waitedMs }: { readonly offer: Offer; readonly waitedMs: number | undefined }) {
  const t = useText();
  const intl = useIntl();
  const outcomeOf = useOutcome();
  const { clients } = useTools();
  const { interactionId, interaction } = offer;
  const { value } = useRead({
    key: interactionId, read: (signal) => clients.desk.getCustomer({ interactionId }, { signal }),
  });
  const customer = value?.customer;
  const last = customer?.history.find((past) => past.interactionId !== interactionId);
  const ended = msOf(last?.endedAt);
  const parts: string[] = [];
  if (customer !== undefined) {
    parts.push(last === undefined ? t("desk.offer.first") : t("desk.offer.nth", { count: customer.contacts }));
  }
  if (last !== undefined && ended !== undefined) {
    const when = intl.formatDate(ended, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
    parts.push(t("desk.offer.last", { when, outcome: outcomeOf(last.outcome) }));
  }
  if (interaction !== undefined && interaction.transfers > 0) {
    parts.push(t("desk.offer.transfers", { count: interaction.transfers }));
  }
  if (interaction !== undefined && interaction.reopenings > 0) parts.push(t("desk.offer.reopened"));
  if (waitedMs !== undefined) parts.push(t("desk.offer.waited", { time: clockOf(waitedMs) }));
  return <p className="offer-journey numbers">{parts.join(" · ")}</p>;
}

function Why({ offer }: { readonly offer: Offer }) {
  const t = useText();
  const age = useAge();
  const decision = readDecision(offer.decisionJson);
  if (decision === undefined && offer.why === "") return null;
  const words = decision === undefined
    ? offer.why
    : t(`desk.offer.why.${decision.because}`, { count: decision.candidates, time: age(decision.idleMs) });
  return (
    <p className="offer-why" title={offer.why}>
      <Sparkles aria-hidden />
      <span>
        <strong className="unseen">{t("desk.offer.why")}: </strong>
        {words}{decision?.askedAgain === true && ` ${t("desk.offer.why.again")}`}
      </span>
    </p>
  );
}

interface RejectingProps {
  readonly offer: Offer;
  readonly commands: OfferCommands;
  readonly onDone: () => void;
}

function Rejecting({ offer, commands, onDone }: RejectingProps) {
  const t = useText();
  const [own, setOwn] = useState<string>();
  const [error, setError] = useState<string>();
  const reject = (reason: string) => {
    commands.reject(offer, reason);
    onDone();
  };
  if (own !== undefined) {
    const send = () => {
      if (own.trim() === "") setError(t("field.required"));
      else if (own.length > 200) setError(t("field.long", { max: 200, count: own.length }));
      else reject(own);
    };
    return (
      <form
        className="offer-reasons"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field label={t("desk.offer.reason")} value={own} onChange={setOwn} error={error} autoFocus />
        <div className="offer-actions">
          <Button type="submit" kind="danger">{t("desk.offer.reject")}</Button>
          <Button onPress={onDone}>{t("cancel")}</Button>
        </div>
      </form>
    );
  }
  return (
    <div className="offer-reasons" role="group" aria-label={t("desk.offer.reason")}>
      <p>{t("desk.offer.reason")}</p>
      {reasons.map((reason, index) => (
        <Button
          key={reason} size="s" autoFocus={index === 0}
          onPress={() => reason === "other" ? setOwn("") : reject(t(`desk.offer.reason.${reason}`))}
        >
          {t(`desk.offer.reason.${reason}`)}
        </Button>
      ))}
      <Button size="s" kind="ghost" onPress={onDone}>{t("cancel")}</Button>
    </div>
  );
}
