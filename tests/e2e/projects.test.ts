import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { VERSION } from "../../provider/version";
import { expectCode, expectNoStackTrace, type Stack, useHosters } from "./harness";
import { copyPackage } from "./package";

const hosters = useHosters();

const ZONE = `{ name: "example.com", ip: "192.0.2.10" }`;
const COMPONENT = `
const pulumi = require("@pulumi/pulumi");
const { FornexDnsDomain } = require("pulumi-vps");
exports.Site = class extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Site", name);
    new FornexDnsDomain("zone", ${ZONE}, { parent: this });
  }
};`;

describe("a project that does not have the package itself", () => {
  let stack: Stack;
  let own: string;
  let aside: string;
  beforeAll(() => {
    stack = hosters.stack();
    own = join(stack.project, "node_modules", "pulumi-vps");
    aside = join(stack.folder, "pulumi-vps");
    const component = join(stack.project, "node_modules", "my-component");
    mkdirSync(component);
    writeFileSync(join(component, "package.json"), JSON.stringify({ name: "my-component", main: "index.js" }));
    writeFileSync(join(component, "index.js"), COMPONENT);
    copyPackage(join(component, "node_modules", "pulumi-vps"));
    stack.program(`new FornexDnsDomain("zone", ${ZONE});`);
    buildSync({
      entryPoints: [join(stack.project, "index.js")],
      outfile: join(stack.project, "bundled.js"),
      bundle: true,
      platform: "node",
      external: ["@pulumi/pulumi"],
    });
    renameSync(own, aside);
  });
  const runs = (program: string) => writeFileSync(join(stack.project, "index.js"), program);

  test("is told so in one line, where a component package has it", async () => {
    runs(`new (require("my-component").Site)("site");`);
    const preview = await stack.preview();
    expectCode(preview, 1);
    expect(preview.output).toContain(`error: pulumi-vps is not found from ${stack.project}, `);
    expect(preview.output).not.toContain("FornexDnsDomain");
    expectNoStackTrace(preview);
  });

  test("and where it is in a bundle", async () => {
    runs(`require("./bundled.js");`);
    const preview = await stack.preview();
    expectCode(preview, 1);
    expect(preview.output).toContain(`error: pulumi-vps is not found from ${stack.project}, `);
    expectNoStackTrace(preview);
  });

  test("with it the bundle runs", async () => {
    renameSync(aside, own);
    expectCode(await stack.upNow(), 0);
    expect(stack.outputs("zone").name).toBe("example.com");
  });

  test("another version than the program's is a warning", async () => {
    const manifest = join(own, "package.json");
    writeFileSync(manifest, JSON.stringify({ ...require(manifest), version: "99.0.0" }));
    const preview = await stack.preview("--expect-no-changes");
    expectCode(preview, 0);
    expect(preview.output).toContain(
      `warning: the program uses pulumi-vps ${VERSION}, but its project has pulumi-vps 99.0.0`,
    );
  });
});
