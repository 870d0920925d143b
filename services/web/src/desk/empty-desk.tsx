import { Coffee, Inbox } from "lucide-react";
import type { Agent } from "../api/gen/supportgrid/v1/desk_pb";
import { useText } from "../i18n/use-text";
import { useDesk } from "./desk-tools";
import { usePresenceName } from "./presence-name";

export function EmptyDesk({ agent }: { readonly agent: Agent }) {
  const t = useText();
  const { options } = useDesk();
  const nameOf = usePresenceName(options);
  const Icon = agent.takesWork ? Inbox : Coffee;
  return (
    <div className="empty">
      <Icon aria-hidden />
      <h1>{t("desk.empty.title")}</h1>
      <p>{agent.takesWork ? t("desk.empty.ready") : t("desk.empty.away", { presence: nameOf(agent.presence) })}</p>
    </div>
  );
}
