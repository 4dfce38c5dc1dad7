import type { AirvpnClient } from "../clients/airvpn/client";
import type { FornexClient } from "../clients/fornex/client";
import type { FornexV01Client } from "../clients/fornex/dialects";
import type { Limit } from "../clients/http/limit";
import type { VpsOrgClient } from "../clients/vpsorg/client";
import type { Config } from "../config";
import { VpsError } from "../errors/vpsError";
import { airvpn, airvpnLimit, airvpnPublic } from "./airvpn/connection";
import { fornexInV2, fornexInV01 } from "./fornex/connection";
import type { Hoster, HosterName } from "./hoster";
import { type KiwivmMachine, kiwivm } from "./kiwivm/connection";
import { vpsorg } from "./vpsorg/connection";
import { Wiring } from "./wiring";

export type { Hoster, HosterName };

/** The hosters of one run, each made when first used, so that a program needs only the credentials of those it uses. */
export class Hosters {
  readonly #wiring: Wiring;
  readonly #made: Partial<{
    vpsorg: Hoster<VpsOrgClient>;
    fornexV2: Hoster<FornexClient>;
    fornexV01: Hoster<FornexV01Client>;
    airvpn: Hoster<AirvpnClient>;
    airvpnPublic: AirvpnClient;
    airvpnLimit: Limit;
  }> = {};
  readonly #machines = new Map<string, KiwivmMachine>();

  constructor(config: Config) {
    this.#wiring = new Wiring(config);
  }

  get vpsorg(): Hoster<VpsOrgClient> {
    this.#made.vpsorg ??= vpsorg(this.#wiring);
    return this.#made.vpsorg;
  }

  /** Fornex in the dialect that is set. */
  get fornex(): Hoster<FornexClient> {
    if (this.#wiring.config.required("fornexDialect") === "0.1") return this.fornexV01;
    this.#made.fornexV2 ??= fornexInV2(this.#wiring);
    return this.#made.fornexV2;
  }

  /** Fornex in dialect 0.1 whatever is set, for what exists there only. */
  get fornexV01(): Hoster<FornexV01Client> {
    this.#made.fornexV01 ??= fornexInV01(this.#wiring);
    return this.#made.fornexV01;
  }

  /** KiwiVM as one machine sees it: each machine has a key of its own, which is valid for nothing else. */
  kiwivm(veid: string): KiwivmMachine {
    const made = this.#machines.get(veid) ?? kiwivm(this.#wiring, veid);
    this.#machines.set(veid, made);
    return made;
  }

  /** Where KiwiVM is, also for who has no key. */
  get kiwivmUrl(): string {
    return this.#wiring.config.required("kiwivmUrl");
  }

  /** AirVPN as a member. */
  get airvpn(): Hoster<AirvpnClient> {
    this.#made.airvpn ??= airvpn(this.#wiring, this.#airvpnLimit);
    return this.#made.airvpn;
  }

  /** AirVPN as anybody sees it: what is asked here goes out without a key. */
  get airvpnPublic(): AirvpnClient {
    this.#made.airvpnPublic ??= airvpnPublic(this.#wiring, this.#airvpnLimit);
    return this.#made.airvpnPublic;
  }

  get #airvpnLimit(): Limit {
    this.#made.airvpnLimit ??= airvpnLimit(this.#wiring);
    return this.#made.airvpnLimit;
  }

  /** The hoster of this name, for what is common to all; `machine` where each machine has its own credential. */
  of(name: HosterName, machine: string | undefined): Pick<Hoster<unknown>, "title" | "account"> {
    if (name !== "kiwivm") return this[name];
    if (machine !== undefined) return this.kiwivm(machine);
    throw new VpsError("config", "KiwiVM: which machine is meant is not known, and each has its own key.");
  }
}
