import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { FUNCTIONS, RESOURCES } from "../schema/support";

const ROOT = resolve(__dirname, "../../..");
const PAGES = ["README.md", ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })]
  .map((name, index) => (index === 0 ? name : `docs/${name}`))
  .filter((path) => path.endsWith(".md"));
const text = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** Anchors as code hosts make them of headings. */
function anchorsIn(page: string): string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}

test.each(PAGES)("%s: every link leads somewhere", (path) => {
  const links = [...text(path).matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
  const broken = links
    .filter((link) => !link.startsWith("https://"))
    .filter((link) => {
      const [file = "", anchor] = link.split("#");
      const target = file ? join(dirname(path), file) : path;
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsIn(text(target)).includes(anchor);
    });
  expect(broken).toEqual([]);
});

test.each(RESOURCES)("%s: its page says all there is to say", (name, spec) => {
  const page = text(`docs/resources/${name}.md`);
  const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(sections.join()).toMatch(/^Examples?,Arguments,Outputs,(Types,)?Id,Import,?(Unverified)?$/);
  for (const property of Object.keys({ ...spec.inputProperties, ...spec.properties }))
    expect(page).toContain(`- **\`${property}\`** (`);
  for (const name of spec.requiredInputs) expect(page).toMatch(new RegExp(`\`${name}\`\\*\\* \\([^)]*required`));
});

test.each(FUNCTIONS)("%s: its page says all there is to say", (name, { inputs, outputs }) => {
  const page = text(`docs/functions/${name}.md`);
  const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(sections.join()).toMatch(/^Examples?,Arguments,Result,?(Types)?,?(Unverified)?$/);
  for (const property of Object.keys({ ...inputs?.properties, ...outputs.properties }))
    expect(page).toContain(`- **\`${property}\`** (`);
});

test("the index leads to every page", () => {
  const index = text("docs/README.md");
  for (const [name] of RESOURCES) expect(index).toContain(`(resources/${name}.md)`);
  for (const [name] of FUNCTIONS) expect(index).toContain(`(functions/${name}.md)`);
});
