import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexVpsSshKeysArgs,
  GetFornexVpsSshKeysResult,
} from "../../provider/functions/fornex/getFornexVpsSshKeys";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexVpsSshKeys", (functions) => functions.getFornexVpsSshKeys);

/**
 * Gets the SSH public keys that are linked to a VPS at Fornex. The VPS gets them when it is installed or reinstalled.
 *
 * @example
 * ```ts
 * import { getFornexVpsSshKeys } from "pulumi-vps";
 *
 * export const keys = getFornexVpsSshKeys({ orderId: "34-177054" }).then(({ keys }) => keys);
 * ```
 */
export function getFornexVpsSshKeys(args: GetFornexVpsSshKeysArgs): Promise<GetFornexVpsSshKeysResult> {
  return reading.call(args);
}

/**
 * {@link getFornexVpsSshKeys} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexVps, getFornexVpsSshKeysOutput } from "pulumi-vps";
 *
 * const web = new FornexVps("web", { orderId: "34-177054" });
 * export const keys = getFornexVpsSshKeysOutput({ orderId: web.orderId }).keys;
 * ```
 */
export function getFornexVpsSshKeysOutput(
  args: Inputs<GetFornexVpsSshKeysArgs>,
): pulumi.Output<GetFornexVpsSshKeysResult> {
  return reading.callOutput(args);
}
