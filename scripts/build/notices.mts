/** The notices that the licences of bundled packages ask for. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

interface Manifest {
  name: string;
  version: string;
  license?: string | object;
  author?: string | object;
}

const NOTICE_FILE = /^(licen[cs]e|copying|notice)/i;
const RULE = "-".repeat(80);

/** Name, version, licence and licence texts of every package whose code is in a bundle. */
export function notices(metafiles: readonly Metafile[]): string {
  const outputs = Object.assign({}, ...metafiles.map((one) => one.outputs)) as Metafile["outputs"];
  const modules = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(modules.flatMap((file) => packageFolder(file) ?? []));
  const bundles = Object.keys(outputs).map((file) => file.split("/").slice(-2).join("/"));
  const head = `${bundles.join(" and ")}, beside this file, contain code of these ${folders.size} packages:\n`;
  return [head, ...[...folders].sort().map(notice)].join("\n");
}

/** Packages may be nested: the innermost one counts. */
function packageFolder(file: string): string | undefined {
  return /^.*\bnode_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const files = readdirSync(folder).filter((name) => NOTICE_FILE.test(name));
  const texts = files.sort().map((name) => readFileSync(join(folder, name), "utf8").trim());
  if (texts.length === 0) texts.push(declared(manifest));
  const { name, version, license } = manifest;
  if (typeof license !== "string")
    throw new Error(`${name} is bundled and does not name its licence. Say here what it is.`);
  return [RULE, `${name} ${version} (${license})`, RULE, "", texts.join("\n\n"), ""].join("\n");
}

/** For a package that names its licence and does not hold its text. */
function declared({ name, license, author }: Manifest): string {
  if (license !== "MIT" || typeof author !== "string") {
    throw new Error(
      `${name} is bundled and holds no licence text. Find out under which terms it may be, and say so here.`,
    );
  }
  return `Its author is ${author}. It holds no licence text; this is the one of the licence it names:\n\n${MIT}`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
