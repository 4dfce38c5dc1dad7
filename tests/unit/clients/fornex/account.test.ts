import { fornexV2, fornexV01 } from "../../../../provider/clients/fornex/createClient";
import { VpsError } from "../../../../provider/errors/vpsError";
import { failureOf } from "../../support/errors";
import { scriptedHttp, withoutSchema } from "../../support/scriptedHttp";

describe.each([
  ["2", fornexV2],
  ["0.1", fornexV01],
])("whom the key belongs to, in API version %s", (_apiVersion, fornex) => {
  const identity = (info: object) => fornex(scriptedHttp(() => info).http).account.identity();

  test("is asked for by one read", async () => {
    const { http, calls } = scriptedHttp(() => ({ email: "a@example.org", name: "A" }));
    expect(await fornex(http).account.identity()).toBe("a@example.org A");
    expect(calls.map(withoutSchema)).toEqual([{ effect: "read", method: "GET", path: "/account/info" }]);
  });

  test("may be told by half", async () => {
    expect(await identity({ email: "a@example.org" })).toBe("a@example.org ");
    expect(await identity({ email: null, name: "A" })).toBe(" A");
  });

  test.each([{}, { email: null, name: "" }, { name: " " }])("and not told at all is an error: %j", async (info) => {
    expect((await failureOf(identity(info), VpsError)).message).toContain("a name in Fornex's panel");
  });
});
