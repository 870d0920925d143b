import { type Client, createClient, type Interceptor } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";
import { AdminService } from "./gen/supportgrid/v1/admin_pb";
import { DeskService } from "./gen/supportgrid/v1/desk_pb";
import { EmpathyService } from "./gen/supportgrid/v1/empathy_pb";
import { SupervisionService } from "./gen/supportgrid/v1/supervision_pb";

export interface Clients {
  readonly desk: Client<typeof DeskService>;
  readonly supervision: Client<typeof SupervisionService>;
  readonly empathy: Client<typeof EmpathyService>;
  readonly admin: Client<typeof AdminService>;
}

/** A call that nobody answers is given up after this time; its repeat goes under the same request id. */
const CALL_MS_MAX = 10_000;

/** gRPC-Web to the gateway that served the page. The token is asked for at every call: it may have been renewed. */
export function createClients(baseUrl: string, token: () => string): Clients {
  const bearer: Interceptor = (next) => (request) => {
    request.header.set("authorization", `Bearer ${token()}`);
    return next(request);
  };
  const deadline: Interceptor = (next) => async (request) => {
    if (request.stream) return next(request);
    return next({ ...request, signal: AbortSignal.any([request.signal, AbortSignal.timeout(CALL_MS_MAX)]) });
  };
  const transport = createGrpcWebTransport({ baseUrl, interceptors: [bearer, deadline] });
  return {
    desk: createClient(DeskService, transport),
    supervision: createClient(SupervisionService, transport),
    empathy: createClient(EmpathyService, transport),
    admin: createClient(AdminService, transport),
  };
}
