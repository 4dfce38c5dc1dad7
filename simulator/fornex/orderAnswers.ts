import type { Json } from "../json";
import type { FornexOrder } from "./orderState";
import type { FornexSwitches } from "./switches";

/** An Order, and for virtual servers a VPSOrder when asked for as one [fornex.md 2]. */
export function orderAnswer(id: string, order: FornexOrder, switches: FornexSwitches, asVps: boolean): Json {
  return {
    id,
    ...shownName(order),
    tariff: order.tariff,
    tariff_price: order.tariff_price,
    type: order.type,
    hostname: order.hostname,
    ipaddress_set: order.ipaddress_set && [...order.ipaddress_set],
    status: order.status,
    cost_month: order.cost_month,
    expiration_date: order.expiration_date,
    tags: [...order.tags],
    cancel_mark: order.cancel_mark,
    project: null,
    ...(asVps ? { configuration: configuration(order, switches) } : {}),
  };
}

/** The name may be missing [fornex.md 2]. */
export function shownName({ name }: FornexOrder): { name?: string } {
  return name === null ? {} : { name };
}

function configuration(order: FornexOrder, { minCpuFreq }: FornexSwitches): Json {
  if (!order.configuration) return null;
  const { min_cpu_freq: text, ...rest } = order.configuration;
  return { ...rest, min_cpu_freq: minCpuFreq === "text" ? text : Number(text) };
}
