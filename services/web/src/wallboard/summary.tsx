import type { ReactNode } from "react";
import type { AgentNumbers } from "../api/gen/supportgrid/v1/supervision_pb";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { Hint } from "../ui/hint";
import type { Figures } from "./figures";
import { levelSeverity, type Limits, type Severity } from "./limits";
import type { Totals } from "./selection";
import { SeverityMark } from "./severity-mark";
import "./summary.css";

interface Props {
  readonly totals: Totals;
  readonly agents: AgentNumbers | undefined;
  readonly now: number;
  readonly figures: Figures;
  readonly limits: Limits;
}

/** The shown queues as one, and the agents by what they do. */
export function Summary({ totals, agents, now, figures, limits }: Props) {
  const t = useText();
  const { level } = totals;
  const since = totals.longestSince;
  const abandoned = totals.offered === 0 ? undefined : totals.abandoned / totals.offered;
  return (
    <section className="summary" aria-label={t("board.today")}>
      <Tile label={t("board.waiting")} value={figures.count(totals.waiting)} isStrong={totals.waiting > 0}>
        {totals.offeredNow > 0 && t("board.asked", { count: totals.offeredNow })}
      </Tile>
      <Tile label={t("board.longest")} value={figures.time(since === undefined ? undefined : now - since)}>
        {totals.longestIn !== undefined && t("board.longest.in", { queue: totals.longestIn })}
      </Tile>
      {level === "mixed"
        ? (
          <Tile label={t("board.level")} value={t("board.none")}>
            <Hint hint={t("board.mixed.hint")}>{t("board.mixed")}</Hint>
          </Tile>
        )
        : (
          <Tile
            label={t("board.level")} severity={levelSeverity(level, limits)}
            value={level === undefined
              ? t("board.none")
              : <Hint hint={figures.level(level)}>{figures.percent(level.share)}</Hint>}
          >
            {level !== undefined && t("board.target", { target: figures.percent(level.target) })}
          </Tile>
        )}
      <Tile label={t("board.answered")} value={figures.count(totals.answered)}>{t("board.today")}</Tile>
      <Tile label={t("board.abandoned")} value={figures.count(totals.abandoned)}>{figures.percent(abandoned)}</Tile>
      {agents !== undefined && <Agents agents={agents} figures={figures} />}
    </section>
  );
}

interface TileProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly severity?: Severity;
  readonly isStrong?: boolean;
  readonly children?: ReactNode;
}

function Tile({ label, value, severity = "calm", isStrong = false, children }: TileProps) {
  return (
    <div className="tile" data-severity={severity} data-strong={isStrong}>
      <span className="tile-label">{label}</span>
      <span className="tile-value numbers">{value}<SeverityMark severity={severity} /></span>
      <span className="tile-foot numbers">{children}</span>
    </div>
  );
}

export const agentParts = [
  ["idle", "agents.idle"], ["offered", "agents.offered"], ["interacting", "agents.interacting"],
  ["wrapping", "agents.wrapping"], ["notResponding", "agents.notResponding"], ["offQueue", "agents.offQueue"],
] as const satisfies readonly (readonly [keyof AgentNumbers, MessageId])[];

function Agents({ agents, figures }: { readonly agents: AgentNumbers; readonly figures: Figures }) {
  const t = useText();
  return (
    <div className="agents">
      <span className="tile-label">
        {t("agents.title")}
        <span className="numbers">{t("agents.signedIn", { count: agents.signedIn })}</span>
      </span>
      <div className="agents-bar" aria-hidden>
        {agentParts.map(([key]) =>
          agents[key] > 0 && <i key={key} data-part={key} style={{ flexGrow: agents[key] }} />)}
      </div>
      <dl className="agents-key">
        {agentParts.map(([key, label]) => (
          <div key={key} data-part={key}>
            <dt>{t(label)}</dt>
            <dd className="numbers">{figures.count(agents[key])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
