import { send, useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const guest = () => world.simulator.state().kiwivm.machines["111141"]?.guest;
const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });
const run = async (command: string) => {
  const { error, message, ...rest } = await kiwivm("basicShell/exec", { command });
  expect(rest).toEqual({});
  return [error, message];
};

describe("basicShell/exec", () => {
  test("error is the exit status, message the output", async () => {
    expect(await kiwivm("basicShell/exec", { command: "echo hello" })).toEqual({ error: 0, message: "hello\n" });
    expect(await kiwivm("basicShell/exec", { command: "echo no; exit 3" })).toEqual({ error: 3, message: "no\n" });
  });

  test("created, changed and deleted; every command begins anew", async () => {
    expect(await run("mkdir -p /srv/app && cd /srv/app && echo one > config")).toEqual([0, ""]);
    expect(await run("cat /srv/app/config")).toEqual([0, "one\n"]);
    expect(await run("pwd")).toEqual([0, "/root\n"]);
    expect(await run("cd /srv/app; echo two >> config; cat config")).toEqual([0, "one\ntwo\n"]);
    expect(guest()).toMatchObject({ files: { "/srv/app/config": "one\ntwo\n" }, directories: ["/srv/app"] });
    expect(await run("rm -r /srv/app")).toEqual([0, ""]);
    expect(guest()).toMatchObject({ files: {}, directories: [] });
    expect(guest()?.commands).toHaveLength(5);
    expect(guest()?.commands[0]).toEqual({
      command: "mkdir -p /srv/app && cd /srv/app && echo one > config",
      exitStatus: 0,
    });
  });

  test.each([
    // Words and quotes
    ["echo 'a  b' \"c  d\" e\\ f   g", 0, "a  b c  d e f g\n"],
    ["echo 'it'\\''s'", 0, "it's\n"],
    ['echo "a \\"b\\" \\$HOME $HOME" \'$HOME\'', 0, 'a "b" $HOME /root $HOME\n'],
    ["echo a#b # comment", 0, "a#b\n"],
    ["echo a \\\n b", 0, "a b\n"],
    ["echo ~ ~/x '~'", 0, "/root /root/x ~\n"],
    ["echo 'ü\n$x'", 0, "ü\n$x\n"],
    ["printf '%s-%s\\n' a b", 0, "a-b\n"],
    ["", 0, ""],
    // Variables
    [`A='1 2'; echo $A "$A" \${A}x [$B] $B`, 0, "1 2 1 2 1 2x []\n"],
    ["A='it'\\''s' printenv A", 0, "it's\n"],
    ["A=1 sh -c 'echo $A'; echo [$A]", 0, "1\n[]\n"],
    ["A=1; sh -c 'echo [$A]'; export A; sh -c 'echo [$A]'", 0, "[]\n[1]\n"],
    ["export A=1 B='2 3' && printenv B", 0, "2 3\n"],
    ["env A=1 B='x y' sh -c 'echo $A $B'", 0, "1 x y\n"],
    ["A=1 env", 0, expect.stringMatching(/^A=1$/m)],
    ["false; echo $?", 0, "1\n"],
    // One after the other
    ["true && echo a || echo b", 0, "a\n"],
    ["false && echo a || echo b", 0, "b\n"],
    ["false && echo a; echo b", 0, "b\n"],
    ["echo a &&\necho b\necho c", 0, "a\nb\nc\n"],
    ["exit 300; echo no", 44, ""],
    ["sh -c 'exit 5'; echo $?", 0, "5\n"],
    ["false", 1, ""],
    // Output
    ["echo a > f; cat f; echo b>f; cat f", 0, "a\nb\n"],
    ["cat missing 2>/dev/null || echo gone", 0, "gone\n"],
    ["cat missing > log 2>&1; cat log", 0, "cat: missing: No such file or directory\n"],
    ["echo a >&2", 0, "a\n"],
    ["echo a > /nowhere/f", 1, "sh: /nowhere/f: No such file or directory\n"],
    // Files
    ["touch b a; ls; ls /nowhere", 1, "a\nb\nls: /nowhere: No such file or directory\n"],
    ["mkdir d && touch d/x && rm d", 1, "rm: d: Is a directory\n"],
    ["rm -f missing", 0, ""],
    ["rm missing", 1, "rm: missing: No such file or directory\n"],
    ["mkdir /srv", 1, "mkdir: /srv: File exists\n"],
    ["[ -f x ] || touch x; test -f x && [ ! -d x ] && echo yes", 0, "yes\n"],
    ["[ a = b ] || [ -n '' ] || [ a != b ] && echo yes", 0, "yes\n"],
    ["cd /nowhere", 1, "sh: cd: /nowhere: No such file or directory\n"],
    ["cd /srv/../etc/. && pwd && cd && pwd", 0, "/etc\n/root\n"],
    ["echo 'echo hi $1' > s.sh; sh s.sh", 0, "hi\n"],
    ["hostname; whoami", 0, "my.server.com\nroot\n"],
    ["/bin/echo a; sleep 1000", 0, "a\n"],
    // What it does not know
    ["apt-get install -y nginx", 127, "sh: apt-get: command not found\n"],
    ["constructor", 127, "sh: constructor: command not found\n"],
    ["echo a | cat", 2, "sh: the simulated shell does not know |\n"],
    ["echo $(id)", 2, "sh: the simulated shell does not know $(\n"],
    ['echo "`id`"', 2, "sh: the simulated shell does not know substitutions\n"],
    ["rm *", 2, "sh: the simulated shell does not know *\n"],
    ["sleep 1 &", 2, "sh: the simulated shell does not know &\n"],
    ["echo 'a", 2, expect.stringContaining("does not know")],
    ["echo a &&", 2, expect.stringContaining("syntax error")],
    ["&& echo a", 2, expect.stringContaining("syntax error")],
    ["echo a >", 2, expect.stringContaining("syntax error")],
  ] as [string, number, unknown][])("%j ends with %d", async (command, status, output) => {
    expect(await run(command)).toEqual([status, output]);
  });

  test("reads and writes files that were patched in, never those of this computer", async () => {
    patchMachine({ guest: { files: { "/etc/app/config": "by hand" } } });
    expect(await run("cat config /etc/app/config; ls /etc/app")).toEqual([
      0,
      expect.stringContaining("by handconfig\n"),
    ]);
    expect(await run("cat /etc/passwd")).toEqual([1, "cat: /etc/passwd: No such file or directory\n"]);
    expect(() => patchMachine({ guest: { files: { config: "" } } })).toThrow("absolute");
  });

  test("API errors are large numbers, in the same place", async () => {
    expect(await kiwivm("basicShell/exec")).toMatchObject({ error: 700001 });
    expect(await run("true")).toEqual([0, ""]);
    patchMachine({ power: { status: "stopped" } });
    expect((await kiwivm("basicShell/exec", { command: "true" })).error).toBe(700000);
    patchMachine({ lock: {} });
    expect((await kiwivm("basicShell/exec", { command: "true" })).error).toBe(788888);
    expect(guest()?.commands).toHaveLength(1);
  });

  test("GET, and output with slashes", async () => {
    const { KIWIVM_API_URL, KIWIVM_VEID = "", KIWIVM_API_KEY = "" } = world.simulator.env;
    const query = new URLSearchParams({ veid: KIWIVM_VEID, api_key: KIWIVM_API_KEY, command: "pwd" });
    const { text } = await send("GET", `${KIWIVM_API_URL}/basicShell/exec?${query}`);
    expect(text).toBe('{"error":0,"message":"\\/root\\n"}');
  });
});

