import { z } from "zod";
import type { SessionFilter } from "../../clients/airvpn/client";
import type { integer } from "../../integer";
import type { Issue } from "../../lifecycle/definition";
import { type ActionArgs, type ActionState, defineAction } from "../../lifecycle/reconcile/action";

/**
 * Arguments of a disconnection at AirVPN: which of the member's sessions end. A change of these arguments alone ends nothing.
 */
export interface AirVpnDisconnectArgs extends ActionArgs {
  /** Name of a server, such as `Alderamin`. Only sessions on this server end. */
  server?: string;
  /** Name of a device. Only its sessions end. With `server`, only its sessions on that server end. */
  device?: string;
  /**
   * Must be true to end every session of the member when neither `server` nor `device` is given. It has no effect beside them.
   */
  all?: boolean;
  /**
   * Any strings. When one of them changes, the sessions end again. Triggers that are added to an existing resource are only
   * recorded, unless `outcome` is `unknown`.
   */
  triggers?: string[];
}

/** State of a disconnection: its arguments, and how it went. */
export interface AirVpnDisconnectState extends AirVpnDisconnectArgs, ActionState {
  /** Number of sessions that the last request ended; missing if AirVPN did not say. */
  sessionsDisconnected?: integer;
}

// AirVPN may take an empty name for none at all, and end every session (unverified).
const name = z.string().refine((text) => text.trim() !== "", "must not be empty");

/** Shape of the arguments; a test keeps it equal to their interface. */
export const airVpnDisconnectSchema = z.object({
  server: name.optional(),
  device: name.optional(),
  all: z.boolean().optional(),
  triggers: z.array(z.string()).optional(),
});

const PART = { role: "control", reason: "says which sessions are ended; none is looked for" } as const;

/** Service: disconnect (seed 000). */
export const airVpnDisconnect = defineAction<AirVpnDisconnectArgs, AirVpnDisconnectState>({
  name: "AirVpnDisconnect",
  hoster: "airvpn",
  noun: "disconnection",
  schema: airVpnDisconnectSchema,
  arguments: {
    server: PART,
    device: PART,
    all: { role: "control", reason: "is consent to end every session" },
    triggers: { role: "control", reason: "an ended session leaves nothing at AirVPN to compare with" },
  },
  outputs: { sessionsDisconnected: {}, outcome: {} },
  rules: whichSessions,
  canonical: (args) => args,
  again: [],
  act: async (args, cx) => {
    const sessionsDisconnected = await cx.hosters.airvpn.client.disconnect(filterOf(args));
    return { sessionsDisconnected };
  },
});

function filterOf({ server, device }: AirVpnDisconnectArgs): SessionFilter {
  return { ...(server === undefined ? {} : { server }), ...(device === undefined ? {} : { device }) };
}

/** Left out by mistake, a filter would mean everything. */
function whichSessions(
  { server, device, all }: Partial<AirVpnDisconnectArgs>,
  unsettled: ReadonlySet<string>,
): Issue[] {
  const isFiltered = server !== undefined || device !== undefined;
  const mayBeFiltered = unsettled.has("server") || unsettled.has("device");
  if (isFiltered || mayBeFiltered || all === true) return [];
  return [{ argument: "all", problem: "must be true to end every session; to end only some, set server or device" }];
}
