import type { Call } from "../http/call";
import type { Http } from "../http/client";
import { done, points, type ServiceInfo, type Snapshot, serviceInfo, snapshotList } from "./schemas";

/**
 * One machine at KiwiVM. Every call is a POST of a form, also the reads: a GET would put the key into the URL. VEID and
 * key are added by the pipeline.
 */
export class KiwivmClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  serviceInfo(): Promise<ServiceInfo> {
    return this.#http({ effect: "read", method: "POST", path: "/getServiceInfo", answer: serviceInfo });
  }

  /** Sets the PTR of one address; the empty text takes it off, where KiwiVM lets it (unverified). */
  async setPtr(ip: string, ptr: string): Promise<void> {
    await this.#write("/setPTR", { ip, ptr });
  }

  /** The machine's complete list. */
  async snapshots(): Promise<Snapshot[]> {
    const { snapshots } = await this.#http({
      effect: "read",
      method: "POST",
      path: "/snapshot/list",
      answer: snapshotList,
    });
    return snapshots;
  }

  /** Begins a snapshot; the answer does not tell which one. */
  async createSnapshot(description: string): Promise<void> {
    await this.#http({
      effect: "once",
      method: "POST",
      path: "/snapshot/create",
      form: { description },
      answer: done,
    });
  }

  async removeSnapshot(fileName: string): Promise<void> {
    await this.#write("/snapshot/delete", { snapshot: fileName });
  }

  async setSticky(fileName: string, sticky: boolean): Promise<void> {
    await this.#write("/snapshot/toggleSticky", { snapshot: fileName, sticky: sticky ? 1 : 0 });
  }

  /** How many requests KiwiVM still takes, in the tighter of its two windows. Asking may itself cost one. */
  async pointsLeft(): Promise<number> {
    const answer = await this.#http({ effect: "read", method: "POST", path: "/getRateLimitStatus", answer: points });
    return Math.min(answer.remaining_points_15min, answer.remaining_points_24h);
  }

  async #write(path: string, form: NonNullable<Call<unknown>["form"]>): Promise<void> {
    await this.#http({ effect: "repeatable", method: "POST", path, form, answer: done });
  }
}
