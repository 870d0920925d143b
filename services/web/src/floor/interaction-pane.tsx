import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { ChannelIcon } from "../ui/channel";
import { Segments } from "../ui/segments";
import { DecisionView } from "./decision-view";
import { useFloorContext } from "./floor-context";
import { isWaiting, sinceOf, stateKeys } from "./lists";
import { PriorityForm } from "./priority-form";
import { ReassignForm } from "./reassign-form";
import { Since } from "./since";
import { StateMark } from "./status-mark";
import { Freshness, Timeline, Transcript } from "./transcript";
import { useConversation } from "./use-conversation";

const views = ["text", "timeline", "decision"] as const;

/** One interaction, followed live. What is typed in a form stays, whatever happens around it. */
export function InteractionPane({ id }: { readonly id: string }) {
  const t = useText();
  const intl = useIntl();
  const { floor, agentName, queueName, open } = useFloorContext();
  const row = floor.interactions.get(id);
  const read = useConversation(id, row?.version);
  const [view, show] = useState<(typeof views)[number]>("text");
  const [form, setForm] = useState<"reassign" | "priority">();
  // The list hears of a change before it is read; of what has left the list only the reading tells.
  const interaction = row ?? read.value?.interaction;
  return (
    <section className="pane" aria-labelledby="pane-title" data-interaction={id}>
      <header className="pane-head">
        <Button kind="ghost" isIcon aria-label={t("floor.back")} onPress={() => open("interactions", undefined)}>
          <ArrowLeft aria-hidden className="turned" />
        </Button>
        <h2 id="pane-title">{interaction === undefined ? id : interaction.customerName || interaction.customerId}</h2>
        {interaction !== undefined && <StateMark state={stateKeys[interaction.state]} />}
      </header>
      {interaction !== undefined && (
        <dl className="facts">
          <div>
            <dt>{t("floor.queue")}</dt>
            <dd><ChannelIcon channel={interaction.channel} />{queueName(interaction.queue)}</dd>
          </div>
          <div>
            <dt>{t("floor.agent")}</dt>
            <dd>
              {interaction.agentId === "" ? t("floor.nobody") : (
                <button type="button" className="link" onClick={() => open("agents", interaction.agentId)}>
                  {agentName(interaction.agentId)}
                </button>
              )}
            </dd>
          </div>
          <div>
            <dt>{t("floor.since")}</dt>
            <dd><Since at={sinceOf(interaction)} isStrong={isWaiting(interaction)} /></dd>
          </div>
          <div>
            <dt>{t("floor.priority")}</dt>
            <dd className="numbers">{intl.formatNumber(interaction.priority)}</dd>
          </div>
        </dl>
      )}
      {interaction?.subject !== undefined && interaction.subject !== "" && (
        <p className="pane-subject">{interaction.subject}</p>
      )}
      {interaction !== undefined && row !== undefined && (
        <div className="pane-actions">
          <Button
            aria-expanded={form === "reassign"} onPress={() => setForm(form === "reassign" ? undefined : "reassign")}
          >
            {t("act.reassign")}
          </Button>
          <Button
            aria-expanded={form === "priority"} onPress={() => setForm(form === "priority" ? undefined : "priority")}
          >
            {t("act.priority")}
          </Button>
        </div>
      )}
      {interaction !== undefined && form === "reassign" && (
        <ReassignForm interaction={interaction} onDone={() => setForm(undefined)} />
      )}
      {interaction !== undefined && form === "priority" && (
        <PriorityForm interaction={interaction} onDone={() => setForm(undefined)} />
      )}
      {row === undefined && read.value !== undefined && <p className="note" role="status">{t("floor.gone")}</p>}
      <div className="pane-views">
        <Segments
          label={t("talk.view")} value={view} onChange={show}
          options={views.map((value) => ({ value, label: t(`talk.${value}`) }))}
        />
        <Freshness read={read} />
      </div>
      <div className="pane-body">
        {view === "text" && <Transcript read={read} />}
        {view === "timeline" && <Timeline read={read} />}
        {view === "decision" && <DecisionView id={id} offer={interaction?.offerId ?? ""} />}
      </div>
    </section>
  );
}
