// The customer's and the agent's part with @grpc/grpc-js, from the protos. Also the example of the guide.
// node whole-path.mjs ADDRESS PROTO_FOLDER AGENT_TOKEN CHANNEL_TOKEN
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";
import { randomUUID } from "node:crypto";

const [address, protos, agentToken, channelToken] = process.argv.slice(2);

const definition = await loader.load(
  ["supportgrid/v1/customer.proto", "supportgrid/v1/desk.proto"],
  { includeDirs: [protos], longs: String, enums: String, defaults: true, oneofs: true },
);
const { DeskService, CustomerService } = grpc.loadPackageDefinition(definition).supportgrid.v1;
const desk = new DeskService(address, grpc.credentials.createInsecure());
const customers = new CustomerService(address, grpc.credentials.createInsecure());

function bearer(token) {
  const metadata = new grpc.Metadata();
  metadata.set("authorization", `Bearer ${token}`);
  return metadata;
}

// A mutating call carries a request id; sent again after a failure it gets the first answer.
async function call(client, method, request, token, attempts = 10) {
  const whole = { requestId: randomUUID(), ...request };
  for (let attempt = 1; ; attempt++) {
    try {
      return await new Promise((resolve, reject) => {
        client[method](whole, bearer(token), { deadline: Date.now() + 10_000 }, (error, response) =>
          error ? reject(error) : resolve(response));
      });
    } catch (error) {
      if (error.code !== grpc.status.UNAVAILABLE || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt * Math.random()));
    }
  }
}

// List, then watch: keep the last cursor and open the stream with it when it breaks.
async function* watchDesk(token) {
  let cursor = "";
  while (true) {
    const stream = desk.watchDesk({ cursor }, bearer(token));
    try {
      for await (const response of stream) {
        if (response.cursor) cursor = response.cursor;
        yield response;
      }
      return;
    } catch (error) {
      if (error.code === grpc.status.OUT_OF_RANGE) cursor = "";
      else if (error.code !== grpc.status.UNAVAILABLE && error.code !== grpc.status.ABORTED) throw error;
    } finally {
      stream.cancel();
    }
  }
}

await call(desk, "signIn", {}, agentToken);
const responses = watchDesk(agentToken);
for await (const response of responses) {
  if (response.kind === "synced") break;
}
// "for await" closed the generator; a desk that goes on opens its stream again.
const live = watchDesk(agentToken);

const opened = await call(
  customers, "openInteraction",
  { customerId: "node-customer", channel: "CHANNEL_CHAT", queue: "support", firstMessage: "Hello from node" },
  channelToken,
);
const interactionId = opened.interactionId;
const seen = [];

for await (const response of live) {
  seen.push(response.kind);
  if (response.kind === "agent") {
    for (const offer of response.agent.offers) {
      if (offer.interactionId === interactionId && !seen.includes("accepted")) {
        seen.push("accepted");
        await call(desk, "acceptOffer", { interactionId, offerId: offer.offerId }, agentToken);
      }
    }
  }
  if (response.kind === "offer" && response.offer.interactionId === interactionId && !seen.includes("accepted")) {
    seen.push("accepted");
    await call(desk, "acceptOffer", { interactionId, offerId: response.offer.offerId }, agentToken);
  }
  if (response.kind === "interaction" && response.interaction.interactionId === interactionId) {
    await call(desk, "sendAgentMessage", { interactionId, text: "Hello back" }, agentToken);
    await call(customers, "sendCustomerMessage", { interactionId, customerId: "node-customer", text: "Thanks" }, channelToken);
  }
  if (response.kind === "message" && response.message.message.text === "Thanks") {
    await call(desk, "endContact", { interactionId }, agentToken);
    await call(desk, "completeWrapUp", { interactionId, code: "solved" }, agentToken);
  }
  if (response.kind === "released" && response.released.interactionId === interactionId) break;
}

let refusal = "";
try {
  await call(desk, "sendAgentMessage", { interactionId, text: "too late" }, agentToken);
} catch (error) {
  refusal = grpc.status[error.code];
}
await call(desk, "signOut", {}, agentToken);
console.log(JSON.stringify({ interactionId, released: true, refusal }));
desk.close();
customers.close();
