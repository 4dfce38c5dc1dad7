import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexAccountResult } from "../../provider/functions/fornex/getFornexAccount";
import { ProgramFunction } from "../function";

const reading = new ProgramFunction("getFornexAccount", (functions) => functions.getFornexAccount);

/**
 * Gets the owner of the Fornex API key.
 *
 * @example
 * ```ts
 * import { getFornexAccount } from "pulumi-vps";
 *
 * export const email = getFornexAccount().then(({ email }) => email);
 * ```
 */
export function getFornexAccount(): Promise<GetFornexAccountResult> {
  return reading.call({});
}

/**
 * {@link getFornexAccount} as an output.
 *
 * @example
 * ```ts
 * import { getFornexAccountOutput } from "pulumi-vps";
 *
 * export const email = getFornexAccountOutput().email;
 * ```
 */
export function getFornexAccountOutput(): pulumi.Output<GetFornexAccountResult> {
  return reading.callOutput({});
}
