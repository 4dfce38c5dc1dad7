import { isIPv6 } from "node:net";
import { z } from "zod";
import { canonicalVeid, machineOf, ofMachines, veidIn } from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import type { integer } from "../../integer";
import { ADOPT, ALLOW_REPLACE, IS_PART_OF_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import type { Named } from "../../lifecycle/definition";
import { canonicalIp } from "./addresses";
import { addressId, addressImportId } from "./addressId";
import { addIpv6, awaitListed, type Ipv6, listIpv6, removeIpv6 } from "./ipv6Calls";

/** Arguments of an IPv6 address, or a whole /64, of a KiwiVM machine. */
export interface KiwiIpv6Args {
  /** The machine's VEID, as KiwiVM's panel shows it. It is part of the resource's id, so it cannot be a secret. */
  veid: string | integer;
  /**
   * Address to assign, within the /64 of the machine's first address. Only KiwiVM's older systems accept it, and not for the
   * first address; newer ones assign a /64 of their choice. It is part of the resource's id, so it cannot be a secret. Default:
   * the address that KiwiVM assigns, if the machine has no IPv6 address yet.
   */
  ip?: string;
  /**
   * Allow another address in place of this one when `ip` or `veid` changes. The old address is removed from the machine, with
   * its PTRs, after the new one is assigned. Default: false.
   */
  allowReplace?: boolean;
  /**
   * Adopt an address that the machine already has: `true` adopts the one that `ip` names, or else the only one, and a string
   * adopts the address with this id (`<veid>/<address>`). The resource owns it from then on: destroying the resource removes
   * the address from the machine. It becomes the resource's id, so it cannot be a secret.
   */
  adopt?: boolean | string;
}

/** State of an IPv6 address: its arguments, and its outputs. */
export interface KiwiIpv6State extends KiwiIpv6Args {
  /**
   * The address; for a /64 its first address, such as `2001:db8:1:2::`. KiwiVM's list does not say which of the two it is.
   */
  address: string;
}

const flag = z.boolean().optional();

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiIpv6Schema = z.object({
  veid,
  ip: z
    .string()
    .refine((ip) => isIPv6(canonicalIp(ip)) && !canonicalIp(ip).includes("%"), "must be an IPv6 address")
    .optional(),
  allowReplace: flag,
  adopt: z
    .union([z.boolean(), z.string().min(1, "must not be empty")], { error: "must be true, false or an id" })
    .optional(),
});

/**
 * Without `ip`, any address that the machine has may be the one that a killed run got, so it stops a create: there is one such
 * resource per machine.
 *
 * Endpoints: ipv6/add, ipv6/delete and getServiceInfo (seed 001).
 */
export const kiwiIpv6 = defineResource<KiwiIpv6Args, KiwiIpv6State, Ipv6>({
  name: "KiwiIpv6",
  hoster: "kiwivm",
  noun: "IPv6 address",
  machine: veidIn,
  schema: kiwiIpv6Schema,
  arguments: {
    veid: { role: "control", reason: "addresses the machine", nonSecret: IS_PART_OF_ID, replaces: true },
    ip: {
      role: "control",
      reason: "is which address is meant",
      nonSecret: IS_PART_OF_ID,
      replaces: true,
      live: ({ address }: Partial<KiwiIpv6State>) => address,
    },
    allowReplace: ALLOW_REPLACE,
    adopt: ADOPT,
  },
  outputs: { address: { steady: true } },
  canonical: ({ veid, ip, ...rest }) => ({
    ...rest,
    ...canonicalVeid(veid),
    ...(ip === undefined ? {} : { ip: canonicalIp(ip) }),
  }),
  naturalKey: (args) => `${machineOf(args)}/${args.ip === undefined ? "" : canonicalIp(args.ip)}`,
  identity: { within: ["veid"], by: ["ip"] },
  costs: "nothing",
  replacement: {
    loses: "The old address is removed from the machine, with its PTRs, after the new one is assigned.",
    holdsOne: "A machine cannot have the same address twice.",
  },

  idOf,
  importId: { form: "veid/address", example: "123456/2001:db8:1:2::", parse: partsOf },
  inventory: { all: (cx) => ofMachines(cx, (veid) => listIpv6(cx, veid)) },
  list: (args, cx, fresh) => listIpv6(cx, machineOf(args), fresh),
  // Where the program chooses none, each is the one.
  keysOf: ({ veid, address }) => [`${veid}/${address}`, `${veid}/`],
  create: (args, cx) => addIpv6(cx, machineOf(args), args.ip),
  start: ({ isNew }) => (isNew ? { pending: "create" } : {}),
  find: async (id, state, cx) => (await listIpv6(cx, machineOf(state))).find((one) => idOf(one) === id),
  observe: ({ address }) => ({ address }),
  reconcile: async (reconciler) => {
    if (reconciler.pending === undefined) return;
    await awaitListed(reconciler.cx, machineOf(reconciler.state), reconciler.state.address);
    reconciler.finish();
  },
  remove: (_id, state, { address }, cx) => removeIpv6(cx, machineOf(state), address),
});

function idOf({ veid, address }: Ipv6): string {
  return addressId(veid, address);
}

/** What an id tells of the arguments is the machine: whether the program chose the address, it does not say. */
function partsOf(text: string): Named<KiwiIpv6Args> | undefined {
  const { id, args } = addressImportId.parse(text) ?? {};
  return id === undefined || args === undefined || !isIPv6(args.ip) ? undefined : { id, args: { veid: args.veid } };
}
