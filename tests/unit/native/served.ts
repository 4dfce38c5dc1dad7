import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { Service } from "../../../provider/native/server";

/** A call that has one answer. */
export type Unary<Q, R> = (request: Q, callback: (error: grpc.ServiceError | null, response: R) => void) => unknown;

/** A plugin behind a port of its own, and a client of it. */
export interface Served {
  client: ResourceProviderClient;
  /** The answer to one call. */
  asked<Q, R>(call: Unary<Q, R>, request: NoInfer<Q>): Promise<R>;
  stop(): void;
}

/** Serves the plugin over the wire, to nobody's engine. */
export async function served(): Promise<Served> {
  const server = new grpc.Server();
  server.addService(ResourceProviderService as unknown as grpc.ServiceDefinition, new Service(undefined).handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  return {
    client,
    asked: (call, request) =>
      new Promise((resolve, reject) => {
        call.call(client, request, (error, response) => (error ? reject(error) : resolve(response)));
      }),
    stop() {
      client.close();
      server.forceShutdown();
    },
  };
}
