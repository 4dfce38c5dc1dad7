import { domainToASCII } from "node:url";
import { z } from "zod";

/**
 * The one form of a DNS name: lower case, punycode, no dot at the end. A name that is no valid IDN is only lowered, so
 * that labels like `_dmarc` and `*` pass.
 */
export function canonicalName(name: string): string {
  const bare = name.trim().replace(/[\s.。．｡]+$/, "");
  if (isAscii(bare)) return bare.toLowerCase();
  return bare
    .normalize("NFC")
    .split(/[.。．｡]/)
    .map(canonicalLabel)
    .join(".");
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/** Node parses what it converts as the host of a URL: a label of digits would become an address, and a slash end the name. */
function canonicalLabel(label: string): string {
  const lowered = label.toLowerCase();
  if (isAscii(label) || /[\s%/?#\\]/.test(label)) return lowered;
  return domainToASCII(`${label}.a`).replace(/\.a$/, "") || lowered;
}

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
  .refine(
    (name) => /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/.test(canonicalName(name)),
    "must be a domain name, such as example.com",
  );

/** A slash stands only where RFC 2317 has it: in the label of a part of an address range, such as `0/26`. */
export function slashesFit(name: string): boolean {
  return name.split(".").every((label) => !label.includes("/") || /^\d{1,3}\/\d{1,3}$/.test(label));
}

/** What is wrong with a record's host, without the host; undefined when nothing is. */
export function hostProblem(host: string, zone: string): string | undefined {
  const inside = canonicalHost(host, zone);
  const suffix = `.${canonicalName(zone)}`;
  if (`.${canonicalName(host)}`.endsWith(suffix + suffix)) {
    return "ends with the zone's name twice, which cannot be told from once in Fornex's list";
  }
  if (host.trim().endsWith(".") && (canonicalName(host) === "" || (inside !== "" && inside === canonicalName(host)))) {
    return "ends with a dot, so it is a whole name, but it is not inside the zone given as domain";
  }
  const fits = inside === "" || /^([a-z0-9_*/-]{1,63}\.)*[a-z0-9_*/-]{1,63}$/.test(inside);
  return fits && slashesFit(inside)
    ? undefined
    : 'must be a name such as www, "*" or _dmarc, or "" for the zone itself';
}
