import type { Job } from "../../clients/fornex/vps";
import { mayMeanGone } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { pause } from "../../operation";
import { endOf, findVps, type Vps, withoutMachine } from "./vpsCalls";
import type { FornexVpsArgs, FornexVpsState } from "./vpsModel";

export type VpsReconciler = Reconciler<FornexVpsArgs, FornexVpsState, Vps>;

/** No duration is documented for any job. */
const JOB_SECONDS = 600;
/** How often the status is looked at after a power call that was refused. */
const LOOKS_AFTER_REFUSAL = 12;

/** Polls a job to its end, in its own words. */
export async function finishJob(reconciler: VpsReconciler, id: number): Promise<void> {
  let lost: unknown;
  const job = await reconciler.cx.waitFor({
    what: "Fornex to finish the job",
    usuallyWithin: JOB_SECONDS,
    look: () =>
      reconciler.cx.hosters.fornex.client.vps.job(reconciler.id, id).catch((error: unknown) => {
        if (!mayMeanGone(error)) throw error;
        lost = error;
      }),
    words: (seen) => (!seen ? "Fornex finds no log entry of the job" : wordsOf(seen)),
    done: (seen) => !seen || endOf(seen) !== undefined,
  });
  if (job && endOf(job) === "done") return reconciler.finish();
  const wanted = { start: "on", stop: "off" }[reconciler.pending?.kind ?? ""];
  abandon(reconciler, job ?? undefined);
  // A start of what runs may end in error: the status decides.
  if (wanted !== undefined && (await powerOf(reconciler)) === wanted) return;
  throw new VpsError(
    "ended",
    !job
      ? `FornexVps ${reconciler.id}: ${messageOf(lost)} How job ${id} ended is unknown. Look at the VPS in Fornex's panel.`
      : `FornexVps ${reconciler.id}: job ${id} ended in error. ${wordsOf(job)}. See Fornex's panel for the reason. The next \`pulumi up\` requests it again.`,
  );
}

/** Takes work that did not end well off the state, keeping what may still matter. */
function abandon(reconciler: VpsReconciler, job: Job | undefined): void {
  const kind = reconciler.pending?.kind;
  const finished = reconciler.finished;
  reconciler.abandon();
  if (kind === "restart" && job === undefined) reconciler.keep(finished);
  if (kind !== "rootPassword") return;
  const { rootPassword, rootPasswordVersion } = finished;
  reconciler.keep({
    ...(rootPassword === undefined ? {} : { rootPasswordTried: rootPassword }),
    ...(job === undefined && rootPasswordVersion !== undefined ? { rootPasswordVersion } : {}),
    rootPasswordStatus: job === undefined ? "unknown" : "failed",
  });
}

function wordsOf({ action, note }: Job): string {
  return `Fornex says ${[action, note].filter(Boolean).join(": ") || "nothing about it"}`;
}

/** Status of the VPS, waited for while Fornex does not know it; only that is worth a line. */
export async function powerOf(reconciler: VpsReconciler): Promise<string> {
  const isKnown = ({ power }: Vps) => power !== "unknown";
  const seen = await awaitStatus(reconciler, "Fornex to know the status of the VPS", isKnown, (vps) =>
    isKnown(vps) ? undefined : wordsFor(vps),
  );
  return requireMachine(reconciler, seen);
}

/** Answers its status, or throws where there is no machine that could have one. */
export function requireMachine(reconciler: VpsReconciler, vps: Vps): string {
  if (vps.power !== undefined) return vps.power;
  throw new VpsError(
    "ended",
    `FornexVps ${reconciler.id}: ${withoutMachine(vps)}, so it can be neither started nor stopped, and no password can be set. Check the order in Fornex's panel, for example whether it is paid, then run \`pulumi up\` again.`,
  );
}

/** Waits until the status says so. */
export async function awaitPower(reconciler: VpsReconciler, wanted: "on" | "off"): Promise<void> {
  await awaitStatus(
    reconciler,
    `Fornex to turn the VPS ${wanted} (powerState)`,
    ({ power }) => power === wanted,
    wordsFor,
  );
}

function wordsFor({ power, order }: Vps): string {
  return `Fornex says ${power ?? order.status}`;
}

function awaitStatus(
  reconciler: VpsReconciler,
  what: string,
  done: (seen: Vps) => boolean,
  words: (seen: Vps) => string | undefined,
): Promise<Vps> {
  return reconciler.cx.waitFor({ what, usuallyWithin: JOB_SECONDS, look: () => present(reconciler), words, done });
}

/** Whether the VPS turns `wanted` within a minute at the usual pace. */
export async function turnsSoon(reconciler: VpsReconciler, wanted: "on" | "off"): Promise<boolean> {
  for (let look = 1; look <= LOOKS_AFTER_REFUSAL; look++) {
    if ((await present(reconciler)).power === wanted) return true;
    await pause(reconciler.cx.pollSeconds);
  }
  return false;
}

/** The VPS as it is now, put into state; a `missing` error where it is gone. */
export async function present(reconciler: VpsReconciler): Promise<Vps> {
  const vps = await findVps(reconciler.id, undefined, reconciler.cx);
  if (vps === undefined) {
    throw new VpsError(
      "missing",
      `FornexVps ${reconciler.id} is missing: Fornex's list of orders does not contain it. Run \`pulumi up --refresh\` to record that.`,
    );
  }
  reconciler.observe(vps);
  return vps;
}
