import type * as pulumi from "@pulumi/pulumi";
import type { GetSshKeysResult } from "../../provider/functions/fornex/getSshKeys";
import { ProgramFunction } from "../function";

const reading = new ProgramFunction("getSshKeys", (functions) => functions.getSshKeys);

/**
 * Gets the SSH public keys of the Fornex account.
 *
 * @example
 * ```ts
 * import { getSshKeys } from "pulumi-vps";
 *
 * export const laptop = getSshKeys().then(({ keys }) => keys.find(({ title }) => title === "laptop"));
 * ```
 */
export function getSshKeys(): Promise<GetSshKeysResult> {
  return reading.call({});
}

/**
 * {@link getSshKeys} as an output.
 *
 * @example
 * ```ts
 * import { getSshKeysOutput } from "pulumi-vps";
 *
 * export const titles = getSshKeysOutput().keys.apply((keys) => keys.map(({ title }) => title));
 * ```
 */
export function getSshKeysOutput(): pulumi.Output<GetSshKeysResult> {
  return reading.callOutput({});
}
