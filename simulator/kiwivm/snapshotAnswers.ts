import type { Json } from "../json";
import type { KiwivmSnapshot } from "./machineParts";
import { NODE_IP } from "./node";
import type { KiwivmSwitches } from "./switches";

/** Types as in real replies: `size` is text, `sticky` a boolean [kiwivm 1.3]; the form of the links, and what makes them secret, is unverified. */
export function snapshotAnswer(fileName: string, one: KiwivmSnapshot, switches: KiwivmSwitches, now: number): Json {
  const path = `${NODE_IP}/${one.linkToken}/${fileName}`;
  return {
    fileName,
    os: one.os,
    description: spellDescription(one.description, switches),
    size: String(one.size),
    md5: one.md5,
    sticky: one.sticky,
    uncompressed: one.uncompressed,
    purgesIn: purgesIn(one, switches, now),
    downloadLink: `http://${path}`,
    ...(switches.nodeAge === "old" ? {} : { downloadLinkSSL: `https://${path}` }),
  };
}

function spellDescription(description: string, { descriptions }: KiwivmSwitches): string {
  return descriptions === "base64" ? Buffer.from(description).toString("base64") : description;
}

/** Seconds [kiwivm 1.7]. */
function purgesIn({ sticky, purgesAt }: KiwivmSnapshot, { stickyPurgesIn }: KiwivmSwitches, now: number): number {
  if (sticky && stickyPurgesIn === "zero") return 0;
  return Math.max(0, Math.floor((Date.parse(purgesAt) - now) / 1000));
}
