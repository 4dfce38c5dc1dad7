import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb.js";
import { Status } from "@pulumi/pulumi/proto/status_pb.js";
import type { Adapter } from "./adapter";
import {
  failureOf,
  message,
  nativeResource,
  type Operation,
  type Passed,
  type Resource,
  type Runtime,
  received,
  withOperation,
} from "./provider";
import type { Properties } from "./stack";

/** What the imitation of the engine knows of a resource, and the real one of each by its URN and its options. */
interface Handed {
  name?: string;
  secrets?: string[];
  ignoreChanges?: string[];
  goesFirst?: boolean;
}

/** The engine's own names begin with two underscores. */
const isOurs = ([name]: [string, unknown]) => !name.startsWith("__");

/** The one option that a class hands on to a plugin, too, since the engine does not. */
function optionsIn({ __vps }: Properties): Properties {
  const { goesFirst } = (__vps ?? {}) as Handed;
  return goesFirst ? { __vps: { goesFirst } } : {};
}

/**
 * A plugin's resource behind the calls of the imitated engine: each value goes through the messages of the protocol, both ways.
 * What a class of the dynamic adapter hands on below `__vps`, the engine tells a plugin by itself.
 */
export function nativeCalls<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  begin: () => Operation,
): Adapter {
  const native = nativeResource(resource);
  const passed = (properties: Properties, secrets: readonly string[] = []): Passed =>
    received(
      message({ ...Object.fromEntries(Object.entries(properties).filter(isOurs)), ...optionsIn(properties) }, secrets),
    );
  const state = ({ __vps, __handed: _, __provider: __, ...outputs }: Properties): Passed =>
    received(message(__vps === undefined ? outputs : { ...outputs, __vps }));
  const called = ({ name = resource.name, ignoreChanges }: Handed) => ({
    name,
    ...(ignoreChanges === undefined ? {} : { ignoreChanges }),
  });
  const inputsHanded = ({ __vps }: Properties) => (__vps ?? {}) as Handed;
  const stateHanded = ({ __handed }: Properties) => (__handed ?? {}) as Handed;
  const outs = (kept: { properties: object; secrets: ReadonlySet<string> }, __handed: Handed): Properties => ({
    ...(message(kept.properties, kept.secrets).toJavaScript() as Properties),
    __handed,
  });
  const answer = async <T>(
    method: string,
    handed: Handed,
    news: Passed,
    olds: Passed,
    work: () => Promise<T>,
  ): Promise<T> => {
    try {
      return await withOperation(begin(), work);
    } catch (error) {
      const failure = failureOf(error, `${resource.name}.${method}`, (record) => native.left(record, olds, news));
      const partial = initFailedIn(failure);
      const thrown = new Error(failure.details);
      thrown.stack = thrown.message;
      if (partial === undefined) throw thrown;
      const { id, properties, reasons } = partial;
      throw Object.assign(thrown, {
        id,
        properties: { ...properties, __handed: handed, __provider: "a plugin" },
        reasons,
      });
    }
  };
  const nothing = passed({});

  return {
    async check(olds: Properties, news: Properties) {
      const handed = inputsHanded(news);
      const given = passed(news, handed.secrets);
      const { inputs, failures } = await answer("check", handed, given, nothing, () =>
        native.check(runtime, called(handed), passed(olds), given),
      );
      const kept = message(inputs.properties).toJavaScript() as Properties;
      return {
        inputs: { ...kept, __vps: handed, __provider: news.__provider },
        failures: failures.map(({ property, reason }) => ({ property, reason })),
      };
    },
    async diff(id: string, olds: Properties, news: Properties) {
      const handed = inputsHanded(news);
      const given = passed(news, handed.secrets);
      const { changes, deleteBeforeReplace } = await answer("diff", handed, given, nothing, async () =>
        native.diff(runtime, called(handed), id, state(olds), given),
      );
      const replaces = changes.flatMap((one) => (one.replaces && one.argument !== undefined ? [one.argument] : []));
      return { changes: changes.length > 0, replaces, deleteBeforeReplace };
    },
    async create(inputs: Properties) {
      const handed = inputsHanded(inputs);
      const given = passed(inputs, handed.secrets);
      const { id, kept } = await answer("create", handed, given, nothing, () =>
        native.create(runtime, called(handed), given),
      );
      return { id, outs: outs(kept, handed) };
    },
    async read(id: string, properties: Properties) {
      const handed = stateHanded(properties);
      const olds = state(properties);
      const found = await answer("read", handed, nothing, olds, () =>
        native.read(runtime, called(handed), id, olds, nothing),
      );
      if (found === undefined) return { id: "", props: {} };
      const inputs = message(found.inputs.properties).toJavaScript() as Properties;
      return { id: found.id, props: outs(found.kept, handed), inputs: { ...inputs, __vps: handed } };
    },
    async update(id: string, olds: Properties, news: Properties) {
      const handed = inputsHanded(news);
      const given = passed(news, handed.secrets);
      const before = state(olds);
      const kept = await answer("update", handed, given, before, () =>
        native.update(runtime, called(handed), id, before, given),
      );
      return { outs: outs(kept, handed) };
    },
    async delete(id: string, properties: Properties) {
      const handed = stateHanded(properties);
      const olds = state(properties);
      await answer("delete", handed, nothing, olds, () => native.delete(runtime, called(handed), id, olds));
    },
  } as Adapter;
}

/** The partial failure in an error, as the engine reads it. */
function initFailedIn({ metadata }: { metadata?: { get(name: string): unknown[] } }) {
  const [bytes] = metadata?.get("grpc-status-details-bin") ?? [];
  if (!(bytes instanceof Uint8Array)) return undefined;
  const [detail] = Status.deserializeBinary(bytes).getDetailsList();
  if (detail === undefined) return undefined;
  const failed = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
  const properties = failed.getProperties()?.toJavaScript() as Properties;
  return { id: failed.getId(), properties, reasons: failed.getReasonsList() };
}
