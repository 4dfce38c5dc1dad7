import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { commandLine, quoted } from "../../../../provider/resources/kiwivm/commandLine";

/** What the shell of this machine makes of a line. */
const run = (line: string) => execFileSync("/bin/sh", ["-c", line], { encoding: "utf8", stdio: "pipe" });

/** All that can stand in a command line: any text without NUL, shells' own characters more often than others. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."'\"\\$`!*?~#&;|<>(){}[]= \t\n\r-ab"), maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);
const text = word.filter((one) => !one.includes("\0"));
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/).map((one) => `T_${one}`);

test("any text is one word, and itself", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (words) => {
      expect(run(`printf '%s\\037' ${words.map(quoted).join(" ")}`)).toBe(words.map((one) => `${one}\u001f`).join(""));
    }),
    { numRuns: 60 },
  );
});

test("variables arrive as they are, in every part of the command and in what it runs", () => {
  fc.assert(
    fc.property(fc.dictionary(name, text, { minKeys: 1, maxKeys: 4 }), (environment) => {
      const names = Object.keys(environment);
      const show = names.map((one) => `printf '%s\\037' "$${one}"`).join("; ");
      const expected = Object.values(environment)
        .map((value) => `${value}\u001f`)
        .join("");
      expect(run(commandLine(`${show}; sh -c ${quoted(show)}`, undefined, environment))).toBe(expected + expected);
    }),
    { numRuns: 60 },
  );
});

describe("a directory", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-vps-shell-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(["plain", "it's", " with spaces ", "$HOME", "-", 'a"b', "new\nline", "*"])("%j", (name) => {
    const directory = join(folder, name);
    mkdirSync(directory);
    expect(run(commandLine('printf %s. "$PWD"', directory, { A: "1" }))).toBe(`${directory}.`);
  });

  test("that is missing: no part of the command runs", () => {
    const line = commandLine("true; echo ran || echo ran", join(folder, "missing"), { A: "1" });
    const { status, stdout } = spawnSync("/bin/sh", ["-c", line], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBeGreaterThan(0);
  });
});

test("a command alone is left as it is", () => {
  expect(commandLine("a && b # c", undefined, {})).toBe("a && b # c");
});
