import { Config } from "../../provider/config";
import { SETTINGS } from "../../provider/config/allSettings";
import { VpsError } from "../../provider/errors/vpsError";
import { ClientFactory } from "../../provider/hosters/clientFactory";
import { type Pace, paceOf, waitFor } from "../../provider/wait";
import { useClock } from "./support/clock";
import { failureOf } from "./support/errors";
import { startOperation } from "./support/operation";

const clock = useClock();

/** Waits while the hoster goes through `seen`; its last word stays. */
async function wait(seen: string[], pace: Partial<Pace> = {}) {
  const printed: string[] = [];
  let looks = 0;
  const result = waitFor(
    {
      what: "the hoster to finish",
      look: async () => seen[Math.min(looks++, seen.length - 1)] ?? "",
      done: (status) => {
        if (status === "failed") throw new VpsError("ended", "it failed");
        return status === "active";
      },
      words: (status) => (status === "" ? undefined : `the hoster says ${status}`),
      usuallyWithin: 60,
    },
    { pollSeconds: 5, timeoutSeconds: undefined, ...pace },
    (line) => printed.push(line),
  );
  return { result: await result.catch((error: unknown) => error), printed, looks: () => looks };
}

test("done at the first look costs no pause and no line", async () => {
  const { result, printed } = await wait(["active"]);
  expect([result, printed, clock.seconds]).toEqual(["active", [], 0]);
});

test("only what changes is printed", async () => {
  const { result, printed, looks } = await wait(["queued", "queued", "building", "building", "queued", "active"]);
  expect(result).toBe("active");
  expect(printed).toEqual(["queued", "building", "queued", "active"].map((word) => `the hoster says ${word}`));
  expect([looks(), clock.seconds]).toEqual([6, 25]);
});

test("the pace is the user's", async () => {
  await wait(["queued", "active"], { pollSeconds: 0.25 });
  expect(clock.seconds).toBe(0.25);
});

test("a timeout says how long, for what, what was last seen and what to do", async () => {
  const { result, looks } = await wait(["queued", "building"]);
  expect(result).toBeInstanceOf(VpsError);
  expect(result).toMatchObject({ code: "timeout" });
  expect((result as VpsError).message).toBe(
    "Waited 60 s for the hoster to finish; last seen: the hoster says building. Run `pulumi up` again to continue waiting (nothing is started twice), or raise vps:timeoutSeconds.",
  );
  expect(looks()).toBe(13);
});

test("a timeout says so where nothing that was seen was worth a line", async () => {
  const { result } = await wait([""]);
  expect((result as VpsError).message).toMatch(/^Waited 60 s for the hoster to finish; last seen: nothing of it\. Run/);
});

test("vps:timeoutSeconds wins over the usual limit, shorter or longer", async () => {
  expect((await wait(["queued"], { timeoutSeconds: 10 })).looks()).toBe(3);
  expect((await wait(["queued"], { timeoutSeconds: 600 })).looks()).toBe(121);
});

test("a limit of the operation's own wins over vps:timeoutSeconds, also for the pipeline's retry policy", () => {
  const config = new Config({ stack: (setting) => ({ timeoutSeconds: "10" })[setting as string], environment: {} });
  const limits = () => [
    paceOf(config).timeoutSeconds,
    new ClientFactory(SETTINGS, config).longRetryPolicy.longestInAllSeconds?.(),
  ];
  expect(limits()).toEqual([10, 10]);
  expect(startOperation({ timeoutSeconds: 600 }).run(limits)).toEqual([600, 600]);
});

test("a look that fails and a status that ends for good end the wait at once", async () => {
  expect((await wait(["queued", "failed"])).result).toMatchObject({ code: "ended" });
  const broken = waitFor(
    {
      what: "x",
      look: () => Promise.reject(new Error("503")),
      done: () => true,
      words: String,
      usuallyWithin: 60,
    },
    { pollSeconds: 5, timeoutSeconds: undefined },
    () => undefined,
  );
  expect(await failureOf(broken, Error)).toMatchObject({ message: "503" });
});
