import { createHash } from "node:crypto";
import { AirvpnClient } from "./clients/airvpn/client";
import { airvpnRefusal } from "./clients/airvpn/refusal";
import type { FornexClient } from "./clients/fornex/client";
import { fornexV2, fornexV01 } from "./clients/fornex/dialects";
import { refusalIn } from "./clients/fornex/refusal";
import { type Http, httpClient } from "./clients/http/client";
import { pace } from "./clients/http/pace";
import { DEFAULT_PATIENCE, type Patience } from "./clients/http/retry";
import type { Endpoint } from "./clients/http/send";
import { KiwivmClient } from "./clients/kiwivm/client";
import { kiwivmRefusal } from "./clients/kiwivm/refusal";
import { VpsOrgClient } from "./clients/vpsorg/client";
import { type Config, USER_AGENT, whereabouts } from "./config";
import { VpsError } from "./errors/vpsError";
import { isThisMachine } from "./loopback";
import { type Once, once } from "./once";

export type HosterName = "vpsorg" | "fornex" | "kiwivm" | "airvpn";

/** One hoster as resources use it. */
export interface Hoster<Client> {
  /** Name as users know it. */
  title: string;
  client: Client;
  /** Fingerprint of the account the credential belongs to; asked once a run. */
  account: Once<string>;
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
  readonly #machines = new Map<string, Hoster<KiwivmClient>>();
  #airvpnPace: (() => Promise<void>) | undefined;

  constructor(config: Config) {
    this.#config = config;
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
  kiwivm(veid: string): Hoster<KiwivmClient> {
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
    this.#made.airvpnPublic ??= new AirvpnClient(this.#http(this.#airvpnEndpoint()));
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

  #kiwivm(veid: string): Hoster<KiwivmClient> {
    const key = this.#config.kiwivmKey(veid);
    const http = this.#http(
      {
        hoster: "KiwiVM",
        baseUrl: this.#config.required("kiwivmUrl"),
        parameters: { veid, api_key: key },
        credential: whereabouts("kiwivmKeys"),
        secrets: [key],
        refusal: kiwivmRefusal,
        oneWriteAtATime: true,
      },
      // Over its budget KiwiVM drops requests for some minutes, so it is asked again after longer pauses: up to 75 s in all.
      { firstPauseSeconds: this.#config.required("pollSeconds"), longestPauseSeconds: 60 },
    );
    const client = new KiwivmClient(http);
    return { title: "KiwiVM", client, account: once(async () => fingerprint("kiwivm", veid)) };
  }

  #airvpn(): Hoster<AirvpnClient> {
    const key = this.#config.required("airvpnApiKey");
    const endpoint = { ...this.#airvpnEndpoint(), parameters: { key }, secrets: [key] };
    const client = new AirvpnClient(this.#http({ ...endpoint, credential: whereabouts("airvpnApiKey") }));
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
    this.#airvpnPace ??= pace(here ? Math.min(1, this.#config.required("pollSeconds") / 5) : 1);
    return { hoster: "AirVPN", baseUrl, secrets: [], refusal: airvpnRefusal, pace: this.#airvpnPace };
  }

  #http(endpoint: Omit<Endpoint, "headers"> & Partial<Endpoint>, patience: Partial<Patience> = {}): Http {
    const pollSeconds = this.#config.required("pollSeconds");
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
