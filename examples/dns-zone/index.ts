/**
 * A zone at Fornex and its records, from a table. A row's key is the record's name in Pulumi. As long as the key stays, a
 * change of the row changes the record in place. A new row creates a record, and removing a row deletes its record.
 */
import { FornexDnsDomain, FornexDnsRecord, type FornexDnsRecordArgs } from "pulumi-vps";

const WEB = "192.0.2.10";
const MAIL = "192.0.2.20";

// biome-ignore format: a row is a line
const records: Record<string, Omit<FornexDnsRecordArgs, "domain">> = {
  apex:         { type: "A", value: WEB, ttl: 300 },
  apex6:        { type: "AAAA", value: "2001:db8::10", ttl: 300 },
  www:          { host: "www", type: "CNAME", value: "example.com." },
  blog:         { host: "blog", type: "CNAME", value: "pages.example.net." },
  api:          { host: "api", type: "A", value: "192.0.2.11", ttl: 120 },
  apiSpare:     { host: "api", type: "A", value: "192.0.2.12", ttl: 120 },
  preview:      { host: "*.preview", type: "A", value: "192.0.2.13" },
  mail:         { host: "mail", type: "A", value: MAIL },
  mail6:        { host: "mail", type: "AAAA", value: "2001:db8::20" },
  mx:           { type: "MX", value: "mail.example.com.", prio: 10 },
  mxSpare:      { type: "MX", value: "mx.example.net.", prio: 20 },
  spf:          { type: "TXT", value: `v=spf1 mx ip4:${MAIL} -all` },
  dkim:         { host: "2026._domainkey", type: "TXT", value: "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=" },
  dmarc:        { host: "_dmarc", type: "TXT", value: "v=DMARC1; p=quarantine; rua=mailto:postmaster@example.com" },
  imaps:        { host: "_imaps._tcp", type: "SRV", value: "1 993 mail.example.com.", prio: 10 },
  submission:   { host: "_submission._tcp", type: "SRV", value: "1 587 mail.example.com.", prio: 10 },
  certificates: { type: "CAA", value: '0 issue "letsencrypt.org"' },
  reports:      { type: "CAA", value: '0 iodef "mailto:postmaster@example.com"' },
  lab1:         { host: "lab", type: "NS", value: "ns1.example.net." },
  lab2:         { host: "lab", type: "NS", value: "ns2.example.net." },
};

const zone = new FornexDnsDomain("zone", { name: "example.com", ip: WEB, seededRecords: "remove" });

for (const [name, record] of Object.entries(records)) new FornexDnsRecord(name, { domain: zone.name, ...record });
