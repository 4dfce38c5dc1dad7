import { z } from "zod";
import type { KiwivmReads } from "../../clients/kiwivm/reads";
import { whenUnlocked } from "../../hosters/kiwivm/locks";
import { machineOf } from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import type { integer } from "../../integer";
import type { Context } from "../../lifecycle/runtime/context";

/** The KiwiVM machine to look up. */
export interface KiwiMachineArgs {
  /** The machine's VEID, as KiwiVM's panel shows it. */
  veid: string | integer;
}

export const machineSchema = z.object({ veid });

/** Asks a machine as soon as KiwiVM answers: while it is at work on the machine it may refuse even that. */
export function askMachine<T>(
  args: KiwiMachineArgs,
  cx: Context,
  question: (reads: KiwivmReads) => Promise<T>,
): Promise<T> {
  const machine = machineOf(args);
  return whenUnlocked(cx, machine, () => question(cx.hosters.kiwivm(machine).client.reads));
}
