import type { KiwivmClient } from "../../clients/kiwivm/client";
import type { LiveInfo } from "../../clients/kiwivm/schemas";
import { canonicalName } from "../../dnsName";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { LATE_LOOKS, whenUnlocked } from "../../hosters/kiwivm/locks";
import { liveMachine, machineInfo } from "../../hosters/kiwivm/machines";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { actOnce, isPulled, PASSWORD_UNCLEAR, RESTART_UNCLEAR } from "../../lifecycle/reconcile/triggers";
import { pause } from "../../operation";
import type { KiwiServerArgs, KiwiServerState, Machine } from "./serverModel";

type ServerReconciler = Reconciler<KiwiServerArgs, KiwiServerState, Machine>;

/** No duration is documented for power calls. */
const POWER_SECONDS = 600;
/** A system that has not stopped by then hangs. */
const STOP_SECONDS = 300;

/** Whether the machine runs, where KiwiVM says so for good; of one that is suspended or in between it says nothing. */
export function powerOf({ status, suspended }: LiveInfo): "on" | "off" | undefined {
  if (suspended) return undefined;
  if (status === "running") return "on";
  return status === "stopped" ? "off" : undefined;
}

/** Waits for the end of a restart that an earlier run began. */
export async function finishRestart(reconciler: ServerReconciler): Promise<void> {
  if (reconciler.pending === undefined) return;
  // What is stopped now, by force if need be, is waited for there.
  if (!mayKill(reconciler)) await settledPower(reconciler);
  reconciler.finish();
}

/** KiwiVM answers nothing but success, so what it shows afterwards counts. */
export async function matchHostname(reconciler: ServerReconciler): Promise<void> {
  const { hostname } = reconciler.args;
  if (hostname === undefined || !reconciler.differs("hostname")) return;
  await send(reconciler, (client) => client.setHostname(canonicalName(hostname)));
  const { hostname: shown } = await machineInfo(reconciler.cx, reconciler.id, true);
  reconciler.see({ hostname: shown });
}

/**
 * Starts or stops the machine, if it is otherwise; tells whether it did. Both are harmless to ask for again, so nothing of
 * them is recorded.
 */
export async function matchPower(reconciler: ServerReconciler, wanted: "on" | "off"): Promise<boolean> {
  if (!reconciler.differs("powerState")) return false;
  const power = await settledPower(reconciler);
  if (power === wanted) return false;
  try {
    await send(reconciler, (client) => client.power(wanted === "on" ? "start" : "stop"));
  } catch (error) {
    // It may be refused because it is under way, or so already: the status decides.
    if (!isHttp(error, "refused")) throw error;
    if (await turnsSoon(reconciler, wanted)) return true;
    if (power !== undefined) throw error;
    await kill(reconciler);
    return true;
  }
  if (wanted === "on") {
    await awaitPower(reconciler, "on", POWER_SECONDS);
    return true;
  }
  try {
    await awaitPower(reconciler, "off", STOP_SECONDS);
  } catch (error) {
    if (!isTimeout(error) || !mayKill(reconciler)) throw error;
    await kill(reconciler);
  }
  return true;
}

/** Restarts the machine when the trigger changes; one that is stopped, or was started just now, only records it. */
export async function matchRestart(reconciler: ServerReconciler, justStarted: boolean): Promise<void> {
  const { restartTrigger } = reconciler.args;
  if (restartTrigger === undefined || !isPulled(reconciler, "restartTrigger")) return;
  const finished = { restartTrigger };
  if (justStarted || (await settledPower(reconciler)) === "off") return reconciler.keep(finished);
  const unclear = { counts: finished, says: RESTART_UNCLEAR };
  await actOnce(reconciler, () => send(reconciler, (client) => client.restart()), unclear);
  reconciler.begin("restart", finished);
  await settledPower(reconciler);
  reconciler.finish();
}

