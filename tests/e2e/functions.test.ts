import { expectCode, type Stack, useHosters } from "./harness";

const hosters = useHosters();

const SERVER = `const server = new VpsOrgServer("server", { name: "web-01", planId: 1, osId: 5, location: "us-west" });
const { getVpsOrgServer, getVpsOrgServerOutput } = require("pulumi-vps");
`;

describe("functions in a program", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  test("wait for the resources their inputs come from: unknown in the preview, asked in the up that makes those", async () => {
    stack.program(`${SERVER}
exports.traffic = getVpsOrgServerOutput({ serverId: server.serverId }).plan.bandwidth;`);
    hosters.simulator.clearRequests();
    const preview = await stack.preview();
    expectCode(preview, 0);
    expect(preview.output).toMatch(/traffic *: \[unknown\]/);
    expect(hosters.asked()).not.toContainEqual(expect.stringMatching(/\/servers\/\d/));

    const up = await stack.upNow();
    expectCode(up, 0);
    expect(up.output).toMatch(/traffic *: 2048/);
  });

  test("fail with one line that names function and request", async () => {
    stack.program(`${SERVER}
module.exports = async () => ({ name: (await getVpsOrgServer({ serverId: 99999 })).name });`);
    const preview = await stack.preview();
    expect(preview.code).not.toBe(0);
    expect(preview.output).toContain("error: getVpsOrgServer: VPS.org: GET /servers/{server_id}/ answered 404");
    expect(preview.output).not.toMatch(/\n\s+at /);
  });
});
