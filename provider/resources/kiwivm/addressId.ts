import { veidIn } from "../../hosters/kiwivm/machines";
import type { ImportId } from "../../lifecycle/definition";
import { canonicalIp, ipProblem } from "./addresses";

/** Id of what there is once for each address of a machine. */
export function addressId(veid: string, ip: string): string {
  return `${veid}/${canonicalIp(ip)}`;
}

/** Names an address of a machine. */
export const addressImportId = {
  form: "veid/ip",
  example: "123456/192.0.2.10",
  parse: (text) => {
    const [, machine, address] = /^(\d+)\/(.+)$/.exec(text) ?? [];
    const veid = veidIn({ veid: machine });
    if (veid === undefined || address === undefined || ipProblem(address) !== undefined) return undefined;
    const ip = canonicalIp(address);
    return { id: addressId(veid, ip), args: { veid, ip } };
  },
} satisfies ImportId<{ veid: string | number; ip: string }>;
