/** What counts for the gate of endpoints: what our own clients asked for and got. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { USER_AGENT } from "../../provider/version";
import { readNotes } from "../../scripts/test/endpoints.mts";
import { type Simulator, startSimulator } from "../../simulator";
import { noting } from "../requests";

const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-notes-"));
const { PULUMI_VPS_REQUESTS: before } = process.env;
let simulator: Simulator;
beforeAll(async () => {
  process.env.PULUMI_VPS_REQUESTS = folder;
  simulator = noting(await startSimulator());
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
  delete process.env.PULUMI_VPS_REQUESTS;
  if (before !== undefined) process.env.PULUMI_VPS_REQUESTS = before;
});

test("a request that was only refused, or was somebody else's, is no proof", async () => {
  const { KIWIVM_API_URL: url, KIWIVM_VEID: veid, KIWIVM_API_KEY: key } = simulator.env;
  const ask = (call: string, form: Record<string, string>, userAgent = USER_AGENT) => {
    const body = new URLSearchParams({ veid: `${veid}`, api_key: `${key}`, ...form });
    return fetch(`${url}/${call}`, { method: "POST", body, headers: { "user-agent": userAgent } });
  };
  await ask("getServiceInfo", { api_key: "wrong" });
  await ask("snapshot/delete", { snapshot: "none" });
  await ask("snapshot/list", {}, "curl/8.5.0");
  await ask("basicShell/exec", { command: "exit 3" });
  simulator.clearRequests();
  expect(readNotes(folder)).toEqual([
    { test: "tests/scripts/notes.test.ts", hoster: "kiwivm", method: "POST", path: "/basicShell/exec" },
  ]);
});
