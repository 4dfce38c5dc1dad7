import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { PULUMI_UNKNOWN, received, sent } from "../../../provider/pulumi/unknown";

test("the engine's word for a value not known yet", () => {
  expect(PULUMI_UNKNOWN).toBe("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
});

test("is translated at any depth, and nothing else is", () => {
  const inOurs = { a: UNKNOWN, list: ["b", UNKNOWN, { c: UNKNOWN }], text: `x${PULUMI_UNKNOWN}`, none: null, n: 5 };
  const inTheirs = { ...inOurs, a: PULUMI_UNKNOWN, list: ["b", PULUMI_UNKNOWN, { c: PULUMI_UNKNOWN }] };
  expect(received(inTheirs)).toStrictEqual(inOurs);
  expect(sent(inOurs)).toStrictEqual(inTheirs);
  expect(received(inTheirs).a).toBe(UNKNOWN);
});
