import * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { Provider } from "../../provider/native/provider";
import { message, received } from "../../provider/native/values";
import type { Properties } from "./stack";
import type { World } from "./world";

/** A resource as the engine holds it, in the protocol's own values. */
export interface Held {
  id: string;
  inputs: Struct;
  outputs: Struct;
}

/** What the plugin told in a preview, and did afterwards. */
export interface Applied {
  /** Names of the arguments that differ, as the preview lists them; undefined for a create. */
  diff: pb.DiffResponse | undefined;
  planned: Properties;
  plannedSecrets: string[];
  held: Held;
  outputs: Properties;
  secrets: string[];
}

/** The plugin as the engine uses it, by its messages: a process each for the preview and the update. */
export class Plugin {
  readonly #world: World;
  readonly #urn: string;

  constructor(world: World, type: string) {
    this.#world = world;
    this.#urn = `urn:pulumi:test::project::vps:index:${type}::it`;
  }

  /** A preview, and then what it foretold. Undefined where it is a replacement. */
  async up(news: Properties, before?: Held): Promise<Applied | undefined> {
    const preview = await this.#run(news, before, true);
    if ((preview.diff?.getReplacesList().length ?? 0) > 0) return undefined;
    const update = await this.#run(news, before, false);
    return {
      diff: preview.diff,
      planned: preview.answer.values,
      plannedSecrets: preview.answer.secrets,
      held: update.held,
      outputs: update.answer.values,
      secrets: update.answer.secrets,
    };
  }

  /** What a preview finds to differ; from what the stack was given itself where the program says just that. */
  async diff(news: Properties | Struct, before: Held, ignoreChanges: string[] = []): Promise<pb.DiffResponse> {
    const run = this.#process();
    const given = "toJavaScript" in news ? (news as Struct) : message(news);
    const inputs = await this.#checked(run, given, before.inputs);
    return this.#diffed(run, before, inputs, ignoreChanges);
  }

  /** What a refresh makes of it. */
  async refresh({ id, inputs, outputs }: Held): Promise<Held> {
    const request = new pb.ReadRequest();
    request.setUrn(this.#urn);
    request.setId(id);
    request.setInputs(inputs);
    request.setProperties(outputs);
    const response = await this.#process().read(request);
    return { id, inputs: response.getInputs() as Struct, outputs: response.getProperties() as Struct };
  }

  /** What an import by that id makes. */
  async import(id: string): Promise<Held | undefined> {
    const request = new pb.ReadRequest();
    request.setUrn(this.#urn);
    request.setId(id);
    const response = await this.#process().read(request);
    const [inputs, outputs] = [response.getInputs(), response.getProperties()];
    if (response.getId() === "" || inputs === undefined || outputs === undefined) return undefined;
    return { id: response.getId(), inputs, outputs };
  }

  #process(): Provider {
    const provider = new Provider();
    provider.configure(message(this.#world.settings()));
    return provider;
  }

  async #run(news: Properties, before: Held | undefined, preview: boolean) {
    const run = this.#process();
    const inputs = await this.#checked(run, message(news), before?.inputs);
    const diff = before && this.#diffed(run, before, inputs);
    const held =
      before === undefined
        ? await this.#created(run, inputs, preview)
        : await this.#updated(run, inputs, before, preview);
    return { diff, held, answer: received(held.outputs) };
  }

  async #checked(run: Provider, news: Struct, olds: Struct | undefined): Promise<Struct> {
    const request = new pb.CheckRequest();
    request.setUrn(this.#urn);
    request.setNews(news);
    request.setOlds(olds);
    const response = await run.check(request);
    expect(response.getFailuresList().map((one) => one.getReason())).toEqual([]);
    return response.getInputs() as Struct;
  }

  #diffed(run: Provider, { id, inputs: old, outputs }: Held, news: Struct, ignoreChanges: string[] = []) {
    const request = new pb.DiffRequest();
    request.setUrn(this.#urn);
    request.setId(id);
    request.setOlds(outputs);
    request.setOldInputs(old);
    request.setNews(news);
    request.setIgnorechangesList(ignoreChanges);
    return run.diff(request);
  }

  async #created(run: Provider, inputs: Struct, preview: boolean): Promise<Held> {
    const request = new pb.CreateRequest();
    request.setUrn(this.#urn);
    request.setProperties(inputs);
    request.setPreview(preview);
    const response = await run.create(request);
    return { id: response.getId(), inputs, outputs: response.getProperties() as Struct };
  }

  async #updated(run: Provider, inputs: Struct, { id, inputs: old, outputs }: Held, preview: boolean): Promise<Held> {
    const request = new pb.UpdateRequest();
    request.setUrn(this.#urn);
    request.setId(id);
    request.setOlds(outputs);
    request.setOldInputs(old);
    request.setNews(inputs);
    request.setPreview(preview);
    const response = await run.update(request);
    return { id, inputs, outputs: response.getProperties() as Struct };
  }
}
