import type { ServiceInfo } from "../../clients/kiwivm/schemas";
import { type Busy, isHttp } from "../../errors/httpError";
import type { Context } from "../../lifecycle/context";
import { ListCache } from "../../lifecycle/listCache";

/** The longest work of which anybody told a duration is a migration: 15 minutes. Snapshots grow with the disk. */
const LOCK_SECONDS = 3600;

/** A machine's VEID as text; undefined for what is none, such as a value not known yet. */
export function veidIn({ veid }: { veid?: string | number }): string | undefined {
  const text = String(veid ?? "").trim();
  return /^\d+$/.test(text) ? String(Number(text)) : undefined;
}

/** What KiwiVM shows of a machine, asked for once a run unless `fresh`. */
export async function machineInfo(cx: Context, veid: string, fresh = false): Promise<ServiceInfo> {
  const infos = cx.shared("kiwivm machines", () => new ListCache<ServiceInfo>());
  if (fresh) infos.drop(veid);
  const ask = () => cx.hosters.kiwivm(veid).client.serviceInfo();
  const [info] = await infos.get(veid, async () => [await whenUnlocked(cx, veid, ask)]);
  return info as ServiceInfo;
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

/** KiwiVM's own words for what it is doing. */
export function wordsOf(veid: string, busy: Busy | undefined): string {
  const percent = busy?.percent === undefined ? [] : [`${busy.percent} %`];
  const words = [busy?.task, ...percent, busy?.note].filter((part) => part);
  return `KiwiVM has locked machine ${veid}${words.length > 0 ? `: ${words.join(", ")}` : ""}`;
}
