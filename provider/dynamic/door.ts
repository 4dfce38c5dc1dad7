import { homedir } from "node:os";
import type { dynamic } from "@pulumi/pulumi";
import { Config } from "../config";
import { PartialFailure } from "../errors/partialFailure";
import { messageOf } from "../errors/vpsError";
import { check } from "../lifecycle/check";
import type { Resource, StateOf } from "../lifecycle/contract";
import { create } from "../lifecycle/create";
import { type Declared, declaredIn } from "../lifecycle/declared";
import { remove } from "../lifecycle/delete";
import { diff } from "../lifecycle/diff";
import { labelOf, objectKey } from "../lifecycle/keys";
import { read } from "../lifecycle/read";
import { Run } from "../lifecycle/run";
import { update } from "../lifecycle/update";
import { formerAsSecret } from "./secrets";

const PROVIDER = "__provider";
/** What the classes of the SDK hand on beside the arguments. Pulumi shows no keys that begin so; state keeps it for those methods that get state only. */
const DECLARED = "__vps";

/** One run per process: Pulumi starts a new provider process for every preview, update, refresh and destroy. */
let processRun: Run | undefined;

function startRun(stack: dynamic.Config | undefined): Run {
  const environment = { HOME: homeOfUser(), ...process.env };
  const config = new Config({ stack: (setting) => stack?.get(`vps:${setting}`), environment });
  return new Run(config, (line) => console.log(line));
}

/** Undefined for a user whom the system knows nothing of, such as a number that a container was started with. */
function homeOfUser(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** Translates between Pulumi's dynamic provider protocol and the lifecycle. Decides nothing. `run`: the process's if left out. */
export function door<A extends object, S extends A, O>(resource: Resource<A, S, O>, run?: Run) {
  // Pulumi calls other methods while configure is still awaited, so it must be done when it returns.
  const current = () => {
    if (run) return run;
    processRun ??= startRun(undefined);
    return processRun;
  };
  const stateIn = (properties: object) => withoutNulls(properties) as StateOf<S>;
  const clean = async <T>(properties: object, work: (declared: Declared) => Promise<T>, id?: string): Promise<T> => {
    const declared = declaredIn(handedOn(properties)[DECLARED]);
    try {
      return await work(declared);
    } catch (error) {
      const object = id === undefined ? resource.name : objectKey(resource, id);
      throw new DoorError(error, properties, labelOf(declared, object));
    }
  };
  const keepSecret = (news: object) => (error: unknown) => {
    if (!(error instanceof PartialFailure)) throw error;
    const state = formerAsSecret(resource, error.state as StateOf<S>, news);
    throw new PartialFailure(error.id, state, error.cause);
  };

  return {
    async configure({ config }: dynamic.ConfigureRequest) {
      processRun ??= startRun(config);
    },
    async check(olds: object, news: object) {
      const { problems, inputs } = await clean(news, (declared) =>
        check(resource, current(), olds ?? {}, news, declared),
      );
      // A failure's property makes Pulumi print its value, secret or not; the reason names it instead.
      return { inputs: withoutNulls(inputs), failures: problems.map((reason) => ({ property: "", reason })) };
    },
    async diff(id: string, olds: object, news: object) {
      return clean(news, async (declared) => diff(resource, current(), id, stateIn(olds), news, declared), id);
    },
    async create(inputs: object) {
      const { id, state } = await clean(inputs, (declared) => create(resource, current(), inputs, declared));
      return { id, outs: { ...withoutNulls(state), ...handedOn(inputs) } };
    },
    async read(id: string, properties: object) {
      const work = (declared: Declared) => read(resource, current(), id, stateIn(properties), declared);
      const found = await clean(properties, work, id);
      if (!found) return { id: "", props: {} };
      const inputs = { ...withoutNulls(found.inputs), ...handedOn(properties) };
      return { id: found.id, props: withoutNulls(found.state), inputs };
    },
    async update(id: string, olds: object, news: object) {
      const work = (declared: Declared) =>
        update(resource, current(), id, stateIn(olds), news, declared).catch(keepSecret(news));
      const state = await clean(news, work, id);
      return { outs: { ...withoutNulls(state), ...handedOn(news) } };
    },
    async delete(id: string, properties: object) {
      await clean(properties, (declared) => remove(resource, current(), id, stateIn(properties), declared), id);
    },
  } satisfies dynamic.ResourceProvider;
}

/** What a class handed on, under its name. */
function handedOn(properties: object): Record<string, unknown> {
  return DECLARED in properties ? { [DECLARED]: properties[DECLARED] } : {};
}

/** Null is the same as left out, and the protocol knows no undefined. Also a copy of its own: Pulumi adds to what it gets. */
function withoutNulls(properties: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined));
}

/** What Pulumi reads off an error thrown by a dynamic provider. */
class DoorError extends Error {
  /** With an id, Pulumi keeps the resource in state as partly made. */
  readonly id?: string;
  readonly properties?: object;
  readonly reasons?: string[];
  readonly #label: string;

  /** `label` names the resource, or else the object. */
  constructor(error: unknown, properties: object, label: string) {
    super(messageOf(error));
    this.#label = label;
    // Beside its own report, Pulumi prints `${error}: ${error.stack}` for most methods: so made one clean line.
    this.stack = this.message;
    if (!(error instanceof PartialFailure)) return;
    this.id = error.id;
    // Pulumi adds the provider to results but not to partial failures; without it refresh and destroy cannot run.
    const provider = PROVIDER in properties ? { [PROVIDER]: properties[PROVIDER] } : {};
    this.properties = { ...withoutNulls(error.state), ...provider, ...handedOn(properties) };
    this.reasons = [error.message];
  }

  override toString(): string {
    return this.#label;
  }
}
