import type { Domain, Entry, EntryContent, FornexDns } from "../../clients/fornex/dns";
import { canonicalName } from "../../dnsName";
import { mayBeDeleted, mayMeanGone } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { Context } from "../../lifecycle/runtime/context";
import { ListCache } from "../../lifecycle/runtime/listCache";
import type { Listed, Listing } from "../../lifecycle/runtime/listing";
import { WaitGroup } from "../../waitGroup";

/** A record, and the zone it is in: its canonical name. */
export interface ZoneEntry extends Entry {
  zone: string;
}

export function idOfEntry({ id }: Entry): string {
  return String(id);
}

/** A zone's name is its only key. */
export function idOfZone({ name }: Domain): string {
  return canonicalName(name);
}

/** Fornex's zones as one run sees them: each list is asked for once, and our own writes are learnt. */
export class Zones {
  readonly #dns: FornexDns;
  readonly #entries = new ListCache<ZoneEntry>(idOfEntry);
  readonly #domains = new ListCache<Domain>(idOfZone);
  readonly #replacing = new WaitGroup();

  constructor(dns: FornexDns) {
    this.#dns = dns;
  }

  /** The zone of just this name, if Fornex finds it. Its search is fuzzy, so all pages are compared by name. */
  async named(name: string, fresh = false): Promise<Domain[]> {
    const key = canonicalName(name);
    if (fresh) this.#domains.drop(key);
    const zone = (await this.#domains.get(key, () => this.#dns.domains(key))).byId(key);
    return zone ? [zone] : [];
  }

  /** The zone, or undefined when the complete list of all zones lacks it too. */
  async find(name: string): Promise<Domain | undefined> {
    const [zone] = await this.named(name);
    if (zone) return zone;
    const all = await this.#domains.get("", () => this.#dns.domains());
    return all.byId(canonicalName(name));
  }

  /** Every zone of the account. */
  async *all(): AsyncGenerator<Domain, void, undefined> {
    yield* await this.#domains.get("", () => this.#dns.domains());
  }

  /** Every record of every zone. */
  async *allEntries(): AsyncGenerator<ZoneEntry, void, undefined> {
    // A zone that is deleted meanwhile has none.
    for await (const zone of this.all()) yield* (await this.entries(idOfZone(zone))) ?? [];
  }

  #findAnew(name: string): Promise<Domain | undefined> {
    this.#domains.drop(canonicalName(name));
    this.#domains.drop("");
    return this.find(name);
  }

  /** All records of a zone; undefined when the zone itself is not in the complete list of zones. */
  async entries(name: string, fresh = false): Promise<Listed<ZoneEntry> | undefined> {
    const key = canonicalName(name);
    if (fresh) this.#entries.drop(key);
    try {
      return await this.#entries.get(key, () => this.#askForEntries(key));
    } catch (error) {
      if (!mayMeanGone(error)) throw error;
      if ((await this.#findAnew(name)) === undefined) return undefined;
      throw new VpsError(
        "contradiction",
        `${error.message} But the zone is in the list of zones, so the answers contradict each other. Run again.`,
      );
    }
  }

  async add(name: string, ip: string): Promise<Domain> {
    const key = canonicalName(name);
    return this.#learning(
      this.#domains,
      key,
      () => this.#dns.addDomain(key, ip),
      (list, zone) => list.put(zone),
    );
  }

  /** Removes a zone; that it is gone already is success, once the list proves it. */
  async remove(name: string): Promise<void> {
    const key = canonicalName(name);
    try {
      await this.#learning(
        this.#domains,
        key,
        () => this.#dns.removeDomain(key),
        (list) => list.remove(key),
      );
    } catch (error) {
      if (!mayBeDeleted(error) || (await this.#findAnew(key)) !== undefined) throw error;
    }
    this.#entries.drop(key);
    this.#domains.drop("");
  }

  async setTags(name: string, tags: string[]): Promise<string[]> {
    const key = canonicalName(name);
    return this.#learning(
      this.#domains,
      key,
      () => this.#dns.setTags(key, tags),
      (list, held) => {
        const zone = list.byId(key);
        if (zone) list.put({ ...zone, tags: held });
      },
    );
  }

  async addEntry(name: string, content: EntryContent): Promise<ZoneEntry> {
    const key = canonicalName(name);
    return this.#learning(
      this.#entries,
      key,
      async () => inZone(key)(await this.#dns.addEntry(key, content)),
      (list, entry) => list.put(entry),
    );
  }

  /** Replaces what a record says. The record as it is then; undefined where the zone lacks it. */
  async replaceEntry(name: string, id: number, content: EntryContent): Promise<ZoneEntry | undefined> {
    const key = canonicalName(name);
    const answered = await this.#replacing.run(() =>
      this.#learning(
        this.#entries,
        key,
        async () => {
          const entry = await this.#dns.replaceEntry(key, id, content);
          return entry && inZone(key)(entry);
        },
        (list, entry) => entry && list.put(entry),
      ),
    );
    if (answered !== undefined) return answered;
    const since = performance.now();
    // One list does for all that are replaced at the same time.
    await this.#replacing.wait();
    const listed = await this.#entries.get(key, () => this.#askForEntries(key), since);
    return listed.byId(String(id));
  }

  /** Removes a record; that it is gone already is success, once the list proves it. */
  async removeEntry(name: string, id: number): Promise<void> {
    const key = canonicalName(name);
    try {
      await this.#learning(
        this.#entries,
        key,
        () => this.#dns.removeEntry(key, id),
        (list) => list.remove(String(id)),
      );
    } catch (error) {
      if (!mayBeDeleted(error)) throw error;
      const left = await this.entries(name, true);
      if (left?.byId(String(id)) !== undefined) throw error;
    }
  }

  async #askForEntries(key: string): Promise<ZoneEntry[]> {
    return (await this.#dns.entries(key)).map(inZone(key));
  }

  async #learning<T, R>(
    cache: ListCache<T>,
    key: string,
    write: () => Promise<R>,
    change: (list: Listing<T>, answer: R) => void,
  ): Promise<R> {
    try {
      const answer = await write();
      cache.learn(key, (list) => change(list, answer));
      return answer;
    } catch (error) {
      cache.drop(key);
      throw error;
    }
  }
}

/** The run's one view of Fornex's zones. */
export function zonesOf(cx: Context): Zones {
  return cx.shared("fornex zones", () => new Zones(cx.hosters.fornex.client.dns));
}

function inZone(zone: string): (entry: Entry) => ZoneEntry {
  return (entry) => ({ ...entry, zone });
}