describe("basicShell/cd", () => {
  const cd = (currentDir: string, newDir: string) => kiwivm("basicShell/cd", { currentDir, newDir });

  test.each([
    ["/", "srv", "/srv"],
    ["/srv", "..", "/"],
    ["/srv/", "/etc", "/etc"],
    ["", "", "/root"],
    ["/srv", "~", "/root"],
    ["/srv", "", "/srv"],
  ])("from %j to %j is %j", async (currentDir, newDir, pwd) => {
    expect(await cd(currentDir, newDir)).toEqual({ error: 0, pwd: `${pwd}\n` });
  });

  test("into a directory that was made", async () => {
    await run("mkdir '/srv/my app'");
    expect((await cd("/srv", "my app")).pwd).toBe("/srv/my app\n");
    expect(await run("pwd")).toEqual([0, "/root\n"]);
  });

  test("needs both, and a machine that runs", async () => {
    expect((await kiwivm("basicShell/cd", { currentDir: "/" })).error).toBe(700001);
    expect((await kiwivm("basicShell/cd", { newDir: "/" })).error).toBe(700001);
    patchMachine({ power: { status: "stopped" } });
    expect((await cd("/", "srv")).error).toBe(700000);
  });
});

describe("shellScript/exec", () => {
  test("answers the name of a log, at once; the script is noted and never run", async () => {
    const script = "#!/bin/sh\ntouch /root/done\n";
    const answer = await kiwivm("shellScript/exec", { script });
    expect(answer).toEqual({
      error: 0,
      log: expect.stringMatching(/\.log$/),
      node_ip: "203.0.113.9",
      output_stream_id: expect.any(String),
    });
    expect(guest()?.scripts).toEqual({ [answer.log]: { script, at: expect.any(String) } });
    expect(guest()?.files).toEqual({});
    expect((await kiwivm("shellScript/exec", { script })).log).not.toBe(answer.log);
  });

  test("needs a script, and a machine that runs", async () => {
    expect((await kiwivm("shellScript/exec")).error).toBe(700001);
    patchMachine({ power: { status: "stopped" } });
    expect((await kiwivm("shellScript/exec", { script: "true" })).error).toBe(700000);
  });
});
