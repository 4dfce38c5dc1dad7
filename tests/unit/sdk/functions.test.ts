import * as pulumi from "@pulumi/pulumi";
import { functions } from "../../../provider/functions";
import * as sdk from "../../../sdk";
import { failureOf } from "../support/errors";
import { known } from "./support";

const ALL = Object.entries<{ name: string; schema: { shape: object }; secret?: "output" | "only" }>(functions);

test("every function is there with plain arguments and with inputs, one that gives access to something with inputs only", () => {
  const expected = ALL.flatMap(([name, { secret }]) =>
    secret === "only" ? [`${name}Output`] : [name, `${name}Output`],
  );
  const exported = Object.keys(sdk).filter((name) => name.startsWith("get"));
  expect(exported.sort()).toEqual(expected.sort());
  for (const [name, definition] of ALL) expect(definition.name).toBe(name);
});

describe("under Pulumi's mocks the mocks are asked, by token, and no hoster", () => {
  const asked: pulumi.runtime.MockCallArgs[] = [];
  beforeEach(async () => {
    asked.length = 0;
    await pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
      call: (call) => {
        asked.push(call);
        return { answer: call.token };
      },
    });
  });

  test.each(ALL)("%s", async (name, { schema, secret }) => {
    const none = Object.keys(schema.shape).length === 0;
    const calls = new Map<string, (args: object) => unknown>(Object.entries(sdk) as [string, () => unknown][]);
    const answer = { answer: `vps:index:${name}` };
    const call = { token: `vps:index:${name}`, inputs: none ? {} : { some: "argument" } };
    const output = calls.get(`${name}Output`)?.({ some: pulumi.output("argument") }) as pulumi.Output<object>;
    expect(await known(output)).toEqual(answer);
    expect(asked).toEqual([expect.objectContaining(call)]);
    expect(await pulumi.isSecret(output)).toBe(secret !== undefined);
    if (secret === "only") return;
    expect(await calls.get(name)?.({ some: "argument" })).toEqual(answer);
    expect(asked[1]).toMatchObject(call);
    if (none) return;
    await failureOf(calls.get(name)?.({ some: pulumi.output("argument") }) as Promise<object>, pulumi.RunError);
    expect(asked).toHaveLength(2);
  });
});
