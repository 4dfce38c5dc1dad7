import { HOSTERS } from "../../../../cli/import/choices";
import { KINDS } from "../../../../cli/import/kinds";
import { type Nameless, named, namesTakenBy } from "../../../../cli/import/names";
import { LISTED_HOSTERS } from "../../../../cli/import/survey";
import { isListed } from "../../../../provider/lifecycle/list";
import { RESOURCES } from "../../../../provider/registry";

const object = (kind: string, id: string, properties: object): Nameless => ({
  kind,
  id,
  importId: id,
  inputs: {},
  properties: { ...properties },
  remarks: [],
});
const nobody = () => false;
const namesOf = (objects: Nameless[], isTaken = nobody) => named(objects, isTaken).map(({ name }) => name);

test("every kind that is listed has a name of its own, and every hoster of one can be chosen", () => {
  expect(Object.keys(KINDS).sort()).toEqual(
    RESOURCES.filter(isListed)
      .map(({ name }) => name)
      .sort(),
  );
  expect(HOSTERS).toEqual(LISTED_HOSTERS);
});

test("a name says what the object is, and can stand in a URN and in a shell", () => {
  const record = (host: string, type: string) => object("FornexDnsRecord", "1", { domain: "Example.com.", host, type });
  expect(namesOf([record("www", "A")])).toEqual(["www.example.com-A"]);
  expect(namesOf([record("", "MX")])).toEqual(["example.com-MX"]);
  expect(namesOf([record("*", "CNAME")])).toEqual(["wildcard.example.com-CNAME"]);
  expect(namesOf([object("SshKey", "7", { title: " my laptop (old) " })])).toEqual(["my-laptop-old"]);
  expect(namesOf([object("KiwiIpv6", "1", { address: "2001:db8:1:2::" })])).toEqual(["2001-db8-1-2"]);
  expect(namesOf([object("SshKey", "7", { title: "***::" })])).toEqual(["wildcardwildcardwildcard"]);
  expect(namesOf([object("SshKey", "7", { title: "()" })])).toEqual(["7"]);
  expect(namesOf([object("FornexVps", "34-1", { name: "", hostname: "", orderId: "34-1" })])).toEqual(["34-1"]);
});

test("two of one name have their ids in it, whatever their order, and so has one whose name the stack has", () => {
  const one = object("VpsOrgServer", "11", { name: "web" });
  const other = object("VpsOrgServer", "12", { name: "web" });
  const key = object("SshKey", "13", { title: "web" });
  expect(namesOf([one, other, key])).toEqual(["web-11", "web-12", "web"]);
  expect(namesOf([other, one])).toEqual(["web-12", "web-11"]);
  expect(named([one, key], (kind, name) => kind === "VpsOrgServer" && name === "web").map(({ name }) => name)).toEqual([
    "web-11",
    "web",
  ]);
});

test("a name with an id in it is given to nobody else", () => {
  const objects = [
    object("VpsOrgServer", "11", { name: "web" }),
    object("VpsOrgServer", "12", { name: "web" }),
    object("VpsOrgServer", "13", { name: "web-11" }),
  ];
  expect(namesOf(objects)).toEqual(["web-11", "web-12", "web-11-13"]);
});

test("what an earlier run named with its id keeps the name without it from being given", () => {
  expect(namesTakenBy({ name: "web-11", id: "11" })).toEqual(["web-11", "web"]);
  expect(namesTakenBy({ name: "web", id: "11" })).toEqual(["web"]);
  const taken = new Set(namesTakenBy({ name: "web-11", id: "11" }));
  const left = object("VpsOrgServer", "12", { name: "web" });
  expect(named([left], (_kind, name) => taken.has(name)).map(({ name }) => name)).toEqual(["web-12"]);
});
