import type { HosterRequest } from "../http";
import { lookup } from "../json";
import { ERRORS, KiwivmError } from "./errors";
import type { KiwivmMachine, KiwivmState } from "./state";

/** The key of a simulated machine: `private_` and 24 letters and digits [kiwivm 1.1]. */
export function apiKeyOf(veid: string): string {
  return `private_simulated${veid.padStart(15, "0")}`;
}

/** What a call was given, in the query or in a form; the form wins. A JSON body is not looked at [S1; kiwivm 1.1]. */
export class Parameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor({ query, form, method }: HosterRequest) {
    this.#values = new Map(method === "POST" ? [...query, ...form] : query);
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** An empty value is a value: it can clear something. */
  require(name: string): string {
    const value = this.get(name);
    if (value === undefined) throw new KiwivmError(ERRORS.missing, `Required parameter is missing: ${name}`);
    return value;
  }
}

export interface Found {
  readonly veid: string;
  readonly machine: KiwivmMachine;
}

/** A wrong VEID and a wrong key are one error [kiwivm 1.2]. */
export function findMachine(parameters: Parameters, { machines }: KiwivmState): Found {
  const veid = parameters.require("veid");
  const apiKey = parameters.require("api_key");
  const machine = lookup(machines, veid);
  if (machine?.apiKey !== apiKey) throw new KiwivmError(ERRORS.authentication, "Authentication failure");
  return { veid, machine };
}
