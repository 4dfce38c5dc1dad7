/** The engine everything here is pinned to: npm `pulumi`, npm `@pulumi/pulumi` and the Go modules beside this file. */
export const ENGINE_VERSION = "3.259.0";

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
