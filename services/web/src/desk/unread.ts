import { Party } from "../api/gen/supportgrid/v1/common_pb";
import type { Conversation } from "./desk-state";

/** Messages of the customer that the agent has not looked at. */
export function unreadOf(conversation: Conversation | undefined, seen: number | undefined): number {
  if (conversation === undefined) return 0;
  return conversation.messages.filter((m) => m.from === Party.CUSTOMER && m.sequence > (seen ?? 0)).length;
}

/** Since when the customer waits for a word: their first message after the agent's last one; undefined: they do not. */
export function waitsSince(conversation: Conversation): Conversation["messages"][number] | undefined {
  const { messages } = conversation;
  const answered = messages.findLastIndex((m) => m.from === Party.AGENT || m.from === Party.SUPERVISOR);
  return messages.slice(answered + 1).find((m) => m.from === Party.CUSTOMER);
}
