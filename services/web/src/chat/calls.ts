import { type Client, createClient, type Interceptor } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";
import { CustomerService } from "../api/gen/supportgrid/v1/customer_pb";
import { GuestService } from "../api/gen/supportgrid/v1/guest_pb";

export interface Calls {
  readonly customers: Client<typeof CustomerService>;
  readonly guests: Client<typeof GuestService>;
}

/** A call that nobody answers is given up after this time; its repeat goes under the same request id. */
const CALL_MS_MAX = 10_000;

/** gRPC-Web to the gateway that served the frame. */
export function createCalls(baseUrl: string, token: () => string): Calls {
  const bearer: Interceptor = (next) => (request) => {
    if (token() !== "") request.header.set("authorization", `Bearer ${token()}`);
    return next(request);
  };
  const deadline: Interceptor = (next) => (request) => {
    if (request.stream) return next(request);
    return next({ ...request, signal: AbortSignal.any([request.signal, AbortSignal.timeout(CALL_MS_MAX)]) });
  };
  return {
    customers: createClient(CustomerService, createGrpcWebTransport({ baseUrl, interceptors: [bearer, deadline] })),
    guests: createClient(GuestService, createGrpcWebTransport({ baseUrl, interceptors: [deadline] })),
  };
}
