import type { ZodType } from "zod";
import type { Effect } from "../http/call";
import type { Http } from "../http/client";
import { type Status, status, type UserInfo, userInfo } from "./lenient";
import { disconnected, done, member } from "./schemas";

/** Which sessions are meant, by the names of their server and device; left out, any. */
export interface SessionFilter {
  server?: string;
  device?: string;
}

/** AirVPN's API. Always asked by POST: a GET would put the key into the URL. */
export class AirvpnClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Login name of the member the key belongs to. */
  async login(): Promise<string> {
    const { user } = await this.#ask("/userinfo/", member);
    return user.login;
  }

  /** That member and its sessions, as far as they are shown. */
  userInfo(): Promise<UserInfo> {
    return this.#ask("/userinfo/", userInfo);
  }

  /** Sends the member a message; a second request would be a second message. */
  async notify(subject: string, body: string): Promise<void> {
    await this.#ask("/notification/", done, { subject, body }, "once");
  }

  /**
   * Ends the sessions that every given filter fits, or all; answers how many, where AirVPN tells. A second request would also
   * end what has connected since.
   */
  async disconnect(filter: SessionFilter): Promise<number | undefined> {
    const answer = await this.#ask("/disconnect/", disconnected, { ...filter }, "once");
    return answer.sessions_disconnected;
  }

  /** Every server; public, so that it needs no key. */
  status(): Promise<Status> {
    return this.#ask("/status/", status);
  }

  #ask<T>(path: string, answer: ZodType<T>, form: Record<string, string> = {}, effect: Effect = "read"): Promise<T> {
    return this.#http({ effect, method: "POST", path, form: { format: "json", ...form }, answer });
  }
}
