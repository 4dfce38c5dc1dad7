import type { ZodType } from "zod";
import type { Http } from "../http/client";
import { type Status, status, type UserInfo, userInfo } from "./shown";

/** AirVPN's API. Always asked by POST: a GET would put the key into the URL. */
export class AirvpnClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** The member the key belongs to, and its sessions. */
  userInfo(): Promise<UserInfo> {
    return this.#ask("/userinfo/", userInfo);
  }

  /** Every server; public, so that it needs no key. */
  status(): Promise<Status> {
    return this.#ask("/status/", status);
  }

  #ask<T>(path: string, answer: ZodType<T>): Promise<T> {
    return this.#http({ effect: "read", method: "POST", path, form: { format: "json" }, answer });
  }
}
