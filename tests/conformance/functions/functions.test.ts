/** Every function over HTTP, in both API versions of Fornex. A function joins by its sample. */
import { InvokeRequest } from "@pulumi/pulumi/proto/provider_pb.js";
import { HttpError } from "../../../provider/errors/httpError";
import { VpsError } from "../../../provider/errors/vpsError";
import { functions } from "../../../provider/functions";
import { callFunction } from "../../../provider/functions/call";
import type { VpsFunction } from "../../../provider/functions/contract";
import { Provider } from "../../../provider/native/provider";
import { message, received } from "../../../provider/native/values";
import { failureOf } from "../../unit/support/errors";
import { Config, Runtime, type Setting } from "../provider";
import { API_VERSIONS } from "../rows";
import { useWorld } from "../world";
import { NOTHINGS, ODDITIES, OddHoster, type Oddity, STRANGERS } from "./oddHoster";
import { type FunctionName, SAMPLES, type Sample } from "./samples";

const ALL = Object.entries(SAMPLES).flatMap(([name, samples]) =>
  [samples].flat().map((sample) => [title(name, sample), name as FunctionName, sample] as const),
);

function title(name: string, { args = {} }: Sample): string {
  return `${name} ${Object.values(args).join(" ")}`;
}

describe.each(API_VERSIONS)("Fornex API version %s", (apiVersion) => {
  const world = useWorld("dynamic", { apiVersion });
  const samples = ALL.filter(([, name]) => apiVersion === "2" || functions[name].hoster === "fornex");
  let hoster: OddHoster;
  beforeAll(async () => {
    hoster = new OddHoster(world.simulator.url);
    await hoster.start();
  });
  beforeEach(() => {
    hoster.oddity = undefined;
    hoster.stranger = undefined;
  });
  afterAll(() => hoster.stop());

  /** A process that asks through the odd hoster. */
  const run = () => {
    const settings = Object.entries(world.settings()).map(([name, value]): [string, string] => [
      name,
      name.endsWith("Url") ? hoster.urlFor(value) : value,
    ]);
    const all: Partial<Record<Setting, string>> = Object.fromEntries(settings);
    return new Runtime(new Config({ stack: (setting) => all[setting], environment: {} }));
  };

  test.each(["strict", "text-as-json", "ignored"] as const)(
    "Fornex answers each read, its switch accept: %s",
    async (accept) => {
      for (const [, name, { arrange, args = {}, answer }] of samples) {
        const definition = functions[name] as VpsFunction<object, object>;
        if (definition.hoster !== "fornex") continue;
        world.simulator.reset();
        world.simulator.patch({ fornex: { switches: { accept } } });
        arrange?.(world.simulator);
        expect(await callFunction(definition, run(), args)).toMatchObject(answer(apiVersion));
      }
    },
  );

  describe.each(samples)("%s", (_title, name, sample) => {
    const definition = functions[name] as VpsFunction<object, object>;
    const { arrange, args = {}, answer, asks, moves = [] } = sample;
    const ask = (inRun = run(), given: object = args) => callFunction(definition, inRun, given);
    const requestsDuring = async (work: () => Promise<unknown>) => {
      const { requests } = await world.requestsDuring(work);
      return requests.map(({ method, path }) => `${method} ${path}`);
    };
    // A process asks KiwiVM first how many requests it takes.
    const before = definition.hoster === "kiwivm" ? ["POST /getRateLimitStatus"] : [];
    beforeEach(() => arrange?.(world.simulator));
    /** Without what differs from one moment to the next. */
    const settled = (found: object) =>
      JSON.parse(JSON.stringify(found, (key, one) => (moves.includes(key) ? "" : one)));

    test("answers what the hoster holds, by one read, and remembers it", async () => {
      const process = run();
      const asked = await requestsDuring(async () => {
        const [first, second] = await Promise.all([ask(process), ask(process)]);
        expect(first).toMatchObject(answer(apiVersion));
        expect(second).toEqual(first);
        expect(await ask(process)).toEqual(first);
      });
      expect(asked).toEqual([...before, asks[apiVersion]]);
    });

    test("answers the same through the plugin, as a secret where it may give access to something", async () => {
      const plugin = new Provider();
      plugin.configure(message(world.settings()));
      const request = new InvokeRequest();
      request.setTok(`vps:index:${name}`);
      request.setArgs(message(args));
      const response = await plugin.invoke(request);
      expect(response.getFailuresList()).toEqual([]);
      const { values, secrets } = received(response.getReturn());
      expect(settled(values)).toEqual(settled(await ask()));
      expect(secrets).toEqual(definition.secret ? Object.keys(values) : []);
    });

    test("asks again after a failure, which is not remembered", async () => {
      const process = run();
      world.simulator.fault({ hoster: definition.hoster, kind: "status", status: 403, times: 1 + before.length });
      await failureOf(ask(process), VpsError);
      expect(await ask(process)).toMatchObject(answer(apiVersion));
    });

    test("says what is wrong with an argument before anything is asked", async () => {
      const asked = await requestsDuring(async () => {
        const wrong = await failureOf(ask(run(), { ...args, nmae: "secret" }), VpsError);
        expect(wrong.message).toMatch(new RegExp(`^nmae: is not an argument of ${name}`));
        for (const argument of Object.keys(args)) {
          const mistaken = await failureOf(ask(run(), { ...args, [argument]: { secret: "secret" } }), VpsError);
          expect(mistaken.message).toMatch(new RegExp(`^${argument}: must |^${argument}: Invalid`));
          expect(mistaken.message).not.toContain("secret");
        }
        for (const argument of Object.keys(args)) {
          const { [argument]: _, ...rest } = args;
          if (definition.schema.safeParse(rest).success) continue;
          const missing = await failureOf(ask(run(), { ...args, [argument]: null }), VpsError);
          expect(missing.message).toBe(`${argument}: is required`);
        }
      });
      expect(asked).toEqual([]);
    });

    test.each(["text for numbers", "fields nobody documented"] as const)("reads %s as ever", async (oddity) => {
      const ordinary = settled(await ask());
      hoster.oddity = oddity;
      expect(settled(await ask())).toEqual(ordinary);
    });

    test.each(Object.keys(ODDITIES) as Oddity[])("survives %s, in its own shape", async (oddity) => {
      const { requires: _, ...rest } = args;
      const ordinary = await ask(run(), rest);
      hoster.oddity = oddity;
      expectShape(await ask(run(), rest), ordinary);
    });

    const expectRefusal = async () => {
      const { kind, message } = await failureOf(ask(), HttpError);
      expect(kind).toBe("unexpected");
      const [, template] = /: (\S+ \S+) answered 200, but .* is not as documented/.exec(message) ?? [];
      expect(asks[apiVersion]).toMatch(new RegExp(`^${template?.replaceAll(/\{\w+\}/g, "[^/]+")}$`));
      expect(message).not.toMatch(/s3cret|example\.com/);
    };

    test.each(Object.keys(STRANGERS))("takes %s for no answer", async (stranger) => {
      hoster.stranger = STRANGERS[stranger];
      await expectRefusal();
    });

    test.each(Object.keys(NOTHINGS))("takes %s for an empty list, or for no answer", async (nothing) => {
      await ask();
      const asksForList = hoster.answeredList;
      hoster.stranger = NOTHINGS[nothing];
      if (!asksForList) return expectRefusal();
      for (const list of Object.values(await ask())) expect(list).toEqual([]);
    });
  });
});

/** Text, lists and maps are there as ever, if empty; numbers and truth values are what they are or missing. */
function expectShape(found: unknown, ordinary: unknown): void {
  if (Array.isArray(ordinary)) {
    expect(Array.isArray(found)).toBe(true);
    for (const item of found as unknown[]) expectShape(item, ordinary[0]);
    return;
  }
  if (typeof ordinary === "object" && ordinary !== null) {
    for (const [key, value] of Object.entries(ordinary)) expectShape((found as Record<string, unknown>)[key], value);
    return;
  }
  if (typeof ordinary === "string") expect(typeof found).toBe("string");
  else expect([typeof ordinary, "undefined"]).toContain(typeof found);
}
