import type { Interaction } from "../api/gen/supportgrid/v1/common_pb";
import { useIntl } from "react-intl";
import { useText } from "../i18n/use-text";
import { useFloorContext } from "./floor-context";
import { stateKeys } from "./lists";

/** What an action was begun on; strings, so that a draft keeps it. */
export const basisOf = (of: Interaction) => ({
  state: stateKeys[of.state], queue: of.queue, agent: of.agentId, priority: String(of.priority),
});

type Basis = ReturnType<typeof basisOf>;

/** What has changed since somebody began to act, in words; empty: nothing that matters. */
export function useChanged(interaction: Interaction, begun: Partial<Basis>): string {
  const t = useText();
  const intl = useIntl();
  const { agentName, queueName } = useFloorContext();
  const is = basisOf(interaction);
  const agent = (id: string) => (id === "" ? t("floor.nobody") : agentName(id));
  const words: Readonly<Record<keyof Basis, (value: string) => string>> = {
    state: (value) => t(`state.${value as Basis["state"]}`), queue: queueName, agent, priority: (value) => value,
  };
  const parts = (["queue", "agent", "state", "priority"] as const).flatMap((key) => {
    const from = begun[key];
    if (from === undefined || from === is[key]) return [];
    return [t(`act.changed.${key}`, { from: words[key](from), to: words[key](is[key]) })];
  });
  return intl.formatList(parts);
}