/** Sets a new root password at create and when the version changes. Never sent again after a lost answer. */
export async function matchPassword(reconciler: ServerReconciler): Promise<void> {
  const { rootPasswordVersion } = reconciler.args;
  if (rootPasswordVersion === undefined || !isPulled(reconciler, "rootPasswordVersion")) return;
  const rootPassword = await actOnce(reconciler, () => send(reconciler, (client) => client.resetRootPassword()), {
    counts: { rootPasswordVersion, rootPasswordStatus: "unknown" },
    says: PASSWORD_UNCLEAR,
  });
  reconciler.keep({ rootPasswordVersion, rootPassword, rootPasswordStatus: "set" });
}

/** Whether the program agrees to what a kill loses. */
function mayKill({ args }: ServerReconciler): boolean {
  return args.powerState === "off" && args.forceStop === true;
}

/** The last resort for a machine that hangs. */
async function kill(reconciler: ServerReconciler): Promise<void> {
  // The wait may have been for a lock: what has stopped behind it needs no force.
  if (powerOf(await present(reconciler)) === "off") return;
  reconciler.cx.report("it did not stop in time, so it is killed, since forceStop is true");
  await send(reconciler, (client) => client.power("kill"));
  await awaitPower(reconciler, "off", POWER_SECONDS);
}

function send<T>({ cx, id }: ServerReconciler, request: (client: KiwivmClient) => Promise<T>): Promise<T> {
  return whenUnlocked(cx, id, () => request(cx.hosters.kiwivm(id).client));
}

/** Whether the machine runs, waited for while it is in between; undefined where it hangs there and may be killed. */
async function settledPower(reconciler: ServerReconciler): Promise<"on" | "off" | undefined> {
  const isSettled = (power: "on" | "off" | undefined) => power !== undefined;
  try {
    return powerOf(await awaitMachine(reconciler, "KiwiVM to start or stop the machine", POWER_SECONDS, isSettled));
  } catch (error) {
    if (!isTimeout(error) || !mayKill(reconciler)) throw error;
    return undefined;
  }
}

async function awaitPower(reconciler: ServerReconciler, wanted: "on" | "off", usuallyWithin: number): Promise<void> {
  await awaitMachine(
    reconciler,
    `KiwiVM to turn the machine ${wanted} (powerState)`,
    usuallyWithin,
    (power) => power === wanted,
  );
}

async function awaitMachine(
  reconciler: ServerReconciler,
  what: string,
  usuallyWithin: number,
  done: (power: "on" | "off" | undefined) => boolean,
): Promise<LiveInfo> {
  try {
    return await reconciler.cx.waitFor({
      what,
      usuallyWithin,
      look: () => present(reconciler),
      words: ({ status }) => `KiwiVM says ${status || "nothing about the machine's status"}`,
      done: (seen) => done(powerOf(seen)),
    });
  } catch (error) {
    if (!isTimeout(error) || mayKill(reconciler)) throw error;
    const way = reconciler.args.powerState === "off" ? "forceStop: true" : 'powerState: "off" with forceStop: true';
    throw new VpsError(
      "timeout",
      `${error.message} If the machine hangs, ${way} kills it after such a wait. Then data that is not yet on its disk is lost.`,
      { cause: error },
    );
  }
}

function isTimeout(error: unknown): error is VpsError {
  return error instanceof VpsError && error.code === "timeout";
}

/** Whether the machine turns `wanted` within a minute at the usual pace. */
async function turnsSoon(reconciler: ServerReconciler, wanted: "on" | "off"): Promise<boolean> {
  for (let look = 1; look <= LATE_LOOKS; look++) {
    if (powerOf(await present(reconciler)) === wanted) return true;
    await pause(reconciler.cx.pollSeconds);
  }
  return false;
}

/** A machine that is suspended stays so until somebody has settled why. */
async function present(reconciler: ServerReconciler): Promise<LiveInfo> {
  const seen = await liveMachine(reconciler.cx, reconciler.id, true);
  reconciler.observe({ veid: reconciler.id, ...seen });
  if (!seen.suspended) return seen;
  throw new VpsError(
    "ended",
    `KiwiServer ${reconciler.id}: BandwagonHost has suspended the machine, so it can be neither started nor stopped. Ask its support, then run \`pulumi up\` again.`,
  );
}
