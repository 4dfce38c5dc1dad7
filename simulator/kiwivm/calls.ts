import { getAuditLog } from "./auditLog";
import { setHostname } from "./hostname";
import * as ipv6 from "./ipv6";
import { getLiveServiceInfo } from "./live";
import * as migrate from "./migrate";
import type { Run } from "./moment";
import * as os from "./os";
import { remaining } from "./points";
import * as power from "./power";
import { setPtr } from "./ptr";
import { execScript } from "./scripts";
import { getServiceInfo } from "./serviceInfo";
import type { KiwivmSettings } from "./settings";
import * as shell from "./shell";
import * as snapshots from "./snapshots";
import type { KiwivmSwitches } from "./switches";
import * as usage from "./usage";

/** One call of the API. */
export interface KiwivmCall {
  readonly run: Run;
  /** For one that changes something: the parameters that the audit log shows of it. */
  readonly audited?: readonly string[];
  /** Whether it is none after all; it is one if left out. */
  readonly isUnknown?: (switches: KiwivmSwitches) => boolean;
  /** Whether it is carried out although the machine is locked; it is not if left out [kiwivm 1.6]. */
  readonly ignoresLock?: (switches: KiwivmSwitches) => boolean;
  /** Whether it takes no point; it takes some if left out. */
  readonly isFree?: (switches: KiwivmSwitches) => boolean;
  /** How long its answer takes; no time if left out. */
  readonly delaySeconds?: (settings: KiwivmSettings) => number;
}

const answersLocked = ({ lockedReads }: KiwivmSwitches) => lockedReads === "answered";

/** By name, as it stands in the path. */
export const CALLS: Readonly<Record<string, KiwivmCall>> = {
  start: { run: power.start, audited: [] },
  stop: { run: power.stop, audited: [] },
  restart: { run: power.restart, audited: [] },
  kill: { run: power.kill, audited: [] },
  getServiceInfo: { run: getServiceInfo, ignoresLock: ({ lockedInfo }) => lockedInfo === "answered" },
  getLiveServiceInfo: {
    run: getLiveServiceInfo,
    ignoresLock: ({ lockedInfo }) => lockedInfo === "answered",
    delaySeconds: ({ liveSeconds }) => liveSeconds,
  },
  getAvailableOS: { run: os.getAvailableOS, ignoresLock: answersLocked },
  reinstallOS: { run: os.reinstallOS, audited: ["os"] },
  resetRootPassword: { run: os.resetRootPassword, audited: [] },
  getUsageGraphs: { run: usage.getUsageGraphs, ignoresLock: answersLocked },
  getRawUsageStats: { run: usage.getRawUsageStats, ignoresLock: answersLocked },
  getAuditLog: {
    run: getAuditLog,
    ignoresLock: answersLocked,
    isUnknown: ({ auditLog }) => auditLog === "absent",
  },
  setHostname: { run: setHostname, audited: ["newHostname"] },
  setPTR: { run: setPtr, audited: ["ip", "ptr"] },
  "basicShell/cd": { run: shell.changeDirectory },
  "basicShell/exec": { run: shell.exec, audited: [] },
  "shellScript/exec": { run: execScript, audited: [] },
  "snapshot/create": { run: snapshots.create, audited: [] },
  "snapshot/list": { run: snapshots.list, ignoresLock: ({ lockedList }) => lockedList === "answered" },
  "snapshot/delete": { run: snapshots.remove, audited: ["snapshot"] },
  "snapshot/restore": { run: snapshots.restore, audited: ["snapshot"] },
  "snapshot/toggleSticky": { run: snapshots.toggleSticky, audited: ["snapshot", "sticky"] },
  "snapshot/export": { run: snapshots.exportOne, audited: ["snapshot"] },
  "snapshot/import": { run: snapshots.importOne, audited: ["sourceVeid"] },
  "ipv6/add": { run: ipv6.add, audited: [] },
  "ipv6/delete": { run: ipv6.remove, audited: ["ip"] },
  // Refused while locked in any case: clients read a migration's progress out of that [kiwivm 1.6].
  "migrate/getLocations": { run: migrate.getLocations },
  "migrate/start": {
    run: migrate.start,
    audited: ["location"],
    delaySeconds: ({ migrateAnswerSeconds }) => migrateAnswerSeconds,
  },
  getRateLimitStatus: {
    run: ({ machine, state }) => remaining(machine.points, state.settings),
    ignoresLock: () => true, // unverified
    isFree: ({ statusCostsPoint }) => !statusCostsPoint,
  },
};
