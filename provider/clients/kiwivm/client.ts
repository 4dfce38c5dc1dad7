import type { z } from "zod";
import type { Call } from "../http/call";
import type { Http } from "../http/client";
import { type AuditEntry, auditLog } from "./auditLog";
import { KiwivmNetwork } from "./network";
import { KiwivmReads } from "./reads";
import {
  availableOs,
  done,
  type LiveInfo,
  liveInfo,
  locations,
  type PointsLeft,
  pointsLeft,
  reinstalled,
  resetPassword,
  type ServiceInfo,
  type Snapshot,
  serviceInfo,
  snapshotList,
} from "./schemas";
import { KiwivmShell } from "./shell";

type Form = NonNullable<Call<unknown>["form"]>;

/**
 * One machine at KiwiVM. Every call is a POST of a form, also the reads: a GET would put the key into the URL. VEID and
 * key are added by the pipeline.
 */
export class KiwivmClient {
  readonly reads: KiwivmReads;
  readonly shell: KiwivmShell;
  readonly network: KiwivmNetwork;
  readonly #http: Http;

  constructor(http: Http) {
    this.reads = new KiwivmReads(http);
    this.shell = new KiwivmShell(http);
    this.network = new KiwivmNetwork(http);
    this.#http = http;
  }

  serviceInfo(): Promise<ServiceInfo> {
    return this.#read("/getServiceInfo", serviceInfo);
  }

  /** The same, and whether the machine runs; it takes up to 15 s. */
  liveInfo(): Promise<LiveInfo> {
    return this.#read("/getLiveServiceInfo", liveInfo);
  }

  /** Names of the systems that can be installed. */
  async osTemplates(): Promise<string[]> {
    return (await this.#read("/getAvailableOS", availableOs)).templates;
  }

  /** Where the machine is, and where it can go. While the machine is locked, this is refused for certain. */
  async locations(): Promise<{ current: string; others: string[] }> {
    const answer = await this.#read("/migrate/getLocations", locations);
    return { current: answer.currentLocation, others: answer.locations };
  }

  /** Asking for what is so already may be refused. `kill` stops at once, and loses what is not on the disk yet. */
  async power(action: "start" | "stop" | "kill"): Promise<void> {
    await this.#write(`/${action}`);
  }

  async restart(): Promise<void> {
    await this.#once("/restart", done);
  }

  /** Changes KiwiVM's record; the running system keeps its own. */
  async setHostname(newHostname: string): Promise<void> {
    await this.#write("/setHostname", { newHostname });
  }

  /** Sets a new root password, and tells it this once. */
  async resetRootPassword(): Promise<string> {
    return (await this.#once("/resetRootPassword", resetPassword)).password;
  }

  /** Begins to install a system on an empty disk. What gets one in is told this once, or not at all by the old edition of the API. */
  async reinstallOs(os: string): Promise<{ rootPassword: string; sshPort?: number | undefined }> {
    return this.#once("/reinstallOS", reinstalled, { os });
  }

  /** Begins to move the machine. The answer may take minutes, and only its newer form tells the new addresses. */
  async migrate(location: string): Promise<void> {
    await this.#once("/migrate/start", done, { location });
  }

  /** Begins to overwrite the machine with a snapshot. */
  async restoreSnapshot(fileName: string): Promise<void> {
    await this.#once("/snapshot/restore", done, { snapshot: fileName });
  }

  /** Sets the PTR of one address; the empty text takes it off, where KiwiVM lets it (unverified). */
  async setPtr(ip: string, ptr: string): Promise<void> {
    await this.#write("/setPTR", { ip, ptr });
  }

  /** The machine's complete list. */
  async snapshots(): Promise<Snapshot[]> {
    return (await this.#read("/snapshot/list", snapshotList)).snapshots;
  }

  /** Begins a snapshot; the answer does not tell which one. */
  async createSnapshot(description: string): Promise<void> {
    await this.#once("/snapshot/create", done, { description });
  }

  async removeSnapshot(fileName: string): Promise<void> {
    await this.#write("/snapshot/delete", { snapshot: fileName });
  }

  async setSticky(fileName: string, sticky: boolean): Promise<void> {
    await this.#write("/snapshot/toggleSticky", { snapshot: fileName, sticky: sticky ? 1 : 0 });
  }

  /** What was done to the machine in the panel or by the API, as far as KiwiVM tells. New entries show some 20 seconds late. */
  auditLog(): Promise<AuditEntry[]> {
    return this.#read("/getAuditLog", auditLog);
  }

  /** What KiwiVM still takes in its two windows. Asking may itself cost a point. */
  pointsLeft(): Promise<PointsLeft> {
    return this.#read("/getRateLimitStatus", pointsLeft);
  }

  #read<T>(path: string, answer: z.ZodType<T>): Promise<T> {
    return this.#http({ effect: "read", method: "POST", path, answer });
  }

  async #write(path: string, form?: Form): Promise<void> {
    await this.#http({ effect: "repeatable", method: "POST", path, ...(form ? { form } : {}), answer: done });
  }

  #once<T>(path: string, answer: z.ZodType<T>, form?: Form): Promise<T> {
    return this.#http({ effect: "once", method: "POST", path, ...(form ? { form } : {}), answer });
  }
}
