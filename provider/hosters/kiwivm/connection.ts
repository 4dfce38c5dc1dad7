import { PointBudget } from "../../clients/kiwivm/budget";
import { KiwivmClient } from "../../clients/kiwivm/client";
import { kiwivmRefusal } from "../../clients/kiwivm/refusal";
import { baseUrl } from "../../config/shapes";
import { once } from "../../once";
import { report } from "../../operation";
import { waitFor } from "../../wait";
import type { ClientFactory } from "../clientFactory";
import { defineConnection, fingerprint, type Hoster } from "../hoster";
import { KIWIVM_KEYS, kiwivmKey, machinesWithKey } from "./keys";

/** KiwiVM as one machine sees it. */
export type KiwivmMachine = Hoster<KiwivmClient>;

/** KiwiVM: each machine has a key of its own, which is valid for nothing else. */
export interface KiwivmMachines {
  (veid: string): KiwivmMachine;
  /** Where KiwiVM is, also for who has no key. */
  url: string;
  /** The VEIDs of all machines that have a key. */
  veids: () => string[];
}

const SETTINGS = {
  kiwivmKeys: KIWIVM_KEYS,
  kiwivmUrl: baseUrl("KiwiVM", "KIWIVM_API_URL", "https://api.64clouds.com/v1"),
};

export const kiwivm = defineConnection({
  title: "KiwiVM",
  settings: SETTINGS,
  connect(factory): KiwivmMachines {
    const machines = new Map<string, KiwivmMachine>();
    const machine = (veid: string) => {
      const made = machines.get(veid) ?? connectMachine(factory, veid);
      machines.set(veid, made);
      return made;
    };
    return Object.assign(machine, {
      url: factory.settings.required("kiwivmUrl"),
      veids: () => machinesWithKey(factory.settings),
    });
  },
});

function connectMachine(factory: ClientFactory<typeof SETTINGS>, veid: string): KiwivmMachine {
  const { settings, longRetryPolicy } = factory;
  const url = settings.required("kiwivmUrl");
  const key = kiwivmKey(settings, veid);
  const endpoint = {
    hoster: "KiwiVM",
    baseUrl: url,
    parameters: { veid, api_key: key },
    credential: factory.whereabouts("kiwivmKeys"),
    secrets: [key],
    refusal: kiwivmRefusal,
  };
  // Outside of the budget, since that is what it is asked for.
  const asking = new KiwivmClient(factory.http(endpoint, { retries: 1 }));
  const budget = new PointBudget(veid, {
    ask: () => asking.pointsLeft(),
    waitFor: (wait) => waitFor(wait, factory.waits, (text) => report({ level: "info", text })),
    pauseSeconds: factory.pauseSeconds(url),
    timeoutSeconds: () => factory.waits.timeoutSeconds,
  });
  const limit = factory.limit(budget, `KiwiVM machine ${veid}`, url);
  const client = new KiwivmClient(factory.http({ ...endpoint, limit, oneWriteAtATime: true }, longRetryPolicy));
  return { client, account: once(async () => fingerprint("kiwivm", veid)) };
}
