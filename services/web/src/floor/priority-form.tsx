import { useState } from "react";
import type { Interaction } from "../api/gen/supportgrid/v1/common_pb";
import { useTools } from "../app/session";
import { useCommand } from "../app/use-command";
import { useText } from "../i18n/use-text";
import { Field } from "../ui/field";
import { ActionForm } from "./action-form";
import { useChanged } from "./changed";
import { useBegunDraft } from "./use-begun-draft";

const POINTS_MAX = 10_000;

interface Props {
  readonly interaction: Interaction;
  readonly onDone: () => void;
}

/** Another place in the line, with the reason that the timeline keeps. */
export function PriorityForm({ interaction, onDone }: Props) {
  const t = useText();
  const run = useCommand();
  const { clients } = useTools();
  const id = interaction.interactionId;
  const { draft, set, basis, rebase, end } = useBegunDraft("priority", interaction);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const { value = String(interaction.priority), reason = "" } = draft;
  const changed = useChanged(interaction, basis);
  const close = () => {
    end();
    onDone();
  };
  return (
    <ActionForm
      label={t("act.priority")} submit={t("act.priority")} changed={changed} onDone={close} onCancel={close}
      onFields={setWrong}
      onSubmit={() => {
        const priority = Number(value.trim().replace(",", "."));
        const found = new Map<string, string>();
        if (value.trim() === "" || !(Math.abs(priority) <= POINTS_MAX)) found.set("priority", t("act.number"));
        if (reason.trim() === "") found.set("reason", t("act.missing"));
        setWrong(found);
        if (found.size > 0) return undefined;
        rebase();
        return run(`priority:${id}:${priority}:${reason}`, (requestId) =>
          clients.supervision.changePriority({ requestId, interactionId: id, priority, reason }));
      }}
    >
      <Field
        label={t("act.priority.value")} value={value} inputMode="decimal" error={wrong.get("priority")}
        onChange={(next) => set({ value: next })}
      />
      <Field
        label={t("act.reason")} value={reason} rows={2} error={wrong.get("reason")}
        onChange={(next) => set({ reason: next })}
      />
    </ActionForm>
  );
}
