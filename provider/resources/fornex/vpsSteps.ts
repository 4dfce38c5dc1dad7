import type { OrderSettings } from "../../clients/fornex/orders";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { actOnce, isPulled, PASSWORD_UNCLEAR, RESTART_UNCLEAR } from "../../lifecycle/reconcile/triggers";
import { sentTags } from "./tags";
import { changeOrder } from "./vpsCalls";
import { awaitPower, finishJob, powerOf, present, requireMachine, turnsSoon, type VpsWork } from "./vpsWaits";

/** Waits for what an earlier step or run began; nothing is begun again. */
export async function resume(work: VpsWork): Promise<void> {
  const { pending } = work;
  if (pending === undefined) return;
  if (pending.job !== undefined) return finishJob(work, pending.job);
  await finishWithoutJob(work, pending.kind === "stop" ? "off" : "on");
}

/** Only the status tells. A start or stop that it never shows is asked for again by the next run, which does no harm. */
async function finishWithoutJob(work: VpsWork, wanted: "on" | "off"): Promise<void> {
  const isHarmless = work.pending?.kind !== "restart";
  await awaitPower(work, wanted).catch((error: unknown) => {
    if (isHarmless && error instanceof VpsError && error.code === "timeout") work.abandon();
    throw error;
  });
  work.finish();
}

/** Name and tags of the order, in one call. What Fornex shows afterwards counts. */
export async function matchSettings(work: VpsWork): Promise<void> {
  const { name, tags } = work.args;
  const settings: OrderSettings = {
    ...(name !== undefined && work.differs("name") ? { name: name.trim() } : {}),
    ...(tags !== undefined && work.differs("tags") ? { tags: sentTags(tags) } : {}),
  };
  if (Object.keys(settings).length === 0) return;
  const changed = await changeOrder(work.id, settings, work.cx);
  if (changed !== undefined) work.observe(changed);
}

/** Starts or stops the VPS, if its status is another; tells whether it did. */
export async function matchPower(work: VpsWork, wanted: "on" | "off"): Promise<boolean> {
  if (!work.differs("powerState")) return false;
  if ((await powerOf(work)) === wanted) {
    work.keep({ powerState: wanted });
    return false;
  }
  const action = wanted === "on" ? "start" : "stop";
  let job: number | undefined;
  try {
    job = await work.cx.hosters.fornex.client.vps.power(work.id, action);
  } catch (error) {
    // It may be refused because it is under way: the status decides.
    if (!isHttp(error, "rejected", "refused") || !(await turnsSoon(work, wanted))) throw error;
    return true;
  }
  work.begin(action, {}, job);
  if (job === undefined) {
    await finishWithoutJob(work, wanted);
    return true;
  }
  await finishJob(work, job);
  await awaitPower(work, wanted);
  return true;
}

/**
 * Restarts the VPS when the trigger changes. It is only recorded when given for the first time, or for a VPS that is stopped
 * or was started just now.
 */
export async function matchTrigger(work: VpsWork, justStarted: boolean): Promise<void> {
  const { restartTrigger, restartMode } = work.args;
  if (restartTrigger === undefined || !isPulled(work, "restartTrigger")) return;
  const finished = { restartTrigger };
  if (justStarted || (await powerOf(work)) === "off") return work.keep(finished);
  const action = restartMode === "hard" ? "hard_reset" : "restart";
  const unclear = { counts: finished, says: RESTART_UNCLEAR };
  const job = await actOnce(work, () => work.cx.hosters.fornex.client.vps.power(work.id, action), unclear);
  work.begin("restart", finished, job);
  if (job !== undefined) await finishJob(work, job);
  else await awaitPower(work, "on");
  work.finish();
}

/** Sets a new root password at create and when the version changes. Never sent again after a lost answer. */
export async function matchPassword(work: VpsWork): Promise<void> {
  const { rootPasswordVersion } = work.args;
  if (rootPasswordVersion === undefined || !isPulled(work, "rootPasswordVersion")) return;
  requireMachine(work, await present(work));
  const { password, job } = await actOnce(work, () => work.cx.hosters.fornex.client.vps.resetPassword(work.id), {
    counts: { rootPasswordVersion, rootPasswordStatus: "unknown" },
    says: PASSWORD_UNCLEAR,
  });
  work.begin("rootPassword", { rootPasswordVersion, rootPassword: password, rootPasswordStatus: "set" }, job);
  work.keep({ rootPasswordTried: undefined });
  await finishJob(work, job);
}
