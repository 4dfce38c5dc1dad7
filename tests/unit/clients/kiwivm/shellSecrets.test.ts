import { inspect } from "node:util";
import { httpClient } from "../../../../provider/clients/http/client";
import { kiwivmRefusal } from "../../../../provider/clients/kiwivm/refusal";
import { KiwivmShell } from "../../../../provider/clients/kiwivm/shell";
import { HttpError } from "../../../../provider/errors/httpError";
import { failureOf } from "../../support/errors";
import { useHttpServer } from "../../support/httpServer";

const server = useHttpServer();

/** What the command holds, and what the machine prints; an answer may hold pieces of either. */
const COMMAND = "cd '/srv/S3CRETDIR'; export TOKEN='S3CRETVALUE'; ./install --key S3CRETKEY";
const PRINTED = "token is PR1NTED";
const HALF = COMMAND.slice(0, 50);
const SECRETS = /S3CRET|PR1NTED/i;

let logged = "";
beforeEach(() => {
  logged = "";
  jest.replaceProperty(process, "env", { ...process.env, VPS_LOG: "debug" });
  jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    logged += String(text);
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

function shell(): KiwivmShell {
  const endpoint = { hoster: "KiwiVM", baseUrl: server.url, headers: {}, secrets: [], refusal: kiwivmRefusal };
  return new KiwivmShell(httpClient(endpoint, { firstPauseSeconds: 0.001, retries: 1 }));
}

const CALLS: [string, () => Promise<unknown>][] = [
  ["exec", () => shell().exec(COMMAND, 5)],
  ["cd", () => shell().directory("/srv/S3CRETDIR")],
  ["script", () => shell().runScript(COMMAND)],
];

/** What KiwiVM may say, how it is told, and what an error still says of it. */
const ANSWERS: [string, { status?: number; body: string | object }, string][] = [
  ["an odd exit status", { body: { error: -1, message: PRINTED } }, "error -1;"],
  ["another one", { body: { error: "256", message: PRINTED } }, "error 256;"],
  ["an unknown code", { body: { error: 700010, message: `Cannot run: ${HALF}` } }, "error 700010;"],
  ["more words", { body: { error: 700010, message: "no", additionalErrorInfo: HALF } }, "error 700010;"],
  ["a known code", { body: { error: 700000, message: HALF } }, "error 700000 (the machine is not running);"],
  ["a wrong key", { body: { error: 700005, message: HALF } }, "error 700005 (the VEID and the key do not match);"],
  ["a lock", { body: { error: 788888, message: HALF } }, "error 788888 (the machine is locked);"],
  ["a code that is none", { body: { error: PRINTED, message: PRINTED } }, "error is not as documented"],
  ["a status of HTTP", { status: 400, body: { message: HALF, [PRINTED]: PRINTED } }, "answered 400"],
  ["text", { status: 500, body: HALF }, "answered 500"],
  ["no JSON", { body: PRINTED }, "text that is not JSON"],
  ["HTML", { body: `<p>${PRINTED}</p>` }, "an HTML page"],
];

describe.each(CALLS)("%s", (_call, run) => {
  test.each(ANSWERS)("neither errors nor the log quote %s", async (_answer, answer, said) => {
    server.answers(answer);
    const error = await failureOf(run(), HttpError);
    expect(error.message).toContain(said);
    expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(SECRETS);
    expect(logged).toContain("vps: KiwiVM POST");
    expect(logged).not.toMatch(SECRETS);
  });
});

test("the words of a lock are KiwiVM's own, and told", async () => {
  const body = { error: 788888, message: HALF, additionalErrorInfo: "OS Reinstall: debian-13-x86_64" };
  server.answers({ body });
  const error = await failureOf(shell().exec(COMMAND, 5), HttpError);
  expect(error.busy?.task).toBe("OS Reinstall: debian-13-x86_64");
});
