import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { type Operation, withOperation } from "../operation";
import { VERSION } from "../version";
import { type EngineLog, engineAt } from "./engine";
import { keepHeapSmall } from "./heap";
import type { Provider } from "./provider";

/** The service that the engine calls. One process serves one instance of the provider, or several runs after each other where it is attached. */
export class Service {
  #log: EngineLog = engineAt(undefined);
  #cancelled = new AbortController();
  #provider: Provider | undefined;
  /** Calls that are not answered yet. */
  #open = 0;
  #idle: (() => void) | undefined;

  readonly handlers: grpc.UntypedServiceImplementation = {
    handshake: this.#unary(async (request: pb.ProviderHandshakeRequest) => {
      this.#start(request.getEngineAddress());
      const response = new pb.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      return response;
    }),
    getPluginInfo: this.#unary(async () => {
      const response = new PluginInfo();
      response.setVersion(VERSION);
      return response;
    }),
    getSchema: this.#unary(async () => {
      const response = new pb.GetSchemaResponse();
      response.setSchema(readFileSync(join(__dirname, "schema.json"), "utf8"));
      return response;
    }),
    checkConfig: this.#unary(async (request: pb.CheckRequest) => this.#loaded().checkConfig(request.getNews())),
    // No setting makes objects unmanageable that another one made: whose they are, the account tells.
    diffConfig: this.#unary(async () => new pb.DiffResponse()),
    configure: this.#unary(async (request: pb.ConfigureRequest) => {
      this.#loaded().configure(request.getArgs());
      const response = new pb.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      return response;
    }),
    check: this.#unary(async (request: pb.CheckRequest) => this.#loaded().check(request)),
    diff: this.#unary(async (request: pb.DiffRequest) => this.#loaded().diff(request)),
    create: this.#unary(async (request: pb.CreateRequest) => this.#loaded().create(request)),
    read: this.#unary(async (request: pb.ReadRequest) => this.#loaded().read(request)),
    update: this.#unary(async (request: pb.UpdateRequest) => this.#loaded().update(request)),
    delete: this.#unary(async (request: pb.DeleteRequest) => {
      await this.#loaded().delete(request);
      return new Empty();
    }),
    invoke: this.#unary(async (request: pb.InvokeRequest) => this.#loaded().invoke(request)),
    list: (call: grpc.ServerWritableStream<pb.ListRequest, pb.ListResponse>) => void this.#stream(call),
    // Also at the end of every run, where nothing is left to cancel.
    cancel: this.#unary(async () => {
      this.#cancelled.abort();
      return new Empty();
    }),
    attach: this.#unary(async () => new Empty()),
    getMapping: this.#unary(async () => new pb.GetMappingResponse()),
    getMappings: this.#unary(async () => new pb.GetMappingsResponse()),
  };

  constructor(engineAddress: string | undefined) {
    this.#start(engineAddress);
  }

  /** Resolves as soon as no call is open. */
  async idle(): Promise<void> {
    this.#cancelled.abort();
    if (this.#open > 0) await new Promise<void>((resolve) => (this.#idle = resolve));
  }

  #start(engineAddress: string | undefined): void {
    this.#log.close();
    this.#log = engineAt(engineAddress);
    this.#cancelled = new AbortController();
  }

  /** Resources and their libraries take a while to load, so that happens when they are first needed. */
  #loaded(): Provider {
    if (this.#provider === undefined) {
      const { Provider } = require("./provider") as typeof import("./provider");
      this.#provider = new Provider();
      setImmediate(keepHeapSmall);
    }
    return this.#provider;
  }

  #unary<Q extends object, R>(work: (request: Q) => Promise<R>): grpc.handleUnaryCall<Q, R> {
    return ({ request }, callback) => {
      this.#open += 1;
      withOperation(this.#operation(request), () => work(request))
        .then(
          (response) => callback(null, response),
          (error: unknown) => callback(this.#failure(error, request)),
        )
        .finally(() => this.#ended());
    };
  }

  #ended(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#idle?.();
  }

  /** Writes one answer after the other, no faster than they are read, until whoever asked has heard enough. */
  async #stream(call: grpc.ServerWritableStream<pb.ListRequest, pb.ListResponse>): Promise<void> {
    const { request } = call;
    const hungUp = new AbortController();
    call.on("cancelled", () => hungUp.abort());
    const operation = this.#operation(request);
    const signal = AbortSignal.any([operation.signal, hungUp.signal]);
    this.#open += 1;
    try {
      await withOperation({ ...operation, signal }, async () => {
        for await (const response of this.#loaded().list(request)) {
          if (!call.write(response)) await once(call, "drain", { signal });
        }
      });
      call.end();
    } catch (error) {
      call.emit("error", this.#failure(error, request));
    } finally {
      this.#ended();
    }
  }

  #operation(request: object): Operation {
    const { getUrn, getTimeout } = request as { getUrn?: () => string; getTimeout?: () => number };
    const urn = getUrn?.call(request) ?? "";
    const seconds = getTimeout?.call(request) ?? 0;
    return {
      signal: this.#cancelled.signal,
      timeoutSeconds: seconds > 0 ? seconds : undefined,
      report: (line) => this.#log.tell(urn, line),
    };
  }

  /** Of whatever kind: a call that is never answered would hold the engine for good. */
  #failure(error: unknown, request: object): Partial<grpc.ServiceError> {
    const { failureOf } = require("./errors") as typeof import("./errors");
    const where = request.constructor.name;
    try {
      // After a failed update the engine keeps the old inputs, which it knows itself.
      const inputs = request instanceof pb.CreateRequest ? request.getProperties() : undefined;
      return failureOf(error, where, this.#loaded().leftOf(request), inputs);
    } catch {
      return failureOf(error, where);
    }
  }
}

/** Serves on a free port of this computer, and tells the engine which one. */
export function serve(engineAddress: string | undefined): Service {
  const service = new Service(engineAddress);
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(ResourceProviderService as unknown as grpc.ServiceDefinition, service.handlers);
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    process.stdout.write(`${port}\n`);
  });
  return service;
}
