import { isHttp, mayMeanGone } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { Context } from "../../lifecycle/runtime/context";
import { ListCache } from "../../lifecycle/runtime/listCache";
import type { Listed } from "../../lifecycle/runtime/listing";
import { contradiction, listVps } from "./vpsCalls";

/** A key that is linked to an order. */
export interface LinkedKey {
  orderId: string;
  keyId: number;
}

export function idOf({ orderId, keyId }: LinkedKey): string {
  return `${orderId}/${keyId}`;
}

/** All keys linked to an order, asked for once a run unless `fresh`; undefined when the list of orders lacks the order. */
export async function listLinked(orderId: string, cx: Context, fresh = false): Promise<Listed<LinkedKey> | undefined> {
  const lists = linkedLists(cx);
  if (fresh) lists.drop(orderId);
  try {
    return await lists.get(orderId, async () => {
      const ids = await cx.hosters.fornex.client.keys.linked(orderId);
      return ids.map((keyId) => ({ orderId, keyId }));
    });
  } catch (error) {
    if (!mayMeanGone(error)) throw error;
    const ordered = (await listVps(cx, true)).byId(orderId);
    if (ordered === undefined) return undefined;
    throw contradiction(error, ordered);
  }
}

/** The links of every VPS of the account. One that expired or was blocked may have no machine that Fornex finds. */
export async function* allLinked(cx: Context): AsyncGenerator<LinkedKey, void, undefined> {
  for (const { order } of await listVps(cx)) {
    const linked = await listLinked(order.id, cx).catch((error: unknown) => {
      if (order.status === "active" || !(error instanceof VpsError) || error.code !== "contradiction") throw error;
      return undefined;
    });
    yield* linked ?? [];
  }
}

/** Whether this key is linked to this order. */
export async function isLinked(wanted: LinkedKey, cx: Context, fresh = false): Promise<boolean> {
  const linked = await listLinked(wanted.orderId, cx, fresh);
  return linked?.byId(idOf(wanted)) !== undefined;
}

/** Links a key; that it is linked already is success, whatever Fornex says to that. */
export async function link(wanted: LinkedKey, cx: Context): Promise<void> {
  const { orderId, keyId } = wanted;
  try {
    await cx.hosters.fornex.client.keys.link(orderId, keyId);
    linkedLists(cx).learn(orderId, (list) => list.put({ orderId, keyId }));
  } catch (error) {
    if (!isHttp(error, "refused", "rejected") || !(await isLinked(wanted, cx, true))) throw error;
  }
}

/** Unlinks a key; that it is not linked any more is success, once the list proves it. */
export async function unlink(unwanted: LinkedKey, cx: Context): Promise<void> {
  const { orderId, keyId } = unwanted;
  try {
    await cx.hosters.fornex.client.keys.unlink(orderId, keyId);
    linkedLists(cx).learn(orderId, (list) => list.remove(idOf(unwanted)));
  } catch (error) {
    if (!isHttp(error, "not-found", "refused", "rejected") || (await isLinked(unwanted, cx, true))) throw error;
  }
}

function linkedLists(cx: Context): ListCache<LinkedKey> {
  return cx.shared("fornex linked keys", () => new ListCache(idOf));
}
