import { isDeepStrictEqual } from "node:util";
import fc, { type Arbitrary } from "fast-check";
import type { Server } from "../../../provider/clients/vpsorg/schemas";
import { merged, specifiedIn } from "../../../provider/lifecycle/arguments";
import { mistakes } from "../../../provider/lifecycle/check";
import type { Resource } from "../../../provider/lifecycle/contract";
import { diff } from "../../../provider/lifecycle/diff";
import { choose } from "../../../provider/lifecycle/reconcile/existing";
import { idIn } from "../../../provider/lifecycle/runtime/keys";
import { Listing } from "../../../provider/lifecycle/runtime/listing";
import { checkedIn, describedKey } from "../../../provider/lifecycle/runtime/program";
import { resources } from "../../../provider/registry";
import type { Vps } from "../../../provider/resources/fornex/vpsCalls";
import type { MachineLocation } from "../../../provider/resources/kiwivm/serverLocation";
import type { Machine } from "../../../provider/resources/kiwivm/serverModel";
import { anyCase, internationalLabel, ipv6Groups, ipv6Spelling, maybeDot, space, wholeName } from "../support/dns";
import { offlineRun } from "../support/run";

/*
 * Every resource whose arguments or ids can be spelt in several ways: all that asks whether two spellings mean the same
 * answers alike, the canonical form, the natural key, what a list is searched by, `adopt`, and the program's two names.
 */

interface Spelt<A extends object, O, M> {
  /** What is meant; few different ones, so that two are often the same. */
  meant: Arbitrary<M>;
  /** Some way in which a program writes it. */
  written: (meant: M) => Arbitrary<A>;
  /** Some way in which the hoster shows it; absent for an action, of which there is nothing to show. */
  shown?: (meant: M) => Arbitrary<O>;
  /** Where the object is no whole one: only its id is compared. */
  isPart?: true;
  /** For a setting: how state knows that it is the program's own. */
  owned?: (args: A) => object;
  /** Some way in which a program writes its id. */
  id?: (id: string) => Arbitrary<string>;
}

const run = () => offlineRun({ kiwivmKeys: '{"123456":"private_simulated0123","654321":"private_simulated4567"}' });
const seen = new Set<string>();

function describeSpelling<A extends object, S extends A, O, M>(
  resource: Resource<A, S, O>,
  { meant, written, shown, isPart, owned = () => ({}), id = (one) => padded(one) }: Spelt<NoInfer<A>, NoInfer<O>, M>,
): void {
  seen.add(resource.name);

  describe(resource.name, () => {
    const ways = meant.chain((one) => fc.tuple(fc.constant(one), written(one), written(one)));

    const internalOf = (args: A) => ({ specified: specifiedIn(resource, args), owner: "", account: "" });

    test("every way to write the same passes, and is no difference", () => {
      fc.assert(
        fc.property(ways, ([, one, other]) => {
          expect(mistakes(resource, run(), {}, one)).toEqual([]);
          expect(resource.canonical(one)).toEqual(resource.canonical(other));
          const record = { properties: { ...one, ...owned(one) } as S & A, internal: internalOf(one) };
          expect(diff(resource, run(), "id", record, other).changes).toEqual([]);
        }),
      );
    });

    if (shown === undefined) return;
    const both = fc.tuple(meant, meant).chain(([one, other]) => fc.tuple(written(one), written(other), shown(other)));
    const key = (args: A) => resource.naturalKey(args);

    test("canonical form, natural key and list agree on what is the same", () => {
      fc.assert(
        fc.property(both, ([one, other, object]) => {
          const isSame = key(one) === key(other);
          const identity = identityOf(resource, one);
          expect(isDeepStrictEqual(identity, identityOf(resource, other))).toBe(isSame);
          expect(describedKey(resource, one) === describedKey(resource, other)).toBe(isSame);
          // What there is once for each place is in no list.
          if (resource.setting) expect(resource.idOf(object) === key(one)).toBe(isSame);
          else if (isListed(resource, one, other)) expect(resource.keysOf(object).includes(key(one))).toBe(isSame);
        }),
        { numRuns: 500 },
      );
    });

    test("however the hoster shows it, it is what the program wrote", () => {
      if (isPart) return;
      fc.assert(
        fc.property(
          meant.chain((one) => fc.tuple(written(one), written(one), shown(one))),
          ([one, other, object]) => {
            const known = { ...one, ...owned(one) } as S & A;
            const properties = merged(resource, known, resource.observe(object)) as S & A;
            const record = { properties, internal: internalOf(one) };
            expect(diff(resource, run(), resource.idOf(object), record, one).changes).toEqual([]);
            expect(diff(resource, run(), resource.idOf(object), record, other).changes).toEqual([]);
          },
        ),
      );
    });

    test("its id is one in every spelling, for adopt, an import and a look-up", () => {
      // What leaves nothing to look up has none.
      if (resource.importId === undefined) return;
      const { parse } = resource.importId;
      const named = fc
        .tuple(meant, meant)
        .chain(([one, other]) => fc.tuple(written(one), shown(one), shown(other)))
        .chain(([args, object, other]) => {
          const way = id(resource.idOf(object));
          return fc.tuple(fc.constant(args), fc.constant(object), fc.constant(other), way, way);
        });
      fc.assert(
        fc.property(named, ([args, object, other, one, again]) => {
          const own = resource.idOf(object);
          expect(parse(own)?.id).toBe(own);
          expect(idIn(resource, one)).toBe(own);
          expect(idIn(resource, idIn(resource, one))).toBe(own);
          if (!("adopt" in resource.arguments)) return;
          const listed = new Listing([other, object], resource.idOf);
          const chosen = choose(resource, run(), { ...args, adopt: one }, listed);
          expect(chosen && resource.idOf(chosen)).toBe(own);
          const adopts = (adopt: string) => checkedIn(resource, {}, { ...args, adopt }, {}).adopts;
          expect(adopts(one)).toBe(adopts(again));
        }),
      );
    });

    test("what is no id stays what it is", () => {
      fc.assert(
        fc.property(fc.string(), (text) => {
          expect(idIn(resource, idIn(resource, text))).toBe(idIn(resource, text));
        }),
      );
    });
  });
}

