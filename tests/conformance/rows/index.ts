import { fornexDnsDomainRow } from "./fornexDnsDomain";
import { fornexDnsRecordRow } from "./fornexDnsRecord";
import { kiwiPtrRow } from "./kiwiPtr";
import { kiwiSnapshotRow } from "./kiwiSnapshot";
import type { Row } from "./row";
import { vpsOrgServerRow } from "./vpsOrgServer";

/** The conformance matrix: a new resource joins here. */
export const ROWS: readonly Row[] = [
  vpsOrgServerRow,
  fornexDnsDomainRow,
  fornexDnsRecordRow,
  kiwiPtrRow,
  kiwiSnapshotRow,
];

/** Those that are objects, which can be looked for, made, adopted and deleted. */
export const OBJECTS = ROWS.filter(({ setting }) => setting === undefined);

/** Those that are settings. */
export const SETTINGS = ROWS.filter(({ setting }) => setting !== undefined);

export { argumentsWhere, callsOf, deletable, full, isCall, type Row } from "./row";
