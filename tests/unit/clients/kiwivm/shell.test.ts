import { interpret } from "../../../../provider/clients/http/answer";
import type { Call } from "../../../../provider/clients/http/call";
import type { Http } from "../../../../provider/clients/http/client";
import { kiwivmRefusal } from "../../../../provider/clients/kiwivm/refusal";
import { KiwivmShell } from "../../../../provider/clients/kiwivm/shell";
import { HttpError } from "../../../../provider/errors/httpError";
import { failureOf } from "../../support/errors";

/** A shell whose answers are interpreted as the pipeline does. */
function answering(body: unknown) {
  const calls: Call<unknown>[] = [];
  const endpoint = {
    hoster: "KiwiVM",
    baseUrl: "http://127.0.0.1:1",
    headers: {},
    secrets: [],
    refusal: kiwivmRefusal,
  };
  const http: Http = async <T>(call: Call<T>) => {
    calls.push(call as Call<unknown>);
    return interpret(endpoint, call, { status: 200, text: JSON.stringify(body), retryAfter: undefined });
  };
  return { shell: new KiwivmShell(http), calls };
}

test.each([
  [
    { error: 0, message: "made\n" },
    { status: 0, output: "made\n" },
  ],
  [
    { error: "0", message: null },
    { status: 0, output: "" },
  ],
  [
    { error: 1, message: "no" },
    { status: 1, output: "no" },
  ],
  [{ error: "255" }, { status: 255, output: "" }],
])("%j is how a command ended", async (body, exit) => {
  expect(await answering(body).shell.exec("true", 60)).toEqual(exit);
});

test.each([
  [{ error: 700005, message: "Authentication failure" }, "unauthorized"],
  [{ error: "788888", message: "VE is currently locked" }, "locked"],
  [{ error: 700000, message: "VPS is not running" }, "refused"],
  [{ error: 700010, message: "API rate limit exceeded" }, "rate-limited"],
  [{ error: 256, message: "who knows" }, "unexpected"],
  [{ error: -1, message: "curl: too many requests" }, "unexpected"],
  [{}, "unexpected"],
  [[], "unexpected"],
  [{ error: null, message: "made" }, "unexpected"],
])("%j is none: %s", async (body, kind) => {
  const error = await failureOf(answering(body).shell.exec("true", 60), HttpError);
  expect(error.kind).toBe(kind);
});

test("a command may be sent once only, and takes its time", async () => {
  const { shell, calls } = answering({ error: 0, message: "" });
  await shell.exec("make -j2", 600);
  expect(calls).toEqual([
    expect.objectContaining({
      effect: "once",
      method: "POST",
      path: "/basicShell/exec",
      form: { command: "make -j2" },
      timeoutSeconds: 600,
    }),
  ]);
});

test("a script too; what it answers is only the name of its log", async () => {
  const { shell, calls } = answering({ error: 0, log: "shellscript.log", node_ip: "192.0.2.1", output_stream_id: "x" });
  expect(await shell.runScript("exit 1")).toBe("shellscript.log");
  expect(calls).toEqual([
    expect.objectContaining({ effect: "once", path: "/shellScript/exec", form: { script: "exit 1" } }),
  ]);
  expect(await answering({ error: 0 }).shell.runScript("true")).toBe("");
  expect((await failureOf(answering({ error: 1, message: "no" }).shell.runScript("true"), HttpError)).kind).toBe(
    "refused",
  );
});

test.each(["/srv", "/srv\n", "/srv\r\n"])("a directory is only asked for: %j", async (pwd) => {
  const { shell, calls } = answering({ error: 0, pwd });
  expect(await shell.directory("/srv/x/..")).toBe("/srv");
  expect(calls).toEqual([
    expect.objectContaining({ effect: "read", path: "/basicShell/cd", form: { currentDir: "/", newDir: "/srv/x/.." } }),
  ]);
});
