import * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { SETTINGS } from "../config/allSettings";
import { configOf, configProblems } from "../config/ofProvider";
import type { SettingInfo } from "../config/setting";
import { withCode } from "../errors/codes";
import { VpsError } from "../errors/vpsError";
import { callFunction } from "../functions/call";
import type { Change } from "../lifecycle/diff";
import { isListed, list } from "../lifecycle/list";
import type { Recorded } from "../lifecycle/record";
import { Runtime } from "../lifecycle/runtime/runtime";
import { withoutEmpty } from "../pulumi/state";
import { FUNCTIONS, RESOURCES } from "../registry";
import { type Called, type Kept, nativeResource } from "./resource";
import { message, received } from "./values";

/** What the engine asks of one instance of the provider, once it is configured: loaded at the first call, since that takes a while. */
export class Provider {
  #runtime: Runtime | undefined;
  readonly #resources = new Map(RESOURCES.map((resource) => [`vps:index:${resource.name}`, resource]));
  readonly #functions = new Map(FUNCTIONS.map((definition) => [`vps:index:${definition.name}`, definition]));

  checkConfig(news: Struct | undefined): pb.CheckResponse {
    const { values, secrets } = received(news);
    const response = new pb.CheckResponse();
    response.setInputs(message(values, new Set([...secrets, ...secretSettings()])));
    response.setFailuresList(
      configProblems(values).map(({ setting, reason }) => failure(isSecretSetting(setting) ? "" : setting, reason)),
    );
    return response;
  }

  configure(args: Struct | undefined): void {
    this.#runtime = new Runtime(configOf(received(args).values));
  }

  async check(request: pb.CheckRequest): Promise<pb.CheckResponse> {
    const news = received(request.getNews());
    const { inputs, failures } = await this.#resource(request).check(
      this.#running(),
      called(request),
      received(request.getOlds()),
      news,
    );
    const response = new pb.CheckResponse();
    response.setInputs(message(inputs.properties, inputs.secrets));
    response.setFailuresList(failures.map(({ property, reason }) => failure(property, reason)));
    return response;
  }

  diff(request: pb.DiffRequest): pb.DiffResponse {
    const resource = this.#resource(request);
    const { changes, deleteBeforeReplace } = resource.diff(
      this.#running(),
      { ...called(request), ignoreChanges: request.getIgnorechangesList() },
      request.getId(),
      received(request.getOlds()),
      received(request.getNews()),
    );
    const response = new pb.DiffResponse();
    const { DIFF_NONE, DIFF_SOME } = pb.DiffResponse.DiffChanges;
    response.setChanges(changes.length > 0 ? DIFF_SOME : DIFF_NONE);
    response.setHasdetaileddiff(true);
    response.setDeletebeforereplace(deleteBeforeReplace);
    response.setStablesList(resource.steady);
    for (const change of changes) {
      if (change.argument === undefined) continue;
      response.addDiffs(change.argument);
      if (change.replaces) response.addReplaces(change.argument);
      response.getDetaileddiffMap().set(change.argument, propertyDiff(change));
    }
    return response;
  }

  async create(request: pb.CreateRequest): Promise<pb.CreateResponse> {
    const resource = this.#resource(request);
    const news = received(request.getProperties());
    const response = new pb.CreateResponse();
    if (request.getPreview()) {
      const { properties, secrets } = resource.planned(called(request), undefined, news);
      response.setProperties(message(properties, secrets));
      return response;
    }
    const { id, kept } = await resource.create(this.#running(), called(request), news);
    response.setId(id);
    response.setProperties(message(kept.properties, kept.secrets));
    return response;
  }

  async read(request: pb.ReadRequest): Promise<pb.ReadResponse> {
    const found = await this.#resource(request).read(
      this.#running(),
      called(request),
      request.getId(),
      received(request.getProperties()),
      received(request.getInputs()),
    );
    const response = new pb.ReadResponse();
    if (found === undefined) return response;
    response.setId(found.id);
    response.setProperties(message(found.kept.properties, found.kept.secrets));
    response.setInputs(message(found.inputs.properties, found.inputs.secrets));
    return response;
  }

  async update(request: pb.UpdateRequest): Promise<pb.UpdateResponse> {
    const resource = this.#resource(request);
    const olds = received(request.getOlds());
    const news = received(request.getNews());
    const what = { ...called(request), ignoreChanges: request.getIgnorechangesList() };
    const { properties, secrets } = request.getPreview()
      ? resource.planned(what, olds, news)
      : await resource.update(this.#running(), what, request.getId(), olds, news);
    const response = new pb.UpdateResponse();
    response.setProperties(message(properties, secrets));
    return response;
  }

  async delete(request: pb.DeleteRequest): Promise<void> {
    const olds = received(request.getProperties());
    await this.#resource(request).delete(this.#running(), called(request), request.getId(), olds);
  }

  async invoke(request: pb.InvokeRequest): Promise<pb.InvokeResponse> {
    const definition = this.#functions.get(request.getTok());
    if (definition === undefined) throw unknownToken(request.getTok());
    const { values } = received(request.getArgs());
    const response = new pb.InvokeResponse();
    try {
      const answer = await callFunction(definition, this.#running(), values);
      response.setReturn(message(withoutEmpty(answer), definition.secret ? Object.keys(answer) : []));
    } catch (error) {
      if (!(error instanceof VpsError) || error.code !== "invalid-arguments") throw error;
      response.setFailuresList([failure("", withCode(error.message, error.code))]);
    }
    return response;
  }

  /** One page of the ids of all objects of a kind, as `pulumi import` takes them. How many were told before is what goes on with the next page. */
  async *list(request: pb.ListRequest): AsyncGenerator<pb.ListResponse, void, undefined> {
    const resource = this.#resources.get(request.getToken());
    if (resource === undefined) throw unknownToken(request.getToken());
    if (!isListed(resource)) throw new VpsError("invalid-arguments", `There is no list of ${resource.name}.`);
    const begin = Number(request.getContinuationToken());
    const pageSize = request.getPageSize() > 0 ? request.getPageSize() : Number.POSITIVE_INFINITY;
    const limit = request.getLimit() > 0 ? request.getLimit() : Number.POSITIVE_INFINITY;
    let told = 0;
    for await (const id of list(resource, this.#running())) {
      if (told === limit) return;
      if (told === begin + pageSize) return yield continued(told);
      told += 1;
      if (told > begin) yield listed(id);
    }
  }

  /** What a failure leaves of the resource of this request; undefined where it is about none. */
  leftOf(request: object): ((record: Recorded<object>) => Kept) | undefined {
    if (request instanceof pb.CreateRequest) return this.#left(request, undefined, request.getProperties());
    if (request instanceof pb.UpdateRequest) return this.#left(request, request.getOlds(), request.getNews());
    return undefined;
  }

  #left(request: { getUrn(): string }, olds: Struct | undefined, news: Struct | undefined) {
    return (record: Recorded<object>) => this.#resource(request).left(record, received(olds), received(news));
  }

  #resource(request: { getUrn(): string }) {
    const token = typeOf(request.getUrn());
    const resource = this.#resources.get(token);
    if (resource === undefined) throw unknownToken(token);
    return nativeResource(resource);
  }

  /** In a preview Pulumi configures no provider whose own arguments are not known yet. */
  #running(): Runtime {
    this.#runtime ??= new Runtime(configOf({}));
    return this.#runtime;
  }
}

