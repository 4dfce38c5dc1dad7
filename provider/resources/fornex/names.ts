import { domainToASCII } from "node:url";

/**
 * The one form of a DNS name: lower case, punycode, no dot at the end. A name that is no valid IDN is only lowered, so
 * that labels like `_dmarc` and `*` pass.
 */
export function canonicalName(name: string): string {
  const bare = name.trim().replace(/\.$/, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
  if (/^[\x00-\x7f]*$/.test(bare)) return bare.toLowerCase();
  return bare
    .normalize("NFC")
    .split(/[.。．｡]/)
    .map((label) => domainToASCII(label) || label.toLowerCase())
    .join(".");
}

/**
 * A record's host relative to its zone; the zone itself is `""`. Fornex writes the zone as `""`, `@`, `example.com` or
 * `example.com.`, and a name below it relative or whole, with or without dot.
 */
export function canonicalHost(host: string, zone: string): string {
  const name = canonicalName(host);
  const apex = canonicalName(zone);
  if (name === "" || name === "@" || name === apex) return "";
  return name.endsWith(`.${apex}`) ? name.slice(0, -apex.length - 1) : name;
}
