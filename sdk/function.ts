import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import { printedError } from "../provider/errors/printed";
import { VpsError } from "../provider/errors/vpsError";
import type * as provider from "../provider/functions";
import type { VpsFunction } from "../provider/functions/contract";
import { environmentOfRun } from "./environment";
import type { Inputs } from "./inputs";
import { refusal, runError } from "./refusal";

/**
 * A function as programs call it. It runs in the program itself, since dynamic providers have no functions; clients and
 * validation are loaded at the first call, so that a program without functions does not pay for them.
 */
export class ProgramFunction<A extends object, R extends object> {
  readonly #name: string;
  readonly #definition: (functions: typeof provider.functions) => VpsFunction<A, R>;

  constructor(name: string, definition: (functions: typeof provider.functions) => VpsFunction<A, R>) {
    this.#name = name;
    this.#definition = definition;
  }

  /** With plain arguments. JavaScript may leave them out: then those that are required are missing. */
  async call(args: A | null | undefined): Promise<R> {
    const given: object = args ?? {};
    const [output] = Object.entries(given).find(([, value]) => pulumi.Output.isInstance(value)) ?? [];
    if (output) {
      const problem = `${this.#name}: ${output}: is an output; pass it to ${this.#name}Output instead`;
      throw refusal("invalid-arguments", problem);
    }
    const mocked = this.#mocked();
    return mocked ? pulumi.runtime.invoke(mocked, given) : this.#ask(given);
  }

  /** With inputs. Unknown while one of them is, or while a resource they come from is not made yet. */
  callOutput(inputs: Inputs<A> | null | undefined): pulumi.Output<R> {
    const given: object = inputs ?? {};
    const mocked = this.#mocked();
    if (mocked) return pulumi.runtime.invokeOutput<R>(mocked, given);
    const args = pulumi.output(given);
    // In a preview the arguments of a resource are known before it exists, but its id is not.
    const ids = originsOf(args).then((origins) => origins.map(({ id }) => id));
    return pulumi.all([args, ids]).apply(([known]) => this.#ask(known));
  }

  /** The same, for an answer that may give access to something. */
  callSecretOutput(inputs: Inputs<A> | null | undefined): pulumi.Output<R> {
    return pulumi.secret(undefined).apply(() => this.callOutput(inputs));
  }

  async #ask(args: object): Promise<R> {
    const { functions, callInProgram }: typeof provider = require("../provider/functions");
    const config = new pulumi.Config("vps");
    const source = { stack: (setting: string) => config.get(setting), environment: await environmentOfRun() };
    const report = (line: string) => void pulumi.log.info(line);
    try {
      return await callInProgram(this.#definition(functions), source, report, args);
    } catch (error) {
      const text = printedError(error, this.#name);
      throw runError(error instanceof VpsError ? `${this.#name}: ${text}` : text);
    }
  }

  /** In a program's unit test (`setMocks`), the token by which its mocks are asked in place of the hoster. */
  #mocked(): string | undefined {
    return pulumi.runtime.getMonitor() instanceof MockMonitor ? `vps:index:${this.#name}` : undefined;
  }
}

/** The custom resources that an output comes from. Pulumi's own functions look there too, though its types do not show it. */
async function originsOf(output: object): Promise<pulumi.CustomResource[]> {
  if (!("allResources" in output) || typeof output.allResources !== "function") return [];
  const origins: Iterable<pulumi.Resource> = await output.allResources();
  return [...origins].filter((origin) => pulumi.CustomResource.isInstance(origin));
}
