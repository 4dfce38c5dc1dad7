import type { ServiceInfo } from "../../clients/kiwivm/schemas";
import { canonicalName } from "../../dnsName";
import { VpsError } from "../../errors/vpsError";
import { whenUnlocked } from "../../hosters/kiwivm/locks";
import { machineInfo, machineInfoAfter, ofMachines } from "../../hosters/kiwivm/machines";
import type { Context } from "../../lifecycle/runtime/context";
import { WaitGroup } from "../../waitGroup";
import { canonicalIp, isAmong, prefixOf } from "./addresses";

/** Whether a PTR shows at once is not documented (unverified). */
const SHOWN_SECONDS = 300;

/** The PTR of one address as KiwiVM shows it. */
export interface Ptr {
  veid: string;
  ip: string;
  shownUnder: string;
  /** `""` for none. */
  ptr: string;
}

export function shownPtr(veid: string, ip: string, shownUnder: string, info: ServiceInfo): Ptr {
  return { veid, ip, shownUnder, ptr: ptrOf(shownUnder, info) };
}

/** Null, "" and missing all mean that there is none. */
export function ptrOf(ip: string, { ptr }: ServiceInfo): string {
  return Object.entries(ptr).find(([own, value]) => canonicalIp(own) === ip && value !== "")?.[1] ?? "";
}

/** Every PTR of the account's machines, each under the address that shows it. */
export async function* allPtrs(cx: Context): AsyncGenerator<Ptr, void, undefined> {
  yield* ofMachines(cx, async (veid) => {
    const info = await machineInfo(cx, veid);
    const places = Object.keys(info.ptr).map(canonicalIp);
    return places.map((ip) => shownPtr(veid, ip, ip, info));
  });
}

/** Under which address KiwiVM shows the PTR of this one. */
export function placeOf(ip: string, info: ServiceInfo): string {
  return placesOf(ip).find((place) => ptrOf(place, info) !== "") ?? ip;
}

/** The address itself, and its /64. */
export function placesOf(ip: string): string[] {
  return [ip, prefixOf(ip)].filter((place) => place !== undefined);
}

/** KiwiVM's own refusals are not documented, so what it would refuse is looked for first. */
export async function settableMachine(cx: Context, veid: string, ip: string): Promise<ServiceInfo> {
  const info = await machineInfo(cx, veid);
  if (!info.rdns_api_available) {
    throw new VpsError(
      "refused",
      `KiwiVM does not accept PTRs by API for machine ${veid} (rdns_api_available is false). Ask BandwagonHost's support.`,
    );
  }
  if (isAmong(ip, info.ip_addresses)) return info;
  throw new VpsError(
    "refused",
    `${ip} is not an address of machine ${veid}. KiwiVM lists ${info.ip_addresses.join(", ")}.`,
  );
}

/** Sets the PTR, and waits until KiwiVM shows it in one of these places; tells in which. Where it never does, a `timeout`. */
export async function setPtr(
  cx: Context,
  veid: string,
  ip: string,
  ptr: string,
  places: readonly string[] = placesOf(ip),
): Promise<string> {
  const setters = settersOf(cx, veid);
  const setAt = await setters.run(async () => {
    await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.setPtr(ip, canonicalName(ptr)));
    return performance.now();
  });
  await setters.wait();
  return (await awaitShown(cx, veid, places, ptr, setAt)) ?? ip;
}

/** Those who set PTRs of the machine right now: one look afterwards does for all of them. */
function settersOf(cx: Context, veid: string): WaitGroup {
  return cx.shared(`kiwivm PTRs of ${veid}`, () => new WaitGroup());
}

function awaitShown(
  cx: Context,
  veid: string,
  places: readonly string[],
  ptr: string,
  setAt: number,
): Promise<string | undefined> {
  return cx.waitFor({
    what: "KiwiVM to show the new PTR",
    usuallyWithin: SHOWN_SECONDS,
    look: async () => {
      const info = await machineInfoAfter(cx, veid, setAt);
      return places.find((place) => canonicalName(ptrOf(place, info)) === canonicalName(ptr));
    },
    done: (place) => place !== undefined,
    words: (place) => (place === undefined ? "KiwiVM does not show the new PTR yet" : undefined),
  });
}
