import { Airvpn } from "./airvpn";
import { Fornex } from "./fornex";
import type { Hoster } from "./hoster";
import { Kiwivm } from "./kiwivm";
import { Vpsorg } from "./vpsorg";

/** Every hoster the package knows, by its short name in the state document, in faults and in the request log. */
export const HOSTERS = { vpsorg: Vpsorg, fornex: Fornex, kiwivm: Kiwivm, airvpn: Airvpn };

export type HosterName = keyof typeof HOSTERS;

/** One of them. */
export type AnyHoster = Hoster & { readonly name: HosterName };

/** Everything the simulator knows, as one JSON document of maps. */
export type SimulatorState = { [Name in HosterName]: ReturnType<InstanceType<(typeof HOSTERS)[Name]>["state"]> };
