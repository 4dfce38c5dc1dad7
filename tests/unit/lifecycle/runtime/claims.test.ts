import { VpsError } from "../../../../provider/errors/vpsError";
import { Claims } from "../../../../provider/lifecycle/runtime/claims";
import { failureOf } from "../../support/errors";
import { telling } from "../../support/operation";

let claims: Claims;
beforeEach(() => {
  claims = new Claims();
});

describe("who holds an id", () => {
  test("the only mark seen does, so its delete deletes", () => {
    claims.see("VpsOrgServer 7", "mine");
    claims.see("VpsOrgServer 7", "mine");
    expect(claims.heldByAnother("VpsOrgServer 7", "mine")).toBe(false);
  });

  test("two marks are told of once, since the resources would undo each other", () => {
    const told: string[] = [];
    claims.see("KiwiPtr 7", "one");
    claims.see("KiwiPtr 8", "one");
    telling(told, () => {
      claims.act("KiwiPtr 7", "two");
      claims.see("KiwiPtr 7", "one");
    });
    expect(told).toEqual([expect.stringContaining("KiwiPtr 7: two resources of this stack manage it")]);
  });

  test("an id nobody spoke of is held by nobody", () => {
    expect(claims.heldByAnother("VpsOrgServer 7", "mine")).toBe(false);
  });

  test("after a rename with adopt the old resource's delete releases it", () => {
    claims.see("VpsOrgServer 7", "old");
    claims.act("VpsOrgServer 7", "new");
    expect(claims.heldByAnother("VpsOrgServer 7", "old")).toBe(true);
    claims.drop("VpsOrgServer 7", "old");
    expect(claims.heldByAnother("VpsOrgServer 7", "new")).toBe(false);
  });

  test("of two that both go, the second deletes", () => {
    claims.see("VpsOrgServer 7", "one");
    claims.see("VpsOrgServer 7", "two");
    expect(claims.heldByAnother("VpsOrgServer 7", "one")).toBe(true);
    claims.drop("VpsOrgServer 7", "one");
    expect(claims.heldByAnother("VpsOrgServer 7", "two")).toBe(false);
  });

  test("ids of different kinds have nothing to do with each other", () => {
    claims.see("VpsOrgServer 7", "one");
    claims.see("FornexDnsRecord 7", "two");
    expect(claims.heldByAnother("VpsOrgServer 7", "one")).toBe(false);
  });
});

describe("two resources that act on one id", () => {
  test("are an error that names the object", async () => {
    claims.act("VpsOrgServer 7", "one");
    const error = await failureOf(() => claims.act("VpsOrgServer 7", "two"), VpsError);
    expect(error.code).toBe("claimed");
    expect(error.message).toContain("Two resources of this program manage VpsOrgServer 7");
  });

  test("one may act again, and another after it released it", () => {
    claims.act("VpsOrgServer 7", "one");
    claims.act("VpsOrgServer 7", "one");
    claims.drop("VpsOrgServer 7", "one");
    expect(() => claims.act("VpsOrgServer 7", "two")).not.toThrow();
  });

  test("dropping another's claim changes nothing", () => {
    claims.act("VpsOrgServer 7", "one");
    claims.drop("VpsOrgServer 7", "two");
    expect(() => claims.act("VpsOrgServer 7", "two")).toThrow("Two resources");
  });
});

describe("a natural key", () => {
  test("is reserved while its create runs, and free afterwards", async () => {
    const release = claims.reserve("VpsOrgServer web");
    expect((await failureOf(() => claims.reserve("VpsOrgServer web"), VpsError)).code).toBe("claimed");
    expect(() => claims.reserve("VpsOrgServer other")).not.toThrow();
    release();
    expect(() => claims.reserve("VpsOrgServer web")).not.toThrow();
  });

  test("the error does not repeat it: it may hold a secret value", async () => {
    claims.reserve("FornexDnsRecord secret-value");
    const { message } = await failureOf(() => claims.reserve("FornexDnsRecord secret-value"), VpsError);
    expect(message).not.toContain("secret-value");
  });
});

test("a replacement that was announced is remembered for its object only", () => {
  claims.announceReplacement("VpsOrgServer 7");
  expect([claims.isBeingReplaced("VpsOrgServer 7"), claims.isBeingReplaced("VpsOrgServer 8")]).toEqual([true, false]);
});
