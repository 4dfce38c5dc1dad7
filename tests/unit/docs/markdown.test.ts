import { functionPage } from "../../../scripts/docs/function.mts";
import { resourcePage } from "../../../scripts/docs/resource.mts";
import type { FunctionSpec, PackageSpec, ResourceSpec } from "../../../scripts/schema/pulumi.mts";

const TYPES: PackageSpec["types"] = {
  "vps:index:Mode": { description: "How.", type: "string", enum: [{ value: "a" }, { value: "b" }, { value: "c" }] },
  "vps:index:Part": {
    description: "A part.",
    type: "object",
    properties: { whole: { $ref: "#/types/vps:index:Part", description: "What it is a part of (unverified)." } },
    required: [],
  },
};

const THING: ResourceSpec = {
  description: "A thing.\n\nIts id is its name.",
  inputProperties: {
    mode: { $ref: "#/types/vps:index:Mode", description: "How it works." },
    name: { type: "string", description: "What it is called.", willReplaceOnChanges: true },
  },
  requiredInputs: ["name"],
  properties: {
    mode: { $ref: "#/types/vps:index:Mode", description: "How it works." },
    name: { type: "string", description: "What it is called.", secret: true },
    parts: { type: "array", items: { $ref: "#/types/vps:index:Part" }, description: "Its parts." },
  },
  required: ["name"],
  aliases: [],
};

const GET_THING: FunctionSpec = {
  description: "A thing. Whether it answers is unverified.",
  deprecationMessage: "Use something else.",
  outputs: {
    description: "The thing.",
    type: "object",
    properties: { names: { type: "array", items: { type: "string" }, description: "All names.", secret: true } },
    required: ["names"],
  },
};

test("a resource's page: required arguments first, what they are, what a value may be", () => {
  const page = resourcePage("Thing", THING, TYPES);
  expect(page).toMatch(/^## Arguments\n\n.*`name`.*\n.*`mode`/m);
  expect(page).toContain("- **`name`** (string, required, secret, a change replaces the resource): What it is called.");
  expect(page).toContain('- **`mode`** (`"a"`, `"b"` or `"c"`, optional): How it works.');
  expect(page).toContain("- **`parts`** (list of [Part](#part), may be missing): Its parts.");
  expect(page).toContain("### Part\n\nA part.\n\n- **`whole`** ([Part](#part), may be missing)");
  expect(page).toContain("## Id\n\nIts id is its name.\n");
  expect(page).toContain("## Unverified\n\nMarked where it is described: `Part`.\n");
});

test("a resource without outputs of its own says so; one without an id cannot be described", () => {
  const { parts: _, ...properties } = THING.properties;
  expect(resourcePage("Thing", { ...THING, properties }, TYPES)).toContain("## Outputs\n\nThe arguments.\n\n## Id");
  expect(() => resourcePage("Thing", { ...THING, description: "A thing." }, TYPES)).toThrow("Its id is");
});

test("a function's page: what to use instead, and what it answers", () => {
  const page = functionPage("getThing", GET_THING, TYPES);
  expect(page).toContain("# getThing\n\n**Deprecated.** Use something else.\n\nA thing.\n\n## Arguments\n\nNone.\n");
  expect(page).toContain("## Result\n\nThe thing.\n\n- **`names`** (list of strings, secret): All names.\n");
  expect(page).toContain("## Unverified\n\nWhether it answers is unverified.\n");
});
