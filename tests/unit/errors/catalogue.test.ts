import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HTTP_FAILURES } from "../../../provider/errors/httpError";
import { ERROR_CODES } from "../../../provider/errors/vpsError";

const ROOT = join(__dirname, "../../..");
const sources = globSync("provider/**/*.ts", { cwd: ROOT }).map((file) => readFileSync(join(ROOT, file), "utf8"));
/** What the provider can say, with every value that is filled in as "…". */
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
    .map(([, code = "", words = "", cause = "", cure = ""]) => ({ code: code.slice(1, -1), words, cause, cure }));
const codes = (text: string) => [...new Set(rows(text).map(({ code }) => code))].sort();

test("docs/errors.md lists every code, and every kind of failed request", () => {
  expect(codes(ours)).toEqual(ERROR_CODES.filter((code) => code !== "http").sort());
  expect(codes(hosters)).toEqual([...HTTP_FAILURES].sort());
});

test.each(rows(ours + hosters))("$code: $words", ({ code, words, cause, cure }) => {
  expect(cause).toMatch(/\w/);
  expect(cure).toMatch(/\w/);
  const quotes = [...words.matchAll(/`([^`]+)`/g)].map(([, quote]) => quote as string);
  if (code !== "unforeseen") expect(quotes).not.toEqual([]);
  for (const quote of quotes) expect(spoken).toContain(quote.replace(/^…|…$/g, ""));
});

test.each(ERROR_CODES)("%s is thrown somewhere", (code) => {
  const uses = sources.filter((source) => new RegExp(`(VpsError\\(|super\\(|: )\\s*"${code}"`).test(source));
  expect(uses).not.toEqual([]);
});
