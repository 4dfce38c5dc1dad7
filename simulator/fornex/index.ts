import type { Clock } from "../clock";
import type { Answer, HosterRequest } from "../http";
import { StatefulHoster, type StateRules } from "../statefulHoster";
import type { WorldName } from "../world";
import { API_KEY } from "./access";
import { createApiVersions } from "./apiVersions";
import { settleJobs } from "./jobs";
import { patchState } from "./patch";
import type { FornexState } from "./state";
import { WORLDS } from "./worlds";

export type { FornexDayTraffic, FornexDedicated } from "./dedicatedState";
export type { FornexNextIds } from "./nextIds";
export type { FornexConfiguration, FornexJob, FornexOrder, FornexVpn, FornexVps } from "./orderState";
export type { FornexOrderSwitches } from "./orderSwitches";
export type {
  FornexBackupPlan,
  FornexDedicatedPlan,
  FornexHostingPlan,
  FornexPlans,
  FornexVpnPlan,
  FornexVpsPlan,
} from "./planState";
export type { FornexSshKey } from "./sshKeyState";
export type { FornexAccount, FornexDomain, FornexDomainOrder, FornexEntry, FornexState } from "./state";
export type { FornexSwitches } from "./switches";
export type { FornexWebhook } from "./webhookState";

const PREFIX = "/fornex/api";

const RULES: StateRules<FornexState> = { worlds: WORLDS, patch: patchState, settle: settleJobs };

/**
 * Fornex in its current API version, 2.x [fornex.md 1], as far as the one before, 0.1, goes; and that one, all of it
 * [S3].
 */
export class Fornex extends StatefulHoster<FornexState> {
  readonly name = "fornex";
  readonly prefix = PREFIX;
  readonly secrets = [API_KEY];
  readonly #apiVersions = createApiVersions(PREFIX, () => this.present());

  constructor(clock: Clock, world: WorldName) {
    super(clock, world, RULES);
  }

  /** [fornex.md trap 24] */
  env(url: string): Record<string, string> {
    return { FORNEX_API_KEY: API_KEY, FORNEX_BASE_URL: url + PREFIX };
  }

  handle(request: HosterRequest): Answer {
    return this.#apiVersions(request);
  }
}
