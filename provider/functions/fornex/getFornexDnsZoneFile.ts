import { z } from "zod";
import { canonicalName } from "../../dnsName";
import { zoneName } from "../../hosters/fornex/names";
import { defineFunction } from "../contract";

/** Arguments of `getFornexDnsZoneFile`. */
export interface GetFornexDnsZoneFileArgs {
  /** Name of the zone, such as `example.com`. */
  domain: string;
}

/** A zone as a zone file (`GET /dns/domain/{name}/zone_file/`). */
export interface GetFornexDnsZoneFileResult {
  /** Content of the zone file, in BIND's format. */
  zoneFile: string;
}

/** Endpoints: GET /dns/domain/{name}/zone_file/ (API version 2), GET /dns/v0.1/{name}/zone_file/ (0.1). */
export const getFornexDnsZoneFile = defineFunction<GetFornexDnsZoneFileArgs, GetFornexDnsZoneFileResult>({
  name: "getFornexDnsZoneFile",
  hoster: "fornex",
  schema: z.object({ domain: zoneName }),
  get: async ({ domain }, cx) => ({
    zoneFile: await cx.hosters.fornex.client.reads.zoneFile(canonicalName(domain)),
  }),
});
