import type { NewSshKey, SshKey } from "../../clients/fornex/keys";
import { mayMeanGone } from "../../errors/httpError";
import type { Context } from "../../lifecycle/context";
import { ListCache } from "../../lifecycle/listCache";

/** All keys of the account, asked for once a run unless `fresh`. */
export function listKeys(cx: Context, fresh = false): Promise<readonly SshKey[]> {
  const lists = keyLists(cx);
  if (fresh) lists.drop("");
  return lists.get("", () => cx.hosters.fornex.client.keys.list());
}

export async function addKey(key: NewSshKey, cx: Context): Promise<SshKey> {
  const added = await cx.hosters.fornex.client.keys.add(key);
  keyLists(cx).learn("", (list) => [...list.filter(({ id }) => id !== added.id), added]);
  return added;
}

/** Removes a key; that it is gone already is success, once the list proves it. */
export async function removeKey(keyId: number, cx: Context): Promise<void> {
  try {
    await cx.hosters.fornex.client.keys.remove(keyId);
    keyLists(cx).learn("", (list) => list.filter(({ id }) => id !== keyId));
  } catch (error) {
    const listed = mayMeanGone(error) ? await listKeys(cx, true) : undefined;
    if (listed === undefined || listed.some(({ id }) => id === keyId)) throw error;
  }
}

function keyLists(cx: Context): ListCache<SshKey> {
  return cx.shared("fornex ssh keys", () => new ListCache<SshKey>());
}
