import type { KiwivmClient } from "../../clients/kiwivm/client";
import type { LiveInfo, ServiceInfo } from "../../clients/kiwivm/schemas";
import { type Busy, isAmbiguous, isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { AnswerCache } from "../../lifecycle/answerCache";
import type { Context } from "../../lifecycle/context";

/** The longest work of which anybody told a duration is a migration: 15 minutes. Snapshots grow with the disk. */
export const LOCK_SECONDS = 3600;
/** How often to look for what may show up only some time after a request, or after a lock: a minute at 5 s between looks. */
export const LATE_LOOKS = 12;

/** A machine's VEID as text; undefined for what is none, such as a value not known yet. */
export function veidIn({ veid }: { veid?: string | number }): string | undefined {
  const text = String(veid ?? "").trim();
  return /^\d+$/.test(text) ? String(Number(text)) : undefined;
}

/** The part of a canonical form that says which machine is meant. */
export function canonicalVeid(veid: string | number | undefined): { veid?: string | undefined } {
  return veid === undefined ? {} : { veid: veidIn({ veid }) };
}

/** What KiwiVM shows of a machine, asked for once a run unless `fresh`. */
export function machineInfo(cx: Context, veid: string, fresh = false): Promise<ServiceInfo> {
  return machineInfoSince(cx, veid, fresh ? performance.now() : 0);
}

/** The same as it is at this moment (`performance.now()`) or later: many that wait for it together ask once. */
export function machineInfoSince(cx: Context, veid: string, since: number): Promise<ServiceInfo> {
  return asked(cx, veid, caches(cx).infos, since, (client) => client.serviceInfo());
}

/** The same, and whether the machine runs. */
export function liveMachine(cx: Context, veid: string, fresh = false): Promise<LiveInfo> {
  return asked(cx, veid, caches(cx).liveInfos, fresh ? performance.now() : 0, (client) => client.liveInfo());
}

/** Where a machine is, asked for once a run unless `fresh`. */
export function machineLocation(cx: Context, veid: string, fresh = false): Promise<string> {
  return asked(
    cx,
    veid,
    caches(cx).locations,
    fresh ? performance.now() : 0,
    async (client) => (await client.locations()).current,
  );
}

function asked<T>(
  cx: Context,
  veid: string,
  cache: AnswerCache<T>,
  since: number,
  ask: (client: KiwivmClient) => Promise<T>,
): Promise<T> {
  return cache.get(veid, () => whenUnlocked(cx, veid, () => ask(cx.hosters.kiwivm(veid).client)), since);
}

/** After what may have changed everything about a machine. */
export function forgetMachine(cx: Context, veid: string): void {
  for (const cache of Object.values(caches(cx))) cache.drop(veid);
}

/** By VEID. */
function caches(cx: Context) {
  return cx.shared("kiwivm machines", () => ({
    infos: new AnswerCache<ServiceInfo>(),
    liveInfos: new AnswerCache<LiveInfo>(),
    locations: new AnswerCache<string>(),
  }));
}

/** How often this run found the machine locked. */
export function locksMet(cx: Context, veid: string): { count: number } {
  return cx.shared(`kiwivm locks of ${veid}`, () => ({ count: 0 }));
}

/** Makes a request as soon as KiwiVM takes it: while it is at work on the machine it refuses, and says how far it is. */
export async function whenUnlocked<T>(cx: Context, veid: string, request: () => Promise<T>): Promise<T> {
  const { answer } = await cx.waitFor<{ answer?: T; busy?: Busy | undefined }>({
    what: "KiwiVM to finish its work on the machine",
    usuallyWithin: LOCK_SECONDS,
    look: () =>
      request().then(
        (answer) => ({ answer }),
        (error: unknown) => {
          if (!isHttp(error, "locked")) throw error;
          locksMet(cx, veid).count += 1;
          return { busy: error.busy };
        },
      ),
    done: (seen) => "answer" in seen,
    words: (seen) => ("answer" in seen ? undefined : wordsOf(veid, seen.busy)),
  });
  return answer as T;
}

/** Refuses what KiwiVM does not offer, before anything is begun. */
export async function requireOffered(argument: string, wanted: string, ask: () => Promise<string[]>): Promise<void> {
  const offered = await ask();
  if (offered.includes(wanted)) return;
  throw new VpsError(
    "refused",
    `${argument}: KiwiVM does not offer this for the machine. It offers ${offered.join(", ") || "none"}.`,
  );
}

/** The `create` of what manages a machine that exists. */
export async function neverMade(): Promise<never> {
  throw new VpsError("refused", "A machine is ordered in BandwagonHost's shop, never here.");
}

/** One look at a machine that may be locked, or not answer for a while: what it is at work on goes on all the same. */
export interface Glance<T> {
  answer?: T;
  busy?: Busy | undefined;
  /** Why there is neither. */
  trouble?: string;
}

export async function glance<T>(request: () => Promise<T>): Promise<Glance<T>> {
  try {
    return { answer: await request() };
  } catch (error) {
    if (isHttp(error, "locked")) return { busy: error.busy };
    if (!isAmbiguous(error) && !isHttp(error, "unsent", "rate-limited")) throw error;
    return { trouble: "KiwiVM does not answer" };
  }
}

/** Why a look saw nothing. */
export function troubleOf(veid: string, seen: Glance<unknown>): string | undefined {
  return seen.trouble ?? ("answer" in seen ? undefined : wordsOf(veid, seen.busy));
}

/** KiwiVM's own words for what it is doing. */
export function wordsOf(veid: string, busy: Busy | undefined): string {
  const percent = busy?.percent === undefined ? [] : [`${busy.percent} %`];
  const words = [busy?.task, ...percent, busy?.note].filter((part) => part);
  return `KiwiVM has locked machine ${veid}${words.length > 0 ? `: ${words.join(", ")}` : ""}`;
}
