import type { OrderSettings } from "../../clients/fornex/orders";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { actOnce, isPulled, PASSWORD_UNCLEAR, RESTART_UNCLEAR } from "../../lifecycle/reconcile/triggers";
import { sentTags } from "./tags";
import { changeOrder } from "./vpsCalls";
import { awaitPower, finishJob, powerOf, present, requireMachine, turnsSoon, type VpsReconciler } from "./vpsWaits";

/** Waits for what an earlier step or run began; nothing is begun again. */
export async function resume(reconciler: VpsReconciler): Promise<void> {
  const { pending } = reconciler;
  if (pending === undefined) return;
  if (pending.job !== undefined) return finishJob(reconciler, pending.job);
  await finishWithoutJob(reconciler, pending.kind === "stop" ? "off" : "on");
}

/** Only the status tells. A start or stop that it never shows is asked for again by the next run, which does no harm. */
async function finishWithoutJob(reconciler: VpsReconciler, wanted: "on" | "off"): Promise<void> {
  const isHarmless = reconciler.pending?.kind !== "restart";
  await awaitPower(reconciler, wanted).catch((error: unknown) => {
    if (isHarmless && error instanceof VpsError && error.code === "timeout") reconciler.abandon();
    throw error;
  });
  reconciler.finish();
}

/** Name and tags of the order, in one call. What Fornex shows afterwards counts. */
export async function matchSettings(reconciler: VpsReconciler): Promise<void> {
  const { name, tags } = reconciler.args;
  const settings: OrderSettings = {
    ...(name !== undefined && reconciler.differs("name") ? { name: name.trim() } : {}),
    ...(tags !== undefined && reconciler.differs("tags") ? { tags: sentTags(tags) } : {}),
  };
  if (Object.keys(settings).length === 0) return;
  const changed = await changeOrder(reconciler.id, settings, reconciler.cx);
  if (changed !== undefined) reconciler.observe(changed);
}

/** Starts or stops the VPS, if its status is another; tells whether it did. */
export async function matchPower(reconciler: VpsReconciler, wanted: "on" | "off"): Promise<boolean> {
  if (!reconciler.differs("powerState")) return false;
  if ((await powerOf(reconciler)) === wanted) {
    reconciler.keep({ powerState: wanted });
    return false;
  }
  const action = wanted === "on" ? "start" : "stop";
  let job: number | undefined;
  try {
    job = await reconciler.cx.hosters.fornex.client.vps.power(reconciler.id, action);
  } catch (error) {
    // It may be refused because it is under way: the status decides.
    if (!isHttp(error, "rejected", "refused") || !(await turnsSoon(reconciler, wanted))) throw error;
    return true;
  }
  reconciler.begin(action, {}, job);
  if (job === undefined) {
    await finishWithoutJob(reconciler, wanted);
    return true;
  }
  await finishJob(reconciler, job);
  await awaitPower(reconciler, wanted);
  return true;
}

/**
 * Restarts the VPS when the trigger changes. It is only recorded when given for the first time, or for a VPS that is stopped
 * or was started just now.
 */
export async function matchTrigger(reconciler: VpsReconciler, justStarted: boolean): Promise<void> {
  const { restartTrigger, restartMode } = reconciler.args;
  if (restartTrigger === undefined || !isPulled(reconciler, "restartTrigger")) return;
  const finished = { restartTrigger };
  if (justStarted || (await powerOf(reconciler)) === "off") return reconciler.keep(finished);
  const action = restartMode === "hard" ? "hard_reset" : "restart";
  const unclear = { counts: finished, says: RESTART_UNCLEAR };
  const job = await actOnce(
    reconciler,
    () => reconciler.cx.hosters.fornex.client.vps.power(reconciler.id, action),
    unclear,
  );
  reconciler.begin("restart", finished, job);
  if (job !== undefined) await finishJob(reconciler, job);
  else await awaitPower(reconciler, "on");
  reconciler.finish();
}

/** Sets a new root password at create and when the version changes. Never sent again after a lost answer. */
export async function matchPassword(reconciler: VpsReconciler): Promise<void> {
  const { rootPasswordVersion } = reconciler.args;
  if (rootPasswordVersion === undefined || !isPulled(reconciler, "rootPasswordVersion")) return;
  requireMachine(reconciler, await present(reconciler));
  const { password, job } = await actOnce(
    reconciler,
    () => reconciler.cx.hosters.fornex.client.vps.resetPassword(reconciler.id),
    {
      counts: { rootPasswordVersion, rootPasswordStatus: "unknown" },
      says: PASSWORD_UNCLEAR,
    },
  );
  reconciler.begin("rootPassword", { rootPasswordVersion, rootPassword: password, rootPasswordStatus: "set" }, job);
  reconciler.keep({ rootPasswordTried: undefined });
  await finishJob(reconciler, job);
}
