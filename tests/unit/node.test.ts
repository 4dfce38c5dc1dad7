import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "@pulumi/pulumi/errors";
import { nodeProblem, OLDEST_NODE } from "../../provider/node";

test("the oldest Node.js is the one of package.json", () => {
  const { engines } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as {
    engines: { node: string };
  };
  expect(engines.node).toBe(`>=${OLDEST_NODE}`);
});

test.each(["22.19.0", "22.20.1", "23.0.0", "24.1.0", "100.0.0"])("%s will do", (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

test.each(["14.21.3", "18.20.8", "20.20.2", "22.9.0", "22.18.9"])(
  "%s is too old, and both versions are said",
  (version) => {
    expect(nodeProblem(version)).toBe(
      `Node.js ${version} is too old for pulumi-vps, which needs 22.19 or newer. Install a newer one, and put it first on the PATH.`,
    );
  },
);

describe.each(["../../sdk", "../../provider/dynamic"])("%s under an older Node.js", (entry) => {
  const failure = () => {
    const { versions } = process;
    Object.defineProperty(process, "versions", { value: { ...versions, node: "20.20.2" }, configurable: true });
    // Whatever an older one may be unable to load, Pulumi's SDK of some versions included.
    for (const name of ["undici", "zod", "p-retry", "@pulumi/pulumi"]) {
      jest.doMock(name, () => {
        throw new SyntaxError(`${name} is loaded`);
      });
    }
    try {
      jest.isolateModules(() => require(entry));
    } catch (error) {
      return error as Error;
    } finally {
      Object.defineProperty(process, "versions", { value: versions });
    }
    throw new Error("nothing was thrown");
  };

  test("says so before anything else is loaded, in one line as Pulumi prints it", () => {
    const error = failure();
    const text = `${nodeProblem("20.20.2")} (vps:node-version)`;
    expect(error.message).toBe(text);
    expect(RunError.isInstance(error)).toBe(true);
    expect(`${error}: ${error.stack}`).toBe(`pulumi-vps: ${text}`);
  });
});
