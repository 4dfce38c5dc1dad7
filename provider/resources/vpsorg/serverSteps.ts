import type { ServerSettings } from "../../clients/vpsorg/client";
import type { Server } from "../../clients/vpsorg/schemas";
import { canonicalName } from "../../dnsName";
import { isAmbiguous, isHttp } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import type { Work } from "../../lifecycle/reconcile/reconciler";
import { isPulled, RESTART_UNCLEAR } from "../../lifecycle/reconcile/triggers";
import { isOver } from "../../operation";
import { findServer } from "./serverCalls";
import type { VpsOrgServerArgs, VpsOrgServerState } from "./serverModel";

type ServerWork = Work<VpsOrgServerArgs, VpsOrgServerState, Server>;

/** VPS.org speaks of 2 to 5 minutes; a busy day may take longer. */
const CREATE_SECONDS = 1200;
/** No duration is documented for power actions. */
const POWER_SECONDS = 600;

/** Whether the server runs, where its status says so for good; a transitional or suspended status says nothing. */
export function settledPower(server: Server): { powerState?: "on" | "off" } {
  if (server.status === "active") return { powerState: "on" };
  if (server.status === "stopped") return { powerState: "off" };
  return {};
}

/** Waits for what an earlier step or run began. */
export async function bringUp(work: ServerWork): Promise<void> {
  const kind = work.pending?.kind;
  if (kind === undefined) return;
  if (kind === "create")
    await awaitServer(
      work,
      "VPS.org to finish the server",
      CREATE_SECONDS,
      (server) => settledPower(server).powerState !== undefined && server.ip_address !== undefined,
    );
  else
    await awaitServer(
      work,
      "VPS.org to finish the power action",
      POWER_SECONDS,
      (server) => settledPower(server).powerState !== undefined,
    );
  work.finish();
}

/** PUT takes all three settings at once, PATCH any of them. What VPS.org shows afterwards counts. */
export async function matchSettings(work: ServerWork): Promise<void> {
  const { name, hostname, backupsEnabled } = work.args;
  if (!work.differs("name", "hostname", "backupsEnabled")) return;
  const all = hostname !== undefined && backupsEnabled !== undefined;
  const settings: ServerSettings = {
    ...(all || work.differs("name") ? { name } : {}),
    ...(hostname !== undefined && (all || work.differs("hostname")) ? { hostname: canonicalName(hostname) } : {}),
    ...(backupsEnabled !== undefined && (all || work.differs("backupsEnabled"))
      ? { backups_enabled: backupsEnabled }
      : {}),
  };
  const answered = await work.cx.hosters.vpsorg.client.change(work.id, settings);
  const isShown = answered !== undefined && (backupsEnabled === undefined || answered.backups_enabled !== undefined);
  work.observe(isShown ? answered : await presentServer(work));
}

/** Starts or stops the server where the program says so; tells whether it was started. */
export async function matchPower(work: ServerWork): Promise<boolean> {
  const wanted = work.args.powerState;
  if (wanted === undefined || !work.differs("powerState")) return false;
  work.begin("power");
  try {
    await work.cx.hosters.vpsorg.client.power(work.id, wanted === "on" ? "start" : "stop");
  } catch (error) {
    // 400 also means "already so": the status decides.
    if (!isHttp(error, "rejected")) throw error;
    const server = await presentServer(work);
    if (settledPower(server).powerState !== wanted && !isMovingTo(wanted, server)) {
      work.finish();
      throw error;
    }
  }
  await awaitServer(
    work,
    `VPS.org to turn the server ${wanted} (powerState)`,
    POWER_SECONDS,
    (server) => settledPower(server).powerState === wanted,
  );
  work.finish();
  return wanted === "on";
}

/**
 * Restarts the server when the trigger changes. It is only recorded when given for the first time, or for a server that is
 * stopped or was started just now; a server that is restarting already is waited for.
 */
export async function matchTrigger(work: ServerWork, justStarted: boolean): Promise<void> {
  const { restartTrigger } = work.args;
  if (restartTrigger === undefined || !isPulled(work, "restartTrigger")) return;
  const present = justStarted ? undefined : await presentServer(work);
  if (!present || settledPower(present).powerState === "off") return work.keep({ restartTrigger });
  work.begin("restart", { restartTrigger });
  if (present.status !== "rebooting") await reboot(work);
  await awaitServer(work, "VPS.org to restart the server", POWER_SECONDS, (server) => server.status === "active");
  work.finish();
}

/** A restart is asked for once: after a lost answer the status tells whether it began. */
async function reboot(work: ServerWork): Promise<void> {
  try {
    await work.cx.hosters.vpsorg.client.reboot(work.id);
  } catch (error) {
    if (!isAmbiguous(error)) {
      work.abandon();
      throw error;
    }
    if (!isOver() && (await presentServer(work)).status === "rebooting") return;
    const sign = isOver() ? "" : " The server shows no sign of a restart.";
    throw new VpsError("ambiguous-action", `${messageOf(error)}${sign} ${RESTART_UNCLEAR}`, { cause: error });
  }
}

function isMovingTo(wanted: "on" | "off", server: Server): boolean {
  return server.status === (wanted === "on" ? "starting" : "stopping");
}

async function presentServer(work: ServerWork): Promise<Server> {
  const server = await findServer(work.id, work.cx);
  if (server !== undefined) return server;
  throw new VpsError(
    "vanished",
    `VpsOrgServer ${work.id} is gone: VPS.org's list of servers lacks it. Run \`pulumi up --refresh\` to see that in the stack.`,
  );
}

/** Waits until `done`; a status that ends for good ends the wait. What was seen is recorded either way. */
async function awaitServer(
  work: ServerWork,
  what: string,
  usuallyWithin: number,
  done: (server: Server) => boolean,
): Promise<void> {
  await work.cx.waitFor({
    what,
    usuallyWithin,
    look: async () => {
      const server = await presentServer(work);
      work.observe(server);
      return server;
    },
    words: (server) =>
      `VPS.org says ${server.status}, ${server.ip_address ? `address ${server.ip_address}` : "no address yet"}`,
    done: (server) => {
      if (done(server)) return true;
      requireHope(work.id, server);
      return false;
    },
  });
}

/** Statuses that do not pass by themselves. `failed` and `error` are guesses (unverified); others nobody documented count as under way. */
export function isStuck(server: Server): boolean {
  return ["suspended", "failed", "error"].includes(server.status);
}

function requireHope(id: string, server: Server): void {
  if (!isStuck(server)) return;
  throw new VpsError(
    "ended",
    `VpsOrgServer ${id}: VPS.org says ${server.status}, so waiting makes no sense. Ask VPS.org what is wrong (an unpaid bill suspends servers); then run \`pulumi up\` again, which goes on with this server.`,
  );
}
