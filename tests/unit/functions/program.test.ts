import { VpsError } from "../../../provider/errors/vpsError";
import { callInProgram, functions } from "../../../provider/functions";
import { failureOf } from "../support/errors";
import { useHttpServer } from "../support/httpServer";

const server = useHttpServer();
const { getFornexBalance } = functions;

const inProgram = (stack: Record<string, string>, environment: Record<string, string> = {}) =>
  callInProgram(getFornexBalance, { stack: (setting) => stack[setting], environment }, () => {}, {});

const settings = () => ({ fornexUrl: server.url, fornexApiKey: "simulated.0123", pollSeconds: "0.01" });

beforeEach(() => server.answers({ body: { balance: 91, currency: "EUR" } }));

test("programs with the same settings share what they asked, in one process", async () => {
  expect(await inProgram(settings())).toEqual({ balance: 91, currency: "EUR" });
  await inProgram(settings());
  expect(server.received).toHaveLength(1);
});

test("programs of other stacks have accounts, and answers, of their own", async () => {
  await inProgram({ ...settings(), fornexApiKey: "one.0123" });
  await inProgram({ ...settings(), fornexApiKey: "other.0123" });
  const { fornexApiKey, ...rest } = settings();
  await inProgram(rest, { FORNEX_API_KEY: "environment.0123" });
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
    "Api-Key one.0123",
    "Api-Key other.0123",
    "Api-Key environment.0123",
  ]);
});

test("a missing credential is said with both ways to set it", async () => {
  const { message } = await failureOf(inProgram({ fornexUrl: server.url }), VpsError);
  expect(message).toContain("vps:fornexApiKey is not set");
  expect(message).toContain("FORNEX_API_KEY");
  expect(server.received).toEqual([]);
});
