/** The engine: the vendor's download, and the Go module `engine` beside this file. No one number exists everywhere, so the rest has its own. */
export const ENGINE_VERSION = "3.276.0";

/** The SDK of TypeScript programs, npm `@pulumi/pulumi`: the one that is used here. */
export const SDK_VERSION = "3.276.0";

/** The oldest SDK that the package accepts, by its `peerDependencies`; some stories run with it, too. */
export const OLDEST_SDK = "3.216.0";

/** The SDK of Python programs, PyPI `pulumi`: the oldest that the generated classes ask for, and the one that tests run. */
export const PYTHON_SDK_VERSION = "3.272.0";

/** npm `pulumi`, which downloads the engine that `PULUMI_VERSION` names. */
export const DOWNLOADER_VERSION = "3.265.0";

/** The language hosts that the Go module `hosts` beside this file builds; later ones have no version tag that Go could fetch. */
export const HOSTS_VERSION = "3.68.0";

/** From this version on a preview that expects no changes ends with an exit code of its own, which drift checks need. */
export const OLDEST_ENGINE = "3.227.0";

/** Whether an engine that calls itself `text` ("v3.259.0") can run everything here: same major version, not too old. */
export function fits(text: string): boolean {
  const found = parse(text);
  const oldest = parse(OLDEST_ENGINE);
  if (!found || !oldest || found.major !== oldest.major) return false;
  return found.minor > oldest.minor || (found.minor === oldest.minor && found.patch >= oldest.patch);
}

function parse(text: string): { major: number; minor: number; patch: number } | undefined {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(text.trim()) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  return { major: Number(major), minor: Number(minor), patch: Number(patch) };
}
