import { z } from "zod";

/** A place machines can be moved to. */
export interface KiwivmLocation {
  /** What `getServiceInfo` shows as `node_location`, like "US, Florida". */
  node_location: string;
  /** What `migrate/getLocations` shows. */
  description: string;
  /** What a byte of traffic counts there. */
  multiplier: number;
  ipv6: boolean;
}

export const locationSchema = z.strictObject({
  node_location: z.string(),
  description: z.string(),
  multiplier: z.number().default(1),
  ipv6: z.boolean().default(true),
}) satisfies z.ZodType<KiwivmLocation>;

/** Ids are like the one that was seen, USCA_2 [kiwivm 1.5]; the rest is invented. */
export const LOCATIONS: Record<string, KiwivmLocation> = {
  USFL_1: { node_location: "US, Florida", description: "US: Jacksonville, Florida", multiplier: 1, ipv6: true },
  USCA_2: { node_location: "US, California", description: "US: Los Angeles, California", multiplier: 1, ipv6: true },
  EUNL_3: { node_location: "Netherlands", description: "EU: Amsterdam, The Netherlands", multiplier: 1, ipv6: true },
  JPOS_1: { node_location: "Japan", description: "JP: Osaka, Japan", multiplier: 2, ipv6: false },
};

/** Names are like those of the seed and of [kiwivm 1.2]. */
export const TEMPLATES = ["centos-6-x86_64", "debian-12-x86_64", "debian-13-x86_64", "ubuntu-24.04-x86_64"];
