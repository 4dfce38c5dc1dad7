import { z } from "zod";
import { canonicalName, isFullName, isName } from "../../dnsName";

/**
 * A record's host relative to its zone; the zone itself is `""`. Fornex writes the zone as `""`, `@`, `example.com` or
 * `example.com.`, and a name below it relative or whole, with or without dot.
 */
export function canonicalHost(host: string, zone: string): string {
  const name = canonicalName(host);
  const apex = canonicalName(zone);
  if (name === "" || name === "@" || name === apex) return "";
  const suffix = `.${apex}`;
  if (!name.endsWith(suffix)) return name;
  const inside = name.slice(0, -suffix.length);
  // What would mean another name when read again stays whole, such as a name that ends in the zone twice.
  const ambiguous = ["", "@", apex].includes(inside) || inside.endsWith(suffix) || inside !== canonicalName(inside);
  return ambiguous ? name : inside;
}

/** Shape of a zone's name, in any spelling. */
export const zoneName = z
  .string()
  .max(128, "must have at most 128 characters")
  .refine((name) => isFullName(name, "name"), "must be a domain name, such as example.com");

/** What is wrong with a record's host, without the host; undefined when nothing is. */
export function hostProblem(host: string, zone: string): string | undefined {
  const inside = canonicalHost(host, zone);
  const suffix = `.${canonicalName(zone)}`;
  if (`.${canonicalName(host)}`.endsWith(suffix + suffix)) {
    return "must not end with the zone's name twice, since Fornex's list would show it once";
  }
  if (host.trim().endsWith(".") && (canonicalName(host) === "" || (inside !== "" && inside === canonicalName(host)))) {
    return "ends with a dot, which marks a full name, but is not inside the zone in domain";
  }
  return inside === "" || isName(inside, "record")
    ? undefined
    : 'must be a name such as www, "*" or _dmarc, or "" for the zone itself';
}
