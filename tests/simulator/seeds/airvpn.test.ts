import { type Example, replay } from "./replay";

/* The seed shows no answers, only the form of the address and which fields there are; text is checked by its beginning. */

const text = expect.any(String);
const number = expect.any(Number);
const FORMATS = ["json", "xml", "php", "text"] as const;

const SESSION_FIELDS = [
  ...["vpn_ip", "exit_ip", "entry_ip", "server_name", "server_country", "server_country_code", "server_continent"],
  ...["server_location", "server_bw", "bytes_read", "bytes_write", "connected_since_unix", "connected_since_date"],
  ...["speed_read", "speed_write"],
];
const session = expect.objectContaining(
  Object.fromEntries(SESSION_FIELDS.map((name) => [name, /_(bw|read|write|unix)$/.test(name) ? number : text])),
);
const group = { bw: number, bw_max: number, users: number, currentload: number, health: "ok" };

const SERVICES: Record<string, { fields?: Record<string, string>; answer: unknown; begins: Record<string, RegExp> }> = {
  userinfo: {
    answer: {
      user: expect.objectContaining({
        ...{ login: text, register_date: text, register_unix: number, premium: true, expiration_unix: number },
        ...{ expiration_date: text, expiration_days: number, last_attempt_unix: number, posts: number },
        ...{ credits: number, last_post: number, last_visit_unix: number, last_activity_unix: number, connected: true },
      }),
      sessions: [session, session],
      connection: session,
      result: "ok",
    },
    begins: { xml: /<root><user><login>/, php: /^a:4:\{s:4:"user";/, text: /^user\.login=/ },
  },
  notification: {
    fields: { subject: "Backup failed", body: "See the log" },
    answer: { result: "ok" },
    begins: { xml: /<root><result>ok</, php: /^a:1:\{s:6:"result";s:2:"ok";\}$/, text: /^result=ok$/ },
  },
  disconnect: {
    fields: { server: "Menkab", device: "router" },
    answer: { sessions_disconnected: 1, result: "ok" },
    begins: { xml: /<sessions_disconnected>1</, php: /^a:2:/, text: /^sessions_disconnected=1\nresult=ok$/ },
  },
  status: {
    answer: {
      deprecated_warning: text,
      servers: expect.arrayContaining([
        expect.objectContaining({ health: "ok", bw: number, bw_max: number, users: number, currentload: number }),
        expect.objectContaining({ health: "warning", warning: text }),
      ]),
      routing: [expect.objectContaining({ health: "ok" })],
      countries: expect.arrayContaining([expect.objectContaining({ ...group, servers: number, server_best: text })]),
      continents: expect.arrayContaining([expect.objectContaining(group)]),
      planets: [expect.objectContaining({ ...group, server_best: text })],
      result: "ok",
    },
    begins: { xml: /<root><deprecated_warning>/, php: /^a:7:/, text: /^deprecated_warning=/ },
  },
};

const examples = Object.entries(SERVICES).flatMap(([service, { fields, answer, begins }]) =>
  FORMATS.map((format): [string, Example] => [
    `${service} as ${format}`,
    {
      ...{ clients: ["curl"], path: `/${service}/`, query: { key: "KEY", format, ...fields } },
      answer: format === "json" ? answer : expect.stringMatching(begins[format] ?? /^$/),
    },
  ]),
);

replay(
  { url: (env) => env.AIRVPN_API_URL ?? "", key: (env) => env.AIRVPN_API_KEY ?? "" },
  Object.fromEntries(examples),
);
