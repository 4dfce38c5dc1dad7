import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VpsError } from "../../provider/errors/vpsError";
import type { Pulumi } from "../pulumi";
import type { HeldProvider } from "../stack";
import type { Found } from "./model";

/** Takes all of it into the stack by one `pulumi import`: nothing where one of them is refused, a part where it is interrupted. */
export async function takeOver(
  pulumi: Pulumi,
  found: readonly Found[],
  provider: HeldProvider | undefined,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-import-"));
  try {
    const file = join(folder, "import.json");
    writeFileSync(file, JSON.stringify(importFile(found, provider)));
    // With its preview, which refuses all where one of them is refused. The program is written here, since not every language host can.
    const flags = ["--yes", "--generate-code=false", "--suppress-outputs"];
    const { code, stdout, stderr } = await pulumi.run(["import", "--file", file, ...flags]);
    if (code !== 0) throw new VpsError("pulumi", `\`pulumi import\` failed:\n${`${stdout}${stderr}`.trim()}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importFile(found: readonly Found[], provider: HeldProvider | undefined): object {
  return {
    ...(provider === undefined ? {} : { nameTable: { [provider.name]: provider.urn } }),
    resources: found.map(({ kind, name, importId }) => ({
      type: `vps:index:${kind}`,
      name,
      id: importId,
      ...(provider === undefined ? {} : { provider: provider.name }),
    })),
  };
}
