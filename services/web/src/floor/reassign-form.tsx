import type { Interaction } from "../api/gen/supportgrid/v1/common_pb";
import { useTools } from "../app/session";
import { useCommand } from "../app/use-command";
import { useText } from "../i18n/use-text";
import { Field } from "../ui/field";
import { useRunningTime } from "../ui/use-running-time";
import { ActionForm } from "./action-form";
import { useChanged } from "./changed";
import { useFloorContext } from "./floor-context";
import { statusOf } from "./lists";
import { SelectBox } from "./select-box";
import { useBegunDraft } from "./use-begun-draft";
import { useQueues } from "./use-queues";

const QUEUES_EVERY_MS = 5_000;

interface Props {
  readonly interaction: Interaction;
  readonly onDone: () => void;
}

/** To a queue, or to one agent of it; with what waits there now. */
export function ReassignForm({ interaction, onDone }: Props) {
  const t = useText();
  const running = useRunningTime();
  const run = useCommand();
  const { clients } = useTools();
  const { floor, now } = useFloorContext();
  const queues = useQueues(QUEUES_EVERY_MS);
  const id = interaction.interactionId;
  const { draft, set, basis, rebase, end } = useBegunDraft("reassign", interaction);
  // The queue that it was in when the person began: a field does not change under anybody's hands.
  const { toQueue = basis["queue"] ?? interaction.queue, toAgent = "", note = "" } = draft;
  const changed = useChanged(interaction, basis);
  const rows = [...(queues?.rows ?? [])].sort((a, b) => a.name.localeCompare(b.name));
  const target = rows.find((row) => row.id === toQueue);
  const longest = target?.longestSince === undefined ? t("floor.nobody") : running(now - target.longestSince);
  const agents = floor.agents.all()
    .filter((agent) => agent.queues.length === 0 || agent.queues.includes(toQueue))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
  const known = rows.some((row) => row.id === toQueue) ? rows : [{ id: toQueue, name: toQueue }, ...rows];
  const close = () => {
    end();
    onDone();
  };
  return (
    <ActionForm
      label={t("act.reassign")} submit={t("act.reassign")} changed={changed}
      onSubmit={() => {
        // Somebody who sends after the change was shown has seen it.
        rebase();
        return run(`reassign:${id}:${toQueue}:${toAgent}:${note}`, (requestId) =>
          clients.supervision.reassignInteraction({ requestId, interactionId: id, toQueue, toAgent, note }));
      }}
      onDone={close} onCancel={close}
    >
      <SelectBox
        label={t("act.toQueue")} value={toQueue} onChange={(value) => set({ toQueue: value, toAgent: "" })}
        options={known.map((row) => ({ value: row.id, label: row.name }))}
        hint={target === undefined ? undefined : t("act.toQueue.hint", { waiting: target.waiting, longest })}
      />
      <SelectBox
        label={t("act.toAgent")} value={toAgent} onChange={(value) => set({ toAgent: value })}
        options={[
          { value: "", label: t("act.toAgent.any") },
          ...agents.map((agent) => ({
            value: agent.agentId, label: `${agent.displayName} · ${t(`status.${statusOf(agent)}`)}`,
          })),
        ]}
      />
      <Field label={t("act.note")} value={note} rows={2} onChange={(value) => set({ note: value })} />
    </ActionForm>
  );
}
