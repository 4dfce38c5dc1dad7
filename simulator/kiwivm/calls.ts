import type { Run } from "./moment";
import { remaining } from "./points";
import { setPtr } from "./ptr";
import { getServiceInfo } from "./serviceInfo";
import * as snapshots from "./snapshots";
import type { KiwivmSwitches } from "./switches";

/** One call of the API. */
export interface KiwivmCall {
  readonly run: Run;
  /** Whether it is carried out although the machine is locked; it is not if left out [kiwivm 1.6]. */
  readonly ignoresLock?: (switches: KiwivmSwitches) => boolean;
  /** Whether it takes no point; it takes one if left out. */
  readonly isFree?: (switches: KiwivmSwitches) => boolean;
  /** Real replies of these end with `error` instead of beginning with it [S1]. */
  readonly errorLast?: boolean;
}

/** By path below the prefix. */
export const CALLS: Readonly<Record<string, KiwivmCall>> = {
  "/getServiceInfo": {
    run: getServiceInfo,
    ignoresLock: ({ lockedInfo }) => lockedInfo === "answered",
    errorLast: true,
  },
  "/getRateLimitStatus": {
    run: ({ machine, state }) => remaining(machine.points, state.settings),
    ignoresLock: () => true, // unverified
    isFree: ({ statusCostsPoint }) => !statusCostsPoint,
  },
  "/setPTR": { run: setPtr },
  "/snapshot/create": { run: snapshots.create },
  "/snapshot/list": { run: snapshots.list, ignoresLock: ({ lockedList }) => lockedList === "answered" },
  "/snapshot/delete": { run: snapshots.remove },
  "/snapshot/restore": { run: snapshots.restore },
  "/snapshot/toggleSticky": { run: snapshots.toggleSticky },
  "/snapshot/export": { run: snapshots.exportOne },
  "/snapshot/import": { run: snapshots.importOne },
};
