import { veidIn } from "../../hosters/kiwivm/machines";
import { canonicalIp } from "./addresses";

/** Id of what there is once for each address of a machine. */
export function addressId(veid: string, ip: string): string {
  return `${veid}/${canonicalIp(ip)}`;
}

/** The two parts of such an id, as it is written; undefined of what is none. */
export function partsOf(id: string): { veid: string; ip: string } | undefined {
  const [, veid, ip] = /^(\d+)\/(.+)$/.exec(id) ?? [];
  return veid === undefined || ip === undefined ? undefined : { veid, ip };
}

/** Such an id in its one spelling; what is none stays. */
export function canonicalAddressId(id: string): string {
  const { veid, ip } = partsOf(id) ?? {};
  const machine = veidIn({ veid });
  return machine === undefined || ip === undefined ? id : addressId(machine, ip);
}
