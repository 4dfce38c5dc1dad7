import type { FornexOrderSwitches } from "../../simulator";
import { useSimulator } from "./support";

const world = useSimulator();
const { fornex, legacy } = world;

const VPS = "/vps/34-177054";
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample me@home";

const set = (switches: Partial<FornexOrderSwitches>) => world.simulator.patch({ fornex: { switches } });
const patchVps = (part: object) => world.simulator.patch({ fornex: { orders: { "34-177054": { vps: part } } } });
const detailsOf = async (pk: number) => (await fornex("GET", `${VPS}/log_details/${pk}/`)).json;
const statusOf = async () => (await fornex("GET", `${VPS}/status/`)).json.status;
const addKey = (key = KEY) => fornex("POST", "/ssh_keys/", { title: "laptop", key });

const webhook = async () => (await fornex("GET", "/tickets/webhook_info/")).json;

/** The values of the last ten minutes. */
async function cpu(): Promise<(number | null)[][]> {
  const { json } = await fornex("GET", `${VPS}/stats/cpu/?start=-10m`);
  return json.series.map(({ data }: { data: [number, number | null][] }) => data.map(([, value]) => value));
}

/** The log entry of a call, after everything has ended. */
async function endOf(action: string) {
  const { json } = await fornex("POST", `${VPS}/${action}/`);
  world.simulator.advance(1000);
  return detailsOf(json.pk ?? json.resp_id);
}

