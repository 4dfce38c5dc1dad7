import type { NewSshKey, SshKey } from "../../clients/fornex/keys";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { Context } from "../../lifecycle/runtime/context";
import { ListCache } from "../../lifecycle/runtime/listCache";
import type { Listed } from "../../lifecycle/runtime/listing";

/** Its number, as text. */
export function idOf({ id }: SshKey): string {
  return String(id);
}

/** All keys of the account, asked for once a run unless `fresh`. */
export function listKeys(cx: Context, fresh = false): Promise<Listed<SshKey>> {
  const lists = keyLists(cx);
  if (fresh) lists.drop("");
  return lists.get("", () => cx.hosters.fornex.client.keys.list());
}

export async function addKey(key: NewSshKey, cx: Context): Promise<SshKey> {
  const added = await cx.hosters.fornex.client.keys.add(key);
  keyLists(cx).learn("", (list) => list.put(added));
  return added;
}

/** Removes a key; that it is gone already is success, once the list proves it. */
export async function removeKey(keyId: number, cx: Context): Promise<void> {
  try {
    await cx.hosters.fornex.client.keys.remove(keyId);
    keyLists(cx).learn("", (list) => list.remove(String(keyId)));
  } catch (error) {
    if (!isHttp(error, "not-found", "refused", "rejected", "unexpected")) throw error;
    const listed = await listKeys(cx, true);
    if (listed.byId(String(keyId)) === undefined) return;
    // A new key links itself to every VPS of the account; whether one that is linked can be deleted is not documented.
    throw new VpsError(
      "refused",
      `${error.message} Fornex still lists the key. If it is linked to a VPS, unlink it in Fornex's panel, then run again.`,
      { cause: error },
    );
  }
}

function keyLists(cx: Context): ListCache<SshKey> {
  return cx.shared("fornex ssh keys", () => new ListCache(idOf));
}
