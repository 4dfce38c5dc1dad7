/**
 * A web server ordered at VPS.org and a mail host rented at BandwagonHost, under one zone at Fornex.
 *
 * The web server's A and AAAA records take the addresses from its outputs, so they follow when the server is replaced.
 * VPS.org documents no API for PTRs. A mail host needs a PTR: KiwiVM sets it to the name whose A record points to the host.
 *
 * KiwiVM's key of the mail host, unless KIWIVM_VEID and KIWIVM_API_KEY are in the environment:
 *   pulumi config set --path --secret 'vps:kiwivmKeys["111141"]'
 */
import { FornexDnsDomain, FornexDnsRecord, KiwiPtr, VpsOrgServer } from "pulumi-vps";

const ROOT = "example.com";
// As KiwiVM's panel shows them. Here: the first machine of the simulator.
const mailHost = { veid: "111141", ip: "203.0.113.21" };

const web = new VpsOrgServer("web", {
  name: "web-server-01",
  planId: 1,
  osId: 5,
  location: "us-west",
  hostname: `web.${ROOT}`,
});

const zone = new FornexDnsDomain("zone", { name: ROOT, ip: web.ipAddress, seededRecords: "remove" });

// If VPS.org gives the server no IPv6 address, the AAAA record fails with an error. Remove it then.
new FornexDnsRecord("web-a", { domain: zone.name, host: "web", type: "A", value: web.ipAddress });
new FornexDnsRecord("web-aaaa", { domain: zone.name, host: "web", type: "AAAA", value: web.ipv6Address });

const mail = new FornexDnsRecord("mail-a", { domain: zone.name, host: "mail", type: "A", value: mailHost.ip });
new FornexDnsRecord("mx", { domain: zone.name, type: "MX", value: `mail.${ROOT}.`, prio: 10 });
// After the A record, so that the PTR never points to a name that does not exist.
new KiwiPtr("mail-ptr", { ...mailHost, ptr: `mail.${ROOT}` }, { dependsOn: mail });

export const addresses = [web.ipAddress, web.ipv6Address];
