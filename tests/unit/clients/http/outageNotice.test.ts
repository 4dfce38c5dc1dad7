import { OutageNotice } from "../../../../provider/clients/http/outageNotice";
import { Config } from "../../../../provider/config";
import { HttpError, type HttpFailure } from "../../../../provider/errors/httpError";
import { connect } from "../../../../provider/hosters/connect";
import { useClock } from "../../support/clock";
import { useHttpServer } from "../../support/httpServer";
import { telling } from "../../support/operation";

const clock = useClock();
const server = useHttpServer();

let lines: string[];
let notice: OutageNotice;
beforeEach(() => {
  lines = [];
  notice = new OutageNotice("Fornex");
});
const keepsWaiting = (...failure: Parameters<OutageNotice["keepsWaiting"]>) =>
  telling(lines, () => notice.keepsWaiting(...failure));

const failure = (kind: HttpFailure) => new HttpError(kind, "it failed");

test("a hiccup is not worth a line", () => {
  keepsWaiting(failure("broken"), 0.5, 0.1);
  expect(lines).toEqual([]);
});

test.each<[string, HttpFailure, number, number, string]>([
  ["a long silence", "broken", 0, 90, "Fornex does not answer; retrying at 00:00:00 UTC"],
  ["a long pause", "rate-limited", 60, 0.1, "Fornex refuses requests: rate limit reached; retrying at 00:01:00 UTC"],
  ["what cannot be reached", "unsent", 10, 15, "Fornex cannot be reached; retrying at 00:00:10 UTC"],
  ["what is down for long", "server", 10, 30, "Fornex answers with a server error; retrying at 00:00:10 UTC"],
])("%s is told", (_what, kind, pause, spent, line) => {
  keepsWaiting(failure(kind), pause, spent);
  expect(lines).toEqual([line]);
});

test("where a proxy failed, it is named", () => {
  keepsWaiting(new HttpError("unsent", "it failed", { proxy: "proxy.example:3128" }), 10, 15);
  expect(lines).toEqual(["Fornex cannot be reached through the proxy proxy.example:3128; retrying at 00:00:10 UTC"]);
});

test("many calls that meet it together tell of it once a minute", async () => {
  for (let call = 0; call < 30; call += 1) keepsWaiting(failure("broken"), 1, 90);
  expect(lines).toHaveLength(1);
  jest.mocked(performance.now).mockReturnValue(60_000);
  keepsWaiting(failure("broken"), 1, 150);
  expect(lines).toHaveLength(2);
});

test.each(["vpsorg", "fornex"] as const)("a pause that %s asks for reaches the terminal", async (name) => {
  const settings: Record<string, string> = {
    [`${name}Url`]: server.url,
    vpsorgToken: "vps_0123",
    fornexApiKey: "simulated.0123",
  };
  const hosters = connect(new Config({ stack: (setting) => settings[setting], environment: {} }));
  const body = { email: "a@example.org", account: { email: "a@example.org" } };
  server.answers({ status: 429, headers: { "retry-after": "30" } }, { body });
  await telling(lines, () => hosters[name].account());
  expect(clock.seconds).toBe(30);
  expect(lines).toEqual([
    expect.stringMatching(/^(Fornex|VPS\.org) answers 429: rate limit reached; retrying at 00:00:30 UTC$/),
  ]);
});
