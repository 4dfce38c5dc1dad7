import type { Domain, Entry, EntryContent, FornexDns } from "../../clients/fornex/dns";
import { canonicalName } from "../../dnsName";
import { mayBeDeleted, mayMeanGone } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { Context } from "../../lifecycle/context";
import { ListCache } from "../../lifecycle/listCache";
import { WaitGroup } from "../../waitGroup";

/** Fornex's zones as one run sees them: each list is asked for once, and our own writes are learnt. */
export class Zones {
  readonly #dns: FornexDns;
  readonly #entries = new ListCache<Entry>();
  readonly #domains = new ListCache<Domain>();
  readonly #replacing = new WaitGroup();

  constructor(dns: FornexDns) {
    this.#dns = dns;
  }

  /** The zone of just this name, if Fornex finds it. Its search is fuzzy, so all pages are compared by name. */
  async named(name: string, fresh = false): Promise<Domain[]> {
    const key = canonicalName(name);
    if (fresh) this.#domains.drop(key);
    const found = await this.#domains.get(key, () => this.#dns.domains(key));
    return found.filter((domain) => canonicalName(domain.name) === key);
  }

  /** The zone, or undefined when the complete list of all zones lacks it too. */
  async find(name: string): Promise<Domain | undefined> {
    const [zone] = await this.named(name);
    if (zone) return zone;
    const all = await this.#domains.get("", () => this.#dns.domains());
    return all.find((domain) => canonicalName(domain.name) === canonicalName(name));
  }

  #findAnew(name: string): Promise<Domain | undefined> {
    this.#domains.drop(canonicalName(name));
    this.#domains.drop("");
    return this.find(name);
  }

  /** All records of a zone; undefined when the zone itself is not in the complete list of zones. */
  async entries(name: string, fresh = false): Promise<readonly Entry[] | undefined> {
    const key = canonicalName(name);
    if (fresh) this.#entries.drop(key);
    try {
      return await this.#entries.get(key, () => this.#dns.entries(key));
    } catch (error) {
      if (!mayMeanGone(error)) throw error;
      if ((await this.#findAnew(name)) === undefined) return undefined;
      throw new VpsError(
        "contradiction",
        `${error.message} But the zone is in the list of zones, so nothing is concluded. Run again.`,
      );
    }
  }

  async add(name: string, ip: string): Promise<Domain> {
    const key = canonicalName(name);
    return this.#learning(
      this.#domains,
      key,
      () => this.#dns.addDomain(key, ip),
      (zone) => (list) => upserted(list, zone, sameName),
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
        () => () => [],
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
      (held) => (list) => list.map((zone) => (canonicalName(zone.name) === key ? { ...zone, tags: held } : zone)),
    );
  }

  async addEntry(name: string, content: EntryContent): Promise<Entry> {
    const key = canonicalName(name);
    return this.#learning(
      this.#entries,
      key,
      () => this.#dns.addEntry(key, content),
      (entry) => (list) => upserted(list, entry, sameId),
    );
  }

  /** Replaces what a record says. The record as it is then; undefined where the zone lacks it. */
  async replaceEntry(name: string, id: number, content: EntryContent): Promise<Entry | undefined> {
    const key = canonicalName(name);
    const answered = await this.#replacing.run(() =>
      this.#learning(
        this.#entries,
        key,
        () => this.#dns.replaceEntry(key, id, content),
        (entry) => (list) => (entry === undefined ? list : upserted(list, entry, sameId)),
      ),
    );
    if (answered !== undefined) return answered;
    const since = performance.now();
    // One list does for all that are replaced at the same time.
    await this.#replacing.wait();
    const listed = await this.#entries.get(key, () => this.#dns.entries(key), since);
    return listed.find((entry) => entry.id === id);
  }

  /** Removes a record; that it is gone already is success, once the list proves it. */
  async removeEntry(name: string, id: number): Promise<void> {
    const key = canonicalName(name);
    try {
      await this.#learning(
        this.#entries,
        key,
        () => this.#dns.removeEntry(key, id),
        () => (list) => list.filter((entry) => entry.id !== id),
      );
    } catch (error) {
      if (!mayBeDeleted(error)) throw error;
      const left = await this.entries(name, true);
      if (left?.some((entry) => entry.id === id)) throw error;
    }
  }

  async #learning<T, R>(
    cache: ListCache<T>,
    key: string,
    write: () => Promise<R>,
    change: (answer: R) => (list: readonly T[]) => readonly T[],
  ): Promise<R> {
    try {
      const answer = await write();
      cache.learn(key, change(answer));
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

const sameId = (a: Entry, b: Entry) => a.id === b.id;
const sameName = (a: Domain, b: Domain) => a.name === b.name;

function upserted<T>(list: readonly T[], item: T, same: (a: T, b: T) => boolean): T[] {
  return [...list.filter((one) => !same(one, item)), item];
}
