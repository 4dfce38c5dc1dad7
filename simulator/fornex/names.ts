import { domainToASCII } from "node:url";

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** Lower case, without a dot at the end, international names in punycode; undefined if that is no domain name [unverified]. */
export function domainName(text: string): string | undefined {
  const ascii = domainToASCII(text.trim().replace(/\.$/, "")).toLowerCase();
  const labels = ascii.split(".");
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) ? ascii : undefined;
}

/** The apex is stored as "", whichever way it was written [fornex.md 3]. */
export function storedHost(host: string, zone: string, stripZoneSuffix: boolean): string {
  const bare = host.replace(/\.$/, "").toLowerCase();
  if (bare === "" || bare === "@" || bare === zone) return "";
  if (stripZoneSuffix && bare.endsWith(`.${zone}`)) return host.replace(/\.$/, "").slice(0, -zone.length - 1);
  return host;
}

/** Host of a record in the one form in which two are compared: case, the zone behind it and the script mean nothing. */
export function comparedHost(host: string, zone: string): string {
  return convertLabels(storedHost(host, zone, true), domainToASCII).toLowerCase();
}

/** International labels only: Node would make an address of "1", and nothing of "*" or "0/26", which are no host names. */
export function convertLabels(name: string, convert: (label: string) => string): string {
  return name
    .split(".")
    .map((label) => (/^xn--|\P{ASCII}/iu.test(label) && convert(label)) || label)
    .join(".");
}
