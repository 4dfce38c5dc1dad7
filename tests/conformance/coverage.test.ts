import entries from "../../provider/dynamic";
import { ROWS } from "./rows";

/** What is no resource of a program: where its functions find their settings. */
const { environment: _environment, ...dynamicAdapter } = entries;

test("every resource has a row", () => {
  expect(ROWS.map(({ subject }) => subject.name).sort()).toEqual(Object.keys(dynamicAdapter).sort());
});

describe.each(ROWS.map((row) => [row.subject.name, row] as const))("%s", (_name, row) => {
  const { subject } = row;

  test("every argument of the schema is described", () => {
    expect(Object.keys(subject.arguments).sort()).toEqual([...subject.schemaNames].sort());
  });

  test.each(Object.entries(subject.arguments))("%s is drift, or says why not", (_argument, { role, reason }) => {
    expect(["drift", "writeOnly", "control"]).toContain(role);
    if (role !== "drift") expect(reason).toMatch(/\S{2,} \S+/);
  });

  test("every argument that the hoster shows can be accepted and ignored", () => {
    const shown = subject.schemaNames.filter((name) => subject.arguments[name]?.role === "drift");
    expect(Object.keys(row.ignored ?? {}).sort()).toEqual(shown.sort());
  });

  test.each(subject.schemaNames)("%s has another value", (argument) => {
    expect(row.others[argument]).toHaveProperty(argument);
    expect(row.others[argument]?.[argument]).not.toEqual({ ...row.required, ...row.optional }[argument]);
  });

  test("required arguments have a sample, and so has every optional one that is not only for a create", () => {
    const loud = subject.schemaNames.filter((name) => !subject.arguments[name]?.createOnly);
    const sampled = [...Object.keys(row.required), ...Object.keys(row.optional)];
    expect(sampled.sort()).toEqual(loud.sort());
    const neverLeftOut = Object.keys(row.neverLeftOut ?? {});
    expect(
      loud
        .filter((name) => !subject.isOptional(name))
        .concat(neverLeftOut)
        .sort(),
    ).toEqual(Object.keys(row.required).sort());
  });

  test("an argument that means something when left out has that as default", () => {
    const always = subject.schemaNames.filter((name) => subject.arguments[name]?.hasDefault);
    expect(Object.keys(row.defaults ?? {}).sort()).toEqual(always.sort());
  });
});
