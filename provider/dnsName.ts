import { domainToASCII } from "node:url";

/** Which labels a name may have, in its one form. */
const LABELS = {
  /** Of a machine (RFC 1123): letters, digits, and hyphens inside. */
  host: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  /** Underscores too, as services have them, and the names of some machines. */
  name: /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/,
  /** All that a record may stand at: a wildcard too, and the part of an address range, such as `0/26` (RFC 2317). */
  record: /^([a-z0-9_*-]{1,63}|\d{1,3}\/\d{1,3})$/,
} as const;

type Kind = keyof typeof LABELS;

/** The last label of a name that is whole: no number, which would make it an address. */
const TOP = /\.(?!\d+$)[a-z0-9-]{2,63}$/;

/**
 * The one form of a DNS name: lower case, punycode, no dot at the end. What no DNS name can hold stays as it is, so that
 * it never means another name, and {@link isName} refuses it.
 */
export function canonicalName(name: string): string {
  const bare = name.trim().replace(/(?<![\s.。．｡])[.。．｡]$/, "");
  if (isAscii(bare)) return bare.toLowerCase();
  return bare
    .normalize("NFC")
    .split(/[.。．｡]/)
    .map(canonicalLabel)
    .join(".");
}

/** Whether a text is a DNS name, whole or short, in any spelling. */
export function isName(text: string, kind: Kind): boolean {
  const name = canonicalName(text);
  return name.length <= 253 && name.split(".").every((label) => LABELS[kind].test(label));
}

/** Whether it is a whole one, such as `www.example.com`. */
export function isFullName(text: string, kind: Kind): boolean {
  return isName(text, kind) && TOP.test(canonicalName(text));
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/**
 * Node parses what it converts as the host of a URL: a label of digits would become an address, `/`, `?` and `#` would end
 * the name, and `%6D` would be an `m`. So it only gets what a label may hold.
 */
function canonicalLabel(label: string): string {
  const lowered = label.toLowerCase();
  if (isAscii(label) || /[^a-z0-9_*\P{ASCII}-]/u.test(lowered)) return lowered;
  const ascii = domainToASCII(`${label}.a`).replace(/\.a$/, "");
  return ascii === "" || ascii.includes(".") ? lowered : ascii;
}
