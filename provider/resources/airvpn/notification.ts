import { z } from "zod";
import { type ActionArgs, type ActionState, defineAction } from "../../lifecycle/reconcile/action";

/** Arguments of a message to oneself at AirVPN. */
export interface AirVpnNotificationArgs extends ActionArgs {
  /** Subject of the message. Changing it alone sends nothing: the next message uses it. */
  subject: string;
  /** Body of the message. Changing it alone sends nothing: the next message uses it. */
  body: string;
  /**
   * Any strings. When one of them changes, the message is sent again. Triggers that are added to an existing resource are only
   * recorded, unless `outcome` is `unknown`.
   */
  triggers?: string[];
}

/** State of a message: its arguments, and how it went. */
export interface AirVpnNotificationState extends AirVpnNotificationArgs, ActionState {}

const text = z.string().refine((text) => text.trim() !== "", "must not be empty");

/** Shape of the arguments; a test keeps it equal to their interface. */
export const airVpnNotificationSchema = z.object({
  subject: text,
  body: text,
  triggers: z.array(z.string()).optional(),
});

const PART = { role: "control", reason: "AirVPN has no call that shows messages" } as const;

/** Service: notification (seed 000). */
export const airVpnNotification = defineAction<AirVpnNotificationArgs, AirVpnNotificationState>({
  name: "AirVpnNotification",
  hoster: "airvpn",
  noun: "notification",
  schema: airVpnNotificationSchema,
  arguments: { subject: PART, body: PART, triggers: PART },
  outputs: { outcome: {} },
  canonical: (args) => args,
  again: [],
  act: async ({ subject, body }, cx) => {
    await cx.hosters.airvpn.client.notify(subject, body);
    return {};
  },
});
