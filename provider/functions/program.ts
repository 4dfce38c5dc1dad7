import { Config, type ConfigSource } from "../config";
import { Runtime } from "../lifecycle/runtime/runtime";
import { type Line, printed, withOperation } from "../operation";
import { callFunction } from "./call";
import type { VpsFunction } from "./contract";

/** Functions run in the process of the user's program. It may run programs of several stacks (Automation API), each with its own settings. */
const runs = new Map<string, Runtime>();

/** The answer of a function in a program with these settings. */
export function callInProgram<A extends object, R extends object>(
  definition: VpsFunction<A, R>,
  source: ConfigSource,
  tell: (line: string) => void,
  values: object,
): Promise<R> {
  const config = new Config(source);
  const key = config.fingerprint();
  const runtime = runs.get(key) ?? new Runtime(config);
  runs.set(key, runtime);
  const operation = { signal: new AbortController().signal, report: (line: Line) => tell(printed(line)) };
  return withOperation(operation, () => callFunction(definition, runtime, values));
}
