import { HttpError, type HttpFailure, isAmbiguous, isHttp } from "../../../provider/errors/httpError";
import { PartialFailure } from "../../../provider/errors/partialFailure";
import { VpsError } from "../../../provider/errors/vpsError";
import { recorded } from "../support/record";

describe("what a failure says about the request", () => {
  test.each<[HttpFailure, { transient: boolean; ambiguous: boolean; neverCarriedOut: boolean }]>([
    ["unsent", { transient: true, ambiguous: false, neverCarriedOut: true }],
    ["rate-limited", { transient: true, ambiguous: false, neverCarriedOut: true }],
    ["broken", { transient: true, ambiguous: true, neverCarriedOut: false }],
    ["server", { transient: true, ambiguous: true, neverCarriedOut: false }],
    ["unreadable", { transient: true, ambiguous: true, neverCarriedOut: false }],
    ["unexpected", { transient: false, ambiguous: true, neverCarriedOut: false }],
    ["unauthorized", { transient: false, ambiguous: false, neverCarriedOut: false }],
    ["forbidden", { transient: false, ambiguous: false, neverCarriedOut: false }],
    ["blocked", { transient: false, ambiguous: false, neverCarriedOut: false }],
    ["payment", { transient: false, ambiguous: false, neverCarriedOut: false }],
    ["not-found", { transient: false, ambiguous: false, neverCarriedOut: false }],
    ["rejected", { transient: false, ambiguous: false, neverCarriedOut: false }],
  ])("%s", (kind, expected) => {
    const error = new HttpError(kind, "said the hoster");
    expect(error).toMatchObject(expected);
    expect(isAmbiguous(error)).toBe(expected.ambiguous);
    expect([isHttp(error, kind), isHttp(error), isHttp(new VpsError("http", "x"), kind)]).toEqual([true, false, false]);
  });

  test("only an answer of a hoster can be ambiguous", () => {
    for (const other of [new Error("x"), new VpsError("timeout", "x"), "text", undefined]) {
      expect(isAmbiguous(other)).toBe(false);
    }
  });
});

describe("a partial failure", () => {
  test("carries id, state, code and words of what went wrong", () => {
    const cause = new VpsError("timeout", "waited in vain");
    const failure = new PartialFailure("7", recorded({ status: "building" }), cause);
    expect(failure).toMatchObject({
      id: "7",
      record: { properties: { status: "building" } },
      code: "timeout",
      message: "waited in vain",
    });
    expect(failure.cause).toBe(cause);
  });

  test("of something unforeseen says its kind only: its message may quote a value", () => {
    expect(new PartialFailure("7", recorded({}), new TypeError("m4rk3d"))).toMatchObject({
      code: "unforeseen",
      message: "An unexpected error (TypeError) stopped this.",
    });
    expect(new PartialFailure("7", recorded({}), "m4rk3d").message).not.toContain("m4rk3d");
  });
});
