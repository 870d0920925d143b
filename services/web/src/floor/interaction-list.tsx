import { useMemo } from "react";
import { useIntl } from "react-intl";
import type { Interaction } from "../api/gen/supportgrid/v1/common_pb";
import { useText } from "../i18n/use-text";
import { ChannelIcon } from "../ui/channel";
import { type Column, DataTable } from "../ui/data-table";
import { useFloorContext } from "./floor-context";
import {
  interactionKeys, interactionValue, isWaiting, matcher, readListSort, sinceOf, sorted, stateKeys,
} from "./lists";
import { Since } from "./since";
import { StateMark } from "./status-mark";
import type { ListProps } from "./list-props";

const first = { key: "since", isDown: true };

/** Every open interaction that the search and filters leave. */
export function useInteractions(rows: readonly Interaction[], query: URLSearchParams): readonly Interaction[] {
  const { locale } = useIntl();
  const { agentName, queueName } = useFloorContext();
  const [text, state, queue, sort] = ["q", "state", "in", "sort"].map((key) => query.get(key));
  return useMemo(() => {
    const matches = matcher(text ?? "");
    const order = readListSort(sort ?? null, interactionKeys, first);
    const found = rows.filter((row) => (state === null || stateKeys[row.state] === state)
      && (queue === null || row.queue === queue)
      && matches(row.customerName, row.customerId, row.subject, row.interactionId, row.queue, queueName(row.queue),
        row.agentId, agentName(row.agentId)));
    return sorted(found, (row) => row.interactionId, (row) => interactionValue(row, order.key, agentName), order.isDown,
      new Intl.Collator(locale));
  }, [rows, text, state, queue, sort, locale, agentName, queueName]);
}

export function InteractionList({ rows, query, selected, onSelect, onSort }: ListProps<Interaction>) {
  const t = useText();
  const intl = useIntl();
  const { agentName, queueName } = useFloorContext();
  const columns = useMemo((): readonly Column<Interaction>[] => [
    { key: "state", label: t("floor.state"), width: "8rem", cell: (row) => <StateMark state={stateKeys[row.state]} /> },
    {
      key: "customer", label: t("floor.customer"), width: "minmax(9rem, 1.4fr)",
      cell: (row) => (
        <>
          <ChannelIcon channel={row.channel} />
          <span className="strong">{row.customerName === "" ? row.customerId : row.customerName}</span>
        </>
      ),
    },
    {
      key: "subject", label: t("floor.subject"), width: "minmax(6rem, 1.6fr)", isSortable: false,
      cell: (row) => <span className="quiet">{row.subject}</span>,
    },
    {
      key: "queue", label: t("floor.queue"), width: "minmax(6rem, 1fr)",
      cell: (row) => <span>{queueName(row.queue)}</span>,
    },
    {
      key: "agent", label: t("floor.agent"), width: "minmax(6rem, 1fr)",
      cell: (row) => <span>{row.agentId === "" ? t("floor.nobody") : agentName(row.agentId)}</span>,
    },
    {
      key: "since", label: t("floor.since"), width: "5.5rem", isNumber: true,
      cell: (row) => <Since at={sinceOf(row)} isStrong={isWaiting(row)} />,
    },
    {
      key: "priority", label: t("floor.priority"), width: "5rem", isNumber: true,
      cell: (row) => intl.formatNumber(row.priority),
    },
  ], [t, intl, agentName, queueName]);
  return (
    <DataTable
      label={t("floor.tab.interactions")} rows={rows} keyOf={(row) => row.interactionId} columns={columns}
      sort={readListSort(query.get("sort"), interactionKeys, first)} onSort={onSort} selected={selected}
      onSelect={onSelect}
    />
  );
}
