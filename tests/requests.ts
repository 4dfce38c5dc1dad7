import { appendFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { USER_AGENT } from "../provider/version";
import type { Simulator } from "../simulator";

const ROOT = resolve(__dirname, "..");

/** The same simulator, which notes what our own clients asked of it and got before it forgets: for scripts/test/endpoints.mts. */
export function noting(simulator: Simulator): Simulator {
  const folder = process.env.PULUMI_VPS_REQUESTS;
  if (!folder) return simulator;
  const known = new Set<string>();

  const note = () => {
    const test = relative(ROOT, expect.getState().testPath ?? "");
    const lines = simulator
      .requests()
      .filter(({ userAgent, status, carriedOut }) => userAgent === USER_AGENT && carriedOut && status > 0)
      .map(({ hoster, method, path }) => `${test}\t${hoster}\t${method}\t${path}\n`);
    const added = [...new Set(lines)].filter((line) => !known.has(line));
    for (const line of added) known.add(line);
    // A file of its own for each of Jest's workers, which write at the same time.
    if (added.length > 0) appendFileSync(join(folder, `${process.pid}.tsv`), added.join(""));
  };
  return {
    ...simulator,
    reset: () => {
      note();
      simulator.reset();
    },
    clearRequests: () => {
      note();
      simulator.clearRequests();
    },
    close: () => {
      note();
      return simulator.close();
    },
  };
}
