import { z } from "zod";
import { RECORD_TYPES, type RecordType, TTLS } from "../../clients/fornex/words";
import { canonicalName } from "../../dnsName";
import { VpsError } from "../../errors/vpsError";
import { canonicalHost, hostProblem, zoneName } from "../../hosters/fornex/names";
import { ADOPT } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import type { Issue, Named } from "../../lifecycle/definition";
import type { Context } from "../../lifecycle/runtime/context";
import { objectKey } from "../../lifecycle/runtime/keys";
import { canonicalNumber } from "../../number";
import { isApexRecord } from "./apexRecords";
import type { FornexDnsRecordArgs, FornexDnsRecordState } from "./dnsRecordModel";
import { tellOfNeighbours } from "./neighbours";
import { hasPriority, priorityProblem } from "./priority";
import { explained, hindranceOf } from "./recordConflict";
import { contentKey, contentKeys, contentOf, replacementOf } from "./recordContent";
import { canonicalValue, shownValue, valueProblem } from "./recordValue";
import { idOfEntry, type ZoneEntry, zonesOf } from "./zones";

/** Shape of the arguments; a test keeps it equal to their interface. */
export const fornexDnsRecordSchema = z.object({
  domain: zoneName,
  host: z.string().max(255, "must have at most 255 characters").optional(),
  type: z.enum(RECORD_TYPES),
  value: z.string().min(1, "must not be empty"),
  ttl: z.literal(TTLS, { error: `must be one of ${TTLS.join(", ")} (seconds)` }).optional(),
  prio: z.int().optional(),
  adopt: z
    .union([z.boolean(), z.string().min(1, "must not be empty")], { error: "must be true, false or an id" })
    .optional(),
});

/** Endpoints: GET and POST /dns/domain/{name}/entry_set/, PUT and DELETE /dns/domain/{name}/entry_set/{id}/. */
export const fornexDnsRecord = defineResource<FornexDnsRecordArgs, FornexDnsRecordState, ZoneEntry>({
  name: "FornexDnsRecord",
  hoster: "fornex",
  noun: "record",
  schema: fornexDnsRecordSchema,
  arguments: {
    domain: { role: "control", reason: "addresses the zone; a record cannot move to another one", replaces: true },
    host: { role: "drift", hasDefault: true },
    type: { role: "drift" },
    value: { role: "drift" },
    ttl: { role: "drift" },
    prio: { role: "drift" },
    adopt: ADOPT,
  },
  outputs: { recordId: { steady: true } },
  rules,
  canonical: ({ domain, host, type, value, ...rest }) => ({
    ...rest,
    ...(domain === undefined ? {} : { domain: canonicalName(domain) }),
    host: domain === undefined ? host : canonicalHost(host ?? "", domain),
    ...(type === undefined ? {} : { type: type.toUpperCase() }),
    ...(value === undefined ? {} : { value: type === undefined ? value : canonicalValue(type, value) }),
  }),
  naturalKey: (args) => contentKey(args.domain, args),
  identity: { within: ["domain"], by: ["host", "type", "value", "prio"] },
  costs: "nothing",
  replacement: { holdsOne: "Fornex may refuse two equal records (unverified)." },
  diesWith: { argument: "domain", kind: "FornexDnsDomain", ids: ({ domain }) => [canonicalName(domain)] },

  idOf: idOfEntry,
  importId: { form: "domain/recordId", example: "example.com/123", parse: partsOf },
  inventory: {
    all: (cx) => zonesOf(cx).allEntries(),
    unmanaged,
    named: (entry) => `${entry.zone}/${idOfEntry(entry)}`,
    imports: importable,
  },
  list: async (args, cx, fresh) => {
    const entries = await zonesOf(cx).entries(args.domain, fresh);
    if (entries) return entries;
    throw new VpsError(
      "not-found",
      "The zone of this record is not among the account's zones. Create it first with FornexDnsDomain, and pass its name output as domain.",
    );
  },
  keysOf: contentKeys,
  create: async (args, cx) => {
    try {
      return await zonesOf(cx).addEntry(args.domain, contentOf(args));
    } catch (error) {
      throw await explained(error, args, cx);
    }
  },
  find: async (id, state, cx) => (await zonesOf(cx).entries(state.domain))?.byId(id),
  observe: ({ id, host, type, value, prio, ttl }) => ({
    recordId: id,
    host,
    type: type as RecordType,
    value: shownValue(type, value),
    ttl: (ttl as (typeof TTLS)[number] | undefined) ?? null,
    prio: hasPriority(type) ? (prio ?? null) : null,
  }),
  siblings: {
    hindrance: hindranceOf,
    afterCreates: (made, cx) => tellOfNeighbours(made, (entry) => isDescribed(entry, cx), cx),
  },
  reconcile: async (reconciler) => {
    if (!reconciler.differs("host", "type", "value", "ttl", "prio")) return;
    const entry = await replace(Number(reconciler.id), reconciler.args, reconciler.cx);
    if (entry !== undefined) reconciler.observe(entry);
  },
  remove: async (id, state, _entry, cx) => {
    await zonesOf(cx).removeEntry(state.domain, Number(id));
  },
});

