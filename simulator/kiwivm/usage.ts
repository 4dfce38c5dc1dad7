import type { Fields } from "./answers";
import type { Moment } from "./moment";

const STEP_SECONDS = 300;

/**
 * Every five minutes a sample, oldest first; the same ones for the same times. Step and values are invented [kiwivm 1.3]. Beside
 * them `vm_type`, which both clients with live tests read (JDXJ `get.go`, ZX `usage.go`); absent on old nodes, as elsewhere.
 */
export function getRawUsageStats({ machine, state: { settings, switches }, now }: Moment): Fields {
  const last = Math.floor(now / 1000 / STEP_SECONDS);
  const first = last - settings.usageSamples + 1;
  return {
    data: Array.from({ length: settings.usageSamples }, (_, index) => sample(first + index)),
    ...(switches.nodeAge === "old" ? {} : { vm_type: machine.vm_type }),
  };
}

/** Obsolete [S1]; what it still answers is unknown. */
export function getUsageGraphs(): Fields {
  return {};
}

function sample(step: number) {
  const wave = (step * 7919) % 100;
  return {
    timestamp: step * STEP_SECONDS,
    cpu_usage: wave % 20,
    network_in_bytes: 10_000 * wave,
    network_out_bytes: 25_000 * wave,
    disk_read_bytes: 4096 * wave,
    disk_write_bytes: 8192 * wave,
  };
}
