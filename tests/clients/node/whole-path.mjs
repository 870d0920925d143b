// The customer's and the agent's part with @grpc/grpc-js, from the protos. Also the example of the guide.
// node whole-path.mjs ADDRESS PROTO_FOLDER AGENT_TOKEN CHANNEL_TOKEN
// With "reflection" as the folder, the server is asked what it has.
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";
import { randomUUID } from "node:crypto";

const [address, protos, agentToken, channelToken] = process.argv.slice(2);

// Names as in the protos: a descriptor that comes from the server has no others.
const reading = { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true };

async function fromProtos() {
  const files = ["supportgrid/v1/customer.proto", "supportgrid/v1/desk.proto"];
  return grpc.loadPackageDefinition(await loader.load(files, { includeDirs: [protos], ...reading }));
}

async function fromReflection() {
  const { GrpcReflection } = (await import("grpc-js-reflection-client")).default;
  const server = new GrpcReflection(address, grpc.credentials.createInsecure());
  // desk.proto imports customer.proto: both come.
  return (await server.getDescriptorBySymbol("supportgrid.v1.DeskService")).getPackageObject(reading);
}

const api = protos === "reflection" ? await fromReflection() : await fromProtos();
const { DeskService, CustomerService } = api.supportgrid.v1;
const desk = new DeskService(address, grpc.credentials.createInsecure());
const customers = new CustomerService(address, grpc.credentials.createInsecure());

function bearer(token) {
  const metadata = new grpc.Metadata();
  metadata.set("authorization", `Bearer ${token}`);
  return metadata;
}

// A mutating call carries a request id; sent again after a failure it gets the first answer.
async function call(client, method, request, token, attempts = 10) {
  const whole = { request_id: randomUUID(), ...request };
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
  { customer_id: "node-customer", channel: "CHANNEL_CHAT", queue: "support", first_message: "Hello from node" },
  channelToken,
);
const interaction_id = opened.interaction_id;
const seen = [];

for await (const response of live) {
  seen.push(response.kind);
  if (response.kind === "agent") {
    for (const offer of response.agent.offers) {
      if (offer.interaction_id === interaction_id && !seen.includes("accepted")) {
        seen.push("accepted");
        await call(desk, "acceptOffer", { interaction_id, offer_id: offer.offer_id }, agentToken);
      }
    }
  }
  if (response.kind === "offer" && response.offer.interaction_id === interaction_id && !seen.includes("accepted")) {
    seen.push("accepted");
    await call(desk, "acceptOffer", { interaction_id, offer_id: response.offer.offer_id }, agentToken);
  }
  if (response.kind === "interaction" && response.interaction.interaction_id === interaction_id) {
    await call(desk, "sendAgentMessage", { interaction_id, text: "Hello back" }, agentToken);
    await call(customers, "sendCustomerMessage", { interaction_id, customer_id: "node-customer", text: "Thanks" }, channelToken);
  }
  if (response.kind === "message" && response.message.message.text === "Thanks") {
    await call(desk, "endContact", { interaction_id }, agentToken);
    await call(desk, "completeWrapUp", { interaction_id, code: "solved" }, agentToken);
  }
  if (response.kind === "released" && response.released.interaction_id === interaction_id) break;
}

let refusal = "";
try {
  await call(desk, "sendAgentMessage", { interaction_id, text: "too late" }, agentToken);
} catch (error) {
  refusal = grpc.status[error.code];
}
await call(desk, "signOut", {}, agentToken);
console.log(JSON.stringify({ interactionId: interaction_id, released: true, refusal }));
desk.close();
customers.close();
