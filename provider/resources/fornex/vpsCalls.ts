import type { OrderSettings, VpsOrder } from "../../clients/fornex/orders";
import type { Job } from "../../clients/fornex/vps";
import { type HttpError, mayMeanGone } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { Pending } from "../../lifecycle/record";
import type { Context } from "../../lifecycle/runtime/context";
import { ListCache } from "../../lifecycle/runtime/listCache";
import type { Listed } from "../../lifecycle/runtime/listing";

/** A VPS as Fornex shows it in several answers. */
export interface Vps {
  order: VpsOrder;
  /** `on`, `off`, `unknown` or any text; undefined where it was not asked for. */
  power?: string;
  /** The job that was asked for; undefined when its log entry cannot be found. */
  job?: Job;
  /** Fornex lists the order, but answers as if it had no machine when that is asked for. */
  machineless?: true;
}

/** Orders in these states have no machine that could be asked (inferred from their names, unverified). */
const WITHOUT_MACHINE = new Set(["unpaid", "pending", "canceled"]);

/** The number of its order. */
export function idOf({ order }: Vps): string {
  return order.id;
}

/** Every VPS of the account, asked for once a run unless `fresh`; without status. */
export function listVps(cx: Context, fresh = false): Promise<Listed<Vps>> {
  const lists = vpsLists(cx);
  if (fresh) lists.drop("");
  return lists.get("", async () => {
    const orders = await cx.hosters.fornex.client.orders.vps();
    return orders.map((order) => ({ order }));
  });
}

/** Changes name or tags of an order; answers the order as Fornex shows it then. */
export async function changeOrder(id: string, settings: OrderSettings, cx: Context): Promise<Vps | undefined> {
  const { change } = cx.hosters.fornex.client.orders;
  const shown = await change(id, settings).catch((error: unknown) => {
    vpsLists(cx).drop("");
    throw error;
  });
  if (shown === undefined) return findOrder(id, cx, true);
  vpsLists(cx).learn("", (list) => {
    const vps = list.byId(id);
    if (vps) list.put({ order: { ...vps.order, ...shown } });
  });
  return findOrder(id, cx);
}

/**
 * The VPS with its status, and the job if one is named; undefined when the complete list of orders lacks it. While its order is
 * listed it is not gone: one that expired or was blocked may have no machine that Fornex finds (unverified), an active one has.
 */
export async function findVps(id: string, job: number | undefined, cx: Context): Promise<Vps | undefined> {
  const { client } = cx.hosters.fornex;
  const listed = await findOrder(id, cx);
  if (listed === undefined || WITHOUT_MACHINE.has(listed.order.status)) return listed;
  try {
    const power = await client.vps.status(id);
    const entry = job === undefined ? undefined : await findJob(id, job, cx);
    return { ...listed, power, ...(entry === undefined ? {} : { job: entry }) };
  } catch (error) {
    if (!mayMeanGone(error)) throw error;
    const still = await findOrder(id, cx, true);
    if (still?.order.status !== "active") return still && { ...still, machineless: true };
    throw contradiction(error, still);
  }
}

async function findOrder(id: string, cx: Context, fresh = false): Promise<Vps | undefined> {
  return (await listVps(cx, fresh)).byId(id);
}

/** Something of it is not found though its order is listed: only the panel can tell. */
export function contradiction(error: HttpError, { order }: Vps): VpsError {
  return new VpsError(
    "contradiction",
    `${error.message} But Fornex lists order ${order.id} as ${order.status}, so the answers contradict each other. Run again. If the error stays, check the order in Fornex's panel, for example whether it is paid.`,
    { cause: error },
  );
}

/** What is known of a VPS that has no machine to ask or to change. */
export function withoutMachine({ order }: Vps): string {
  return `Fornex lists the order as ${order.status} and finds no machine for it`;
}

/** The log entry of a job, or undefined if Fornex does not find it. */
export async function findJob(id: string, job: number, cx: Context): Promise<Job | undefined> {
  try {
    return await cx.hosters.fornex.client.vps.job(id, job);
  } catch (error) {
    if (!mayMeanGone(error)) throw error;
    return undefined;
  }
}

/** How a job ended; undefined while it runs. That any of the two fields tells is inferred (unverified). */
export function endOf({ completed, job_state }: Job): "done" | "error" | undefined {
  if (job_state === "error") return "error";
  return completed || job_state === "done" ? "done" : undefined;
}

/** Whether pending work shows itself as done. A job that failed stays pending, so that an update can say so. */
export function isOver({ job, power }: Vps, pending: Pending | undefined): boolean {
  if (pending?.job !== undefined) return job !== undefined && endOf(job) === "done";
  return power === (pending?.kind === "stop" ? "off" : "on");
}

function vpsLists(cx: Context): ListCache<Vps> {
  return cx.shared("fornex vps orders", () => new ListCache(idOf));
}