/** The canonical form of what tells one object from another. */
function identityOf<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: A): unknown[] {
  const { within = [], by = [] } = resource.identity ?? {};
  const canonical = resource.canonical(args);
  return [...within, ...by].map((name) => canonical[name]);
}

/** Whether both are looked for in the same list. */
function isListed<A extends object, S extends A, O>(resource: Resource<A, S, O>, one: A, other: A): boolean {
  const place = (args: A) => resource.identity?.within.map((name) => resource.canonical(args)[name]);
  return isDeepStrictEqual(place(one), place(other));
}

const padded = (text: string) => fc.constantFrom(text, ` ${text}`, `${text}\n`);
const zeros = (text: string) =>
  fc
    .tuple(fc.constantFrom("", "0", "00"), padded(text))
    .map(([some, one]) => one.replace(/\d/, (digit) => some + digit));
const numbered = (number: number) => fc.constantFrom(number, String(number));
const dnsName = (name: string) => anyCase(name).chain(maybeDot).chain(padded);
const international = internationalLabel.map(({ unicode, punycode }) => ({
  unicode: `${unicode}.example`,
  punycode: `${punycode}.example`,
}));
const someName = fc.oneof(
  fc.constantFrom("mail.example.com", "www.example.com").map((name) => ({ unicode: name, punycode: name })),
  wholeName.map((name) => ({ unicode: name, punycode: name })),
  international,
);
const spelledName = ({ unicode, punycode }: { unicode: string; punycode: string }) =>
  fc.oneof(dnsName(punycode), fc.constantFrom(unicode, `${unicode}.`));

const VEIDS = fc.constantFrom(123456, 654321);
const machine = (veid: number) => numbered(veid).map((one) => ({ veid: one }));
const ADDRESS = fc.oneof(
  fc.constantFrom<number[][]>([0x2001, 0xdb8, 1, 2, 0, 0, 0, 5], [0x2001, 0xdb8, 1, 2, 0, 0, 0, 0]),
  ipv6Groups,
);
const address = (groups: number[]) =>
  fc
    .tuple(ipv6Spelling(groups).chain(anyCase).chain(padded), fc.constantFrom("", "/64"))
    .map(([ip, length]) => ip.trim() + length);
const compressed = (groups: number[]) =>
  new URL(`http://[${groups.map((group) => group.toString(16)).join(":")}]`).hostname.slice(1, -1);
/** Ids of an address: the machine, a slash, and the address. */
const addressIds = (groups: number[]) => (id: string) =>
  fc.tuple(zeros(id.replace(/\/.*/, "")), address(groups)).map(([veid, ip]) => `${veid.trim()}/${ip}`);
