/**
 * What the suite uses of the provider. Every command of a stack is a run of its own with connections of its own, and
 * there are tens of thousands of them here: so the runs of one test file share their connections.
 */
import { Config, type Setting } from "../../provider/config";
import { SETTINGS } from "../../provider/config/allSettings";
import type { SettingInfo } from "../../provider/config/setting";
import { adapter } from "../../provider/dynamic/adapter";
import type { HosterName } from "../../provider/hosters";
import { isOptional } from "../../provider/lifecycle/arguments";
import type { Resource } from "../../provider/lifecycle/contract";
import type { Argument } from "../../provider/lifecycle/definition";
import { importById } from "../../provider/lifecycle/import";
import { list } from "../../provider/lifecycle/list";
import { plan } from "../../provider/lifecycle/plan";
import { Runtime } from "../../provider/lifecycle/runtime/runtime";
import { isUnknown } from "../../provider/lifecycle/unknown";
import { type Operation, printed, withOperation } from "../../provider/operation";
import { recordIn, stateOf } from "../../provider/pulumi/state";
import { PULUMI_UNKNOWN } from "../../provider/pulumi/unknown";

jest.mock("undici", () => {
  const actual = jest.requireActual("undici");
  const shared = new actual.Agent({ keepAliveTimeout: 4_000 });
  return { ...actual, Agent: jest.fn(() => shared) };
});

export { failureOf } from "../../provider/native/errors";
export { nativeResource } from "../../provider/native/resource";
export { message, type Passed, received } from "../../provider/native/values";
export { HOSTERS, resources } from "../../provider/registry";
export type { Argument, HosterName, Operation, Resource, Setting, SettingInfo };
export {
  adapter,
  Config,
  importById,
  isOptional,
  isUnknown,
  list,
  PULUMI_UNKNOWN,
  plan,
  printed,
  Runtime,
  recordIn,
  SETTINGS,
  stateOf,
  withOperation,
};

/** What a call works for that nobody cancels, and whose lines nobody reads. */
export const quietly = (): Operation => ({ signal: new AbortController().signal, report: () => {} });
