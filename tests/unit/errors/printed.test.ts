import { readFileSync } from "node:fs";
import { BegunWithoutId } from "../../../provider/errors/begunWithoutId";
import { HttpError } from "../../../provider/errors/httpError";
import { PartialFailure } from "../../../provider/errors/partialFailure";
import { printedError } from "../../../provider/errors/printed";
import { VpsError } from "../../../provider/errors/vpsError";
import { BUGS_URL, VERSION } from "../../../provider/version";
import { recorded } from "../support/record";

const printed = (error: unknown) => printedError(error, "FornexDnsRecord.create");
const FIRST = `This is a bug in pulumi-vps. Please report it at ${BUGS_URL} (vps:unforeseen)`;

test("bugs are reported where package.json says", () => {
  const manifest = JSON.parse(readFileSync(`${__dirname}/../../../package.json`, "utf8")) as { bugs: { url: string } };
  expect(BUGS_URL).toBe(manifest.bugs.url);
});

describe("an expected error ends in its code, once", () => {
  const unauthorized = new HttpError("unauthorized", "answered 401.");
  const timeout = new VpsError("timeout", "Waited.");
  test.each([
    ["its own", timeout, "Waited. (vps:timeout)"],
    ["of a request, with how it failed", unauthorized, "answered 401. (vps:http-unauthorized)"],
    ["of what a partial failure is about", new PartialFailure("7", recorded({}), timeout), "Waited. (vps:timeout)"],
    [
      "of a request that something passes on",
      new PartialFailure("7", recorded({}), new BegunWithoutId([], unauthorized)),
      "answered 401. (vps:http-unauthorized)",
    ],
    [
      "of a request that something explains",
      new VpsError("http", "answered 401. The zone is there.", { cause: unauthorized }),
      "answered 401. The zone is there. (vps:http-unauthorized)",
    ],
    [
      "and not of its cause, where it has another",
      new VpsError("ambiguous-create", `${unauthorized.message} Unknown.`, { cause: unauthorized }),
      "answered 401. Unknown. (vps:ambiguous-create)",
    ],
  ])("%s", (_, error, text) => {
    expect(printed(error)).toBe(text);
  });
});

describe("an unexpected error is reported as a bug", () => {
  function crash(value: string): unknown {
    return JSON.parse(value);
  }
  const thrown = (value: string): Error => {
    try {
      crash(value);
    } catch (error) {
      return error as Error;
    }
    throw new Error("nothing was thrown");
  };

  test.each([
    ["bare", (error: Error) => error],
    ["in a partial failure", (error: Error) => new PartialFailure("7", recorded({}), error)],
    [
      "in one of what was begun",
      (error: Error) => new PartialFailure("7", recorded({}), new BegunWithoutId([], error)),
    ],
  ])("%s: where, its kind, versions and stack, without its message", (_, wrapped) => {
    const error = thrown("m4rk3d");
    // Else there is nothing to keep out.
    expect(error.stack).toContain("m4rk3d");
    const [first, second, ...frames] = printed(wrapped(error)).split("\n");
    expect(first).toBe(FIRST);
    expect(second).toBe(`FornexDnsRecord.create: SyntaxError, pulumi-vps ${VERSION}, Node.js ${process.versions.node}`);
    expect(frames.join()).toMatch(/at crash \(.*printed\.test\.ts:\d+:\d+\)/);
    expect(printed(wrapped(error))).not.toContain("m4rk3d");
  });

  test("whose message looks like a frame, or was changed afterwards, shows none of it", () => {
    const lines = new TypeError("first\n    at m4rk3d (m4rk3d.ts:1:1)");
    expect(printed(lines)).toContain("printed.test.ts");
    expect(printed(lines)).not.toContain("m4rk3d");
    lines.message = "another";
    expect(printed(lines)).not.toContain("m4rk3d");
  });

  test("also where no error was thrown", () => {
    expect(printed("m4rk3d")).toContain("FornexDnsRecord.create: a thrown string, ");
    expect(printed(undefined)).toContain("a thrown undefined");
    expect(printed("m4rk3d")).not.toContain("m4rk3d");
  });
});
