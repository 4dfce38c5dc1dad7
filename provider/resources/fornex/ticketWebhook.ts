import { z } from "zod";
import type { Webhook } from "../../clients/fornex/tickets";
import { defineResource } from "../../lifecycle/contract";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { isOurs } from "../../lifecycle/record";
import type { Context } from "../../lifecycle/runtime/context";

/** Arguments of the account's webhook for tickets. An account has one webhook, so declare this resource once. */
export interface FornexTicketWebhookArgs {
  /**
   * URL to which Fornex posts `{"text": "…"}`, the form that Slack accepts, for every new comment on a ticket. It is an https
   * or http URL of at most 512 characters. Whoever knows it may be able to post there, so pass it as a secret.
   */
  url: string;
}

/** State of the webhook: its argument as Fornex shows it, and its outputs. */
export interface FornexTicketWebhookState extends FornexTicketWebhookArgs {
  /** Time of the last failed post, as Fornex writes it; empty if there was none. */
  lastErrorDate: string;
  /**
   * Message of the last failed post; empty if there was none. It is a secret, because the receiver may have answered with parts
   * of the URL.
   */
  lastErrorMessage: string;
  /** URLs that this program set (secret): one, or two while it is unknown which of them counts. */
  ours: string[];
}

/** Shape of the arguments; a test keeps it equal to their interface. */
export const fornexTicketWebhookSchema = z.object({
  url: z
    .string()
    .max(512, "must have at most 512 characters")
    .refine(
      (url) => /^https?:\/\/\S+$/i.test(url) && URL.canParse(url),
      "must be a URL, such as https://example.com/hook",
    ),
});

/** An account has one webhook, set or not. */
const ID = "ticket-webhook";

/**
 * A setting: creating it overwrites what was there; deleting it switches the webhook off, if it is still ours.
 *
 * Endpoints: GET /tickets/webhook_info/, POST /tickets/webhook_set/, in both API versions.
 */
export const fornexTicketWebhook = defineResource<FornexTicketWebhookArgs, FornexTicketWebhookState, Webhook>({
  name: "FornexTicketWebhook",
  hoster: "fornex",
  noun: "webhook",
  schema: fornexTicketWebhookSchema,
  arguments: { url: { role: "drift", secret: true } },
  outputs: { lastErrorDate: {}, lastErrorMessage: { secret: true }, ours: { secret: true } },
  canonical: ({ url }) => (url === undefined ? {} : { url: canonicalUrl(url) }),
  naturalKey: () => ID,
  identity: { within: [], by: [] },
  costs: "nothing",

  idOf: () => ID,
  importId: { form: ID, example: ID, parse: (text) => (text === ID ? { id: ID, args: {} } : undefined) },
  inventory: {
    async *all(cx) {
      yield await shown(cx);
    },
    imports: ({ url }) => (url === "" ? undefined : { ours: [url] }),
  },
  list: async () => [],
  keysOf: () => [],
  setting: {
    present: (_args, cx) => shown(cx),
    knowsOwn: (state, { url }) => url === undefined || isSetByUs(state, url),
  },
  // Nothing is sent here: `reconcile` sets the webhook once there is a state that can say what is ours.
  create: (_args, cx) => shown(cx),
  find: async (_id, state, cx, internal) => {
    const webhook = await shown(cx);
    if (!isOurs(internal) || isSetByUs(state, webhook.url)) return webhook;
    // Every account has a webhook, so only the account tells whether it is the one that was set.
    return (await cx.hosters.fornex.account()) === internal.account ? webhook : undefined;
  },
  observe: ({ url, last_error_date, last_error_message }) => ({
    url,
    lastErrorDate: last_error_date ?? "",
    lastErrorMessage: last_error_message ?? "",
  }),
  start: () => ({ known: { ours: [] } }),
  reconcile: async (reconciler) => {
    // After a lost answer the stack may show the other of the two.
    if (reconciler.state.ours.length > 1) reconciler.observe(await shown(reconciler.cx));
    if (reconciler.differs("url")) await apply(reconciler);
    // One that Fornex does not show may yet come to count.
    if (!reconciler.differs("url")) reconciler.keep({ ours: [reconciler.args.url] });
  },
  remove: async (_id, state, webhook, cx) => {
    if (webhook.url === "") return;
    if (!isSetByUs(state, webhook.url)) {
      cx.report("the webhook was set by somebody else meanwhile; released without a change");
      return;
    }
    await cx.hosters.fornex.client.tickets.setWebhook("");
  },
});

function shown(cx: Context): Promise<Webhook> {
  return cx.hosters.fornex.client.tickets.webhook();
}

function isSetByUs(state: Partial<FornexTicketWebhookState>, url: string): boolean {
  return state.ours?.map(canonicalUrl).includes(canonicalUrl(url)) ?? false;
}

async function apply(
  reconciler: Reconciler<FornexTicketWebhookArgs, FornexTicketWebhookState, Webhook>,
): Promise<void> {
  const { args, cx } = reconciler;
  // Recorded before it is sent: whatever becomes of the answer, both are ours.
  reconciler.keep({ ours: [...reconciler.state.ours, args.url] });
  await cx.hosters.fornex.client.tickets.setWebhook(args.url);
  reconciler.observe(await shown(cx));
}

/** Hosts in lower case, standard ports left out: as every URL parser writes it. */
function canonicalUrl(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
