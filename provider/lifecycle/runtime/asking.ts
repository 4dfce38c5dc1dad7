import { isHttp } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import { inOneTry, report } from "../../operation";
import { knownIn } from "../arguments";
import type { Resource } from "../contract";
import { hosterOf } from "./hoster";
import type { Runtime } from "./runtime";

const LONGEST_LOOK_SECONDS = 10;

/** Asks a hoster in one try, unless it has failed before; that it fails is said once. */
export async function asking<A extends object, S extends A, O, T>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  args: Partial<A>,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const { hoster } = resource;
  const machine = JSON.stringify([hoster, resource.machine?.(args)]);
  const isSilent = () => [hoster, machine].some((who) => runtime.conflicts.isSilent(who));
  if (isSilent()) return undefined;
  try {
    return await runtime.conflicts.duringLook(() => inOneTry(LONGEST_LOOK_SECONDS, work));
  } catch (error) {
    // A machine at work on something will answer later.
    if (isHttp(error, "locked")) return undefined;
    if (error instanceof VpsError && error.code === "not-found") {
      // A place that is still to be made holds nothing, for all that are to be made there.
      runtime.conflicts.silence(placeOf(resource, args));
      return undefined;
    }
    if (!(error instanceof VpsError) || error.code === "cancelled") throw error;
    if (!isSilent()) {
      const { title } = hosterOf(resource, runtime, args);
      const text = `The objects at ${title} could not be listed, so this preview shows no conflicts. ${messageOf(error)}`;
      report({ level: "warning", text });
    }
    // What it says of one machine, such as that its key is wrong, tells nothing of the others.
    runtime.conflicts.silence(isUnanswered(error) ? hoster : machine);
    return undefined;
  }
}

function isUnanswered(error: VpsError): boolean {
  return isHttp(error, "unsent", "broken", "server", "unreadable", "blocked");
}

/** Where an object of these arguments would be listed. */
export function placeOf<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: Partial<A>): string {
  const canonical = resource.canonical(knownIn(args));
  return JSON.stringify([resource.name, (resource.identity?.within ?? []).map((name) => canonical[name])]);
}
