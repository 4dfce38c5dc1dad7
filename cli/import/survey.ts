import { VpsError } from "../../provider/errors/vpsError";
import { CONNECTIONS, type HosterName, type Hosters } from "../../provider/hosters";
import type { Resource } from "../../provider/lifecycle/contract";
import { importById } from "../../provider/lifecycle/import";
import { isListed, walk } from "../../provider/lifecycle/list";
import { named as parsedId } from "../../provider/lifecycle/lookUp";
import type { Runtime } from "../../provider/lifecycle/runtime/runtime";
import { throwIfOver } from "../../provider/operation";
import { RESOURCES } from "../../provider/registry";
import type { Contents } from "../stack";
import type { Survey, Unmanaged, Values } from "./model";
import { type Nameless, named, namesTakenBy } from "./names";
import { othersAt } from "./others";

type AnyResource = Resource<object, object, unknown>;

/** Which part of the accounts is looked through: all of it, where both are empty. */
export interface Scope {
  hosters: readonly HosterName[];
  /** Only these zones and their records. */
  zones: readonly string[];
}

/** Objects of one kind, or of all kinds of one hoster. */
interface Part {
  found: Nameless[];
  held: Survey["held"][number][];
  unmanaged: Unmanaged[];
  isPartial: boolean;
}

/** The hosters that have something to be taken over. */
export const LISTED_HOSTERS: readonly HosterName[] = [
  ...new Set(RESOURCES.filter(isListed).map(({ hoster }) => hoster)),
];

/** Of which argument the zone's name is, for those kinds that belong to a zone. */
const ZONE: Readonly<Record<string, string>> = { FornexDnsDomain: "name", FornexDnsRecord: "domain" };

/** Looks through the accounts: what there is, what the stack holds already, and what no program should own. Sends no write. */
export async function survey(
  runtime: Runtime,
  { resources }: Contents,
  scope: Scope,
  tell: (line: string) => void,
): Promise<Survey> {
  const hosters = LISTED_HOSTERS.filter((hoster) => isIn(scope, hoster));
  const holds = (kind: string, id: string) =>
    resources.find((one) => one.kind === kind && one.id === id && !one.isExternal);
  const parts = (await Promise.all(hosters.map((hoster) => hosterParts(hoster, runtime, holds, scope, tell)))).flat();
  const taken = new Set(resources.flatMap((one) => namesTakenBy(one).map((name) => `${one.kind} ${name}`)));
  const isTaken = (kind: string, name: string) => taken.has(`${kind} ${name}`);
  return {
    found: named(
      parts.flatMap(({ found }) => found),
      isTaken,
    ),
    held: parts.flatMap(({ held }) => held),
    unmanaged: parts.flatMap(({ unmanaged }) => unmanaged),
    isPartial: parts.some((part) => part.isPartial),
  };
}

function isIn({ hosters, zones }: Scope, hoster: HosterName): boolean {
  const hasZones = RESOURCES.some((resource) => resource.hoster === hoster && resource.name in ZONE);
  return (hosters.length === 0 || hosters.includes(hoster)) && (zones.length === 0 || hasZones);
}

type Holds = (kind: string, id: string) => Contents["resources"][number] | undefined;

/** A part for each kind of resource at the hoster. */
async function hosterParts(
  hoster: HosterName,
  runtime: Runtime,
  holds: Holds,
  scope: Scope,
  tell: (line: string) => void,
): Promise<Part[]> {
  const { title } = CONNECTIONS[hoster];
  try {
    requireCredential(runtime.hosters[hoster]);
  } catch (error) {
    if (!(error instanceof VpsError) || error.code !== "config" || scope.hosters.includes(hoster)) throw error;
    return [{ found: [], held: [], unmanaged: [{ kind: title, id: undefined, why: error.message }], isPartial: false }];
  }
  tell(`Looking through the account at ${title} …`);
  const parts: Part[] = [];
  // One after the other, since they share answers, and hosters limit requests.
  for (const resource of RESOURCES) {
    if (resource.hoster === hoster) parts.push(await kindPart(resource, runtime, holds, scope));
  }
  if (scope.zones.length === 0) parts.push(await othersPart(hoster, runtime));
  return parts;
}

async function othersPart(hoster: HosterName, runtime: Runtime): Promise<Part> {
  const part: Part = { found: [], held: [], unmanaged: [], isPartial: false };
  try {
    part.unmanaged.push(...(await othersAt(hoster, runtime)));
  } catch (error) {
    part.unmanaged.push({ kind: "Order", id: undefined, why: reasonOf(error) });
    part.isPartial = true;
  }
  return part;
}

/** A hoster that needs one credential has thrown by now where there is none; one that needs a key for each machine has not. */
function requireCredential(hoster: Hosters[HosterName]): void {
  if (typeof hoster !== "function" || hoster.veids().length > 0) return;
  throw new VpsError("config", "No machine has a key: set vps:kiwivmKeys, or KIWIVM_VEID with KIWIVM_API_KEY.");
}

async function kindPart(resource: AnyResource, runtime: Runtime, holds: Holds, scope: Scope): Promise<Part> {
  const part: Part = { found: [], held: [], unmanaged: [], isPartial: false };
  const { name: kind, inventory } = resource;
  if (inventory?.none !== undefined) {
    if (scope.zones.length === 0) part.unmanaged.push({ kind, id: undefined, why: inventory.none });
    return part;
  }
  for (const args of placesOf(kind, scope)) {
    try {
      for await (const { id, unmanaged } of walk(resource, runtime, args)) {
        if (unmanaged === undefined) await take(part, resource, runtime, holds, id);
        else part.unmanaged.push({ kind, id, why: unmanaged });
      }
    } catch (error) {
      part.unmanaged.push({ kind, id: undefined, why: reasonOf(error) });
      part.isPartial = true;
    }
  }
  return part;
}

/** Where to look for objects of a kind: undefined is everywhere. */
function placesOf(kind: string, { zones }: Scope): (object | undefined)[] {
  if (zones.length === 0) return [undefined];
  const argument = ZONE[kind];
  return argument === undefined ? [] : zones.map((zone) => ({ [argument]: zone }));
}

async function take(
  part: Part,
  resource: AnyResource,
  runtime: Runtime,
  holds: Holds,
  importId: string,
): Promise<void> {
  const { name: kind } = resource;
  const { id } = parsedId(resource, importId, {});
  const held = holds(kind, id);
  if (held !== undefined) {
    part.held.push({ kind, name: held.name, id: importId });
    return;
  }
  try {
    const imported = await importById(resource, runtime, importId);
    // Somebody deleted it meanwhile.
    if (imported === undefined) return;
    const { record, inputs, notShown, stoodIn } = imported;
    if (notShown.length > 0) {
      const why = `A program has to say ${notShown.join(" and ")}, which the hoster does not show in a form that it may write. Import it by hand.`;
      part.unmanaged.push({ kind, id: importId, why });
      return;
    }
    part.found.push({
      kind,
      importId,
      id: imported.id,
      inputs: inputs as Values,
      properties: record.properties as Values,
      remarks: stoodIn.map(({ argument, standIn }) => `No hoster shows ${argument}. ${standIn.harmless}.`),
    });
  } catch (error) {
    part.unmanaged.push({ kind, id: importId, why: reasonOf(error) });
    part.isPartial = true;
  }
}

/** What a person is told of an object that could not be looked at; what is not expected ends the command. */
function reasonOf(error: unknown): string {
  throwIfOver();
  if (error instanceof VpsError) return error.message;
  throw error;
}
