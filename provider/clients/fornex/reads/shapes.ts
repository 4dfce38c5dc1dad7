import { z } from "zod";
import {
  anything,
  lenientBoolean,
  lenientIndex,
  lenientList,
  lenientMap,
  lenientNumber,
  lenientText,
  lenientTexts,
  lenientThing,
  lenientThingBy,
} from "../../lenient";

export const balance = lenientThing({ balance: lenientNumber, currency: lenientText });
export type Balance = z.output<typeof balance>;

export const info = lenientThing({ email: lenientText, name: lenientText });
export type Info = z.output<typeof info>;

export const invoices = lenientThing({
  unpaid_invoices_count: lenientNumber,
  unpaid_invoices_amount: lenientNumber,
  currency: lenientText,
});
export type Invoices = z.output<typeof invoices>;

/** An order of any kind. API version 2.x shows tags, mark and project, 0.1 the number of the tariff. */
export const order = lenientThingBy(["id"], {
  id: lenientText,
  type: lenientText,
  name: lenientText,
  tariff: lenientText,
  tariff_id: lenientNumber,
  tariff_price: lenientNumber,
  hostname: lenientText,
  ipaddress_set: lenientTexts,
  status: lenientText,
  cost_month: lenientNumber,
  expiration_date: lenientText,
  tags: lenientTexts,
  cancel_mark: lenientBoolean,
});
export type Order = z.output<typeof order>;

/** API version 0.1 names one location, 2.x lists pairs of code and label, or codes. */
const locations = anything.transform((value): string[] => {
  const all = Array.isArray(value) ? value : [value];
  const codes = all.map((one: unknown): unknown => (Array.isArray(one) ? one[0] : one));
  return codes.filter((code): code is string => typeof code === "string" && code !== "");
});

/** A plan of any kind: each kind has some of the fields. */
export const plan = lenientThing({
  id: lenientIndex,
  name: lenientText,
  type: lenientText,
  price: lenientNumber,
  space: lenientNumber,
  units: lenientText,
  cpu_count: lenientNumber,
  cpu_model: lenientText,
  ram: lenientText,
  disk: lenientText,
  bandwidth: lenientText,
  location: locations,
  locations,
  available_locations: locations,
  cpu_cores: lenientNumber,
  hdd_space: lenientNumber,
  sites: lenientNumber,
  databases: lenientNumber,
  mail_domains: lenientNumber,
  mailboxes: lenientNumber,
});
export type Plan = z.output<typeof plan>;

/** An entry in the log of a VPS. */
export const job = lenientThingBy(["pk"], {
  pk: lenientIndex,
  action: lenientText,
  job_action: lenientText,
  job_state: lenientText,
  note: lenientText,
  user: lenientText,
  time: lenientText,
  completed: lenientBoolean,
});
export type LenientJob = z.output<typeof job>;

export const status = lenientThing({ status: lenientText }).transform((answer) => answer.status);

export const sshKey = lenientThingBy(["id"], {
  id: lenientIndex,
  title: lenientText,
  key: lenientText,
  date: lenientText,
  default: lenientBoolean,
});
export type LenientSshKey = z.output<typeof sshKey>;

export const webhook = lenientThing({
  url: lenientText,
  last_error_date: lenientText,
  last_error_message: lenientText,
});
export type Webhook = z.output<typeof webhook>;

export const record = lenientThingBy(["id"], {
  id: lenientIndex,
  host: lenientText,
  type: lenientText,
  value: lenientText,
  ttl: lenientNumber,
  prio: lenientNumber,
});
export type LenientRecord = z.output<typeof record>;

export const domain = lenientThingBy(["name"], {
  name: lenientText,
  created: lenientText,
  updated: lenientText,
  tags: lenientTexts,
  entry_set: lenientList(record),
});
export type LenientDomain = z.output<typeof domain>;

/** Days come as pairs of date and bytes. */
const day = z
  .tuple([lenientText, lenientMap({ input: lenientNumber, output: lenientNumber })])
  .or(anything.transform(() => ["", { input: undefined, output: undefined }] as const))
  .transform(([date, { input, output }]) => ({ date, input, output }));

export const traffic = lenientThing({ data: lenientList(day), order: lenientText, period: lenientText });
export type Traffic = z.output<typeof traffic>;

export const trafficUsed = lenientThing({
  order: lenientText,
  limit: lenientNumber,
  used: lenientNumber,
  used_rate: lenientNumber,
  range_start: lenientText,
  range_end: lenientText,
});
export type TrafficUsed = z.output<typeof trafficUsed>;
