import { z } from "zod";
import { canonicalName, isFullName } from "../../dnsName";
import { VpsError } from "../../errors/vpsError";
import { orderId, orderImportId } from "../../hosters/fornex/orderId";
import { IS_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import type { Context } from "../../lifecycle/runtime/context";
import { ListCache } from "../../lifecycle/runtime/listCache";
import type { Listed } from "../../lifecycle/runtime/listing";

/** Arguments of the name servers of a domain that is registered at Fornex. */
export interface FornexNameserversArgs {
  /** Number of the domain's order, such as `375-13`. It is also the resource's id, so it cannot be a secret. */
  orderId: string;
  /** Names of all name servers of the domain, such as `["ns1.example.net", "ns2.example.net"]`, in any order. */
  nameservers: string[];
}

/** State of the name servers: those that were set last. */
export interface FornexNameserversState extends FornexNameserversArgs {}

/** All that Fornex shows of name servers: whose they are. */
export interface DomainOrder {
  orderId: string;
}

const MUST_BE_NAME = "must be the full name of a host, such as ns1.example.net";

/** Shape of the arguments; a test keeps it equal to their interface. */
export const fornexNameserversSchema = z.object({
  orderId,
  nameservers: z
    .array(
      z.string(MUST_BE_NAME).refine((name) => isFullName(name, "host"), MUST_BE_NAME),
      "must be a list of names",
    )
    .min(1, "must contain at least one name"),
});

/**
 * A setting that cannot be read: what was there before is overwritten unseen, and what somebody else sets later is not
 * noticed. Only the order can be looked for. Setting the same again is harmless, so a lost answer needs no more than that.
 *
 * Endpoints: GET /orders/, POST /dns/order/{order_id}/change_ns/; in API version 0.1 GET /orders/list, POST
 * /change_ns/{order_id}/.
 */
export const fornexNameservers = defineResource<FornexNameserversArgs, FornexNameserversState, DomainOrder>({
  name: "FornexNameservers",
  hoster: "fornex",
  noun: "domain order",
  schema: fornexNameserversSchema,
  arguments: {
    orderId: { role: "control", reason: "is whose name servers are meant", replaces: true, nonSecret: IS_ID },
    nameservers: {
      role: "writeOnly",
      reason: "Fornex has no call that shows name servers",
      foretells: { created: "overwrites the domain's current name servers, which Fornex does not show" },
    },
  },
  outputs: {},
  canonical: ({ nameservers, ...rest }) => ({
    ...rest,
    ...(nameservers === undefined ? {} : { nameservers: [...new Set(nameservers.map(canonicalName))].sort() }),
  }),
  naturalKey: (args) => args.orderId,
  identity: { within: [], by: ["orderId"] },
  costs: "nothing",
  managementPolicy: "existing",

  idOf: ({ orderId }) => orderId,
  importId: orderImportId,
  inventory: { none: "Fornex shows neither name servers nor which orders are domains." },
  list: (_args, cx, fresh) => listOrders(cx, fresh),
  keysOf: ({ orderId }) => [orderId],
  create: async () => {
    throw new VpsError("refused", "This package never registers a domain. Register one in Fornex's panel.");
  },
  find: async (id, _state, cx) => (await listOrders(cx)).byId(id),
  observe: (order) => order,
  notice: () => ({
    level: "info",
    text: "Fornex does not show name servers, so a change by somebody else is not noticed",
  }),
  // None has been set yet.
  start: () => ({ known: { nameservers: undefined } }),
  reconcile: async (reconciler) => {
    const { nameservers } = reconciler.args;
    if (!reconciler.differs("nameservers")) return;
    // Until Fornex has answered, none are known to be set: after a lost answer the next run sets what the program then says.
    reconciler.keep({ nameservers: undefined });
    await reconciler.cx.hosters.fornex.client.dns.setNameservers(reconciler.id, nameservers.map(canonicalName));
    reconciler.keep({ nameservers });
  },
  remove: async () => {},
});

/** Every order of the account, of whatever kind, asked for once a run unless `fresh`. */
function listOrders(cx: Context, fresh = false): Promise<Listed<DomainOrder>> {
  const lists = cx.shared("fornex order numbers", () => new ListCache<DomainOrder>(({ orderId }) => orderId));
  if (fresh) lists.drop("");
  return lists.get("", async () => {
    const numbers = await cx.hosters.fornex.client.orders.numbers();
    return numbers.map((orderId) => ({ orderId }));
  });
}
