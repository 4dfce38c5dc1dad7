import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import grpc from "@grpc/grpc-js";
import service from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";

const PLUGIN = join(import.meta.dirname, "../../plugin/pulumi-resource-vps");
const BARE = join(import.meta.dirname, "bareServer.cjs");
/** Of a clock tick in /proc, in milliseconds. */
const TICK_MS = 10;

type Json = { [name: string]: struct.JavaScriptValue };
type Unary<Q, R> = (request: Q, callback: (error: grpc.ServiceError | null, response: R) => void) => unknown;

/** A process that serves Pulumi's protocol, as the engine starts it, and the calls that the engine makes. Linux only: it reads /proc. */
export class Plugin {
  readonly #child: ChildProcess;
  readonly #client: service.ResourceProviderClient;

  private constructor(child: ChildProcess, port: string) {
    this.#child = child;
    const limits = { "grpc.max_receive_message_length": -1 };
    this.#client = new service.ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), limits);
  }

  /** The plugin of this package; resolves with its port line. */
  static start(env: NodeJS.ProcessEnv): Promise<Plugin> {
    return Plugin.#started(spawn(PLUGIN, ["127.0.0.1:9"], { env, stdio: ["pipe", "pipe", "inherit"] }));
  }

  /** A server that answers nothing. */
  static bare(): Promise<Plugin> {
    return Plugin.#started(spawn(process.execPath, [BARE], { stdio: ["pipe", "pipe", "inherit"] }));
  }

  static async #started(child: ChildProcess): Promise<Plugin> {
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    return new Plugin(child, line.toString().trim());
  }

  async configure(settings: Json): Promise<void> {
    await this.#asked(this.#client.handshake, new pb.ProviderHandshakeRequest());
    const request = new pb.ConfigureRequest();
    request.setArgs(struct.Struct.fromJavaScript(settings));
    await this.#asked(this.#client.configure, request);
  }

  async check(urn: string, olds: Json, news: Json): Promise<Json> {
    const request = new pb.CheckRequest();
    request.setUrn(urn);
    request.setOlds(struct.Struct.fromJavaScript(olds));
    request.setNews(struct.Struct.fromJavaScript(news));
    const response: pb.CheckResponse = await this.#asked(this.#client.check, request);
    const failures = response.getFailuresList();
    if (failures.length > 0) throw new Error(failures.map((one) => one.getReason()).join("\n"));
    return response.getInputs()?.toJavaScript() ?? {};
  }

  async create(urn: string, inputs: Json): Promise<{ id: string; outs: Json }> {
    const request = new pb.CreateRequest();
    request.setUrn(urn);
    request.setProperties(struct.Struct.fromJavaScript(inputs));
    const response: pb.CreateResponse = await this.#asked(this.#client.create, request);
    return { id: response.getId(), outs: response.getProperties()?.toJavaScript() ?? {} };
  }

  async read(urn: string, id: string, outs: Json, inputs: Json): Promise<Json> {
    const request = new pb.ReadRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setProperties(struct.Struct.fromJavaScript(outs));
    request.setInputs(struct.Struct.fromJavaScript(inputs));
    const response: pb.ReadResponse = await this.#asked(this.#client.read, request);
    if (response.getId() !== id) throw new Error(`${urn} is not found`);
    return response.getProperties()?.toJavaScript() ?? {};
  }

  async diff(urn: string, id: string, outs: Json, news: Json): Promise<boolean> {
    const request = new pb.DiffRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(struct.Struct.fromJavaScript(outs));
    request.setNews(struct.Struct.fromJavaScript(news));
    const response: pb.DiffResponse = await this.#asked(this.#client.diff, request);
    return response.getChanges() === pb.DiffResponse.DiffChanges.DIFF_SOME;
  }

  async update(urn: string, id: string, outs: Json, news: Json): Promise<Json> {
    const request = new pb.UpdateRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(struct.Struct.fromJavaScript(outs));
    request.setNews(struct.Struct.fromJavaScript(news));
    const response: pb.UpdateResponse = await this.#asked(this.#client.update, request);
    return response.getProperties()?.toJavaScript() ?? {};
  }

  async delete(urn: string, id: string, outs: Json): Promise<void> {
    const request = new pb.DeleteRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setProperties(struct.Struct.fromJavaScript(outs));
    await this.#asked(this.#client.delete, request);
  }

  /** CPU time so far, in milliseconds. */
  cpuMs(): number {
    // After the command's name, which may hold spaces, user and system time are the 12th and 13th field.
    const fields = this.#proc("stat").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }

  /** The most memory that the process ever held, in MB. */
  peakMB(): number {
    return Number(/VmHWM:\s+(\d+)/.exec(this.#proc("status"))?.[1]) / 1024;
  }

  async stop(): Promise<void> {
    this.#client.close();
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGINT");
    await ended;
  }

  #proc(file: string): string {
    return readFileSync(`/proc/${this.#child.pid}/${file}`, "utf8");
  }

  #asked<Q, R>(call: Unary<Q, R>, request: NoInfer<Q>): Promise<R> {
    return new Promise((resolve, reject) => {
      call.call(this.#client, request, (error, response) => (error ? reject(error) : resolve(response)));
    });
  }
}
