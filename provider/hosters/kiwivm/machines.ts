import type { KiwivmClient } from "../../clients/kiwivm/client";
import type { LiveInfo, ServiceInfo } from "../../clients/kiwivm/schemas";
import { VpsError } from "../../errors/vpsError";
import type { ImportId, Issue } from "../../lifecycle/definition";
import { AnswerCache } from "../../lifecycle/runtime/answerCache";
import type { Context } from "../../lifecycle/runtime/context";
import { whenUnlocked } from "./locks";

/** A machine's VEID as text; undefined for what is none, such as a value not known yet. */
export function veidIn({ veid }: { veid?: string | number | undefined }): string | undefined {
  const text = String(veid ?? "").trim();
  return /^\d+$/.test(text) ? String(Number(text)) : undefined;
}

/** The same of arguments that have been checked, or of a state. */
export function machineOf(values: { veid: string | number }): string {
  const machine = veidIn(values);
  if (machine !== undefined) return machine;
  throw new VpsError("invalid-arguments", "veid: must be the number of a machine, as KiwiVM's panel shows it.");
}

/** Names what a machine has once. */
export const machineImportId = {
  form: "the machine's VEID",
  example: "123456",
  parse: (text) => {
    const veid = veidIn({ veid: text });
    return veid === undefined ? undefined : { id: veid, args: { veid } };
  },
} satisfies ImportId<{ veid: string | number }>;

/** What there is on all machines that have a key, one after the other. */
export async function* ofMachines<T>(
  cx: Context,
  ask: (veid: string) => Promise<Iterable<T>>,
): AsyncGenerator<T, void, undefined> {
  for (const veid of cx.hosters.kiwivm.veids()) {
    yield* await ask(veid).catch((error: unknown) => {
      // Which of them it is, an error that is met for one machine does not say.
      if (!(error instanceof VpsError)) throw error;
      throw new VpsError(error.code, `Machine ${veid}: ${error.message}`, { cause: error });
    });
  }
}

/** The part of a canonical form that says which machine is meant. */
export function canonicalVeid(veid: string | number | undefined): { veid?: string | undefined } {
  return veid === undefined ? {} : { veid: veidIn({ veid }) };
}

/** What KiwiVM shows of a machine, asked for once a run unless `fresh`. */
export function machineInfo(cx: Context, veid: string, fresh = false): Promise<ServiceInfo> {
  return infoSince(cx, veid, fresh ? performance.now() : 0);
}

/** The same for a look that waits for what was done at a moment (`performance.now()`): what another one saw half a pause ago will do. */
export function machineInfoAfter(cx: Context, veid: string, moment: number): Promise<ServiceInfo> {
  return infoSince(cx, veid, Math.max(moment, performance.now() - 500 * cx.pollSeconds));
}

function infoSince(cx: Context, veid: string, since: number): Promise<ServiceInfo> {
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

/** Refuses what KiwiVM does not offer, before anything is begun. */
export async function requireOffered(argument: string, wanted: string, ask: () => Promise<string[]>): Promise<void> {
  for (const { problem } of offeredIssues(argument, wanted, await ask())) {
    throw new VpsError("refused", `${argument}: ${problem}`);
  }
}

/** The same for a preview. */
export function offeredIssues(argument: string, wanted: string, offered: readonly string[]): Issue[] {
  if (offered.includes(wanted)) return [];
  // What is installed is listed once more, as the first one.
  const names = [...new Set(offered)].join(", ") || "none";
  return [{ argument, problem: `KiwiVM does not offer this for the machine. It offers ${names}.` }];
}

/** The `create` of what manages a machine that exists. */
export async function neverMade(): Promise<never> {
  throw new VpsError("refused", "This package never orders a machine. Order one in BandwagonHost's shop.");
}