function called(request: { getUrn(): string }): Called {
  return { name: request.getUrn().split("::").at(-1) ?? "" };
}

/** The type in a URN: the last of those of its parents and its own. */
function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function unknownToken(token: string): VpsError {
  return new VpsError("invalid-arguments", `This version of the provider has no ${token}.`);
}

function failure(property: string, reason: string): pb.CheckFailure {
  const response = new pb.CheckFailure();
  response.setProperty(property);
  response.setReason(reason);
  return response;
}

function listed(id: string): pb.ListResponse {
  const result = new pb.ListResponse.Result();
  result.setId(id);
  result.setName(id);
  const response = new pb.ListResponse();
  response.setResult(result);
  return response;
}

function continued(told: number): pb.ListResponse {
  const continuation = new pb.ListResponse.Continuation();
  continuation.setContinuationToken(String(told));
  const response = new pb.ListResponse();
  response.setContinuation(continuation);
  return response;
}

function propertyDiff({ kind, replaces, why }: Change): pb.PropertyDiff {
  const { Kind } = pb.PropertyDiff;
  const kinds = {
    add: replaces ? Kind.ADD_REPLACE : Kind.ADD,
    update: replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE,
    delete: replaces ? Kind.DELETE_REPLACE : Kind.DELETE,
  };
  const diff = new pb.PropertyDiff();
  diff.setKind(kinds[kind]);
  diff.setInputdiff(why !== "drift");
  return diff;
}

function secretSettings(): string[] {
  return Object.keys(SETTINGS).filter(isSecretSetting);
}

function isSecretSetting(setting: string): boolean {
  const info = (SETTINGS as Record<string, SettingInfo | undefined>)[setting];
  return info?.secret === true;
}
