import { useMemo } from "react";
import { useIntl } from "react-intl";
import { type AlertedInteraction, Trajectory } from "../api/gen/supportgrid/v1/empathy_pb";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { ChannelIcon } from "../ui/channel";
import { useFloorContext } from "./floor-context";

const trajectoryRank: Readonly<Record<Trajectory, number>> = {
  [Trajectory.UPSET]: 0, [Trajectory.STRAINED]: 1, [Trajectory.RECOVERING]: 2, [Trajectory.CALM]: 3,
  [Trajectory.UNSPECIFIED]: 4,
};

interface Props {
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly text: string;
}

/** Who may need a supervisor: the alert with its ground, and what would help. Advice, no judgement of anybody. */
export function AlertList({ selected, onSelect, text }: Props) {
  const t = useText();
  const intl = useIntl();
  const { floor, agentName, queueName } = useFloorContext();
  const rows = useMemo(() => rowsOf(floor.alerts.interactions.all()), [floor.alerts.interactions]);
  const wanted = text.trim().toLocaleLowerCase();
  const shown = rows.filter((row) => wanted === ""
    || [row.interactionId, agentName(row.agentId), queueName(row.queue), ...row.alerts.map((cue) => cue.suggestion)]
      .join("\n").toLocaleLowerCase().includes(wanted));
  return (
    <div className="alerts" tabIndex={0} role="group" aria-label={t("floor.tab.alerts")}>
      {shown.length === 0 && (
        <p className="floor-none">{t(rows.length === 0 ? "floor.empty.alerts" : "floor.none")}</p>
      )}
      <ul>
        {shown.map((row) => (
          <li key={row.interactionId}>
            <button
              type="button" className="alert" aria-pressed={row.interactionId === selected}
              data-row={row.interactionId} onClick={() => onSelect(row.interactionId)}
            >
              <span className="alert-head">
                <ChannelIcon channel={row.channel} />
                <Trend trajectory={row.trajectory} />
                <strong>{floor.interactions.get(row.interactionId)?.customerName ?? row.interactionId}</strong>
                <span className="quiet">
                  {[queueName(row.queue), row.agentId === "" ? "" : agentName(row.agentId)]
                    .filter((part) => part !== "").join(" · ")}
                </span>
              </span>
              {row.alerts.map((cue) => (
                <span key={cue.cueId} className="alert-cue">
                  <b>{t(`cue.${cue.kind}` as MessageId)}</b>
                  <span>{cue.evidence.map((evidence) => evidence.sentence).join(" ")}</span>
                  <em>{cue.suggestion}</em>
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
      {floor.alerts.silenced.length > 0 && (
        <section className="alerts-silenced">
          <h2>{t("alert.silenced")}</h2>
          <ul>
            {floor.alerts.silenced.map((record) => (
              <li key={record.kind}>
                {t("alert.precision", {
                  kind: t(`cue.${record.kind}` as MessageId),
                  share: intl.formatNumber(record.precision ?? 0, { style: "percent" }),
                  count: Number(record.useful + record.disputed),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Alerts first, then the upset: in an order that does not jump. */
function rowsOf(rows: readonly AlertedInteraction[]): readonly AlertedInteraction[] {
  return [...rows].sort((a, b) => Number(b.alerts.length > 0) - Number(a.alerts.length > 0)
    || trajectoryRank[a.trajectory] - trajectoryRank[b.trajectory]
    || (a.interactionId < b.interactionId ? -1 : 1));
}

export function Trend({ trajectory }: { readonly trajectory: Trajectory }) {
  const t = useText();
  return (
    <span className="trajectory" data-trajectory={trajectory}>{t(`trajectory.${trajectory}` as MessageId)}</span>
  );
}
