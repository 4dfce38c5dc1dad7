import { z } from "zod";
import { canonicalName } from "../../dnsName";
import { zoneName } from "../../hosters/fornex/names";
import { defineFunction } from "../contract";
import { dnsRecordInfo, type FornexDnsRecordInfo } from "./dnsRecordInfo";

/** Arguments of `getFornexDnsRecords`. */
export interface GetFornexDnsRecordsArgs {
  /** Name of the zone, such as `example.com`. */
  domain: string;
  /** Only records that contain this string. Fornex does not document how it searches. Default: all records. */
  q?: string;
  /** Only records of this type, such as `MX`. Default: all types. */
  type?: string;
}

/** Records of a zone (`GET /dns/domain/{name}/entry_set/`). */
export interface GetFornexDnsRecordsResult {
  /** All records that match. */
  records: FornexDnsRecordInfo[];
}

/** Endpoints: GET /dns/domain/{name}/entry_set/ (API version 2), GET /dns/v0.1/{name}/entry_set.json (0.1). */
export const getFornexDnsRecords = defineFunction<GetFornexDnsRecordsArgs, GetFornexDnsRecordsResult>({
  name: "getFornexDnsRecords",
  hoster: "fornex",
  schema: z.object({
    domain: zoneName,
    q: z.string().min(1, "must not be empty").exactOptional(),
    type: z
      .string()
      .regex(/^[A-Z0-9]+$/, "must be a record type in capitals, such as MX")
      .exactOptional(),
  }),
  get: async ({ domain, ...filter }, cx) => {
    const records = await cx.hosters.fornex.client.reads.records(canonicalName(domain), filter);
    return { records: records.map(dnsRecordInfo) };
  },
});
