import { useMemo } from "react";
import { useIntl } from "react-intl";
import { type Agent, ConnectionState } from "../api/gen/supportgrid/v1/desk_pb";
import { useText } from "../i18n/use-text";
import { type Column, DataTable } from "../ui/data-table";
import { msOf } from "../ui/time";
import { useFloorContext } from "./floor-context";
import type { ListProps } from "./list-props";
import { agentKeys, agentValue, matcher, readListSort, sorted, statusOf } from "./lists";
import { Since } from "./since";
import { StatusMark } from "./status-mark";

const first = { key: "status", isDown: false };

export function useAgents(rows: readonly Agent[], query: URLSearchParams): readonly Agent[] {
  const { locale } = useIntl();
  const { queueName } = useFloorContext();
  const [text, status, queue, sort] = ["q", "status", "in", "sort"].map((key) => query.get(key));
  return useMemo(() => {
    const matches = matcher(text ?? "");
    const order = readListSort(sort ?? null, agentKeys, first);
    const found = rows.filter((row) => (status === null || statusOf(row) === status)
      && (queue === null || row.queues.length === 0 || row.queues.includes(queue ?? ""))
      && matches(row.displayName, row.agentId, row.presence, ...row.queues.map(queueName), ...Object.keys(row.skills)));
    return sorted(found, (row) => row.agentId, (row) => agentValue(row, order.key), order.isDown,
      new Intl.Collator(locale));
  }, [rows, text, status, queue, sort, locale, queueName]);
}

export function AgentList({ rows, query, selected, onSelect, onSort }: ListProps<Agent>) {
  const t = useText();
  const intl = useIntl();
  const { queueName } = useFloorContext();
  const columns = useMemo((): readonly Column<Agent>[] => [
    {
      key: "name", label: t("floor.agent"), width: "minmax(9rem, 1.4fr)",
      cell: (row) => <span className="strong">{row.displayName}</span>,
    },
    {
      key: "status", label: t("floor.status"), width: "9.5rem",
      cell: (row) => <StatusMark status={statusOf(row)} />,
    },
    {
      key: "presence", label: t("floor.presence"), width: "minmax(7rem, 1fr)",
      cell: (row) => (
        <>
          <span>{row.presence === "" ? t("floor.nobody") : row.presence}</span>
          {row.nextPresence !== "" && <span className="quiet">{t("status.next", { presence: row.nextPresence })}</span>}
          {row.signedIn && row.connection === ConnectionState.LOST && <span className="bad">{t("status.lost")}</span>}
          {row.connection === ConnectionState.GRACE && (
            <span className="bad">{t("status.grace", { at: intl.formatTime(msOf(row.graceUntil) ?? 0) })}</span>
          )}
        </>
      ),
    },
    {
      key: "since", label: t("floor.since"), width: "5.5rem", isNumber: true,
      cell: (row) => <Since at={row.signedIn ? msOf(row.presenceSince) : undefined} />,
    },
    {
      key: "load", label: t("floor.load"), width: "7.5rem",
      cell: (row) => <Load taken={row.unitsTaken} units={row.capacityUnits} />,
    },
    {
      key: "work", label: t("floor.work"), width: "4rem", isNumber: true, isSortable: false,
      cell: (row) => intl.formatNumber(row.work.length),
    },
    {
      key: "queues", label: t("floor.queues"), width: "minmax(7rem, 1.4fr)", isSortable: false,
      cell: (row) => (
        <span className="quiet">
          {row.queues.length === 0 ? t("floor.allQueues") : intl.formatList(row.queues.map(queueName))}
        </span>
      ),
    },
  ], [t, intl, queueName]);
  return (
    <DataTable
      label={t("floor.tab.agents")} rows={rows} keyOf={(row) => row.agentId} columns={columns}
      sort={readListSort(query.get("sort"), agentKeys, first)} onSort={onSort} selected={selected} onSelect={onSelect}
    />
  );
}

/** How much of the capacity is taken; the figure says it without the bar. */
export function Load({ taken, units }: { readonly taken: number; readonly units: number }) {
  const intl = useIntl();
  const share = units === 0 ? 0 : Math.min(1, taken / units);
  return (
    <>
      <span className="load" aria-hidden><i style={{ inlineSize: `${share * 100}%` }} /></span>
      <span className="numbers quiet">{intl.formatNumber(share, { style: "percent" })}</span>
    </>
  );
}
