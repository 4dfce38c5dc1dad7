import { z } from "zod";
import {
  anything,
  shownBoolean,
  shownIndex,
  shownList,
  shownMap,
  shownNumber,
  shownText,
  shownTexts,
  shownThing,
  shownThingBy,
} from "../../shown";

export const balance = shownThing({ balance: shownNumber, currency: shownText });
export type Balance = z.output<typeof balance>;

export const info = shownThing({ email: shownText, name: shownText });
export type Info = z.output<typeof info>;

export const invoices = shownThing({
  unpaid_invoices_count: shownNumber,
  unpaid_invoices_amount: shownNumber,
  currency: shownText,
});
export type Invoices = z.output<typeof invoices>;

/** An order of any kind. API version 2.x shows tags, mark and project, 0.1 the number of the tariff. */
export const order = shownThingBy(["id"], {
  id: shownText,
  type: shownText,
  name: shownText,
  tariff: shownText,
  tariff_id: shownNumber,
  tariff_price: shownNumber,
  hostname: shownText,
  ipaddress_set: shownTexts,
  status: shownText,
  cost_month: shownNumber,
  expiration_date: shownText,
  tags: shownTexts,
  cancel_mark: shownBoolean,
});
export type Order = z.output<typeof order>;

/** API version 0.1 names one location, 2.x lists pairs of code and label, or codes. */
const locations = anything.transform((value): string[] => {
  const all = Array.isArray(value) ? value : [value];
  const codes = all.map((one: unknown): unknown => (Array.isArray(one) ? one[0] : one));
  return codes.filter((code): code is string => typeof code === "string" && code !== "");
});

/** A plan of any kind: each kind has some of the fields. */
export const plan = shownThing({
  id: shownIndex,
  name: shownText,
  type: shownText,
  price: shownNumber,
  space: shownNumber,
  units: shownText,
  cpu_count: shownNumber,
  cpu_model: shownText,
  ram: shownText,
  disk: shownText,
  bandwidth: shownText,
  location: locations,
  locations,
  available_locations: locations,
  cpu_cores: shownNumber,
  hdd_space: shownNumber,
  sites: shownNumber,
  databases: shownNumber,
  mail_domains: shownNumber,
  mailboxes: shownNumber,
});
export type Plan = z.output<typeof plan>;

/** An entry in the log of a VPS. */
export const job = shownThingBy(["pk"], {
  pk: shownIndex,
  action: shownText,
  job_action: shownText,
  job_state: shownText,
  note: shownText,
  user: shownText,
  time: shownText,
  completed: shownBoolean,
});
export type ShownJob = z.output<typeof job>;

export const status = shownThing({ status: shownText }).transform((answer) => answer.status);

export const sshKey = shownThingBy(["id"], {
  id: shownIndex,
  title: shownText,
  key: shownText,
  date: shownText,
  default: shownBoolean,
});
export type ShownSshKey = z.output<typeof sshKey>;

export const webhook = shownThing({ url: shownText, last_error_date: shownText, last_error_message: shownText });
export type Webhook = z.output<typeof webhook>;

export const record = shownThingBy(["id"], {
  id: shownIndex,
  host: shownText,
  type: shownText,
  value: shownText,
  ttl: shownNumber,
  prio: shownNumber,
});
export type ShownRecord = z.output<typeof record>;

export const domain = shownThingBy(["name"], {
  name: shownText,
  created: shownText,
  updated: shownText,
  tags: shownTexts,
  entry_set: shownList(record),
});
export type ShownDomain = z.output<typeof domain>;

/** Days come as pairs of date and bytes. */
const day = z
  .tuple([shownText, shownMap({ input: shownNumber, output: shownNumber })])
  .or(anything.transform(() => ["", { input: undefined, output: undefined }] as const))
  .transform(([date, { input, output }]) => ({ date, input, output }));

export const traffic = shownThing({ data: shownList(day), order: shownText, period: shownText });
export type Traffic = z.output<typeof traffic>;

export const trafficUsed = shownThing({
  order: shownText,
  limit: shownNumber,
  used: shownNumber,
  used_rate: shownNumber,
  range_start: shownText,
  range_end: shownText,
});
export type TrafficUsed = z.output<typeof trafficUsed>;
