import { callFunction } from "../../provider/functions/call";
import { getFornexOrders } from "../../provider/functions/fornex/getFornexOrders";
import type { HosterName } from "../../provider/hosters";
import type { Runtime } from "../../provider/lifecycle/runtime/runtime";
import type { Unmanaged } from "./model";

/** What a hoster holds that no kind of resource stands for, so that nobody takes it for managed. */
export async function othersAt(hoster: HosterName, runtime: Runtime): Promise<Unmanaged[]> {
  if (hoster !== "fornex") return [];
  const { orders } = await callFunction(getFornexOrders, runtime, {});
  const others = orders.filter(({ type }) => type !== "vps");
  return others.map(({ orderId, type }) => ({
    kind: "Order",
    id: orderId,
    why: `No resource manages an order of the kind "${type}".`,
  }));
}