/** The zone may be left out where it is known otherwise: the id in the stack is the number alone. */
function partsOf(text: string): Named<FornexDnsRecordArgs> | undefined {
  const [, domain, number] = /^(?:([^/]+)\/)?(\d+)$/.exec(text) ?? [];
  if (number === undefined || (domain !== undefined && !zoneName.safeParse(domain).success)) return undefined;
  return { id: canonicalNumber(number), args: domain === undefined ? {} : { domain } };
}

function unmanaged(entry: ZoneEntry): string | undefined {
  if (isApexRecord(entry.zone, entry))
    return `It is a ${entry.type} record of the zone itself, and goes with the zone.`;
  return isDescribable(entry) ? undefined : `No program can describe a record of type ${entry.type}.`;
}

/** Fornex may show types that no program can ask for, such as a SOA. */
function isDescribable({ type }: ZoneEntry): boolean {
  return (RECORD_TYPES as readonly string[]).includes(type);
}

function importable(entry: ZoneEntry): object {
  if (isDescribable(entry)) return {};
  throw new VpsError("refused", `Record ${idOfEntry(entry)} is a ${entry.type} record, which no program can describe.`);
}

function rules({ domain, host, type, value, prio }: Partial<FornexDnsRecordArgs>): Issue[] {
  const issues: Issue[] = [];
  if (domain !== undefined && host !== undefined) {
    const problem = hostProblem(host, domain);
    if (problem) issues.push({ argument: "host", problem });
  }
  if (type !== undefined && value !== undefined) {
    const problem = valueProblem(type, value);
    if (problem) issues.push({ argument: "value", problem });
  }
  const problem = priorityProblem(prio, type, value);
  if (problem) issues.push({ argument: "prio", problem });
  return issues;
}

/** Whether a resource of this run holds the record, or describes its content, or is to adopt it by its id. */
function isDescribed(entry: ZoneEntry, cx: Context): boolean {
  const byId = objectKey(fornexDnsRecord, idOfEntry(entry));
  const keys = () => contentKeys(entry).map((key) => objectKey(fornexDnsRecord, key));
  return cx.isHeld(byId) || cx.isDescribed(byId) || keys().some((key) => cx.isDescribed(key));
}

async function replace(id: number, args: FornexDnsRecordArgs, cx: Context): Promise<ZoneEntry | undefined> {
  const shown = (await zonesOf(cx).entries(args.domain))?.byId(String(id));
  const content = replacementOf(shown, args);
  try {
    return await zonesOf(cx).replaceEntry(args.domain, id, content);
  } catch (error) {
    throw await explained(error, args, cx, id);
  }
}
