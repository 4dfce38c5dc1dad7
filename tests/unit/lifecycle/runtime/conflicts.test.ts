import { VpsError } from "../../../../provider/errors/vpsError";
import { Conflicts } from "../../../../provider/lifecycle/runtime/conflicts";
import { failureOf } from "../../support/errors";

let conflicts: Conflicts;
beforeEach(() => {
  conflicts = new Conflicts();
});

test("without any, all may be ordered", async () => {
  await conflicts.requireNone("server");
});

test("one that stands is named, the others are counted", async () => {
  conflicts.stands("zone: zone example.com exists already", "zone", ["FornexDnsDomain example.com"]);
  conflicts.stands("www: record 7 exists already", "www", ["FornexDnsRecord 7"]);
  const { message } = await failureOf(conflicts.requireNone("server", 0), VpsError);
  expect(message).toMatch(/because this run would fail: zone: zone example\.com exists already \(and 1 more\)/);
});

test("one falls when all objects in the way are deleted or adopted", async () => {
  conflicts.stands("www: records 7, 8 exist already", "www", ["FornexDnsRecord 7", "FornexDnsRecord 8"]);
  conflicts.clear("FornexDnsRecord 7");
  await failureOf(conflicts.requireNone("server", 0), VpsError);
  conflicts.clear("FornexDnsRecord 8");
  await conflicts.requireNone("server");
});

test("a look that is under way is waited for, however it ends", async () => {
  let found: () => void = () => {};
  const look = conflicts.duringLook(async () => {
    await new Promise<void>((resolve) => {
      found = resolve;
    });
    conflicts.stands("zone: exists already", "zone", ["FornexDnsDomain example.com"]);
    throw new VpsError("http", "down");
  });
  const refused = failureOf(conflicts.requireNone("server", 0), VpsError);
  found();
  await failureOf(look, VpsError);
  expect((await refused).message).toContain("zone: exists already");
});

describe("what may be about to be replaced", () => {
  const NEVER = 3600;
  beforeEach(() => {
    conflicts.stands("www: record 7 exists already", "FornexDnsRecord www", ["FornexDnsRecord 7"]);
  });

  test("is waited for until it is deleted", async () => {
    const free = conflicts.requireNone("server", NEVER);
    conflicts.clear("FornexDnsRecord 7");
    await free;
  });

  test("is not waited for any more once its create is refused", async () => {
    const refused = failureOf(conflicts.requireNone("server", NEVER), VpsError);
    conflicts.confirm("FornexDnsRecord other");
    conflicts.confirm("FornexDnsRecord www");
    expect((await refused).message).toContain("www: record 7 exists already");
  });
});

test("one falls when what it was about is made all the same, whatever was in the way", async () => {
  conflicts.stands("www: record 7 exists already", "www", ["FornexDnsRecord 7"]);
  conflicts.stands("api: adopt: several objects match", "api");
  conflicts.settle("www");
  conflicts.settle("api");
  await conflicts.requireNone("server");
});
