import type { z } from "zod";
import type { Http } from "../http/client";
import {
  type LenientGraphs,
  type LenientLiveServer,
  type LenientLocations,
  type LenientPoints,
  type LenientServer,
  type LenientSnapshots,
  type LenientTemplates,
  type LenientUsage,
  lenientGraphs,
  lenientLiveServer,
  lenientLocations,
  lenientPoints,
  lenientServer,
  lenientSnapshots,
  lenientTemplates,
  lenientUsage,
} from "./lenient";

/** What is only shown of a machine, by calls that change nothing. */
export class KiwivmReads {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  server(): Promise<LenientServer> {
    return this.#read("/getServiceInfo", lenientServer);
  }

  /** It takes up to 15 s. */
  liveServer(): Promise<LenientLiveServer> {
    return this.#read("/getLiveServiceInfo", lenientLiveServer);
  }

  templates(): Promise<LenientTemplates> {
    return this.#read("/getAvailableOS", lenientTemplates);
  }

  usage(): Promise<LenientUsage> {
    return this.#read("/getRawUsageStats", lenientUsage);
  }

  /** Obsolete. */
  usageGraphs(): Promise<LenientGraphs> {
    return this.#read("/getUsageGraphs", lenientGraphs);
  }

  snapshots(): Promise<LenientSnapshots> {
    return this.#read("/snapshot/list", lenientSnapshots);
  }

  locations(): Promise<LenientLocations> {
    return this.#read("/migrate/getLocations", lenientLocations);
  }

  points(): Promise<LenientPoints> {
    return this.#read("/getRateLimitStatus", lenientPoints);
  }

  #read<T>(path: string, answer: z.ZodType<T>): Promise<T> {
    return this.#http({ effect: "read", method: "POST", path, answer });
  }
}
