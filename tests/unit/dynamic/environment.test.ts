import { environment, environmentBy } from "../../../provider/dynamic/environment";

afterEach(() => jest.restoreAllMocks());

const read = async (properties: object) => (await environment.read("environment", properties)).props;

test("a program learns the settings and proxies of the provider's process, and nothing else of its environment", async () => {
  const settings = {
    FORNEX_API_KEY: "simulated.0123",
    KIWIVM_VEID: "123456",
    https_proxy: "ann:hunter2@proxy.example",
  };
  jest.replaceProperty(process, "env", { ...settings, HOME: "/home/ann", AWS_SECRET_ACCESS_KEY: "other" });
  const props: object[] = [];
  const learnt = await environmentBy(async (reader) => {
    const answer = await read({ reader, __provider: "code" });
    props.push(answer);
    return String(Object(answer).sealed);
  });
  expect(learnt).toEqual(settings);
  expect(props).toEqual([{ reader: expect.any(String), sealed: expect.any(String), __provider: "code" }]);
  for (const value of Object.values(settings)) expect(JSON.stringify(props)).not.toContain(value);
});

test("a refresh changes nothing: whoever asked is gone", async () => {
  const state = { reader: "an address of the past", sealed: "an answer of the past" };
  expect(await read(state)).toEqual(state);
});
