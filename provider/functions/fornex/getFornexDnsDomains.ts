import { z } from "zod";
import { defineFunction } from "../contract";
import { dnsRecordInfo, type FornexDnsRecordInfo } from "./dnsRecordInfo";

/** Arguments of `getFornexDnsDomains`. */
export interface GetFornexDnsDomainsArgs {
  /** Only zones whose name or addresses contain this string. Fornex searches loosely. Default: all zones. */
  q?: string;
  /** Only zones with this tag. Default: all zones. */
  tag?: string;
}

/** DNS zones of the account (`GET /dns/domain/`). */
export interface GetFornexDnsDomainsResult {
  /** All that match; a list of API version 2 is walked to its last page. */
  domains: FornexDnsDomainInfo[];
}

/** A DNS zone with its records. Times are as Fornex writes them, without time zone. */
export interface FornexDnsDomainInfo {
  /** Name of the zone. */
  name: string;
  /** Time of the zone's creation. */
  createdAt: string;
  /** Time of the last change. */
  updatedAt: string;
  /** Tags of the zone. */
  tags: string[];
  /** Records of the zone. */
  records: FornexDnsRecordInfo[];
}

const text = z.string().min(1, "must not be empty");

/** Endpoints: GET /dns/domain/ (API version 2), GET /dns/v0.1/domain_list.json (0.1). */
export const getFornexDnsDomains = defineFunction<GetFornexDnsDomainsArgs, GetFornexDnsDomainsResult>({
  name: "getFornexDnsDomains",
  hoster: "fornex",
  schema: z.object({ q: text.exactOptional(), tag: text.exactOptional() }),
  get: async (args, cx) => {
    const domains = await cx.hosters.fornex.client.reads.domains(args);
    return {
      domains: domains.map(({ name, created, updated, tags, entry_set }) => ({
        name,
        createdAt: created,
        updatedAt: updated,
        tags,
        records: entry_set.map(dnsRecordInfo),
      })),
    };
  },
});
