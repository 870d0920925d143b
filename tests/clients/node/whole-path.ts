// The customer's and the agent's part with @grpc/grpc-js. Also the example of the guide.
// node build/whole-path.js ADDRESS PROTO_FOLDER AGENT_TOKEN CHANNEL_TOKEN
// With "reflection" as the folder, the server is asked what it has.
import { randomUUID } from "node:crypto";
import grpc from "@grpc/grpc-js";
import type { ServiceError } from "@grpc/grpc-js";
import { bearer, connect } from "./api.js";
import type { OpenInteractionRequest, OpenInteractionResponse__Output, WatchDeskResponse__Output } from "./api.js";
import { call, watch } from "./resumable.js";

const [address = "", source = "", agentToken = "", channelToken = ""] = process.argv.slice(2);
const { desk, customers } = await connect(address, source);
const watchDesk = () => watch<WatchDeskResponse__Output>((cursor) => desk.watchDesk({ cursor }, bearer(agentToken)));

// A new customer every time: who comes back is known, and what is done for them may differ.
const customer_id = `node-${randomUUID()}`;
await call(desk, desk.signIn, {}, agentToken);
for await (const response of watchDesk()) {
  if (response?.kind === "synced") break;
}
// "for await" closed the generator; a desk that goes on opens its stream again.
const live = watchDesk();

const opened = await call<OpenInteractionRequest, OpenInteractionResponse__Output>(
  customers, customers.openInteraction,
  { customer_id, channel: "CHANNEL_CHAT", queue: "support", first_message: "Hello from node" },
  channelToken,
);
const { interaction_id } = opened;

for await (const response of live) {
  if (response === null) {
    // Forget what was folded so far: the list follows. This desk has folded nothing.
    continue;
  }
  if (response.offer?.interaction_id === interaction_id) {
    // Also one that was pending already: the list has it. The same id whenever it is shown again: it is accepted once.
    const { offer_id } = response.offer;
    await call(desk, desk.acceptOffer, { request_id: `accept:${offer_id}`, interaction_id, offer_id }, agentToken);
  }
  if (response.interaction?.interaction_id === interaction_id) {
    await call(desk, desk.sendAgentMessage, { interaction_id, text: "Hello back" }, agentToken);
    await call(
      customers, customers.sendCustomerMessage, { interaction_id, customer_id, text: "Thanks" }, channelToken);
  }
  if (response.message?.message?.text === "Thanks") {
    await call(desk, desk.endContact, { interaction_id }, agentToken);
    await call(desk, desk.completeWrapUp, { interaction_id, code: "solved" }, agentToken);
  }
  if (response.released?.interaction_id === interaction_id) break;
}

let refusal: string | undefined;
try {
  await call(desk, desk.sendAgentMessage, { interaction_id, text: "too late" }, agentToken);
} catch (error) {
  refusal = grpc.status[(error as ServiceError).code];
}
await call(desk, desk.signOut, {}, agentToken);
console.log(JSON.stringify({ interactionId: interaction_id, released: true, refusal }));
desk.close();
customers.close();
