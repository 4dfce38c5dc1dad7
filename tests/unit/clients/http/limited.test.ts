import type { Call, Effect } from "../../../../provider/clients/http/call";
import type { RawAnswer } from "../../../../provider/clients/http/exchange";
import { Limit } from "../../../../provider/clients/http/limit";
import { limited } from "../../../../provider/clients/http/limited";

const ENDPOINT = { hoster: "KiwiVM", baseUrl: "http://127.0.0.1:1", headers: {}, secrets: [] };
const call = (effect: Effect, path: string): Call<unknown> => ({ effect, method: "POST", path, answer: "none" });

/** Sends that end when told to. */
function held(oneWriteAtATime: boolean) {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const send = limited({ ...ENDPOINT, ...(oneWriteAtATime ? { oneWriteAtATime } : {}) }, ({ path }) => {
    begun.push(path);
    return new Promise<RawAnswer>((resolve, reject) => {
      ends.set(path, (error) => (error ? reject(error) : resolve({ status: 200, text: "", retryAfter: undefined })));
    });
  });
  return { send, begun, end: (path: string, error?: Error) => ends.get(path)?.(error) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("writes go one after the other, also after a failure; reads never wait", async () => {
  const { send, begun, end } = held(true);
  const first = send(call("once", "/first"));
  const second = send(call("repeatable", "/second"));
  const third = send(call("repeatable", "/third"));
  const read = send(call("read", "/read"));
  await settled();
  expect(begun).toEqual(["/read", "/first"]);
  end("/first", new Error("reset"));
  await expect(first).rejects.toThrow("reset");
  await settled();
  expect(begun).toEqual(["/read", "/first", "/second"]);
  end("/second");
  await second;
  await settled();
  end("/third");
  end("/read");
  await Promise.all([third, read]);
});

test("where the endpoint does not ask for it, nothing waits", async () => {
  const { send, begun } = held(false);
  void send(call("once", "/first"));
  void send(call("once", "/second"));
  await settled();
  expect(begun).toEqual(["/first", "/second"]);
});

test("requests to a hoster that counts them wait until they are admitted, reads too", async () => {
  let released = () => {};
  const waits = [
    Promise.resolve(),
    new Promise<void>((resolve) => {
      released = resolve;
    }),
  ];
  const begun: string[] = [];
  const refusals = { who: "KiwiVM", pauseSeconds: 1, longestSeconds: () => 60 };
  const limit = new Limit({ take: () => waits.shift() ?? Promise.resolve() }, refusals);
  const send = limited({ ...ENDPOINT, limit }, async ({ path }) => {
    begun.push(path);
    return { status: 200, text: "", retryAfter: undefined };
  });
  await send(call("read", "/first"));
  const second = send(call("read", "/second"));
  await settled();
  expect(begun).toEqual(["/first"]);
  released();
  await second;
  expect(begun).toEqual(["/first", "/second"]);
});
