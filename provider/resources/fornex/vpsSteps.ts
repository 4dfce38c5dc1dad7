import { setTimeout as sleep } from "node:timers/promises";
import type { OrderSettings } from "../../clients/fornex/orders";
import type { Job } from "../../clients/fornex/vps";
import { isHttp, mayMeanGone } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import { actOnce, isPulled, PASSWORD_UNCLEAR, RESTART_UNCLEAR } from "../../lifecycle/triggers";
import { finishedOf, type Work } from "../../lifecycle/work";
import { canonicalTags } from "./tags";
import type { FornexVpsArgs, FornexVpsState } from "./vps";
import { changeOrder, endOf, findVps, type Vps, withoutMachine } from "./vpses";

type VpsWork = Work<FornexVpsArgs, FornexVpsState, Vps>;

/** No duration is documented for any job. */
const JOB_SECONDS = 600;
/** How often the status is looked at after a power call that was refused. */
const LOOKS_AFTER_REFUSAL = 12;

/** Waits for what an earlier step or run began; nothing is begun again. */
export async function resume(work: VpsWork): Promise<void> {
  const { pending } = work.state;
  if (pending === undefined) return;
  if (pending.job !== undefined) return finishJob(work, pending.job);
  await awaitPower(work, pending.kind === "stop" ? "off" : "on");
  work.finish();
}

/** Name and tags of the order, in one call. */
export async function matchSettings(work: VpsWork): Promise<void> {
  const { name, tags } = work.args;
  const settings: OrderSettings = {
    ...(name !== undefined && work.differs("name") ? { name: name.trim() } : {}),
    ...(tags !== undefined && work.differs("tags") ? { tags: canonicalTags(tags) } : {}),
  };
  if (Object.keys(settings).length === 0) return;
  await changeOrder(work.id, settings, work.cx);
  work.keep(settings);
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
  if (job !== undefined) await finishJob(work, job);
  await awaitPower(work, wanted);
  work.finish();
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

/** Polls a job to its end, in its own words. */
async function finishJob(work: VpsWork, id: number): Promise<void> {
  let lost: unknown;
  const job = await work.cx.waitFor({
    what: "Fornex to finish the job",
    usuallyWithin: JOB_SECONDS,
    look: () =>
      work.cx.hosters.fornex.client.vps.job(work.id, id).catch((error: unknown) => {
        if (!mayMeanGone(error)) throw error;
        lost = error;
      }),
    words: (seen) => (!seen ? "Fornex finds no log entry of the job" : wordsOf(seen)),
    done: (seen) => !seen || endOf(seen) !== undefined,
  });
  if (job && endOf(job) === "done") return work.finish();
  const wanted = { start: "on", stop: "off" }[work.state.pending?.kind ?? ""];
  abandon(work, job ?? undefined);
  // A start of what runs may end in error: the status decides.
  if (wanted !== undefined && (await powerOf(work)) === wanted) return;
  throw new VpsError(
    "ended",
    !job
      ? `FornexVps ${work.id}: ${messageOf(lost)} How job ${id} ended is unknown: look at the VPS in Fornex's panel.`
      : `FornexVps ${work.id}: job ${id} ended in error; ${wordsOf(job)}. See Fornex's panel for the reason; the next \`pulumi up\` asks for it again.`,
  );
}

/** Takes work that did not end well off the state, keeping what may still matter. */
function abandon(work: VpsWork, job: Job | undefined): void {
  const kind = work.state.pending?.kind;
  const finished = finishedOf(work.state);
  work.abandon();
  if (kind === "restart" && job === undefined) work.keep(finished);
  if (kind !== "rootPassword") return;
  const { rootPassword, rootPasswordVersion } = finished;
  work.keep({
    ...(rootPassword === undefined ? {} : { rootPasswordTried: rootPassword }),
    ...(job === undefined && rootPasswordVersion !== undefined ? { rootPasswordVersion } : {}),
    rootPasswordStatus: job === undefined ? "unknown" : "failed",
  });
}

function wordsOf({ action, note }: Job): string {
  return `Fornex says ${[action, note].filter(Boolean).join(": ") || "nothing about it"}`;
}

/** Status of the VPS, waited for while Fornex does not know it; only that is worth a line. */
async function powerOf(work: VpsWork): Promise<string> {
  const isKnown = ({ power }: Vps) => power !== "unknown";
  const seen = await awaitStatus(work, "Fornex to know the status of the VPS", isKnown, (vps) =>
    isKnown(vps) ? undefined : wordsFor(vps),
  );
  return requireMachine(work, seen);
}

/** Answers its status, or throws where there is no machine that could have one. */
function requireMachine(work: VpsWork, vps: Vps): string {
  if (vps.power !== undefined) return vps.power;
  throw new VpsError(
    "ended",
    `FornexVps ${work.id}: ${withoutMachine(vps)}, so it can be neither started nor stopped, and no password be set. See to the order in Fornex's panel (is it paid for?), then run \`pulumi up\` again.`,
  );
}

async function awaitPower(work: VpsWork, wanted: "on" | "off"): Promise<void> {
  await awaitStatus(work, `Fornex to turn the VPS ${wanted}`, ({ power }) => power === wanted, wordsFor);
}

function wordsFor({ power, order }: Vps): string {
  return `Fornex says ${power ?? order.status}`;
}

function awaitStatus(
  work: VpsWork,
  what: string,
  done: (seen: Vps) => boolean,
  words: (seen: Vps) => string | undefined,
): Promise<Vps> {
  return work.cx.waitFor({ what, usuallyWithin: JOB_SECONDS, look: () => present(work), words, done });
}

/** Whether the VPS turns `wanted` within a minute at the usual pace. */
async function turnsSoon(work: VpsWork, wanted: "on" | "off"): Promise<boolean> {
  for (let look = 1; look <= LOOKS_AFTER_REFUSAL; look++) {
    if ((await present(work)).power === wanted) return true;
    await sleep(1000 * work.cx.pollSeconds);
  }
  return false;
}

async function present(work: VpsWork): Promise<Vps> {
  const vps = await findVps(work.id, undefined, work.cx);
  if (vps === undefined) {
    throw new VpsError(
      "vanished",
      `FornexVps ${work.id} is gone: Fornex's list of orders lacks it. Run \`pulumi up --refresh\` to see that in the stack.`,
    );
  }
  work.observe(vps);
  return vps;
}
