import { homedir } from "node:os";
import type { dynamic } from "@pulumi/pulumi";
import { Config } from "../config";
import { withCode } from "../errors/codes";
import { PartialFailure } from "../errors/partialFailure";
import { printedError } from "../errors/printed";
import { VpsError } from "../errors/vpsError";
import { CONNECTIONS, type HosterName } from "../hosters";
import { check } from "../lifecycle/check";
import type { Resource } from "../lifecycle/contract";
import { create } from "../lifecycle/create";
import { type Declared, declaredIn } from "../lifecycle/declared";
import { remove } from "../lifecycle/delete";
import { type Difference, diff } from "../lifecycle/diff";
import { read } from "../lifecycle/read";
import { isOurs, type Recorded } from "../lifecycle/record";
import { labelOf, objectKey } from "../lifecycle/runtime/keys";
import { Runtime } from "../lifecycle/runtime/runtime";
import { update } from "../lifecycle/update";
import { lineOf } from "../lifecycle/validation/shape";
import { type Operation, printed, withOperation } from "../operation";
import { recordIn } from "../pulumi/state";
import { argumentsIn, checkedInputs, handedOn, inputsWith, stateWith } from "./handedOn";
import { formerAsSecret } from "./secrets";

/** One run per process: Pulumi starts a new provider process for every preview, update, refresh and destroy. */
let processRuntime: Runtime | undefined;

function startRuntime(stack: dynamic.Config | undefined): Runtime {
  const environment = { HOME: homeOfUser(), ...process.env };
  const config = new Config({ stack: (setting) => stack?.get(`vps:${setting}`), environment });
  return new Runtime(config);
}

/** Undefined for a user whom the system knows nothing of, such as a number that a container was started with. */
function homeOfUser(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** Pulumi tells a dynamic provider neither of a cancel nor of the option customTimeouts, and shows what it prints. */
function printing(): Operation {
  return { signal: new AbortController().signal, report: (line) => console.log(printed(line)) };
}

/**
 * Translates between Pulumi's dynamic provider protocol and the lifecycle. Decides nothing. `run`: the process's if left out;
 * `begin`: what each call works for.
 */
export function adapter<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime?: Runtime,
  begin: () => Operation = printing,
) {
  // Pulumi calls other methods while configure is still awaited, so it must be done when it returns.
  const current = () => {
    if (runtime) return runtime;
    processRuntime ??= startRuntime(undefined);
    return processRuntime;
  };
  const answer = async <T>(
    method: string,
    properties: object,
    work: (declared: Declared) => Promise<T>,
    id?: string,
  ): Promise<T> => {
    const declared = declaredIn(handedOn(properties));
    try {
      return await withOperation(begin(), () => work(declared));
    } catch (error) {
      const object = id === undefined ? resource.name : objectKey(resource, id);
      const text = printedError(error, `${resource.name}.${method}`);
      throw new AdapterError(error, text, properties, labelOf(declared, object));
    }
  };
  const keepSecret = (news: object) => (error: unknown) => {
    if (!(error instanceof PartialFailure)) throw error;
    const properties = formerAsSecret(resource, error.record as Recorded<S>, news);
    throw new PartialFailure(error.id, { ...error.record, properties }, error.cause);
  };

  return {
    async configure({ config }: dynamic.ConfigureRequest) {
      processRuntime ??= startRuntime(config);
    },
    async check(olds: object, news: object) {
      return answer("check", news, async (declared) => {
        const { problems, inputs } = await check(resource, current(), olds ?? {}, argumentsIn(news), declared);
        // A failure's property makes Pulumi print its value, secret or not; the reason names it instead.
        const failures = problems.map((one) => ({ property: "", reason: withCode(lineOf(one), one.code) }));
        return { inputs: checkedInputs(inputs, news), failures };
      });
    },
    async diff(id: string, olds: object, news: object) {
      const work = async (declared: Declared) =>
        differenceOf(diff(resource, current(), id, recordIn<S>(olds), argumentsIn(news), declared));
      return answer("diff", news, work, id);
    },
    async create(inputs: object) {
      return answer("create", inputs, async (declared) => {
        const { id, record } = await create(resource, current(), argumentsIn(inputs), declared);
        return { id, outs: stateWith(record, inputs) };
      });
    },
    async read(id: string, properties: object) {
      const work = async (declared: Declared) => {
        const recorded = recordIn<S>(properties);
        const found = await read(resource, current(), id, recorded, declared);
        if (!found) {
          if (!isOurs(recorded.internal)) throw notFound(resource, id);
          return { id: "", props: {} };
        }
        return {
          id: found.id,
          props: stateWith(found.record, properties),
          inputs: inputsWith(found.inputs, properties),
        };
      };
      return answer("read", properties, work, id);
    },
    async update(id: string, olds: object, news: object) {
      const work = async (declared: Declared) => {
        const wanted = argumentsIn(news);
        const record = await update(resource, current(), id, recordIn<S>(olds), wanted, declared).catch(
          keepSecret(news),
        );
        return { outs: stateWith(record, news) };
      };
      return answer("update", news, work, id);
    },
    async delete(id: string, properties: object) {
      const work = async (declared: Declared) => remove(resource, current(), id, recordIn<S>(properties), declared);
      await answer("delete", properties, work, id);
    },
  } satisfies dynamic.ResourceProvider;
}

/** What is only looked up (`get` in a program) has no way to say that it is missing but an error. */
function notFound(resource: { name: string; hoster: HosterName }, id: string): VpsError {
  const { title } = CONNECTIONS[resource.hoster];
  return new VpsError("not-found", `${objectKey(resource, id)} does not exist in this account of ${title}.`);
}

function differenceOf({ changes, deleteBeforeReplace }: Difference) {
  const replaces = changes.flatMap((one) => (one.replaces && one.argument !== undefined ? [one.argument] : []));
  return { changes: changes.length > 0, replaces, deleteBeforeReplace };
}

/** What Pulumi reads off an error thrown by a dynamic provider. */
class AdapterError extends Error {
  /** With an id, Pulumi keeps the resource in state as partly made. */
  readonly id?: string;
  readonly properties?: object;
  readonly reasons?: string[];
  readonly #label: string;

  /** `text` is the error's; `label` names the resource, or else the object. */
  constructor(error: unknown, text: string, properties: object, label: string) {
    super(text);
    this.#label = label;
    // Beside its own report, Pulumi prints `${error}: ${error.stack}` for most methods: so made the same text.
    this.stack = this.message;
    if (!(error instanceof PartialFailure)) return;
    this.id = error.id;
    this.properties = stateWith(error.record, properties);
    this.reasons = [text];
  }

  override toString(): string {
    return this.#label;
  }
}
