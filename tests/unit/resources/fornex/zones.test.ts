import type { Domain, Entry, FornexDns } from "../../../../provider/clients/fornex/dns";
import { HttpError, type HttpFailure } from "../../../../provider/errors/httpError";
import { VpsError } from "../../../../provider/errors/vpsError";
import { Zones } from "../../../../provider/resources/fornex/zones";
import { failureOf } from "../../support/errors";

const content = (host: string) => ({ host, type: "A", value: "192.0.2.10", prio: undefined, ttl: undefined });
const entry = (id: number, host = "www"): Entry => ({ id, ...content(host) });
const domain = (name: string): Domain => ({ name, created: undefined, tags: [], entry_set: [] });
const http = (kind: HttpFailure) => new HttpError(kind, `Fornex answered ${kind}.`);

/** A Fornex in memory with one zone; every method can be watched and made to fail. */
let fornex: jest.Mocked<FornexDns>;
let zones: Zones;
let held: { domains: Domain[]; entries: Entry[] };
beforeEach(() => {
  held = { domains: [domain("example.com"), domain("notexample.com")], entries: [entry(1)] };
  fornex = {
    domains: jest.fn(async (query = "") => held.domains.filter(({ name }) => name.includes(query))),
    addDomain: jest.fn(async (name: string, _ip: string) => domain(name)),
    removeDomain: jest.fn(),
    setTags: jest.fn(async (_name, tags) => tags),
    entries: jest.fn(async (_domain: string) => [...held.entries]),
    addEntry: jest.fn(async (_domain, { host }) => entry(held.entries.length + 1, host)),
    replaceEntry: jest.fn(async (_domain, id, { host }) => entry(id, host)),
    setNameservers: jest.fn(),
    removeEntry: jest.fn(),
  };
  zones = new Zones(fornex);
});
const ids = async () => [...((await zones.entries("example.com")) ?? [])].map(({ id }) => id);

describe("records", () => {
  test("of one zone are listed once, however its name is written and however many need them", async () => {
    await Promise.all(["example.com", "Example.com.", "EXAMPLE.COM"].map((name) => zones.entries(name)));
    expect(fornex.entries.mock.calls).toEqual([["example.com"]]);
  });

  test("N records cost one list and N writes", async () => {
    await zones.entries("example.com");
    for (const host of ["a", "b", "c"]) {
      await zones.addEntry("example.com", content(host));
      held.entries.push(entry(held.entries.length + 1, host));
    }
    expect(await ids()).toEqual([1, 2, 3, 4]);
    await zones.replaceEntry("example.com", 2, content("x"));
    await zones.removeEntry("example.com", 3);
    expect([...((await zones.entries("example.com")) ?? [])].map(({ id, host }) => [id, host])).toEqual(
      expect.arrayContaining([
        [1, "www"],
        [2, "x"],
        [4, "c"],
      ]),
    );
    expect(fornex.entries).toHaveBeenCalledTimes(1);
  });

  test("N records whose replacement is answered without them cost one list more, which tells what they are", async () => {
    await zones.entries("example.com");
    held.entries.push(entry(2), entry(3));
    fornex.replaceEntry.mockResolvedValue(undefined);
    const replaced = await Promise.all([1, 2, 3].map((id) => zones.replaceEntry("example.com", id, content("x"))));
    expect(replaced).toMatchObject(held.entries);
    expect(fornex.entries).toHaveBeenCalledTimes(2);
  });

  test.each(["broken", "rejected"] as const)("a write that fails (%s) drops the list", async (kind) => {
    await zones.entries("example.com");
    fornex.addEntry.mockRejectedValueOnce(http(kind));
    await failureOf(zones.addEntry("example.com", content("a")), HttpError);
    held.entries.push(entry(2, "a"));
    expect(await ids()).toEqual([1, 2]);
    expect(fornex.entries).toHaveBeenCalledTimes(2);
  });

  test("one that is gone already is removed, once the list proves it", async () => {
    fornex.removeEntry.mockRejectedValue(http("not-found"));
    await zones.removeEntry("example.com", 9);
    expect((await failureOf(zones.removeEntry("example.com", 1), HttpError)).kind).toBe("not-found");
  });

  test("a refusal proves nothing", async () => {
    fornex.removeEntry.mockRejectedValue(http("forbidden"));
    expect((await failureOf(zones.removeEntry("example.com", 9), HttpError)).kind).toBe("forbidden");
  });
});

describe("a zone whose records are not found", () => {
  beforeEach(() => {
    fornex.entries.mockRejectedValue(http("not-found"));
  });

  test("is gone when the complete list of zones lacks it", async () => {
    held.domains = [domain("notexample.com")];
    expect(await zones.entries("example.com")).toBeUndefined();
    expect(fornex.domains.mock.calls).toEqual([["example.com"], []]);
  });

  test("but is listed: nothing is concluded", async () => {
    expect((await failureOf(zones.entries("example.com"), VpsError)).code).toBe("contradiction");
  });

  test("and the list fails: nothing is concluded", async () => {
    held.domains = [];
    fornex.domains.mockRejectedValue(http("server"));
    expect((await failureOf(zones.entries("example.com"), HttpError)).kind).toBe("server");
  });

  test.each(["forbidden", "blocked", "server", "unreadable", "unauthorized"] as const)(
    "other than by 404 (%s) is an error",
    async (kind) => {
      fornex.entries.mockRejectedValue(http(kind));
      held.domains = [];
      expect((await failureOf(zones.entries("example.com"), HttpError)).kind).toBe(kind);
    },
  );
});

describe("zones", () => {
  test("are found by their exact name among what the search brings up", async () => {
    expect((await zones.find("Example.com."))?.name).toBe("example.com");
    expect(await zones.find("xample.com")).toBeUndefined();
    expect(await zones.find("other.com")).toBeUndefined();
  });

  test("what was added and removed is known without a new list", async () => {
    await zones.named("new.example");
    await zones.add("New.Example.", "192.0.2.10");
    expect(fornex.addDomain).toHaveBeenCalledWith("new.example", "192.0.2.10");
    expect((await zones.find("new.example"))?.name).toBe("new.example");
    expect(fornex.domains).toHaveBeenCalledTimes(1);
    await zones.setTags("new.example", ["a"]);
    expect((await zones.find("new.example"))?.tags).toEqual(["a"]);
    await zones.remove("new.example");
    expect(await zones.named("new.example")).toEqual([]);
    expect(fornex.domains).toHaveBeenCalledTimes(1);
  });

  test("one that is gone already is removed, once the list proves it", async () => {
    fornex.removeDomain.mockRejectedValue(http("not-found"));
    await zones.remove("gone.example");
    expect((await failureOf(zones.remove("example.com"), HttpError)).kind).toBe("not-found");
  });
});
