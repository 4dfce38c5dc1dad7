import { VpsError } from "../../errors/vpsError";
import { CONNECTIONS, type Hoster } from "../../hosters";
import type { Resource } from "../contract";
import type { Runtime } from "./runtime";

/** The resource's hoster; where each machine has its own credential, that of the machine which arguments or state name. */
export function hosterOf<A extends object, S extends A, O>(
  resource: Pick<Resource<A, S, O>, "name" | "hoster" | "machine">,
  runtime: Runtime,
  values: Partial<A>,
): Pick<Hoster<unknown>, "account"> & { title: string } {
  const { title } = CONNECTIONS[resource.hoster];
  const hoster = runtime.hosters[resource.hoster];
  if (typeof hoster !== "function") return { title, account: hoster.account };
  const machine = resource.machine?.(values);
  if (machine !== undefined) return { title, account: hoster(machine).account };
  throw new VpsError("config", `${resource.name}: the machine is not known yet, and each machine has its own key.`);
}
