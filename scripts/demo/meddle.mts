import type { SimulatorState } from "pulumi-vps/simulator";
import { Problem } from "../engine/problem.mts";
import { type Call, curl } from "./curl.mts";

/** Somebody with the credentials who does not know of Pulumi: four changes, at two hosters. */
export async function meddle(
  { fornex }: SimulatorState,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const [[zone, { entries }] = missing("zone")] = Object.entries(fornex.domains);
  const record = (host: string, type: string) => {
    const found = Object.entries(entries).find(([, entry]) => entry.host === host && entry.type === type);
    return `$FORNEX_BASE_URL/dns/domain/${zone}/entry_set/${found?.[0] ?? missing("record")}/`;
  };
  const fornexKey = "Api-Key $FORNEX_API_KEY";

  const calls: Call[] = [
    { method: "POST", url: "$FORNEX_BASE_URL/vps/34-177054/stop/", authorization: fornexKey },
    {
      method: "PUT",
      url: record("", "A"),
      authorization: fornexKey,
      json: { host: "", type: "A", value: "198.51.100.66", ttl: 300 },
    },
    { method: "DELETE", url: record("www", "CNAME"), authorization: fornexKey },
    {
      method: "POST",
      url: "$KIWIVM_API_URL/setPTR",
      form: { veid: "$KIWIVM_VEID", api_key: "$KIWIVM_API_KEY", ip: "203.0.113.21", ptr: "other.example.net" },
    },
  ];
  for (const call of calls) await curl(call, env);
}

function missing(what: string): never {
  throw new Problem(`The simulator holds no ${what}.`);
}
