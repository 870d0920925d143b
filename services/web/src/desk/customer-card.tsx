import { useIntl } from "react-intl";
import type { GetCustomerResponse } from "../api/gen/supportgrid/v1/desk_pb";
import { type InteractionEmpathy, NeedLevel } from "../api/gen/supportgrid/v1/empathy_pb";
import type { Read } from "../api/use-read";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { ChannelIcon } from "../ui/channel";
import { msOf } from "../ui/time";
import type { Conversation } from "./desk-state";
import { nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";
import { Mood } from "./mood";
import { useOutcome } from "./use-outcome";

interface Props {
  readonly conversation: Conversation;
  readonly customer: Read<GetCustomerResponse>;
}

/** Who the customer is, how they fare, and what was before. */
export function CustomerCard({ conversation, customer: { value, problem } }: Props) {
  const t = useText();
  const { interaction, empathy } = conversation;
  const customer = value?.customer;
  return (
    <aside className="card" aria-label={t("desk.card")}>
      <header className="card-head">
        <span className="avatar" aria-hidden>{initials(nameOf(interaction))}</span>
        <div>
          <h2 dir="auto">{nameOf(interaction)}</h2>
          <p>{interaction.customerId}</p>
        </div>
      </header>
      {problem !== undefined && customer === undefined && <p role="status">{t("desk.card.failed")}</p>}
      {customer !== undefined && (
        <dl className="facts">
          <dt>{t("desk.card.identities")}</dt>
          <dd>
            {customer.identities.length === 0
              ? <span className="faint">{t("desk.card.none")}</span>
              : customer.identities.map((one) => <span key={one} className="identity" dir="ltr">{one}</span>)}
          </dd>
          <dt>{t("desk.card.contacts")}</dt>
          <dd className="numbers">{customer.contacts}</dd>
          {customer.lastAgent !== "" && (
            <>
              <dt>{t("desk.card.lastagent")}</dt>
              <dd>{customer.lastAgent}</dd>
            </>
          )}
        </dl>
      )}
      {empathy !== undefined && <Fares empathy={empathy} />}
      {customer !== undefined && <History customer={customer} current={interaction.interactionId} />}
    </aside>
  );
}

const needIds = {
  [NeedLevel.UNSPECIFIED]: "desk.card.need.1",
  [NeedLevel.BASIC]: "desk.card.need.1",
  [NeedLevel.EXPECTED]: "desk.card.need.2",
  [NeedLevel.LATENT]: "desk.card.need.3",
} as const satisfies Record<NeedLevel, MessageId>;

function Fares({ empathy }: { readonly empathy: InteractionEmpathy }) {
  const t = useText();
  const { need, effort, effortFacts } = empathy;
  return (
    <section className="card-part">
      <h3>{t("desk.card.feels")}<Mood empathy={empathy} /></h3>
      <div className="meter">
        <span>{t("desk.card.effort")}</span>
        <meter min={0} max={1} low={0.34} high={0.67} optimum={0} value={effort} aria-label={t("desk.card.effort")} />
      </div>
      {effortFacts.length > 0 && (
        <ul className="bullets">
          {effortFacts.map(({ cause, sentence }) => <li key={cause} dir="auto">{sentence}</li>)}
        </ul>
      )}
      {need !== undefined && (
        <p className="faint">
          {t("desk.card.need")}: {t(needIds[need.level])}
          {" · "}{t("desk.card.importance", { n: need.importance })} · {t("desk.card.urgency", { n: need.urgency })}
        </p>
      )}
    </section>
  );
}

interface HistoryProps {
  readonly customer: NonNullable<GetCustomerResponse["customer"]>;
  readonly current: string;
}

function History({ customer, current }: HistoryProps) {
  const t = useText();
  const intl = useIntl();
  const { queueName } = useDesk();
  const outcomeOf = useOutcome();
  const past = customer.history.filter((one) => one.interactionId !== current);
  return (
    <section className="card-part">
      <h3>{t("desk.card.history")}</h3>
      {past.length === 0 && <p className="faint">{t("desk.card.history.none")}</p>}
      <ol className="history">
        {past.map((one) => (
          <li key={one.interactionId}>
            <ChannelIcon channel={one.channel} />
            <div>
              <p dir="auto">{one.subject === "" ? queueName(one.queue) : one.subject}</p>
              <p className="faint numbers">
                {queueName(one.queue)} · {outcomeOf(one.outcome)}
                {one.openedAt !== undefined && <> · {intl.formatDate(msOf(one.openedAt), when)}</>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const when = { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" } as const;

function initials(name: string): string {
  const first = (word: string) => String.fromCodePoint(word.codePointAt(0) ?? 32);
  return name.split(/\s+/u).slice(0, 2).map(first).join("").toUpperCase();
}
