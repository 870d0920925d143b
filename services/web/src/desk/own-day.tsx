import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useIntl } from "react-intl";
import { type GetOwnDayResponse, RoutingStatus } from "../api/gen/supportgrid/v1/desk_pb";
import { useRead } from "../api/use-read";
import { useTools } from "../app/session";
import type { MessageId } from "../i18n/locales";
import { clockOf, useText } from "../i18n/use-text";
import { Overlay } from "../ui/overlay";
import { msOf, spanMs } from "../ui/time";
import { useNow } from "../ui/use-now";
import { useDesk } from "./desk-tools";
import { usePresenceName } from "./presence-name";

const REFRESH_MS = 10_000;
const percent = { style: "percent" } as const;
const DAY_MS = 24 * 3_600_000;

/** What the agent did since midnight, where they are. */
export function OwnDay({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useText();
  const now = useNow();
  const { clients } = useTools();
  const since = midnightBefore(now);
  const { value } = useRead({
    key: isOpen ? String(since) : undefined, everyMs: REFRESH_MS,
    read: (signal) => clients.desk.getOwnDay({ since: timestampFromMs(since) }, { signal }),
  });
  return (
    <Overlay title={t("desk.day")} isOpen={isOpen} onClose={onClose} isWide>
      {value === undefined ? <p role="status">{t("page.loading")}</p> : <Day day={value} />}
    </Overlay>
  );
}

function Day({ day }: { readonly day: GetOwnDayResponse }) {
  const t = useText();
  const intl = useIntl();
  const time = (span: GetOwnDayResponse["busy"]) => clockOf(spanMs(span) ?? 0);
  const handle = spanMs(day.averageHandleTime);
  const figures = [
    [t("desk.day.handled"), intl.formatNumber(day.handled)],
    [t("desk.day.aht"), handle === undefined ? "–" : clockOf(handle)],
    [t("desk.day.occupancy"), day.occupancy === undefined ? "–" : intl.formatNumber(day.occupancy, percent)],
    [t("desk.day.signedin"), time(day.signedIn)],
  ] as const;
  const details = [
    [t("desk.day.offered"), String(day.offered)],
    [t("desk.day.accepted"), String(day.accepted)],
    [t("desk.day.rejected"), String(day.rejected)],
    [t("desk.day.missed"), String(day.missed)],
    [t("desk.day.transferred"), String(day.transferred)],
    [t("desk.day.busy"), time(day.busy)],
    [t("desk.day.ready"), time(day.ready)],
    [t("desk.day.away"), time(day.away)],
  ] as const;
  return (
    <>
      <dl className="figures numbers">
        {figures.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <Line day={day} />
      <dl className="details numbers">
        {details.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <p className="field-hint">
        {t("desk.day.occupancy.how", { definition: day.occupancyDefinition })}
        {!day.isWhole && ` ${t("desk.day.part")}`}
      </p>
    </>
  );
}

const statusIds = {
  [RoutingStatus.UNSPECIFIED]: "desk.status.1",
  [RoutingStatus.OFF_QUEUE]: "desk.status.1",
  [RoutingStatus.IDLE]: "desk.status.2",
  [RoutingStatus.OFFERED]: "desk.status.3",
  [RoutingStatus.INTERACTING]: "desk.status.4",
  [RoutingStatus.WRAPPING]: "desk.status.5",
  [RoutingStatus.NOT_RESPONDING]: "desk.status.6",
} as const satisfies Record<RoutingStatus, MessageId>;

/** The day as a line from signing in to now. */
function Line({ day }: { readonly day: GetOwnDayResponse }) {
  const t = useText();
  const intl = useIntl();
  const { options } = useDesk();
  const presenceName = usePresenceName(options);
  const [first] = day.spans;
  const from = msOf(first?.from);
  const until = msOf(day.asOf);
  if (from === undefined || until === undefined || until <= from) return null;
  const share = (ms: number) => `${(ms / (until - from)) * 100}%`;
  return (
    <figure>
      <ul className="day-line">
        {day.spans.map((span) => {
          const [start, end] = [msOf(span.from) ?? from, msOf(span.until) ?? until];
          const words = t("desk.day.line", {
            status: t(statusIds[span.routingStatus]),
            presence: presenceName(span.presence), from: intl.formatTime(start), until: intl.formatTime(end),
          });
          return (
            <li
              key={start} data-status={span.routingStatus} title={words}
              style={{ insetInlineStart: share(start - from), inlineSize: share(end - start) }}
            >
              <span className="unseen">{words}</span>
            </li>
          );
        })}
      </ul>
      <figcaption className="numbers">
        <span>{intl.formatTime(from)}</span><span>{intl.formatTime(until)}</span>
      </figcaption>
    </figure>
  );
}

/** Of the machine's time zone; at most a day ago. */
function midnightBefore(now: number): number {
  const parts = new Intl.DateTimeFormat("en", {
    hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23",
  }).formatToParts(now);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const passed = (of("hour") * 3_600 + of("minute") * 60 + of("second")) * 1_000;
  return now - Math.min(passed, DAY_MS);
}
