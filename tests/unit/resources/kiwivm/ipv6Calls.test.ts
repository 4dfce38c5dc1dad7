import { VpsError } from "../../../../provider/errors/vpsError";
import { Context } from "../../../../provider/lifecycle/runtime/context";
import { addIpv6 } from "../../../../provider/resources/kiwivm/ipv6Calls";
import { failureOf } from "../../support/errors";
import { useHttpServer } from "../../support/httpServer";
import { startOperation } from "../../support/operation";
import { offlineRun } from "../../support/run";

const VEID = "123456";
const OWN = "2001:db8:1:2::";
const server = useHttpServer();

/** KiwiVM, for a machine that has a /64, and is answered that one again. */
beforeEach(() => {
  const answers: Record<string, object> = {
    "/getRateLimitStatus": { remaining_points_15min: 900, remaining_points_24h: 9000 },
    "/getServiceInfo": { ip_addresses: [OWN], plan_max_ipv6s: 3, rdns_api_available: true, ptr: [] },
    "/ipv6/add": { assigned_subnet: `${OWN}/64` },
  };
  server.onRequest(({ url }, response) => response.end(JSON.stringify({ error: 0, ...answers[url] })));
});

// The look before the create may not have seen it yet.
test.each([undefined, OWN, "2001:db8:1:2::7"])("what was there before is not ours, and stays (ip: %s)", async (ip) => {
  const cx = new Context(offlineRun({ kiwivmUrl: server.url }), "new KiwiIpv6");
  const { message } = await failureOf(addIpv6(cx, VEID, ip), VpsError);
  expect(message).toMatch(/2001:db8:1:2::, which machine 123456 had before/);
  const asked = server.received.map(({ url }) => url);
  expect(asked).toContain("/ipv6/add");
  expect(asked).not.toContain("/ipv6/delete");
});

test("what was assigned in place of what is asked for, and cannot be removed any more, is named", async () => {
  const { run, cancel } = startOperation();
  server.onRequest(({ url }, response) => {
    if (url === "/ipv6/add") cancel();
    const info = { ip_addresses: [OWN], plan_max_ipv6s: 3, rdns_api_available: true, ptr: [] };
    const points = { remaining_points_15min: 900, remaining_points_24h: 9000 };
    response.end(JSON.stringify({ error: 0, ...info, ...points, assigned_subnet: "2001:db8:1:3::/64" }));
  });
  const cx = new Context(offlineRun({ kiwivmUrl: server.url }), "new KiwiIpv6");
  const adding = run(() => addIpv6(cx, VEID, "2001:db8:1:2::7"));
  const { message } = await failureOf(adding, VpsError);
  expect(message).toMatch(/It assigned 2001:db8:1:3::, which could not be removed: .* cancelled .* KiwiVM's panel/);
  expect(server.received.map(({ url }) => url)).not.toContain("/ipv6/delete");
});
