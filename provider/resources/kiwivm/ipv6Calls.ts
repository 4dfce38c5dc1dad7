import { isIPv6 } from "node:net";
import type { ServiceInfo } from "../../clients/kiwivm/schemas";
import { isHttp } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import { whenUnlocked } from "../../hosters/kiwivm/locks";
import { machineInfo, machineInfoAfter } from "../../hosters/kiwivm/machines";
import type { Context } from "../../lifecycle/runtime/context";
import { withMutex } from "../../lifecycle/runtime/withMutex";
import { canonicalIp, isAmong } from "./addresses";

/** Whether a new address shows at once is not documented (unverified). */
const SHOWN_SECONDS = 300;

/** An IPv6 address, or a /64 by its first one. `isNew` for one just assigned. */
export interface Ipv6 {
  veid: string;
  address: string;
  isNew?: true;
}

/** All of a machine, asked for once a run unless `fresh`. */
export async function listIpv6(cx: Context, veid: string, fresh = false): Promise<Ipv6[]> {
  return ipv6In(await machineInfo(cx, veid, fresh)).map((address) => ({ veid, address }));
}

function ipv6In({ ip_addresses }: ServiceInfo): string[] {
  return ip_addresses.map(canonicalIp).filter((ip) => isIPv6(ip));
}

/** Assigns one, within what KiwiVM lets choose. Its own refusals are not documented, so what it would refuse is looked for first. */
export function addIpv6(cx: Context, veid: string, ip: string | undefined): Promise<Ipv6> {
  return withMutex(cx, `kiwivm ipv6 ${veid}`, async () => {
    const before = await requireRoom(cx, veid, ip);
    const { network } = cx.hosters.kiwivm(veid).client;
    const wanted = ip === undefined ? undefined : canonicalIp(ip);
    const address = canonicalIp(await whenUnlocked(cx, veid, () => network.addIpv6(wanted)));
    if (before.includes(address)) throw notNew(veid, address);
    if (wanted === undefined || address === wanted) return { veid, address, isNew: true };
    const removed = await removeIpv6(cx, veid, address).then(
      () => "which was removed again.",
      (error: unknown) => `which could not be removed: ${messageOf(error)} Remove it in KiwiVM's panel.`,
    );
    throw new VpsError(
      "refused",
      `ip: KiwiVM does not let you choose the addresses of machine ${veid}. It assigned ${address}, ${removed} Omit ip to use the address that KiwiVM assigns.`,
    );
  });
}

/** What was there before is not ours to keep, nor to remove. */
function notNew(veid: string, address: string): VpsError {
  return new VpsError(
    "refused",
    `KiwiVM assigned no new address: it answered with ${address}, which machine ${veid} had before. Nothing was removed. To manage that address, set it as ip with adopt: true.`,
  );
}

/** Refuses what cannot be; answers the addresses that are there already. */
async function requireRoom(cx: Context, veid: string, ip: string | undefined): Promise<string[]> {
  const info = await machineInfo(cx, veid, true);
  const { location_ipv6_ready, plan_max_ipv6s } = info;
  const own = ipv6In(info);
  const problem = () => {
    if (location_ipv6_ready === false) return `the location of machine ${veid} has no IPv6`;
    if (plan_max_ipv6s !== undefined && own.length >= plan_max_ipv6s) {
      return `the plan of machine ${veid} allows ${plan_max_ipv6s} IPv6 address(es), and it has ${own.join(", ") || "none"}`;
    }
    if (ip === undefined || isAmong(ip, own)) return undefined;
    return own.length === 0
      ? `the first IPv6 address of machine ${veid} cannot be chosen; omit ip`
      : `${ip} is not within the /64 of an address of machine ${veid}, which has ${own.join(", ")}`;
  };
  const found = problem();
  if (found !== undefined) throw new VpsError("refused", `KiwiVM assigns no address: ${found}.`);
  return own;
}

/** Releases the address, with its PTRs, and waits until the list lacks it. */
export async function removeIpv6(cx: Context, veid: string, address: string): Promise<void> {
  try {
    await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.network.removeIpv6(address));
  } catch (error) {
    if (!isHttp(error, "refused") || ipv6In(await machineInfo(cx, veid, true)).includes(address)) throw error;
  }
  await awaitList(cx, veid, address, false);
}

/** Waits until the list shows a new address. */
export function awaitListed(cx: Context, veid: string, address: string): Promise<void> {
  return awaitList(cx, veid, address, true);
}

async function awaitList(cx: Context, veid: string, address: string, wanted: boolean): Promise<void> {
  const begin = performance.now();
  await cx.waitFor({
    what: `KiwiVM to ${wanted ? "list" : "remove"} ${address}`,
    usuallyWithin: SHOWN_SECONDS,
    look: async () => ipv6In(await machineInfoAfter(cx, veid, begin)).includes(address),
    done: (listed) => listed === wanted,
    words: (listed) =>
      listed === wanted
        ? undefined
        : `KiwiVM ${listed ? "still lists" : "does not list"} ${address}${listed ? "" : " yet"}`,
  });
}
