import { isoWithoutZone } from "../clock";
import { checkFields, detail, fieldErrors, pageEnvelope, readFields, takePage } from "../drf";
import { type Answer, empty, type HosterRequest, json, Refusal, text } from "../http";
import { lookup } from "../json";
import { domainAnswer } from "./answers";
import { nextEntryId } from "./ids";
import { domainSchema, nssSchema, tagsSchema } from "./input";
import type { Moment } from "./moment";
import { domainName } from "./names";
import type { FornexDomain, FornexEntry, FornexState } from "./state";
import { zoneFile } from "./zoneFile";

/** Pages of 10 [fornex.md 0]; the largest size is unverified. */
const PAGE_SIZE = 10;
const MAX_PAGE_SIZE = 100;

export interface FoundDomain {
  readonly name: string;
  readonly domain: FornexDomain;
}

/** 404 with the text of the live service [fornex.md 0]. Taking the name in any case and script is unverified. */
export function findDomain(state: FornexState, asked: string): FoundDomain {
  const name = Object.hasOwn(state.domains, asked) ? asked : (domainName(asked) ?? asked);
  const domain = lookup(state.domains, name);
  if (!domain) throw new Refusal(detail(404, "No Domain matches the given query."));
  return { name, domain };
}

export function listDomains(request: HosterRequest, state: FornexState): Answer {
  const { query } = request;
  const matching = filterDomains(query, state).map(([name, domain]) => domainAnswer(name, domain, state.switches));

  if (state.switches.domainList === "bare") return json(200, matching);
  const page = takePage(matching, query, PAGE_SIZE, MAX_PAGE_SIZE);
  const origin = state.switches.foreignNext ? "https://fornex.invalid" : request.origin;
  const url = new URL(`${origin}/fornex/api/dns/domain/`);
  for (const [key, value] of query) if (key !== "apikey") url.searchParams.append(key, value);
  return json(200, pageEnvelope(page, matching.length, url));
}

export function filterDomains(query: URLSearchParams, state: FornexState): [string, FornexDomain][] {
  const q = query.get("q") ?? "";
  const tag = query.get("tag");
  return Object.entries(state.domains)
    .filter(([name, domain]) => matchesQuery(name, domain, q))
    .filter(([, domain]) => tag === null || domain.tags.includes(tag));
}

/** Any part of the name or of an address in it [fornex.md trap 2]. */
function matchesQuery(name: string, domain: FornexDomain, q: string): boolean {
  if (name.includes(q.toLowerCase())) return true;
  return Object.values(domain.entries).some((entry) => entry.type === "A" && entry.value.includes(q));
}

export function createDomain(request: HosterRequest, moment: Moment): Answer {
  const { name, domain } = addDomain(() => readFields(request), moment);
  return json(201, domainAnswer(name, domain, moment.state.switches));
}

/** Who may not create domains gets a 403 whatever was sent. */
export function addDomain(fields: () => Record<string, unknown>, { state, now }: Moment): FoundDomain {
  if (state.switches.domainCreationDenied) {
    throw new Refusal(detail(403, "You do not have permission to perform this action."));
  }
  const { name, ip } = checkFields(domainSchema, fields());
  const taken = lookup(state.domains, name);
  if (taken && state.switches.refuseTakenZones) throw fieldErrors({ name: ["This domain already exists."] }); // unverified
  if (taken) return { name, domain: taken };

  const domain = newDomain(now);
  state.domains[name] = domain;
  for (const entry of seededEntries(ip)) domain.entries[nextEntryId(state)] = entry;
  return { name, domain };
}

function newDomain(now: number): FornexDomain {
  return { created: isoWithoutZone(now), updated: isoWithoutZone(now), tags: [], entries: {} };
}

/** What a new domain begins with [fornex.md trap 1]; the priority and the name servers' number are unverified. */
function seededEntries(ip: string): FornexEntry[] {
  const common = { prio: null, ttl: null };
  return [
    ...["ns1.fornex.com", "ns2.fornex.com"].map((value) => ({ host: "", type: "NS", value, ...common })),
    ...["", "*", "www", "mail"].map((host) => ({ host, type: "A", value: ip, ...common })),
    { host: "", type: "MX", value: "mail", prio: 10, ttl: null },
  ];
}

export function deleteDomain(asked: string, state: FornexState): Answer {
  delete state.domains[findDomain(state, asked).name];
  return empty(204);
}

export function showZoneFile(asked: string, state: FornexState): Answer {
  return text(200, zoneFile(findDomain(state, asked).domain), "text/plain");
}

export function putTags(asked: string, request: HosterRequest, state: FornexState, now: number): Answer {
  const { domain } = findDomain(state, asked);
  const { tags } = checkFields(tagsSchema, readFields(request));
  const kept = state.switches.tagsPut === "add" ? domain.tags : [];
  if (!state.switches.ignores.includes("domain.tags")) domain.tags = [...new Set([...kept, ...tags])];
  domain.updated = isoWithoutZone(now);
  return json(200, { tags: [...domain.tags] });
}

/** Nothing reads the name servers back; the state document shows them [fornex.md 1]. */
export function changeNameServers(orderId: string, request: HosterRequest, state: FornexState): Answer {
  const order = lookup(state.domainOrders, orderId);
  if (!order) return detail(404, "Not found.");
  const { nss } = checkFields(nssSchema, readFields(request));
  order.nss = nss;
  return json(200, { nss });
}
