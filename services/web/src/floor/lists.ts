import { type Interaction, InteractionState } from "../api/gen/supportgrid/v1/common_pb";
import { type Agent, RoutingStatus } from "../api/gen/supportgrid/v1/desk_pb";
import { msOf } from "../ui/time";

export const stateKeys = {
  [InteractionState.UNSPECIFIED]: "unknown", [InteractionState.QUEUED]: "queued",
  [InteractionState.OFFERED]: "offered", [InteractionState.CONNECTED]: "connected", [InteractionState.HELD]: "held",
  [InteractionState.WRAPPING]: "wrapping", [InteractionState.CLOSED]: "closed",
} as const satisfies Record<InteractionState, string>;

export const statusKeys = {
  [RoutingStatus.UNSPECIFIED]: "out", [RoutingStatus.OFF_QUEUE]: "offQueue", [RoutingStatus.IDLE]: "idle",
  [RoutingStatus.OFFERED]: "offered", [RoutingStatus.INTERACTING]: "interacting",
  [RoutingStatus.WRAPPING]: "wrapping", [RoutingStatus.NOT_RESPONDING]: "notResponding",
} as const satisfies Record<RoutingStatus, string>;

export type StateKey = (typeof stateKeys)[InteractionState];
export type StatusKey = (typeof statusKeys)[RoutingStatus];

export const statusOf = (agent: Agent): StatusKey => (agent.signedIn ? statusKeys[agent.routingStatus] : "out");

export interface ListSort {
  readonly key: string;
  readonly isDown: boolean;
}

export function readListSort(text: string | null, keys: readonly string[], otherwise: ListSort): ListSort {
  const key = text?.replace(/^-/, "");
  return text === null || key === undefined || !keys.includes(key) ? otherwise : { key, isDown: text.startsWith("-") };
}

type Value = string | number | undefined;

/** By a value of each row, taken once; rows without one go last, equal ones by their key. */
export function sorted<T>(
  rows: readonly T[], keyOf: (row: T) => string, valueOf: (row: T) => Value, isDown: boolean, collator: Intl.Collator,
): readonly T[] {
  const valued = rows.map((row) => ({ row, key: keyOf(row), value: valueOf(row) }));
  valued.sort((a, b) => {
    const ways = compare(a.value, b.value, isDown, collator);
    return ways === 0 ? Number(a.key > b.key) - Number(a.key < b.key) : ways;
  });
  return valued.map(({ row }) => row);
}

function compare(a: Value, b: Value, isDown: boolean, collator: Intl.Collator): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const ways = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  return isDown ? -ways : ways;
}

export const interactionKeys = ["state", "customer", "queue", "agent", "since", "priority"] as const;

/** Since when it waits, while it waits; else since when it is open. */
export const sinceOf = (interaction: Interaction): number | undefined =>
  msOf(isWaiting(interaction) ? (interaction.placeSince ?? interaction.openedAt) : interaction.openedAt);

export const isWaiting = ({ state }: Interaction): boolean =>
  state === InteractionState.QUEUED || state === InteractionState.OFFERED;

export function interactionValue(of: Interaction, key: string, agentName: (id: string) => string): Value {
  switch (key) {
    case "state": return of.state;
    case "customer": return of.customerName === "" ? of.customerId : of.customerName;
    case "queue": return of.queue;
    case "agent": return of.agentId === "" ? undefined : agentName(of.agentId);
    case "priority": return of.priority;
    default: {
      const since = sinceOf(of);
      // The one who waits longest is the first of the greatest.
      return since === undefined ? undefined : -since;
    }
  }
}

export const agentKeys = ["name", "status", "presence", "since", "load"] as const;

/** Who needs a look comes first. */
const statusRank: Readonly<Record<StatusKey, number>> = {
  notResponding: 0, offered: 1, interacting: 2, wrapping: 3, idle: 4, offQueue: 5, out: 6,
};

export function agentValue(of: Agent, key: string): Value {
  switch (key) {
    case "status": return statusRank[statusOf(of)];
    case "presence": return of.presence === "" ? undefined : of.presence;
    case "since": {
      const since = msOf(of.presenceSince);
      return since === undefined ? undefined : -since;
    }
    case "load": return of.capacityUnits === 0 ? undefined : of.unitsTaken / of.capacityUnits;
    default: return of.displayName;
  }
}

/** Every word of the search stands somewhere in the row. */
export function matcher(text: string): (...fields: readonly string[]) => boolean {
  const words = text.toLocaleLowerCase().split(/\s+/).filter((word) => word !== "");
  return (...fields) => {
    if (words.length === 0) return true;
    const all = fields.join("\n").toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  };
}
