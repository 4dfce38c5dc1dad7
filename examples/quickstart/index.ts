import { FornexDnsDomain, FornexDnsRecord, VpsOrgServer } from "pulumi-vps";

const server = new VpsOrgServer("web", {
  name: "web-server-01",
  planId: 1,
  osId: 5,
  location: "us-west",
  hostname: "web01.example.com",
});

const zone = new FornexDnsDomain("zone", { name: "example.com", ip: server.ipAddress, seededRecords: "remove" });

new FornexDnsRecord("apex", { domain: zone.name, type: "A", value: server.ipAddress, ttl: 300 });
new FornexDnsRecord("www", { domain: zone.name, host: "www", type: "CNAME", value: "example.com." });
new FornexDnsRecord("mail", { domain: zone.name, type: "MX", value: "mx.example.net.", prio: 10 });

export const address = server.ipAddress;
