// Follows one interaction until it is closed and prints a line for what comes: a test breaks the connection meanwhile.
// node build/follow.js ADDRESS PROTO_FOLDER CHANNEL_TOKEN CUSTOMER INTERACTION [CURSOR]
import { bearer, connect } from "./api.js";
import type { WatchInteractionResponse__Output } from "./api.js";
import { watch } from "./resumable.js";

const [address = "", source = "", token = "", customer_id = "", interaction_id = "", saved = ""] = process.argv.slice(2);
const { desk, customers } = await connect(address, source);
const responses = watch<WatchInteractionResponse__Output>(
  (cursor) => customers.watchInteraction({ interaction_id, customer_id, cursor }, bearer(token)), saved);

for await (const response of responses) {
  if (response === null) console.log("restart");
  if (response?.snapshot) {
    console.log("list");
    for (const { sequence } of response.snapshot.transcript) console.log(`said ${sequence}`);
  }
  if (response?.synced) console.log("synced");
  if (response?.message) console.log(`said ${response.message.sequence}`);
  if (response?.changed?.state === "INTERACTION_STATE_CLOSED") break;
}
console.log("closed");
desk.close();
customers.close();
