/** Seven kinds of resources at three hosters; `npm run demo` runs it against the simulator, which holds its order and its machine. */
import { FornexDnsDomain, FornexDnsRecord, FornexVps, KiwiPtr, KiwiSnapshot, SshKey, VpsOrgServer } from "pulumi-vps";

// VPS.org: a server is ordered.
const web = new VpsOrgServer("web", {
  name: "web-server-01",
  planId: 1,
  osId: 5,
  location: "us-west",
  powerState: "on",
});

// Fornex: a zone that points to it, a key, and a VPS that was ordered in the panel.
const zone = new FornexDnsDomain("zone", { name: "example.com", ip: web.ipAddress, seededRecords: "remove" });
new FornexDnsRecord("apex", { domain: zone.name, type: "A", value: web.ipAddress, ttl: 300 });
new FornexDnsRecord("www", { domain: zone.name, host: "www", type: "CNAME", value: "example.com." });
new SshKey("laptop", {
  title: "laptop",
  key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIF0+OMtMwc1S2kOeXHVsT8jqNvjFfwsMbsDKbMvRox/7 laptop",
});
new FornexVps("backend", { orderId: "34-177054", powerState: "on" });

// BandwagonHost: a rented machine's PTR, and a snapshot that is kept for good.
const machine = { veid: "111141", ip: "203.0.113.21" };
const mail = new FornexDnsRecord("mail", { domain: zone.name, host: "mail", type: "A", value: machine.ip });
new KiwiPtr("mail-ptr", { ...machine, ptr: "mail.example.com" }, { dependsOn: mail });
new KiwiSnapshot("backup", { veid: machine.veid, description: "before the launch", sticky: true });

export const address = web.ipAddress;
