import type { SimulatorState } from "../../simulator";

/**
 * What the hosters hold, without what no destroy gives back: the money for a server, that a token was used, the jobs in a
 * log, the numbers that were given out, the points that KiwiVM counts, and what it writes down.
 */
export function belongings({ vpsorg, fornex, kiwivm }: SimulatorState): object {
  const { account, token } = vpsorg;
  return {
    vpsorg: { ...vpsorg, account: { ...account, credit: 0 }, token: { ...token, last_used_at: null } },
    fornex: {
      ...fornex,
      nextIds: null,
      orders: each(fornex.orders, (order) => ({ ...order, vps: order.vps && { ...order.vps, log: {} } })),
    },
    kiwivm: {
      ...kiwivm,
      machines: each(kiwivm.machines, (machine) => ({ ...machine, points: null, lock: null, auditLog: [] })),
    },
  };
}

function each<T, R>(things: Record<string, T>, view: (thing: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(things).map(([id, thing]) => [id, view(thing)]));
}
