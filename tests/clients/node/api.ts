// The services with the types that proto-loader-gen-types makes of the protos, from the protos or from the server itself.
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";
import type { Metadata } from "@grpc/grpc-js";
import type { ProtoGrpcType } from "./generated/desk.js";

export type { OpenInteractionRequest } from "./generated/supportgrid/v1/OpenInteractionRequest.js";
export type { OpenInteractionResponse__Output } from "./generated/supportgrid/v1/OpenInteractionResponse.js";
export type { WatchDeskResponse__Output } from "./generated/supportgrid/v1/WatchDeskResponse.js";
export type { WatchInteractionResponse__Output } from "./generated/supportgrid/v1/WatchInteractionResponse.js";

// Names as in the protos: a descriptor that comes from the server has no others.
const reading = { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true };

async function fromProtos(folder: string): Promise<unknown> {
  const files = ["supportgrid/v1/customer.proto", "supportgrid/v1/desk.proto"];
  return grpc.loadPackageDefinition(await loader.load(files, { includeDirs: [folder], ...reading }));
}

async function fromReflection(address: string): Promise<unknown> {
  const { GrpcReflection } = (await import("grpc-js-reflection-client")).default;
  const server = new GrpcReflection(address, grpc.credentials.createInsecure());
  // desk.proto imports customer.proto: both come.
  return (await server.getDescriptorBySymbol("supportgrid.v1.DeskService")).getPackageObject(reading);
}

/** @param source A folder of protos, or "reflection": the server is asked what it has. */
export async function connect(address: string, source: string) {
  const api = (source === "reflection" ? await fromReflection(address) : await fromProtos(source)) as ProtoGrpcType;
  const { DeskService, CustomerService } = api.supportgrid.v1;
  return {
    desk: new DeskService(address, grpc.credentials.createInsecure()),
    customers: new CustomerService(address, grpc.credentials.createInsecure()),
  };
}

export function bearer(token: string): Metadata {
  const metadata = new grpc.Metadata();
  metadata.set("authorization", `Bearer ${token}`);
  return metadata;
}
