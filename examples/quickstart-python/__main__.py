import pulumi
import pulumi_vps as vps

server = vps.VpsOrgServer(
    "web",
    name="web-server-01",
    plan_id=1,
    os_id=5,
    location="us-west",
    hostname="web01.example.com",
)

zone = vps.FornexDnsDomain("zone", name="example.com", ip=server.ip_address, seeded_records="remove")

vps.FornexDnsRecord("apex", domain=zone.name, type="A", value=server.ip_address, ttl=300)
vps.FornexDnsRecord("www", domain=zone.name, host="www", type="CNAME", value="example.com.")
vps.FornexDnsRecord("mail", domain=zone.name, type="MX", value="mx.example.net.", prio=10)

pulumi.export("address", server.ip_address)