/** The type makes sure that no switch is forgotten. */
const checks: { [S in keyof FornexOrderSwitches]: Record<string, () => Promise<void>> } = {
  emptyNameClears: {
    off: async () => expect((await fornex("PATCH", "/orders/34-1234/", { name: "" })).status).toBe(400),
    on: async () => {
      set({ emptyNameClears: true });
      expect((await fornex("PATCH", "/orders/34-1234/", { name: "" })).json.name).toBe("");
      expect((await fornex("GET", "/orders/34-1234/")).json).not.toHaveProperty("name");
    },
  },
  minCpuFreq: {
    "a number, the default": async () => {
      const { json } = await fornex("GET", "/orders/vps/34-1234/");
      expect(json.configuration.min_cpu_freq).toBe(3);
    },
    text: async () => {
      set({ minCpuFreq: "text" });
      expect((await fornex("GET", "/orders/vps/34-1234/")).json.configuration.min_cpu_freq).toBe("3.0");
    },
  },
  idleMachines: {
    "missing, the default": async () => {
      for (const status of ["unpaid", "pending", "expired", "disabled", "canceled", "blocked"]) {
        world.simulator.patch({ fornex: { orders: { "34-177054": { status } } } });
        expect((await fornex("GET", `${VPS}/status/`)).status).toBe(404);
        expect((await fornex("POST", `${VPS}/start/`)).status).toBe(404);
        expect((await fornex("GET", "/orders/34-177054/")).json.status).toBe(status);
      }
      for (const status of ["active", "noprolong", "dreaming"]) {
        world.simulator.patch({ fornex: { orders: { "34-177054": { status } } } });
        expect(await statusOf()).toBe("on");
      }
    },
    shown: async () => {
      set({ idleMachines: "shown" });
      world.simulator.patch({ fornex: { orders: { "34-177054": { status: "expired" } } } });
      expect(await statusOf()).toBe("on");
    },
  },
  jobs: {
    "done, the default": async () => expect(await endOf("stop")).toMatchObject({ job_state: "done" }),
    error: async () => {
      set({ jobs: "error" });
      expect(await endOf("stop")).toMatchObject({ job_state: "error", note: "Stopping: failed" });
      expect(await statusOf()).toBe("on");
    },
    stuck: async () => {
      set({ jobs: "stuck" });
      expect(await endOf("stop")).toMatchObject({ job_state: "ready", completed: false });
      expect(await statusOf()).toBe("on");
    },
  },
  jobEnd: {
    "both, the default": async () => {
      expect(await endOf("stop")).toMatchObject({ job_state: "done", completed: true });
      expect(await endOf("stop")).toMatchObject({ job_state: "error", completed: true });
    },
    state: async () => {
      set({ jobEnd: "state" });
      expect(await endOf("stop")).toMatchObject({ job_state: "done", completed: false });
      expect(await endOf("stop")).toMatchObject({ job_state: "error", completed: false });
    },
    completed: async () => {
      set({ jobEnd: "completed" });
      expect(await endOf("stop")).toMatchObject({ job_state: "ready", completed: true });
      expect(await endOf("stop")).toMatchObject({ job_state: "error", completed: true });
    },
  },
  jobWhileBusy: {
    "refused, the default": async () => {
      await fornex("POST", `${VPS}/restart/`);
      expect((await fornex("POST", `${VPS}/passwd_reset/`)).status).toBe(400);
      expect((await fornex("POST", "/vps/34-1234/restart/")).status).toBe(200);
      world.simulator.advance(30);
      expect((await fornex("POST", `${VPS}/passwd_reset/`)).status).toBe(200);
    },
    queued: async () => {
      set({ jobWhileBusy: "queued" });
      const first = (await fornex("POST", `${VPS}/stop/`)).json.pk;
      const second = (await fornex("POST", `${VPS}/start/`)).json.pk;
      world.simulator.advance(21);
      expect([(await detailsOf(first)).job_state, (await detailsOf(second)).job_state]).toEqual(["done", "ready"]);
      expect(await statusOf()).toBe("off");
      world.simulator.advance(15);
      expect((await detailsOf(second)).job_state).toBe("done");
      expect(await statusOf()).toBe("on");
    },
  },
  redundantPower: {
    "an error, the default": async () => {
      expect(await endOf("start")).toMatchObject({ job_state: "error", note: "Starting: already on" });
      patchVps({ power: "off" });
      expect(await endOf("stop")).toMatchObject({ job_state: "error" });
    },
    done: async () => {
      set({ redundantPower: "done" });
      expect(await endOf("start")).toMatchObject({ job_state: "done" });
    },
    refused: async () => {
      set({ redundantPower: "refused" });
      expect((await fornex("POST", `${VPS}/start/`)).status).toBe(400);
    },
  },
  passwdResetNeedsPower: {
    on: async () => {
      patchVps({ power: "off" });
      expect(await endOf("passwd_reset")).toMatchObject({ job_state: "error" });
      expect(world.simulator.state().fornex.orders["34-177054"]?.vps?.rootPassword).toBe("oldpassword");
    },
    off: async () => {
      set({ passwdResetNeedsPower: false });
      patchVps({ power: "off" });
      expect(await endOf("passwd_reset")).toMatchObject({ job_state: "done" });
    },
  },
  statusWhileBusy: {
    "old, the default": async () => {
      await fornex("POST", `${VPS}/restart/`);
      expect(await statusOf()).toBe("on");
    },
    unknown: async () => {
      set({ statusWhileBusy: "unknown" });
      await fornex("POST", `${VPS}/restart/`);
      expect(await statusOf()).toBe("unknown");
      world.simulator.advance(30);
      expect(await statusOf()).toBe("on");
    },
  },
  acceptEqualKeys: {
    on: async () => {
      await addKey();
      expect((await addKey()).status).toBe(201);
      expect((await fornex("GET", "/ssh_keys/")).json).toHaveLength(3);
    },
    off: async () => {
      set({ acceptEqualKeys: false });
      await addKey();
      const again = await addKey(KEY.replace("me@home", "other comment"));
      expect([again.status, Object.keys(again.json)]).toEqual([400, ["key"]]);
      expect((await legacy("POST", "/ssh_keys/add/", { title: "x", key: KEY })).json.error).toContain("key");
    },
  },
  keySpelling: {
    "trimmed, the default": async () => expect((await addKey(`${KEY}\n`)).json.key).toBe(KEY),
    "as sent": async () => {
      set({ keySpelling: "as-sent" });
      expect((await addKey(`${KEY}\n`)).json.key).toBe(`${KEY}\n`);
    },
  },
  sshKeyUser: {
    off: async () => expect((await addKey()).json).not.toHaveProperty("user"),
    on: async () => {
      set({ sshKeyUser: true });
      expect((await addKey()).json.user).toBe("username");
    },
  },
  linkedKeyDelete: {
    "unlinks, the default": async () => expect((await fornex("DELETE", "/ssh_keys/67/")).status).toBe(204),
    refused: async () => {
      set({ linkedKeyDelete: "refused" });
      expect((await fornex("DELETE", "/ssh_keys/67/")).status).toBe(400);
      for (const order of ["34-1234", "34-177054"]) {
        await fornex("POST", `/vps/${order}/ssh_keys/delete/`, { key_pk: 67 });
      }
      expect((await fornex("DELETE", "/ssh_keys/67/")).status).toBe(204);
    },
  },
  legacyKeyTitle: {
    "the comment, the default": async () => {
      expect((await legacy("POST", "/ssh_keys/add/", { title: "laptop", key: KEY })).json.title).toBe("me@home");
      const bare = KEY.split(" ").slice(0, 2).join(" ");
      expect((await legacy("POST", "/ssh_keys/add/", { title: "bare", key: bare })).json.title).toBe("bare");
    },
    sent: async () => {
      set({ legacyKeyTitle: "sent" });
      expect((await legacy("POST", "/ssh_keys/add/", { title: "laptop", key: KEY })).json.title).toBe("laptop");
    },
  },
  noWebhook: {
    "missing, the default": async () => expect(await webhook()).not.toHaveProperty("url"),
    empty: async () => {
      set({ noWebhook: "empty" });
      expect(await webhook()).toHaveProperty("url", "");
    },
    null: async () => {
      set({ noWebhook: "null" });
      expect(await webhook()).toHaveProperty("url", null);
    },
  },
  planPrices: {
    "a number, the default": async () => expect((await fornex("GET", "/plans/vps")).json[1].price).toBe(5),
    text: async () => {
      set({ planPrices: "text" });
      for (const kind of ["backups", "dedicated", "vps", "hosting"]) {
        expect((await fornex("GET", `/plans/${kind}`)).json[0].price).toMatch(/^\d+\.\d\d$/);
      }
      expect((await legacy("GET", "/plans/vpn")).json[0].price).toBe("10.00");
    },
  },
  statistics: {
    "full, the default": async () => expect(await cpu()).toEqual([[23.5, expect.any(Number), expect.any(Number)]]),
    gaps: async () => {
      set({ statistics: "gaps" });
      expect(await cpu()).toEqual([[23.5, null, expect.any(Number)]]);
    },
    empty: async () => {
      set({ statistics: "empty" });
      expect(await cpu()).toEqual([]);
    },
  },
  legacy: {
    "all, the default": async () => {
      expect((await legacy("GET", "/dns/v0.1/domain_list.json")).status).toBe(200);
      expect((await legacy("GET", "/orders/list")).status).toBe(200);
    },
    "no DNS": async () => {
      set({ legacy: "no-dns" });
      expect((await legacy("GET", "/dns/v0.1/domain_list.json")).status).toBe(404);
      expect((await legacy("GET", "/orders/list")).status).toBe(200);
    },
    none: async () => {
      set({ legacy: "none" });
      expect((await legacy("GET", "/vps/status/34-1234/")).status).toBe(404);
      expect((await legacy("GET", "/ssh_keys/")).json[0].date).toBe("2017-12-19T09:30:00");
    },
  },
};

for (const [name, positions] of Object.entries(checks)) {
  describe(`Fornex switch ${name}`, () => {
    for (const [position, check] of Object.entries(positions)) test(position, check);
  });
}
