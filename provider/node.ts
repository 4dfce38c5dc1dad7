/** The oldest Node.js that this package runs on; a test keeps it equal to package.json's. */
export const OLDEST_NODE = "22.19";

/** What is wrong with this version of Node.js, if it is too old. In words that such a version can read itself: no newer syntax here. */
export function nodeProblem(version: string): string | undefined {
  const [major, minor] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE.split(".").map(Number);
  if (Number(major) > Number(oldestMajor)) return undefined;
  if (major === oldestMajor && Number(minor) >= Number(oldestMinor)) return undefined;
  return `Node.js ${version} is too old for pulumi-vps, which needs ${OLDEST_NODE} or newer. Install a newer one, and put it first on the PATH.`;
}
