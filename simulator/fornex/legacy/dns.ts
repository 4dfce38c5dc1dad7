import { formFields } from "../../drf";
import { type Answer, type HosterRequest, json } from "../../http";
import { domainAnswer, entriesAnswer } from "../answers";
import { addDomain, filterDomains, findDomain } from "../domains";
import { addEntry, filterEntries, replaceEntry } from "../entries";
import type { Moment } from "../moment";
import type { FornexState } from "../state";
import { ok } from "./answers";

export function createDomain(request: HosterRequest, moment: Moment): Answer {
  const { name } = addDomain(() => formFields(request), moment);
  return json(200, { ok: true, name });
}

/** A bare array, never paged [S3]. */
export function listDomains({ query }: HosterRequest, { state }: Moment): Answer {
  const domains = filterDomains(query, state).map(([name, domain]) => domainAnswer(name, domain, state.switches));
  return json(200, domains);
}

/** Here every type shows `prio` [S3]. */
export function listEntries(asked: string, { query }: HosterRequest, { state }: Moment): Answer {
  const { name, domain } = findDomain(state, asked);
  const q = query.get("q") ?? "";
  const switches = { ...state.switches, otherPrio: "null" as const, listSoa: state.switches.listSoa && q === "" };
  return json(200, {
    entry_set: entriesAnswer(name, { ...domain, entries: filterEntries({ name, domain }, q, null, state) }, switches),
  });
}

export function createEntry(asked: string, request: HosterRequest, moment: Moment): Answer {
  const { id } = addEntry(asked, formFields(request), inThisApiVersion(moment));
  return json(200, { ok: true, pk: Number(id) });
}

export function changeEntry(asked: string, id: string, request: HosterRequest, moment: Moment): Answer {
  return ok(replaceEntry(asked, id, request, inThisApiVersion(moment)));
}

/**
 * Equal records were refused in this API version [fornex.md trap 21]; that a form clears what it leaves out is
 * unverified.
 */
function inThisApiVersion(moment: Moment): Moment {
  const switches = { ...moment.state.switches, acceptEqualRecords: false, putOmittedPrio: "cleared" as const };
  const state: FornexState = { ...moment.state, switches };
  return { ...moment, state };
}
