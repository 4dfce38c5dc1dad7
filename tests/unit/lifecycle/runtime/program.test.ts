import { checkedIn, describedKey, Program } from "../../../../provider/lifecycle/runtime/program";
import { UNKNOWN } from "../../../../provider/lifecycle/unknown";
import { fornexDnsRecord } from "../../../../provider/resources/fornex/dnsRecord";
import { kiwiCommand } from "../../../../provider/resources/kiwivm/command";

const A = { domain: "example.com", host: "www", type: "A", value: "192.0.2.1" };
const OTHER = { ...A, host: "api" };
const KEY = describedKey(fornexDnsRecord, A) as string;

let program: Program;
beforeEach(() => {
  program = new Program();
});
const checked = (name: string | undefined, olds: object, news: object) =>
  checkedIn(fornexDnsRecord, olds, news, { name });
/** The calls of one resource whose option replacementTrigger has changed. */
function trigger(name: string, olds: object, news: object, diffed = false) {
  program.existing("FornexDnsRecord", checked(name, olds, news));
  if (diffed) program.diffed("FornexDnsRecord", { name });
  return program.withoutOlds("FornexDnsRecord", checked(name, {}, news), false);
}

describe("the object that arguments describe", () => {
  test("is the same in every spelling", () => {
    expect(describedKey(fornexDnsRecord, { ...A, host: "WWW.example.com.", ttl: 300 })).toBe(KEY);
    expect(describedKey(fornexDnsRecord, OTHER)).not.toBe(KEY);
  });

  test.each(["domain", "host", "type", "value"])("is open while %s is not known", (name) => {
    expect(describedKey(fornexDnsRecord, { ...A, [name]: UNKNOWN })).toBeUndefined();
  });

  test("does not depend on what does not identify it, and is none for an action", () => {
    expect(describedKey(fornexDnsRecord, { ...A, ttl: UNKNOWN })).toBe(KEY);
    expect(describedKey(kiwiCommand, { veid: "123456", create: "true" })).toBeUndefined();
  });
});

describe("two resources of one object", () => {
  test("are told from one that is checked twice by their names", () => {
    expect(program.twinOf(checked("one", {}, A))).toBeUndefined();
    expect(program.twinOf(checked("one", {}, A))).toBeUndefined();
    expect(program.twinOf(checked("two", {}, A))).toBe("one");
    expect(program.twinOf(checked("three", {}, OTHER))).toBeUndefined();
  });

  test("are right where both were applied so, since each has an object of its own", () => {
    program.twinOf(checked("one", A, A));
    expect(program.twinOf(checked("two", A, A))).toBeUndefined();
    expect(program.twinOf(checked("new", {}, A))).toBe("one");
  });

  test("are right where one names another object by its id", () => {
    program.twinOf(checked("one", A, A));
    expect(program.twinOf(checked("two", {}, { ...A, adopt: "366195" }))).toBeUndefined();
    expect(program.twinOf(checked("three", {}, { ...OTHER, adopt: "366195" }))).toBe("two");
  });

  test("cannot be told without a name, or before the arguments are known", () => {
    program.twinOf(checked("one", {}, A));
    expect(program.twinOf(checked(undefined, {}, A))).toBeUndefined();
    expect(program.twinOf(checked("two", {}, { ...A, value: UNKNOWN }))).toBeUndefined();
  });
});

test("what the program describes is known by its arguments and by the id that is adopted, with a name or without", () => {
  program.twinOf(checked(undefined, {}, A));
  program.twinOf(checked("adopting", {}, { ...OTHER, adopt: "366195" }));
  const other = describedKey(fornexDnsRecord, OTHER) as string;
  expect([KEY, other, "FornexDnsRecord 366195"].map((key) => program.describes(key))).toEqual([true, true, true]);
  expect(program.describes("FornexDnsRecord 366196")).toBe(false);
});

describe("a changed replacementTrigger", () => {
  test("is a check with old inputs and one without, and no diff in between", () => {
    expect(trigger("www", A, A)).toBe("replacement");
    expect(program.isTriggered(KEY)).toBe(true);
  });

  test("is no check with a diff after it, nor one alone, nor that of another resource, nor of another object", () => {
    expect(trigger("www", A, A, true)).toBe("perhaps new");
    expect(program.withoutOlds("FornexDnsRecord", checked("new", {}, A), false)).toBe("perhaps new");
    program.existing("FornexDnsRecord", checked("www", A, A));
    expect(program.withoutOlds("FornexDnsRecord", checked("api", {}, A), false)).toBe("perhaps new");
    expect(trigger("moved", A, OTHER)).toBe("perhaps new");
    expect(program.isTriggered(KEY)).toBe(false);
  });
});

test("consent is that of the last check without old inputs", () => {
  expect(program.consentTo(KEY)).toBeUndefined();
  program.withoutOlds("FornexDnsRecord", checked("www", {}, A), false);
  expect(program.consentTo(KEY)).toBe(false);
  program.withoutOlds("FornexDnsRecord", checked("www", {}, A), true);
  expect(program.consentTo(KEY)).toBe(true);
});

test("inputs that a check let pass are known again, in any order of keys, and no others", () => {
  const declared = { name: "www" };
  program.passed(fornexDnsRecord, { ...A, __provider: "x" }, declared);
  const reversed = Object.fromEntries(Object.entries(A).reverse());
  expect(program.hasPassed(fornexDnsRecord, reversed, declared)).toBe(true);
  expect(program.hasPassed(fornexDnsRecord, { ...A, domain: UNKNOWN }, declared)).toBe(false);
  expect(program.hasPassed(fornexDnsRecord, A, { name: "other" })).toBe(false);
});
