import type { z } from "zod";
import type { Http } from "../http/client";
import {
  type ShownGraphs,
  type ShownLiveServer,
  type ShownLocations,
  type ShownPoints,
  type ShownServer,
  type ShownSnapshots,
  type ShownTemplates,
  type ShownUsage,
  shownGraphs,
  shownLiveServer,
  shownLocations,
  shownPoints,
  shownServer,
  shownSnapshots,
  shownTemplates,
  shownUsage,
} from "./shown";

/** What is only shown of a machine, by calls that change nothing. */
export class KiwivmReads {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  server(): Promise<ShownServer> {
    return this.#read("/getServiceInfo", shownServer);
  }

  /** It takes up to 15 s. */
  liveServer(): Promise<ShownLiveServer> {
    return this.#read("/getLiveServiceInfo", shownLiveServer);
  }

  templates(): Promise<ShownTemplates> {
    return this.#read("/getAvailableOS", shownTemplates);
  }

  usage(): Promise<ShownUsage> {
    return this.#read("/getRawUsageStats", shownUsage);
  }

  /** Obsolete. */
  usageGraphs(): Promise<ShownGraphs> {
    return this.#read("/getUsageGraphs", shownGraphs);
  }

  snapshots(): Promise<ShownSnapshots> {
    return this.#read("/snapshot/list", shownSnapshots);
  }

  locations(): Promise<ShownLocations> {
    return this.#read("/migrate/getLocations", shownLocations);
  }

  points(): Promise<ShownPoints> {
    return this.#read("/getRateLimitStatus", shownPoints);
  }

  #read<T>(path: string, answer: z.ZodType<T>): Promise<T> {
    return this.#http({ effect: "read", method: "POST", path, answer });
  }
}
