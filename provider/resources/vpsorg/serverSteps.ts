import type { ServerSettings } from "../../clients/vpsorg/client";
import type { Server } from "../../clients/vpsorg/schemas";
import { canonicalName } from "../../dnsName";
import { isAmbiguous, isHttp } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { isPulled, RESTART_UNCLEAR } from "../../lifecycle/reconcile/triggers";
import { isOver } from "../../operation";
import { findServer } from "./serverCalls";
import type { VpsOrgServerArgs, VpsOrgServerState } from "./serverModel";

type ServerReconciler = Reconciler<VpsOrgServerArgs, VpsOrgServerState, Server>;

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
export async function bringUp(reconciler: ServerReconciler): Promise<void> {
  const kind = reconciler.pending?.kind;
  if (kind === undefined) return;
  if (kind === "create")
    await awaitServer(
      reconciler,
      "VPS.org to finish the server",
      CREATE_SECONDS,
      (server) => settledPower(server).powerState !== undefined && server.ip_address !== undefined,
    );
  else
    await awaitServer(
      reconciler,
      "VPS.org to finish the power action",
      POWER_SECONDS,
      (server) => settledPower(server).powerState !== undefined,
    );
  reconciler.finish();
}

/** PUT takes all three settings at once, PATCH any of them. What VPS.org shows afterwards counts. */
export async function matchSettings(reconciler: ServerReconciler): Promise<void> {
  const { name, hostname, backupsEnabled } = reconciler.args;
  if (!reconciler.differs("name", "hostname", "backupsEnabled")) return;
  const all = hostname !== undefined && backupsEnabled !== undefined;
  const settings: ServerSettings = {
    ...(all || reconciler.differs("name") ? { name } : {}),
    ...(hostname !== undefined && (all || reconciler.differs("hostname")) ? { hostname: canonicalName(hostname) } : {}),
    ...(backupsEnabled !== undefined && (all || reconciler.differs("backupsEnabled"))
      ? { backups_enabled: backupsEnabled }
      : {}),
  };
  const answered = await reconciler.cx.hosters.vpsorg.client.change(reconciler.id, settings);
  const isShown = answered !== undefined && (backupsEnabled === undefined || answered.backups_enabled !== undefined);
  reconciler.observe(isShown ? answered : await presentServer(reconciler));
}

/** Starts or stops the server where the program says so; tells whether it was started. */
export async function matchPower(reconciler: ServerReconciler): Promise<boolean> {
  const wanted = reconciler.args.powerState;
  if (wanted === undefined || !reconciler.differs("powerState")) return false;
  reconciler.begin("power");
  try {
    await reconciler.cx.hosters.vpsorg.client.power(reconciler.id, wanted === "on" ? "start" : "stop");
  } catch (error) {
    // 400 also means "already so": the status decides.
    if (!isHttp(error, "rejected")) throw error;
    const server = await presentServer(reconciler);
    if (settledPower(server).powerState !== wanted && !isMovingTo(wanted, server)) {
      reconciler.finish();
      throw error;
    }
  }
  await awaitServer(
    reconciler,
    `VPS.org to turn the server ${wanted} (powerState)`,
    POWER_SECONDS,
    (server) => settledPower(server).powerState === wanted,
  );
  reconciler.finish();
  return wanted === "on";
}

/**
 * Restarts the server when the trigger changes. It is only recorded when given for the first time, or for a server that is
 * stopped or was started just now; a server that is restarting already is waited for.
 */
export async function matchTrigger(reconciler: ServerReconciler, justStarted: boolean): Promise<void> {
  const { restartTrigger } = reconciler.args;
  if (restartTrigger === undefined || !isPulled(reconciler, "restartTrigger")) return;
  const present = justStarted ? undefined : await presentServer(reconciler);
  if (!present || settledPower(present).powerState === "off") return reconciler.keep({ restartTrigger });
  reconciler.begin("restart", { restartTrigger });
  if (present.status !== "rebooting") await reboot(reconciler);
  await awaitServer(reconciler, "VPS.org to restart the server", POWER_SECONDS, (server) => server.status === "active");
  reconciler.finish();
}

/** A restart is asked for once: after a lost answer the status tells whether it began. */
async function reboot(reconciler: ServerReconciler): Promise<void> {
  try {
    await reconciler.cx.hosters.vpsorg.client.reboot(reconciler.id);
  } catch (error) {
    if (!isAmbiguous(error)) {
      reconciler.abandon();
      throw error;
    }
    if (!isOver() && (await presentServer(reconciler)).status === "rebooting") return;
    const sign = isOver() ? "" : " The server shows no sign of a restart.";
    throw new VpsError("ambiguous-action", `${messageOf(error)}${sign} ${RESTART_UNCLEAR}`, { cause: error });
  }
}

function isMovingTo(wanted: "on" | "off", server: Server): boolean {
  return server.status === (wanted === "on" ? "starting" : "stopping");
}

async function presentServer(reconciler: ServerReconciler): Promise<Server> {
  const server = await findServer(reconciler.id, reconciler.cx);
  if (server !== undefined) return server;
  throw new VpsError(
    "missing",
    `VpsOrgServer ${reconciler.id} is missing: VPS.org's list of servers does not contain it. Run \`pulumi up --refresh\` to record that.`,
  );
}

/** Waits until `done`; a status that ends for good ends the wait. What was seen is recorded either way. */
async function awaitServer(
  reconciler: ServerReconciler,
  what: string,
  usuallyWithin: number,
  done: (server: Server) => boolean,
): Promise<void> {
  await reconciler.cx.waitFor({
    what,
    usuallyWithin,
    look: async () => {
      const server = await presentServer(reconciler);
      reconciler.observe(server);
      return server;
    },
    words: (server) =>
      `VPS.org says ${server.status}, ${server.ip_address ? `address ${server.ip_address}` : "no address yet"}`,
    done: (server) => {
      if (done(server)) return true;
      requireHope(reconciler.id, server);
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
    `VpsOrgServer ${id}: VPS.org says ${server.status}, so waiting cannot help. Ask VPS.org for the reason; an unpaid bill, for example, suspends servers. Then run \`pulumi up\` again, which continues with this server.`,
  );
}
