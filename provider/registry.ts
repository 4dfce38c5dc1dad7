/** What this package knows of each hoster. Adapters, functions, schema and documentation read it. */
import type { VpsFunction } from "./functions/contract";
import type { HosterName } from "./hosters";
import { airvpn } from "./hosters/airvpn";
import { fornex } from "./hosters/fornex";
import { kiwivm } from "./hosters/kiwivm";
import { vpsorg } from "./hosters/vpsorg";
import type { Resource } from "./lifecycle/contract";
import { mergedOf } from "./merged";

export const HOSTERS = { vpsorg, fornex, kiwivm, airvpn } satisfies Record<HosterName, object>;

type AnyHoster = (typeof HOSTERS)[HosterName];
const all: AnyHoster[] = Object.values(HOSTERS);

/** Every kind of resource, by the name of its class with a small first letter. */
export const resources = mergedOf(all.map((hoster) => hoster.resources));

/** The same as a list. Who walks over all of them has no use for the types in which they differ, and a list cannot hold them. */
export const RESOURCES = Object.values(resources) as unknown as readonly Resource<object, object, unknown>[];

/** Every function, by name. */
export const functions = mergedOf(all.map((hoster) => hoster.functions));

/** The same as a list. */
export const FUNCTIONS = Object.values(functions) as unknown as readonly VpsFunction<object, object>[];
