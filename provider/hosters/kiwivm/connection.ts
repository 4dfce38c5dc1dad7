import { HosterClock } from "../../clients/http/clock";
import { PointBudget } from "../../clients/kiwivm/budget";
import { KiwivmClient } from "../../clients/kiwivm/client";
import { kiwivmRefusal } from "../../clients/kiwivm/refusal";
import { whereabouts } from "../../config";
import { once } from "../../once";
import { report } from "../../operation";
import { waitFor } from "../../wait";
import { fingerprint, type Hoster } from "../hoster";
import type { Wiring } from "../wiring";

/** KiwiVM as one machine sees it. */
export interface KiwivmMachine extends Hoster<KiwivmClient> {
  clock: HosterClock;
}

export function kiwivm(wiring: Wiring, veid: string): KiwivmMachine {
  const { config, longPatience } = wiring;
  const url = config.required("kiwivmUrl");
  const key = config.kiwivmKey(veid);
  const clock = new HosterClock();
  const endpoint = {
    hoster: "KiwiVM",
    baseUrl: url,
    parameters: { veid, api_key: key },
    credential: whereabouts("kiwivmKeys"),
    secrets: [key],
    refusal: kiwivmRefusal,
    clock,
  };
  // Outside of the budget, since that is what it is asked for.
  const asking = new KiwivmClient(wiring.http(endpoint, { retries: 1 }));
  const budget = new PointBudget(veid, {
    ask: () => asking.pointsLeft(),
    waitFor: (wait) => waitFor(wait, wiring.waits, (text) => report({ level: "info", text })),
    pauseSeconds: wiring.pauseSeconds(url),
    timeoutSeconds: () => wiring.waits.timeoutSeconds,
  });
  const limit = wiring.limit(budget, `KiwiVM machine ${veid}`, url);
  const client = new KiwivmClient(wiring.http({ ...endpoint, limit, oneWriteAtATime: true }, longPatience));
  return { title: "KiwiVM", client, account: once(async () => fingerprint("kiwivm", veid)), clock };
}
