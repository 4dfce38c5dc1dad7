import type { Call } from "../../../../provider/clients/http/call";
import { httpClient } from "../../../../provider/clients/http/client";
import { UNUSED_URL, useHttpServer } from "../../support/httpServer";

const server = useHttpServer();
const call: Call<unknown> = {
  effect: "repeatable",
  method: "PUT",
  path: "/dns/domain/{name}/tags/",
  params: { name: "secret-name.example" },
  query: { q: "secret-query" },
  body: { value: "secret-body" },
  answer: "none",
};

let lines: string[];
beforeEach(() => {
  lines = [];
  jest.replaceProperty(process, "env", { ...process.env, VPS_LOG: "debug" });
  jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

function client(baseUrl: string) {
  return httpClient(
    { hoster: "Fornex", baseUrl, headers: { authorization: "Api-Key secret-key" }, secrets: ["secret-key"] },
    { firstPauseSeconds: 0.001, retries: 1 },
  );
}

test("VPS_LOG=debug: one line per attempt, with method, path template, outcome and time", async () => {
  server.answers({ status: 503 }, { status: 200 });
  await client(server.url)(call);
  expect(lines).toEqual([
    expect.stringMatching(/^vps: Fornex PUT \/dns\/domain\/\{name\}\/tags\/ → 503 \(\d+ ms\)\n$/),
    expect.stringMatching(/^vps: Fornex PUT \/dns\/domain\/\{name\}\/tags\/ → 200 \(\d+ ms\)\n$/),
  ]);
});

test("without an answer the kind of failure stands there", async () => {
  await expect(client(UNUSED_URL)(call)).rejects.toThrow();
  expect(lines).toEqual([expect.stringContaining("→ unsent ("), expect.stringContaining("→ unsent (")]);
});

test("no value that was sent, and nothing the hoster answered", async () => {
  server.answers({ status: 400, body: { detail: "secret-answer secret-name.example" } });
  await expect(client(server.url)(call)).rejects.toThrow();
  expect(lines).toHaveLength(1);
  expect(lines.join("")).not.toContain("secret");
});

test("any other value of VPS_LOG logs nothing", async () => {
  server.answers({ status: 200 });
  for (const value of ["", "info", "1"]) {
    process.env.VPS_LOG = value;
    await client(server.url)(call);
  }
  delete process.env.VPS_LOG;
  await client(server.url)(call);
  expect(lines).toEqual([]);
});
