import { createHash } from "node:crypto";
import { AirvpnClient } from "./clients/airvpn/client";
import { airvpnRefusal } from "./clients/airvpn/refusal";
import type { FornexClient } from "./clients/fornex/client";
import { fornexV2, fornexV01 } from "./clients/fornex/dialects";
import { refusalIn } from "./clients/fornex/refusal";
import { type Http, httpClient } from "./clients/http/client";
import { HosterClock } from "./clients/http/clock";
import { type Grant, Limit } from "./clients/http/limit";
import { pace } from "./clients/http/pace";
import { DEFAULT_PATIENCE, type Patience } from "./clients/http/retry";
import type { Endpoint } from "./clients/http/send";
import { PointBudget } from "./clients/kiwivm/budget";
import { KiwivmClient } from "./clients/kiwivm/client";
import { kiwivmRefusal } from "./clients/kiwivm/refusal";
import { VpsOrgClient } from "./clients/vpsorg/client";
import { type Config, USER_AGENT, whereabouts } from "./config";
import { VpsError } from "./errors/vpsError";
import { isThisMachine } from "./loopback";
import { type Once, once } from "./once";
import { waitFor } from "./wait";

/** KiwiVM's shorter window, and some more. */
const LONGEST_REFUSAL_SECONDS = 1200;

export type HosterName = "vpsorg" | "fornex" | "kiwivm" | "airvpn";

/** One hoster as resources use it. */
export interface Hoster<Client> {
  /** Name as users know it. */
  title: string;
  client: Client;
  /** Fingerprint of the account the credential belongs to; asked once a run. */
  account: Once<string>;
}

/** KiwiVM as one machine sees it. */
export interface KiwivmMachine extends Hoster<KiwivmClient> {
  /** Base URL. */
  url: string;
  clock: HosterClock;
}