const ofId = (id: string): number[] => {
  const [head = "", tail] = id.replace(/^\d+\//, "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
};

const server = (id: Server["id"], name: string, planId: Server["plan"]["id"]): Server => ({
  id,
  name,
  status: "active",
  hostname: undefined,
  ip_address: "192.0.2.10",
  ipv6_address: undefined,
  location: "us-west",
  plan: { id: planId, name: undefined, vcpus: 1, memory: 1024, storage: 20, bandwidth: 1000 },
  os: { id: 5, name: "Debian 13" },
  backups_enabled: undefined,
  created_at: undefined,
  updated_at: undefined,
});
const UUID = "0b5cf4d6-6bd8-4b0a-9e0e-1d2f3a4b5c6d";

describeSpelling(resources.vpsOrgServer, {
  meant: fc.record({
    id: fc.constantFrom<(string | number)[]>(17, UUID),
    name: fc.constantFrom("web-1", "web-2"),
    planId: fc.constantFrom<(string | number)[]>(1, UUID),
  }),
  written: ({ name, planId }) =>
    fc.record({
      name: anyCase(name),
      planId: typeof planId === "number" ? fc.constantFrom<(string | number)[]>(1, "1", "01") : anyCase(planId),
      osId: fc.constantFrom<(string | number)[]>(5, "5", "005"),
      location: anyCase("us-west"),
    }),
  shown: ({ id, name, planId }) => anyCase(name).map((one) => server(id, one, planId)),
  id: (id) => (id === UUID ? anyCase(id) : zeros(id)),
});

describeSpelling(resources.fornexDnsDomain, {
  meant: someName,
  written: (name) => fc.record({ name: spelledName(name), ip: padded("192.0.2.1") }),
  shown: (name) => spelledName(name).map((one) => ({ name: one, created: undefined, tags: [], entry_set: [] })),
  id: (id) => dnsName(id),
});

describeSpelling(resources.fornexDnsRecord, {
  meant: fc.record({ id: fc.constantFrom(17, 18), host: fc.constantFrom("www", "_a.b"), target: someName }),
  written: ({ host, target }) =>
    fc.record({
      domain: dnsName("example.org"),
      host: fc.oneof(anyCase(host), dnsName(`${host}.example.org`)),
      type: fc.constant("CNAME" as const),
      value: spelledName(target),
    }),
  shown: ({ id, host, target }) =>
    fc
      .tuple(fc.oneof(anyCase(host), anyCase(`${host}.example.org`).chain(maybeDot)), spelledName(target))
      .map(([shownHost, value]) => ({
        id,
        host: shownHost,
        type: "CNAME",
        value: value.trim(),
        prio: undefined,
        ttl: undefined,
        zone: "example.org",
      })),
  id: zeros,
});

const KEYS = [
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt",
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAID/EzP50WHDiwNmfcfMP8GVsje3UHMHX09N2sNvmheLz",
];
const publicKey = (key: string) =>
  fc
    .tuple(space, fc.constantFrom("", " me@laptop", " another comment"))
    .map(([gap, comment]) => key.replace(" ", gap) + comment);
describeSpelling(resources.sshKey, {
  meant: fc.record({ id: fc.constantFrom(17, 18), key: fc.constantFrom(...KEYS) }),
  written: ({ key }) => fc.record({ title: padded("laptop"), key: publicKey(key) }),
  shown: ({ id, key }) => publicKey(key).map((one) => ({ id, title: "laptop", key: one, default: undefined })),
  id: zeros,
});

const ORDERS = fc.constantFrom("34-501", "34-502");
describeSpelling(resources.fornexVps, {
  meant: ORDERS,
  written: (orderId) =>
    fc.record({
      orderId: fc.constant(orderId),
      name: padded("web"),
      tags: fc.constantFrom(["a", "b"], ["b ", "a", "a"]),
    }),
  shown: (id) => fc.constant({ order: { id, status: "active", name: "web", tags: ["b", "a"] } } as Vps),
  isPart: true,
});

describeSpelling(resources.fornexSshKeyAttachment, {
  meant: fc.record({ orderId: ORDERS, keyId: fc.constantFrom(67, 68) }),
  written: (args) => fc.constant(args),
  shown: (args) => fc.constant(args),
  id: (id) => fc.constantFrom("", "0").map((zero) => id.replace("/", `/${zero}`)),
});

describeSpelling(resources.fornexTicketWebhook, {
  meant: fc.constantFrom("https://hooks.example.com/T0", "https://hooks.example.com/T1"),
  written: (url) =>
    anyCase("https://hooks.example.com").chain((host) =>
      fc.constantFrom("", ":443").map((port) => ({ url: url.replace("https://hooks.example.com", host + port) })),
    ),
  shown: (url) => fc.constant({ url, last_error_date: null, last_error_message: null }),
  owned: ({ url }) => ({ ours: [url] }),
});

describeSpelling(resources.fornexNameservers, {
  meant: ORDERS,
  written: (orderId) =>
    fc.tuple(dnsName("ns1.example.net"), dnsName("ns2.example.net"), fc.boolean()).map(([one, two, turned]) => ({
      orderId,
      nameservers: turned ? [two, one, two] : [one, two],
    })),
  shown: (orderId) => fc.constant({ orderId }),
});

describeSpelling(resources.kiwiPtr, {
  meant: fc.record({ veid: VEIDS, groups: ADDRESS, ptr: someName }),
  written: ({ veid, groups, ptr }) => fc.record({ veid: numbered(veid), ip: address(groups), ptr: spelledName(ptr) }),
  shown: ({ veid, groups, ptr }) =>
    spelledName(ptr).map((one) => ({
      veid: String(veid),
      ip: compressed(groups),
      shownUnder: compressed(groups),
      ptr: one,
    })),
  owned: ({ ptr }) => ({ ours: [ptr] }),
  id: (id) => addressIds(ofId(id))(id),
});

describeSpelling(resources.kiwiIpv6, {
  meant: fc.record({ veid: VEIDS, groups: ADDRESS }),
  written: ({ veid, groups }) => fc.record({ veid: numbered(veid), ip: address(groups) }),
  shown: ({ veid, groups }) => fc.constant({ veid: String(veid), address: compressed(groups) }),
  id: (id) => addressIds(ofId(id))(id),
});

describeSpelling(resources.kiwiServer, {
  meant: VEIDS,
  written: (veid) => fc.record({ veid: numbered(veid), hostname: dnsName("web.example.com") }),
  shown: (veid) => fc.constant({ veid: String(veid) } as Machine),
  isPart: true,
  id: zeros,
});

describeSpelling(resources.kiwiServerOs, {
  meant: VEIDS,
  written: (veid) => machine(veid).map((one) => ({ ...one, os: "debian-12-x86_64", allowReinstall: true })),
  shown: (veid) => fc.constant({ veid: String(veid), os: "debian-12-x86_64" }),
  id: zeros,
});

describeSpelling(resources.kiwiServerLocation, {
  meant: VEIDS,
  written: (veid) => machine(veid).map((one) => ({ ...one, location: "USCA_2", allowMigration: true })),
  shown: (veid) => fc.constant({ veid: String(veid) } as MachineLocation),
  isPart: true,
  id: zeros,
});

describeSpelling(resources.kiwiSnapshotRestore, {
  meant: VEIDS,
  written: (veid) => machine(veid).map((one) => ({ ...one, snapshot: "s.tar.gz", trigger: "1", allowRestore: true })),
  shown: (veid) => fc.constant({ veid: String(veid) }),
  id: zeros,
});

describeSpelling(resources.kiwiSnapshot, {
  meant: fc.record({ veid: VEIDS, description: fc.constantFrom("one", "two") }),
  written: ({ veid, description }) => machine(veid).map((one) => ({ ...one, description })),
  shown: ({ veid, description }) =>
    fc.constantFrom(description, Buffer.from(description).toString("base64")).map((listed) => ({
      veid: String(veid),
      fileName: `snapshot-${description}.tar.gz`,
      os: "debian-12-x86_64",
      description: listed,
      size: 1,
      md5: "",
      sticky: true,
      downloadLink: "",
    })),
});

describeSpelling(resources.kiwiCommand, {
  meant: VEIDS,
  written: (veid) => machine(veid).map((one) => ({ ...one, create: "true" })),
});
describeSpelling(resources.kiwiScript, {
  meant: VEIDS,
  written: (veid) => machine(veid).map((one) => ({ ...one, script: "true" })),
});
describeSpelling(resources.airVpnDisconnect, {
  meant: fc.constant("Alderamin"),
  written: (name) => fc.constant({ server: name }),
});
describeSpelling(resources.airVpnNotification, {
  meant: fc.constant("text"),
  written: (text) => fc.constant({ subject: text, body: text }),
});

test("no resource is left out", () => {
  expect([...seen].sort()).toEqual(
    Object.values(resources)
      .map(({ name }) => name)
      .sort(),
  );
});
