import { type Client, type Example, replay } from "./replay";

const headers = { Authorization: "Bearer KEY", "Content-Type": "application/json" };
const CURL_PYTHON: Client[] = ["curl", "python"];
const CURL_PYTHON_JS: Client[] = [...CURL_PYTHON, "javascript"];
const ALL: Client[] = [...CURL_PYTHON_JS, "php"];

const WEB = {
  id: 12345,
  name: "web-server-01",
  hostname: "web01.example.com",
  status: "active",
  ip_address: "203.0.113.10",
  location: "us-west",
  plan: { id: 1, name: "Standard VPS", vcpus: 2, memory: 4096, storage: 80 },
  os: { id: 5, name: "Ubuntu 22.04 LTS" },
  created_at: "2025-01-10T14:30:00Z",
  updated_at: expect.stringMatching(/^2025-01-1[56]T.*Z$/), // two examples, two values
};
const DB = {
  id: 12346,
  name: "db-server-01",
  hostname: "db01.example.com",
  status: "active",
  ip_address: "203.0.113.11",
  location: "us-east",
  plan: { id: 2, name: "Performance VPS", vcpus: 4, memory: 8192, storage: 160 },
  os: { id: 3, name: "Debian 12" },
  created_at: "2025-01-12T09:15:00Z",
  updated_at: "2025-01-16T08:45:00Z",
};
const NEW = {
  name: "web-server-02",
  plan_id: 1,
  os_id: 5,
  location: "us-west",
  hostname: "web02.example.com",
  backups_enabled: true,
};
const ONE = "/servers/12345/";

const acted = (verb: string) => ({
  status: "success",
  message: `Server is ${verb}`,
  server: { id: 12345, name: "web-server-01", status: verb },
});

const examples: Record<string, Example> = {
  "account/me": {
    ...{ clients: ALL, headers, path: "/account/me/" },
    answer: {
      account: {
        email: "john@example.com",
        first_name: "John",
        last_name: "Doe",
        company_name: "Acme Inc.",
        created_at: "2024-06-15",
      },
      token: {
        name: "Production Deploy Key",
        // Two more than the example: others change and delete servers.
        permissions: expect.arrayContaining(["servers:list", "servers:create", "servers:power", "dns:*"]),
        created_at: "2025-01-10T14:30:00Z",
        last_used_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), // now
        expires_at: null,
        is_expired: false,
      },
    },
  },
  "list servers": { clients: ALL, headers, path: "/servers/", answer: { count: 2, results: [WEB, DB] } },
  "create a server": {
    ...{ clients: ALL, headers, method: "POST", path: "/servers/", json: NEW, status: 201 },
    answer: {
      ...WEB,
      id: 12347,
      name: NEW.name,
      hostname: NEW.hostname,
      status: "provisioning",
      ip_address: null,
      backups_enabled: true,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      updated_at: expect.stringMatching(/Z$/),
      message: "Server is being provisioned. This may take 2-5 minutes.",
    },
  },
  "get a server": {
    ...{ clients: CURL_PYTHON_JS, headers, path: ONE },
    answer: {
      ...WEB,
      ipv6_address: "2001:0db8::1",
      plan: { ...WEB.plan, bandwidth: 2048 },
      backups_enabled: true,
      resource_usage: { cpu_percent: 23.5, memory_used: 2048, disk_used: 35, bandwidth_used: 450 },
    },
  },
  // The seed shows no body for these three, but its programs read JSON after the first two.
  "update a server": {
    ...{ clients: CURL_PYTHON, headers, method: "PUT", path: ONE },
    json: { name: "web-server-updated", hostname: "web-updated.example.com", backups_enabled: true },
    answer: expect.objectContaining({ id: 12345, name: "web-server-updated", hostname: "web-updated.example.com" }),
  },
  "partially update a server": {
    ...{ clients: CURL_PYTHON, headers, method: "PATCH", path: ONE, json: { name: "new-server-name" } },
    answer: expect.objectContaining({ id: 12345, name: "new-server-name", hostname: "web01.example.com" }),
  },
  "delete a server": { clients: CURL_PYTHON, headers, method: "DELETE", path: ONE, status: 204, answer: "" },
  "start a server": {
    ...{ clients: CURL_PYTHON_JS, headers, method: "POST", path: `${ONE}start/` },
    answer: acted("starting"),
  },
  "stop a server": {
    ...{ clients: CURL_PYTHON, headers, method: "POST", path: `${ONE}stop/` },
    answer: acted("stopping"),
  },
  "reboot a server": {
    ...{ clients: CURL_PYTHON, headers, method: "POST", path: `${ONE}reboot/` },
    answer: acted("rebooting"),
  },
};

replay({ url: (env) => env.VPS_API_URL ?? "", key: (env) => env.VPS_API_TOKEN ?? "" }, examples);
