import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ERROR_CODES } from "../../../provider/errors/codes";
import { HTTP_FAILURES } from "../../../provider/errors/httpError";

const ROOT = join(__dirname, "../../..");
const sources = globSync("{provider,sdk,cli}/**/*.ts", { cwd: ROOT }).map((file) =>
  readFileSync(join(ROOT, file), "utf8"),
);
/** What the package can say, with every value that is filled in as "…". */
const spoken = sources
  .join("\n")
  .replaceAll(/\\`/g, "`")
  .replaceAll(/\$\{[^{}]*\}/g, "…");

const [ours = "", hosters = ""] = readFileSync(join(ROOT, "docs/errors.md"), "utf8").split("## Answers of a hoster");
const rows = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, code = "", words = "", cause = "", fix = ""]) => ({ code: code.slice(1, -1), words, cause, fix }));
const codes = (text: string) => [...new Set(rows(text).map(({ code }) => code))].sort();

test("docs/errors.md lists every code as it is printed, of a request with each way to fail, and no other", () => {
  const without = ERROR_CODES.filter((code) => code !== "http");
  expect(codes(ours)).toEqual(without.map((code) => `vps:${code}`).sort());
  expect(codes(hosters)).toEqual(HTTP_FAILURES.map((kind) => `vps:http-${kind}`).sort());
});

test.each(rows(ours + hosters))("$code: $words", ({ words, cause, fix }) => {
  expect(cause).toMatch(/\w/);
  expect(fix).toMatch(/\w/);
  const quotes = [...words.matchAll(/`([^`]+)`/g)].map(([, quote]) => quote as string);
  expect(quotes).not.toEqual([]);
  for (const quote of quotes) expect(spoken).toContain(quote.replace(/^…|…$/g, ""));
});

test.each(ERROR_CODES)("%s is thrown somewhere", (code) => {
  const uses = sources.filter((source) =>
    new RegExp(`(VpsError\\(|super\\(|refusal\\(|withCode\\(\\w+,|as\\(|: )\\s*"${code}"`).test(source),
  );
  expect(uses).not.toEqual([]);
});
