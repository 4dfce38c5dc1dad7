import { fornexDnsDomainRow } from "./fornexDnsDomain";
import { fornexDnsRecordRow } from "./fornexDnsRecord";
import type { Row } from "./row";
import { vpsOrgServerRow } from "./vpsOrgServer";

/** The conformance matrix: a new resource joins here. */
export const ROWS: readonly Row[] = [vpsOrgServerRow, fornexDnsDomainRow, fornexDnsRecordRow];

export { argumentsWhere, deletable, full, type Row } from "./row";
