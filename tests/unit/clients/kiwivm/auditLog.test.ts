import { KiwivmClient } from "../../../../provider/clients/kiwivm/client";
import { scriptedHttp, withoutSchema } from "../../support/scriptedHttp";

const ENTRY = { timestamp: 1_772_366_400, requestor_ipv4: 2_130_706_433, type: 1, summary: "API call: restart" };
const READ = { at: "2026-03-01T12:00:00.000Z", summary: "API call: restart" };

test.each<[string, object, object[]]>([
  ["numbers", { error: 0, log_entries: [ENTRY] }, [READ]],
  ["texts", { error: "0", log_entries: [{ ...ENTRY, timestamp: "1772366400", type: "1" }] }, [READ]],
  ["a map", { error: 0, log_entries: { 1: ENTRY, 3: ENTRY } }, [READ, READ]],
  ["a list of another name", { log: [ENTRY], error: 0 }, [READ]],
  ["nothing", { error: 0, log_entries: [] }, []],
  ["no list", { error: 0, log_entries: null }, []],
  ["an entry without words", { error: 0, log_entries: [{ timestamp: 1_772_366_400 }] }, [{ ...READ, summary: "" }]],
  [
    "what is no entry",
    { error: 0, log_entries: [null, "restart", [], { ...ENTRY, timestamp: "today" }, ENTRY] },
    [READ],
  ],
  ["times that are none", { error: 0, log_entries: [-1, 1e20].map((timestamp) => ({ ...ENTRY, timestamp })) }, []],
])("the audit log: %s", async (_what, answer, expected) => {
  const { http, calls } = scriptedHttp(() => answer);
  expect(await new KiwivmClient(http).auditLog()).toEqual(expected);
  expect(calls.map(withoutSchema)).toEqual([{ effect: "read", method: "POST", path: "/getAuditLog" }]);
});
