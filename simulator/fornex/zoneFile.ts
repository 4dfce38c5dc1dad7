import type { FornexDomain, FornexEntry } from "./state";

const NAME_TYPES = new Set(["CNAME", "MX", "NS", "SRV"]);

/** A BIND zone; its first lines follow the reference's example, the rest is unverified. */
export function zoneFile(domain: FornexDomain): string {
  const serial = domain.updated.replace(/\D/g, "").slice(0, 10);
  const head = [
    "$TTL 21600",
    "@ IN SOA ns1.fornex.com. hostmaster.fornex.com. (",
    `    ${serial} ; serial`,
    "    21600 ; refresh",
    "    3600 ; retry",
    "    604800 ; expire",
    "    3600 ) ; minimum",
  ];
  return `${[...head, ...Object.values(domain.entries).map(line)].join("\n")}\n`;
}

function line(entry: FornexEntry): string {
  const ttl = entry.ttl === null ? [] : [String(entry.ttl)];
  const prio = entry.prio === null ? [] : [String(entry.prio)];
  return [entry.host || "@", ...ttl, "IN", entry.type, ...prio, data(entry)].join(" ");
}

function data({ type, value }: FornexEntry): string {
  if (type === "TXT" && !value.startsWith('"')) return `"${value.replace(/["\\]/g, "\\$&")}"`;
  // A name with a dot inside is complete; without the last dot BIND would append the zone to it.
  if (NAME_TYPES.has(type) && /\S\.\S*[^.\s]$/.test(value)) return `${value}.`;
  return value;
}
