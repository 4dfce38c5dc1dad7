import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexOrdersResult } from "../../provider/functions/fornex/getFornexOrders";
import { ProgramFunction } from "../function";

const reading = new ProgramFunction("getFornexOrders", (functions) => functions.getFornexOrders);

/**
 * Gets all orders at Fornex, of every kind.
 *
 * @example
 * ```ts
 * import { getFornexOrders } from "pulumi-vps";
 *
 * export const servers = getFornexOrders().then(({ orders }) => orders.filter(({ type }) => type === "vps"));
 * ```
 */
export function getFornexOrders(): Promise<GetFornexOrdersResult> {
  return reading.call({});
}

/**
 * {@link getFornexOrders} as an output.
 *
 * @example
 * ```ts
 * import { getFornexOrdersOutput } from "pulumi-vps";
 *
 * export const ends = getFornexOrdersOutput().orders.apply((all) => all.map(({ orderId, expiresAt }) => [orderId, expiresAt]));
 * ```
 */
export function getFornexOrdersOutput(): pulumi.Output<GetFornexOrdersResult> {
  return reading.callOutput({});
}
