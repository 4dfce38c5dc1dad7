import type { Hoster } from "../hosters";
import type { Resource } from "./contract";
import type { Run } from "./run";

/** The resource's hoster; where each machine has its own credential, that of the machine which arguments or state name. */
export function hosterOf<A extends object, S extends A, O>(
  resource: Pick<Resource<A, S, O>, "hoster" | "machine">,
  run: Run,
  values: Partial<A>,
): Pick<Hoster<unknown>, "title" | "account"> {
  return run.hosters.of(resource.hoster, resource.machine?.(values));
}
