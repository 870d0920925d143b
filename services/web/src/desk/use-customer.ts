import type { GetCustomerResponse } from "../api/gen/supportgrid/v1/desk_pb";
import { type Read, useRead } from "../api/use-read";
import { useTools } from "../app/session";
import type { Conversation } from "./desk-state";

/** The customer of a conversation, with how it was handed over; read again when it was handed over once more. */
export function useCustomer(conversation: Conversation | undefined): Read<GetCustomerResponse> {
  const { clients } = useTools();
  const interactionId = conversation?.interaction.interactionId ?? "";
  const transfers = conversation?.interaction.transfers ?? 0;
  return useRead({
    key: interactionId === "" ? undefined : `${interactionId}/${transfers}`,
    read: (signal) => clients.desk.getCustomer({ interactionId }, { signal }),
  });
}
