import { readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { belongings } from "./belongings";
import { engineFolder } from "./engine";
import { expectCode, type Stack, useHosters } from "./harness";
import { ROOT } from "./package";
import { distributions, install, PYTHON, printed, virtualEnvironment } from "./python/environment";

const EXAMPLES = join(ROOT, "examples");
const NAMES = readdirSync(EXAMPLES).filter((name) => name !== "node_modules");

const hosters = useHosters(1000);
beforeEach(() => hosters.simulator.reset());

const machines = () => Object.entries(hosters.simulator.state().kiwivm.machines);
/** The records of a zone as "www A 192.0.2.10". */
const records = () => hosters.records("example.com").map(({ host, type, value }) => `${host || "@"} ${type} ${value}`);

/** What an example says has to be done before, and what it is to have made. */
interface Story {
  prepare?: (stack: Stack) => Promise<void>;
  made: () => void;
}

/** What the quick start has made, in whichever language it is. */
const quickstart = () => {
  const [{ ip_address } = {}] = hosters.servers();
  expect(records()).toEqual(
    expect.arrayContaining([`@ A ${ip_address}`, "www CNAME example.com.", "@ MX mx.example.net."]),
  );
};

const STORIES: Record<string, Story> = {
  quickstart: { made: quickstart },
  "quickstart-yaml": { made: quickstart },
  "quickstart-python": {
    prepare: async (stack) => {
      const environment = await virtualEnvironment();
      const packages = join(stack.folder, "packages");
      const { wheel, sdist } = distributions(environment, join(stack.folder, "dist"));
      install(environment, wheel, packages);
      const fromSources = join(stack.folder, "from-sources");
      install(environment, sdist, fromSources);
      for (const path of [packages, fromSources]) {
        const script = "import pulumi_vps as vps; print(vps.FornexDnsRecord.__name__, vps.__file__)";
        expect(printed(environment, script, path)).toBe(`FornexDnsRecord ${join(path, "pulumi_vps/__init__.py")}`);
      }
      // The host that is built here (3.68) knows nothing of `virtualenv` from this engine: so it is active, as in a shell.
      stack.env.PATH = [join(environment, "bin"), engineFolder(), dirname(process.execPath), process.env.PATH].join(
        delimiter,
      );
      stack.env.PYTHONPATH = packages;
    },
    made: quickstart,
  },
  "server-with-dns": {
    made: () => {
      const [{ ip_address, ipv6_address } = {}] = hosters.servers();
      expect(records().sort()).toEqual([
        "@ MX mail.example.com.",
        "mail A 203.0.113.21",
        `web A ${ip_address}`,
        `web AAAA ${ipv6_address}`,
      ]);
      expect(hosters.simulator.state().kiwivm.machines["111141"]?.ptr["203.0.113.21"]).toBe("mail.example.com");
    },
  },
  "kiwi-backup": {
    prepare: async (stack) => {
      for (const [i, [veid, { apiKey }]] of machines().entries()) {
        expectCode(await stack.run("config", "set", "--path", `machines[${i}]`, veid), 0);
        await stack.configure(`vps:kiwivmKeys["${veid}"]`, apiKey, "--path");
      }
    },
    made: () => {
      expect(machines()).toHaveLength(2);
      for (const [, { snapshots }] of machines()) {
        expect(Object.values(snapshots)).toEqual([
          expect.objectContaining({ sticky: true, description: "backup first" }),
        ]);
      }
    },
  },
  "dns-zone": {
    made: () => {
      const all = hosters.records("example.com");
      expect(all).toHaveLength(20);
      const types = new Set(all.map(({ type }) => type));
      expect([...types].sort()).toEqual(["A", "AAAA", "CAA", "CNAME", "MX", "NS", "SRV", "TXT"]);
    },
  },
};

test.each(NAMES.filter((name) => !/-(python|yaml)$/.test(name)))("%s is laid out as the quick start is", (name) => {
  const read = (folder: string, file: string) => JSON.parse(readFileSync(join(EXAMPLES, folder, file), "utf8"));
  const project = name === "quickstart" ? [] : ["Pulumi.yaml"];
  // Stacks that somebody has tried leave their settings.
  const files = readdirSync(join(EXAMPLES, name)).filter((file) => !/^Pulumi\..+\.yaml$/.test(file));
  expect(files).toEqual([...project, "index.ts", "package.json", "tsconfig.json"]);
  expect(read(name, "tsconfig.json")).toEqual(read("quickstart", "tsconfig.json"));
  expect(read(name, "package.json")).toEqual({ ...read("quickstart", "package.json"), name: `pulumi-vps-${name}` });
});

/** The tour's story is told in demo.test.ts; Python is not everywhere. */
const isTold = (name: string) => name !== "tour" && (name !== "quickstart-python" || PYTHON !== undefined);

if (PYTHON === undefined) test.skip("quickstart-python needs python3 3.10 or newer with venv and ensurepip", () => {});

test.each(NAMES.filter(isTold))("%s is created, found unchanged, and destroyed", async (name) => {
  const before = belongings(hosters.simulator.state());
  const stack = hosters.stack().example(name);
  await STORIES[name]?.prepare?.(stack);

  expectCode(await stack.upNow(), 0);
  STORIES[name]?.made();
  hosters.simulator.clearRequests();
  expectCode(await stack.upNow("--refresh", "--expect-no-changes"), 0);
  expect(hosters.asked().filter((one) => !one.startsWith("GET") && !/getServiceInfo|list|RateLimit/.test(one))).toEqual(
    [],
  );
  expectCode(await stack.destroy(), 0);
  expect(belongings(hosters.simulator.state())).toEqual(before);
});
