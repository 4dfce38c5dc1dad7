import { subjectOf } from "../adapters";
import { resources } from "../provider";
import type { Row } from "./row";

const BEFORE = "https://before.example.net/hook";
const ID = "ticket-webhook";

export const fornexTicketWebhookRow: Row = {
  subject: subjectOf(resources.fornexTicketWebhook),
  arrange: (simulator) => simulator.patch({ fornex: { webhook: { url: BEFORE } } }),
  required: { url: "https://hooks.example.com/services/T0/B0/first" },
  optional: {},
  others: { url: { url: "https://hooks.example.com/services/T0/B0/second" } },
  ignored: { url: "webhook.url" },
  spellings: [{ url: "https://Hooks.Example.com:443/services/T0/B0/first" }],
  idSpellings: () => [],
  naturalKey: [],
  setting: "an account has one webhook, set or not: none is made, none is deleted, so none is adopted either",
  everlasting: "an account always has its webhook",
  calls: {
    create: { method: "POST", path: "/tickets/webhook_set/" },
    remove: { method: "POST", path: "/tickets/webhook_set/" },
  },
  ids: (simulator) => (["", BEFORE].includes(simulator.state().fornex.webhook.url) ? [] : [ID]),
  peek: (simulator) => ({ url: simulator.state().fornex.webhook.url }),
  poke: (simulator, _id, { url }) => simulator.patch({ fornex: { webhook: { url: url as string } } }),
  erase: (simulator) => simulator.patch({ fornex: { webhook: { url: "" } } }),
  oddity: (simulator) =>
    simulator.patch({
      fornex: { webhook: { last_error_date: "2026-01-01T00:00:00", last_error_message: "Got 418: a teapot" } },
    }),
};
