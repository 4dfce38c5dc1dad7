import { SETTINGS } from "../../provider/config/allSettings";
import type { SettingInfo } from "../../provider/config/setting";
import { canonicalName } from "../../provider/dnsName";
import type { Argument } from "../../provider/lifecycle/definition";
import { RESOURCES } from "../../provider/registry";
import { canonicalIp } from "../../provider/resources/kiwivm/addresses";
import type { HeldProvider, Server } from "../stack";
import { fullNameOf, KINDS } from "./kinds";
import {
  type Declaration,
  type Found,
  Joined,
  type ProviderDeclaration,
  Reference,
  Secret,
  type Values,
} from "./model";
import { secretKey } from "./writing";

/** An output that a value may come from: of which kind, and whether it is one of a list there. */
interface Source {
  kind: string;
  output: string;
}

/** Arguments that name another object. */
const NAMES: Readonly<Record<string, Readonly<Record<string, Source>>>> = {
  FornexDnsRecord: { domain: { kind: "FornexDnsDomain", output: "name" } },
  FornexSshKeyAttachment: {
    orderId: { kind: "FornexVps", output: "orderId" },
    keyId: { kind: "SshKey", output: "keyId" },
  },
  KiwiServerOs: { veid: { kind: "KiwiServer", output: "veid" } },
  KiwiServerLocation: { veid: { kind: "KiwiServer", output: "veid" } },
  KiwiPtr: { veid: { kind: "KiwiServer", output: "veid" } },
  KiwiIpv6: { veid: { kind: "KiwiServer", output: "veid" } },
  KiwiSnapshot: { veid: { kind: "KiwiServer", output: "veid" } },
};

/** Outputs that hold addresses of a server. */
const ADDRESSES: readonly Source[] = [
  { kind: "VpsOrgServer", output: "ipAddress" },
  { kind: "VpsOrgServer", output: "ipv6Address" },
  { kind: "FornexVps", output: "ipAddresses" },
  { kind: "KiwiServer", output: "ipAddresses" },
];

/**
 * How a program declares these objects: with references where it is certain what a value comes from, as a person would write them,
 * and literals elsewhere. The dynamic provider knows no import, so its program adopts each.
 */
export function declarations(found: readonly Found[], servedBy: Server): Declaration[] {
  const index = indexOf(found);
  const addresses = addressesOf(found);
  return found.map((one) => {
    const { kind, inputs } = one;
    const secrets = Object.keys(inputs).filter((name) => isSecret(kind, name));
    const args = {
      ...inputs,
      ...namesIn(one, index),
      ...addressIn(one, addresses),
      ...ptrIn(one, found),
      ...Object.fromEntries(secrets.map((name) => [name, new Secret(secretKey(one.name, name), inputs[name])])),
      ...(servedBy === "dynamic" && takesAdopt(kind) ? { adopt: one.id } : {}),
    };
    return { found: one, args, protect: KINDS[kind]?.protect === true };
  });
}

/** What the engine keeps beside the settings of a provider. */
const OF_ENGINE = new Set(["version", "pluginDownloadURL", "__internal"]);

/** How a program declares a provider that the stack has: with its settings, and its credentials in the stack's configuration. */
export function providerDeclaration({ name, settings }: HeldProvider): ProviderDeclaration {
  const args = Object.entries(settings).flatMap(([setting, value]): [string, unknown][] => {
    if (OF_ENGINE.has(setting)) return [];
    const info: SettingInfo | undefined = (SETTINGS as Readonly<Record<string, SettingInfo>>)[setting];
    const given = info?.type !== "string" && typeof value === "string" ? JSON.parse(value) : value;
    return [[setting, info?.secret === true ? new Secret(secretKey(name, setting), given) : given]];
  });
  return { name, args: Object.fromEntries(args) };
}

function definitionOf(kind: string) {
  return RESOURCES.find(({ name }) => name === kind);
}

function argumentOf(kind: string, name: string) {
  const known: object = definitionOf(kind)?.arguments ?? {};
  return (known as Readonly<Record<string, Argument<object>>>)[name];
}

function isSecret(kind: string, name: string): boolean {
  return argumentOf(kind, name)?.secret === true;
}

function takesAdopt(kind: string): boolean {
  return argumentOf(kind, "adopt") !== undefined;
}

/** Objects by what an output says: of which kind, which output, and its value in one spelling. */
type Index = ReadonlyMap<string, readonly Found[]>;

/** All outputs that arguments of others name. */
function indexOf(found: readonly Found[]): Index {
  const outputs = Object.values(NAMES).flatMap((named) => Object.values(named));
  const entries = found.flatMap((one) => {
    const own = new Set(outputs.filter(({ kind }) => kind === one.kind).map(({ output }) => output));
    return [...own].map((output) => ({ key: keyOf({ kind: one.kind, output }, one.properties[output]), one }));
  });
  const groups = Map.groupBy(entries, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ one }) => one)]));
}

/** Names and numbers, in whichever way they are written. */
function keyOf({ kind, output }: Source, value: unknown): string {
  return `${kind} ${output} ${canonicalName(String(value))}`;
}

function namesIn({ kind, inputs }: Found, index: Index): Values {
  const named = Object.entries(NAMES[kind] ?? {}).flatMap(([argument, source]) => {
    const owner = only(index.get(keyOf(source, inputs[argument])) ?? []);
    return owner === undefined ? [] : [[argument, new Reference(owner, source.output)] as const];
  });
  return Object.fromEntries(named);
}

function addressIn({ kind, inputs }: Found, addresses: ReadonlyMap<string, Reference[]>): Values {
  if (kind !== "FornexDnsRecord" || (inputs.type !== "A" && inputs.type !== "AAAA")) return {};
  const value = only(addresses.get(canonicalIp(String(inputs.value))) ?? []);
  return value === undefined ? {} : { value };
}

/** The outputs that hold each address. */
function addressesOf(found: readonly Found[]): Map<string, Reference[]> {
  const addresses = new Map<string, Reference[]>();
  for (const one of found) {
    for (const { kind, output } of ADDRESSES) {
      if (one.kind !== kind) continue;
      const value = one.properties[output];
      const isList = Array.isArray(value);
      for (const [index, address] of (isList ? value : [value]).entries()) {
        if (typeof address !== "string" || address === "") continue;
        const key = canonicalIp(address);
        addresses.set(key, [...(addresses.get(key) ?? []), new Reference(one, output, isList ? index : undefined)]);
      }
    }
  }
  return addresses;
}

/** The name of a PTR is that of the record which leads to its address. */
function ptrIn({ kind, inputs }: Found, found: readonly Found[]): Values {
  if (kind !== "KiwiPtr") return {};
  const address = canonicalIp(String(inputs.ip));
  const leads = ({ kind, inputs: record }: Found) =>
    kind === "FornexDnsRecord" &&
    (record.type === "A" || record.type === "AAAA") &&
    canonicalIp(String(record.value)) === address &&
    isSameName(fullNameOf(record), inputs.ptr);
  const record = only(found.filter(leads));
  if (record === undefined) return {};
  const domain = new Reference(record, "domain");
  const isApex = isSameName(record.inputs.domain, inputs.ptr);
  return { ptr: isApex ? domain : new Joined([new Reference(record, "host"), ".", domain]) };
}

function isSameName(one: unknown, other: unknown): boolean {
  return canonicalName(String(one)) === canonicalName(String(other));
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
