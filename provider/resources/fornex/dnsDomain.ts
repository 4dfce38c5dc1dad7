import { isIPv4 } from "node:net";
import { z } from "zod";
import type { Domain } from "../../clients/fornex/dns";
import { canonicalName } from "../../dnsName";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { zoneName } from "../../hosters/fornex/names";
import { ADOPT, ALLOW_REPLACE, IS_ID } from "../../lifecycle/commonArguments";
import { defineResource, type StandIn } from "../../lifecycle/contract";
import { apexRecordsOf } from "./apexRecords";
import { lackingIn } from "./apiVersion";
import type { FornexDnsDomainArgs, FornexDnsDomainState, SeededRecord } from "./dnsDomainModel";
import { addressOf, removeSeeded, seedsOf, stillAsSeeded } from "./seededRecords";
import { canonicalTags, sentTags, tagList } from "./tags";
import { refuseLosses } from "./zoneLosses";
import { idOfZone, zonesOf } from "./zones";

/** Shape of the arguments; a test keeps it equal to their interface. */
export const fornexDnsDomainSchema = z.object({
  name: zoneName,
  ip: z.string().refine((ip) => isIPv4(ip.trim()), "must be an IPv4 address, such as 192.0.2.10"),
  tags: tagList.optional(),
  seededRecords: z.enum(["keep", "remove"]).optional(),
  allowReplace: z.boolean().optional(),
  forceDestroy: z.boolean().optional(),
  adopt: z
    .union([z.boolean(), z.string().min(1, "must not be empty")], { error: "must be true, false or the zone's name" })
    .optional(),
});

/** Of a range for documentation (RFC 5737). */
const NOBODYS: StandIn = {
  value: "192.0.2.1",
  harmless: "It only seeds a zone that is new, and that address is nobody's",
};

/**
 * Endpoints: GET and POST /dns/domain/, DELETE /dns/domain/{name}/, PUT /dns/domain/{name}/tags/, and the entries for
 * the seeded records; in API version 0.1 domain_list.json, add_domain/ and delete_domain/.
 */
export const fornexDnsDomain = defineResource<FornexDnsDomainArgs, FornexDnsDomainState, Domain>({
  name: "FornexDnsDomain",
  hoster: "fornex",
  noun: "zone",
  schema: fornexDnsDomainSchema,
  arguments: {
    name: {
      role: "control",
      reason: "is the zone's only key, so under another name it is another zone",
      replaces: true,
      nonSecret: IS_ID,
      live: (state) => state.name,
    },
    ip: { role: "writeOnly", reason: "Fornex uses it to seed records and does not keep it" },
    tags: { role: "drift" },
    seededRecords: {
      role: "control",
      reason: "decides what happens to records that are recorded by id",
      foretells: {
        adopted: (value) =>
          value === "remove" ? "has no effect, since no record of an adopted zone counts as seeded" : undefined,
      },
    },
    allowReplace: ALLOW_REPLACE,
    forceDestroy: { role: "control", reason: "consent to the loss of records, used by delete" },
    adopt: ADOPT,
  },
  outputs: {
    seeded: { secret: true },
    apexRecords: { secret: true, steady: true },
    createdAt: { steady: true },
  },
  availability: { unsupported: (hosters) => lackingIn(hosters, { tags: "tags" }) },
  canonical: ({ name, ip, tags, ...rest }) => ({
    ...rest,
    ...(name === undefined ? {} : { name: canonicalName(name) }),
    ...(ip === undefined ? {} : { ip: ip.trim() }),
    ...(tags === undefined ? {} : { tags: canonicalTags(tags) }),
  }),
  naturalKey: (args) => canonicalName(args.name),
  identity: { within: [], by: ["name"] },
  costs: "nothing",
  replacement: {
    loses: "The old zone is deleted with its own records. If it holds other records, apply forceDestroy: true first.",
    holdsOne: "Fornex does not hold two zones of the same name.",
  },

  idOf: idOfZone,
  importId: {
    form: "the zone's name",
    example: "example.com",
    parse: (text) => (zoneName.safeParse(text).success ? { id: canonicalName(text), args: {} } : undefined),
  },
  inventory: {
    all: (cx) => zonesOf(cx).all(),
    imports: (zone) => ({ ip: addressOf(zone) }),
    standIns: { ip: NOBODYS },
  },
  list: (args, cx, fresh) => zonesOf(cx).named(typeof args.adopt === "string" ? args.adopt : args.name, fresh),
  keysOf: (zone) => [idOfZone(zone)],
  create: async (args, cx) => {
    try {
      return await zonesOf(cx).add(args.name, args.ip.trim());
    } catch (error) {
      if (!isHttp(error, "forbidden")) throw error;
      throw new VpsError(
        "refused",
        `${error.message} Fornex may not let the account add zones before you ask its support for it.`,
        { cause: error },
      );
    }
  },
  find: (id, _state, cx) => zonesOf(cx).find(id),
  observe: (zone) => ({ name: zone.name, tags: zone.tags, createdAt: zone.created ?? "" }),
  start: (zone, adopted) => ({ known: { seeded: adopted ? [] : seedsOf(zone), apexRecords: apexRecordsOf(zone) } }),
  isDone: (zone, state) => {
    const recordOf = ({ recordId }: SeededRecord) => zone.entry_set.find(({ id }) => id === recordId);
    return !state.seeded.some((seed) => stillAsSeeded(zone.name, recordOf(seed), seed));
  },
  reconcile: async (reconciler) => {
    if (reconciler.differs("ip")) reconciler.cx.report("ip only seeds a new zone, so no record was changed");
    if (reconciler.differs("tags")) {
      reconciler.keep({
        tags: await zonesOf(reconciler.cx).setTags(reconciler.id, sentTags(reconciler.args.tags ?? [])),
      });
    }
    if (reconciler.args.seededRecords === "remove") await removeSeeded(reconciler);
    reconciler.finish();
  },
  remove: async (id, state, _zone, cx) => {
    if (!state.forceDestroy) await refuseLosses(id, state, cx);
    await zonesOf(cx).remove(id);
  },
});
