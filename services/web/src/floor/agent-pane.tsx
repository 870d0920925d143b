import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import type { Agent } from "../api/gen/supportgrid/v1/desk_pb";
import { useTools } from "../app/session";
import { useCommand } from "../app/use-command";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { ChannelIcon } from "../ui/channel";
import { msOf } from "../ui/time";
import { ActionForm } from "./action-form";
import { Load } from "./agent-list";
import { useFloorContext } from "./floor-context";
import { statusOf } from "./lists";
import { SelectBox } from "./select-box";
import { Since } from "./since";
import { StatusMark } from "./status-mark";
import { useDraft } from "./use-draft";

/** One agent: what they do, what they have in hand, and what a supervisor may do about it. */
export function AgentPane({ id }: { readonly id: string }) {
  const t = useText();
  const intl = useIntl();
  const { floor, queueName, open } = useFloorContext();
  const [form, setForm] = useState<"presence" | "signOut">();
  const agent = floor.agents.get(id);
  const skills = agent === undefined ? [] : Object.entries(agent.skills);
  return (
    <section className="pane" aria-labelledby="pane-title" data-agent={id}>
      <header className="pane-head">
        <Button kind="ghost" isIcon aria-label={t("floor.back")} onPress={() => open("agents", undefined)}>
          <ArrowLeft aria-hidden className="turned" />
        </Button>
        <h2 id="pane-title">{agent?.displayName ?? id}</h2>
        {agent !== undefined && <StatusMark status={statusOf(agent)} />}
      </header>
      {agent === undefined ? <p className="floor-none">{t("floor.gone")}</p> : (
        <>
          <dl className="facts">
            <div>
              <dt>{t("floor.presence")}</dt>
              <dd>{agent.presence === "" ? t("floor.nobody") : agent.presence}</dd>
            </div>
            <div>
              <dt>{t("floor.since")}</dt>
              <dd><Since at={agent.signedIn ? msOf(agent.presenceSince) : undefined} /></dd>
            </div>
            <div>
              <dt>{t("floor.load")}</dt>
              <dd><Load taken={agent.unitsTaken} units={agent.capacityUnits} /></dd>
            </div>
            <div>
              <dt>{t("floor.skills")}</dt>
              <dd>
                {skills.length === 0 ? t("floor.nobody")
                  : intl.formatList(skills.map(([skill, level]) => `${skill} ${intl.formatNumber(level)}`))}
              </dd>
            </div>
          </dl>
          <p className="pane-subject">
            {agent.queues.length === 0 ? t("floor.allQueues") : intl.formatList(agent.queues.map(queueName))}
          </p>
          {agent.signedIn && (
            <div className="pane-actions">
              <Button onPress={() => setForm("presence")}>{t("act.presence")}</Button>
              <Button onPress={() => setForm("signOut")}>{t("act.signOut")}</Button>
            </div>
          )}
          {form === "presence" && <PresenceForm agent={agent} onDone={() => setForm(undefined)} />}
          {form === "signOut" && <SignOutForm agent={agent} onDone={() => setForm(undefined)} />}
          <div className="pane-body">
            <h3 className="pane-title">{t("floor.work")}</h3>
            <ul className="work">
              {agent.work.length === 0 && <li className="quiet">{t("floor.nobody")}</li>}
              {agent.work.map((item) => (
                <li key={item.interactionId}>
                  <button type="button" className="work-row" onClick={() => open("interactions", item.interactionId)}>
                    <ChannelIcon channel={item.channel} />
                    <span className="strong">
                      {floor.interactions.get(item.interactionId)?.customerName ?? item.interactionId}
                    </span>
                    <span className="quiet">{queueName(item.queue)}</span>
                    {item.wrappingUp && <span className="quiet">{t("state.wrapping")}</span>}
                    <Since at={msOf(item.since)} />
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </section>
  );
}

interface FormProps {
  readonly agent: Agent;
  readonly onDone: () => void;
}

/** Presences are those that agents have now, and "online": the configuration is not a supervisor's to read. */
function PresenceForm({ agent, onDone }: FormProps) {
  const t = useText();
  const run = useCommand();
  const { clients } = useTools();
  const { floor } = useFloorContext();
  const id = agent.agentId;
  const [{ presence = agent.presence }, set, clear] = useDraft(`presence.${id}`);
  const known = new Set(["online", agent.presence, ...floor.agents.all().map((one) => one.presence)]);
  known.delete("");
  const end = () => {
    onDone();
    clear();
  };
  return (
    <ActionForm
      label={t("act.presence")} submit={t("act.presence")} onDone={end} onCancel={end}
      onSubmit={() => run(`presence:${id}:${presence}`, (requestId) =>
        clients.supervision.setAgentPresence({ requestId, agentId: id, presence }))}
    >
      <SelectBox
        label={t("act.presence.value")} value={presence} onChange={(value) => set({ presence: value })}
        options={[...known].sort().map((value) => ({ value, label: value }))}
      />
    </ActionForm>
  );
}

function SignOutForm({ agent, onDone }: FormProps) {
  const t = useText();
  const run = useCommand();
  const { clients } = useTools();
  const [force, setForce] = useState(false);
  const id = agent.agentId;
  const work = agent.work.length;
  return (
    <ActionForm
      label={t("act.signOut")} submit={t("act.signOut")} isDanger onDone={onDone} onCancel={onDone}
      onSubmit={() => run(`signout:${id}:${String(force)}`, (requestId) =>
        clients.supervision.signOutAgent({ requestId, agentId: id, force }))}
    >
      <p>{t("act.signOut.ask", { agent: agent.displayName, work })}</p>
      {work > 0 && (
        <label className="checkbox">
          <input type="checkbox" checked={force} onChange={(event) => setForce(event.target.checked)} />
          {t("act.force")}
        </label>
      )}
    </ActionForm>
  );
}
