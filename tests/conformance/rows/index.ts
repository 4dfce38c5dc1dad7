import { fornexDnsDomainRow } from "./fornexDnsDomain";
import { fornexDnsRecordRow } from "./fornexDnsRecord";
import { fornexVpsRow } from "./fornexVps";
import { type Dialect, inDialect, type Row } from "./row";
import { sshKeyRow } from "./sshKey";
import { vpsOrgServerRow } from "./vpsOrgServer";

/** The conformance matrix: a new resource joins here. */
export const ROWS: readonly Row[] = [vpsOrgServerRow, fornexDnsDomainRow, fornexDnsRecordRow, sshKeyRow, fornexVpsRow];

/** The rows that run in a dialect: of the older one, only Fornex's. */
export function rowsIn(dialect: Dialect): Row[] {
  return ROWS.filter(({ subject }) => dialect === "2" || subject.hoster === "fornex").map((row) =>
    inDialect(row, dialect),
  );
}

export { argumentsWhere, DIALECTS, type Dialect, deletable, full, leftOf, type Row } from "./row";
