import { Party, type Message } from "../api/gen/supportgrid/v1/common_pb";

/** A message that the stream has not shown yet. It outlives reload and sleep; its request id never changes. */
export interface Unsent {
  readonly requestId: string;
  readonly text: string;
  /** Milliseconds since 1970, by the visitor's clock. */
  readonly at: number;
  /** Sequence of the last message that was shown when it was written. */
  readonly after: number;
  /** Known once the server has acknowledged it. */
  readonly messageId?: string;
  /** Why the server will never take it; then only the visitor can do something. */
  readonly refused?: string;
}

export type Delivery = "sent" | "sending" | "waiting" | "refused";

/** A line of the conversation: what was said, or is still to be. */
export type Entry =
  | { readonly kind: "said"; readonly key: string; readonly message: Message }
  | { readonly kind: "unsent"; readonly key: string; readonly unsent: Unsent; readonly delivery: Delivery };

/**
 * The messages of the stream, then what it has not shown yet. An acknowledged one is known by its id. One whose
 * acknowledgement is still on its way may be there already: then it is the first of the customer's later messages with
 * its words, so that nothing is ever shown twice.
 */
export function entriesOf(messages: readonly Message[], unsent: readonly Unsent[], isOnline: boolean): Entry[] {
  const left = missing(messages, unsent);
  return [
    ...messages.map((message): Entry => ({ kind: "said", key: message.messageId, message })),
    ...left.map((item, index): Entry => ({
      kind: "unsent", key: item.requestId, unsent: item, delivery: deliveryOf(item, index, isOnline),
    })),
  ];
}

/** What the outbox may forget: what the stream has shown under its id. */
export function withoutShown(messages: readonly Message[], unsent: readonly Unsent[]): readonly Unsent[] {
  const shown = new Set(messages.map((message) => message.messageId));
  const left = unsent.filter((item) => item.messageId === undefined || !shown.has(item.messageId));
  return left.length === unsent.length ? unsent : left;
}

/** The next one to send: in the order of writing, one at a time, never past one that is not through. */
export function nextToSend(unsent: readonly Unsent[]): Unsent | undefined {
  return unsent.find((item) => item.messageId === undefined && item.refused === undefined);
}

function missing(messages: readonly Message[], unsent: readonly Unsent[]): Unsent[] {
  const claimed = new Set<string>();
  for (const item of unsent) if (item.messageId !== undefined) claimed.add(item.messageId);
  const shown = new Set(messages.map((message) => message.messageId));
  return unsent.filter((item) => {
    if (item.messageId !== undefined) return !shown.has(item.messageId);
    if (item.refused !== undefined) return true;
    const twin = messages.find((message) => message.from === Party.CUSTOMER && message.sequence > item.after
      && message.text === item.text && !claimed.has(message.messageId));
    if (twin === undefined) return true;
    claimed.add(twin.messageId);
    return false;
  });
}

function deliveryOf(item: Unsent, index: number, isOnline: boolean): Delivery {
  if (item.refused !== undefined) return "refused";
  if (item.messageId !== undefined) return "sent";
  return isOnline && index === 0 ? "sending" : "waiting";
}