/** The hosters of one run, each made when first used, so that a program needs only the credentials of those it uses. */
export class Hosters {
  readonly #config: Config;
  readonly #made: Partial<{
    vpsorg: Hoster<VpsOrgClient>;
    fornexV2: Hoster<FornexClient>;
    fornexV01: Hoster<ReturnType<typeof fornexV01>>;
    airvpn: Hoster<AirvpnClient>;
    airvpnPublic: AirvpnClient;
  }> = {};
  readonly #machines = new Map<string, KiwivmMachine>();
  readonly #report: (line: string) => void;
  #airvpnLimit: Limit | undefined;

  /** `report` prints a line on the user's terminal. */
  constructor(config: Config, report: (line: string) => void) {
    this.#config = config;
    this.#report = report;
  }

  get vpsorg(): Hoster<VpsOrgClient> {
    this.#made.vpsorg ??= this.#vpsorg();
    return this.#made.vpsorg;
  }

  /** Fornex in the dialect that is set. */
  get fornex(): Hoster<FornexClient> {
    if (this.#config.required("fornexDialect") === "0.1") return this.fornexV01;
    this.#made.fornexV2 ??= this.#fornexV2();
    return this.#made.fornexV2;
  }

  /** Fornex in dialect 0.1 whatever is set, for what exists there only. */
  get fornexV01(): Hoster<ReturnType<typeof fornexV01>> {
    this.#made.fornexV01 ??= this.#fornexV01();
    return this.#made.fornexV01;
  }

  /** KiwiVM as one machine sees it: each machine has a key of its own, which is valid for nothing else. */
  kiwivm(veid: string): KiwivmMachine {
    const made = this.#machines.get(veid) ?? this.#kiwivm(veid);
    this.#machines.set(veid, made);
    return made;
  }

  /** AirVPN as a member. */
  get airvpn(): Hoster<AirvpnClient> {
    this.#made.airvpn ??= this.#airvpn();
    return this.#made.airvpn;
  }

  /** AirVPN as anybody sees it: what is asked here goes out without a key. */
  get airvpnPublic(): AirvpnClient {
    this.#made.airvpnPublic ??= new AirvpnClient(this.#http(this.#airvpnEndpoint(), this.#longPatience()));
    return this.#made.airvpnPublic;
  }

  /** The hoster of this name, for what is common to all; `machine` where each machine has its own credential. */
  of(name: HosterName, machine: string | undefined): Pick<Hoster<unknown>, "title" | "account"> {
    if (name !== "kiwivm") return this[name];
    if (machine !== undefined) return this.kiwivm(machine);
    throw new VpsError("config", "KiwiVM: which machine is meant is not known, and each has its own key.");
  }

  #vpsorg(): Hoster<VpsOrgClient> {
    const token = this.#config.required("vpsorgToken");
    const http = this.#http({
      hoster: "VPS.org",
      baseUrl: this.#config.required("vpsorgUrl"),
      headers: { authorization: `Bearer ${token}` },
      credential: whereabouts("vpsorgToken"),
      secrets: [token],
    });
    const client = new VpsOrgClient(http);
    return { title: "VPS.org", client, account: once(async () => fingerprint("vpsorg", await client.accountEmail())) };
  }

  #fornexV2(): Hoster<FornexClient> {
    const { apikey, endpoint } = this.#fornexEndpoint();
    return fornex(fornexV2(this.#http({ ...endpoint, headers: { authorization: `Api-Key ${apikey}` } })));
  }

  #fornexV01(): Hoster<ReturnType<typeof fornexV01>> {
    const { apikey, endpoint } = this.#fornexEndpoint();
    return fornex(
      fornexV01(this.#http({ ...endpoint, parameters: { apikey }, forbidsUnknown: true, refusal: refusalIn })),
    );
  }

  #fornexEndpoint() {
    const apikey = this.#config.required("fornexApiKey");
    const endpoint = {
      hoster: "Fornex",
      baseUrl: this.#config.required("fornexUrl"),
      credential: whereabouts("fornexApiKey"),
      secrets: [apikey],
    };
    return { apikey, endpoint };
  }

  #kiwivm(veid: string): KiwivmMachine {
    const url = this.#config.required("kiwivmUrl");
    const clock = new HosterClock();
    const key = this.#config.kiwivmKey(veid);
    const endpoint = {
      hoster: "KiwiVM",
      baseUrl: url,
      parameters: { veid, api_key: key },
      credential: whereabouts("kiwivmKeys"),
      secrets: [key],
      refusal: kiwivmRefusal,
      clock,
    };
    const { pauseSeconds, pollSeconds, timeoutSeconds } = this.#waits();
    // Outside of the budget, since that is what it is asked for.
    const asking = new KiwivmClient(this.#http(endpoint, { retries: 1 }));
    const budget = new PointBudget(veid, {
      ask: () => asking.pointsLeft(),
      waitFor: (wait) => waitFor(wait, { pollSeconds, timeoutSeconds, report: this.#report }),
      pauseSeconds,
      timeoutSeconds,
    });
    const limit = this.#limit(budget, `KiwiVM machine ${veid}`);
    const client = new KiwivmClient(this.#http({ ...endpoint, limit, oneWriteAtATime: true }, this.#longPatience()));
    return { title: "KiwiVM", client, account: once(async () => fingerprint("kiwivm", veid)), url, clock };
  }

  #airvpn(): Hoster<AirvpnClient> {
    const key = this.#config.required("airvpnApiKey");
    const endpoint = { ...this.#airvpnEndpoint(), parameters: { key }, secrets: [key] };
    const credential = whereabouts("airvpnApiKey");
    const client = new AirvpnClient(this.#http({ ...endpoint, credential }, this.#longPatience()));
    const account = once(async () => fingerprint("airvpn", await client.login()));
    return { title: "AirVPN", client, account };
  }

  /**
   * AirVPN bans an address after 600 requests in ten minutes, with or without key: one a second is within that. Only an API
   * on this machine, which is none of AirVPN's, may be asked faster.
   */
  #airvpnEndpoint() {
    const baseUrl = this.#config.required("airvpnUrl");
    const here = isThisMachine(new URL(baseUrl));
    const take = pace(here ? Math.min(1, this.#waits().pollSeconds / 5) : 1);
    this.#airvpnLimit ??= this.#limit({ take }, "AirVPN");
    return { hoster: "AirVPN", baseUrl, secrets: [], refusal: airvpnRefusal, limit: this.#airvpnLimit };
  }

  #limit(grant: Grant, who: string): Limit {
    return new Limit(grant, { who, pauseSeconds: this.#waits().pauseSeconds, report: this.#report });
  }

  /**
   * With a hoster that may refuse for minutes, and pauses of its limit in between: some 18 minutes where it says that it was
   * asked too often, 6 where it just does not answer.
   */
  #longPatience(): Partial<Patience> {
    return {
      retries: 7,
      retriesWhenDown: 3,
      longestPauseSeconds: 60,
      longestInAllSeconds: this.#waits().timeoutSeconds ?? LONGEST_REFUSAL_SECONDS,
    };
  }

  #waits() {
    const pollSeconds = this.#config.required("pollSeconds");
    // Three minutes, unless a simulator whose time runs faster is asked more often.
    const pauseSeconds = Math.min(180, 36 * pollSeconds);
    return { pollSeconds, pauseSeconds, timeoutSeconds: this.#config.optional("timeoutSeconds") };
  }

  #http(endpoint: Omit<Endpoint, "headers"> & Partial<Endpoint>, patience: Partial<Patience> = {}): Http {
    const { pollSeconds } = this.#waits();
    return httpClient(
      { ...endpoint, headers: { "user-agent": USER_AGENT, ...endpoint.headers } },
      // At the default of 5 s between polls, half a second before the first retry.
      { ...DEFAULT_PATIENCE, firstPauseSeconds: pollSeconds / 10, ...patience },
    );
  }
}

function fornex<Client extends FornexClient>(client: Client): Hoster<Client> {
  return {
    title: "Fornex",
    client,
    account: once(async () => fingerprint("fornex", await client.account.identity())),
  };
}

/** State must not hold an e-mail address; sixteen digits tell accounts apart. */
function fingerprint(hoster: HosterName, identity: string): string {
  return createHash("sha256").update(`${hoster}:${identity.trim().toLowerCase()}`).digest("hex").slice(0, 16);
}
