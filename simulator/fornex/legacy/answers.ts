import { type Answer, json } from "../../http";
import { float, type Json } from "../../json";
import type { FornexOrder } from "../orderState";
import type { FornexSshKey } from "../sshKeyState";

/** `{"ok": true}` in place of what the current API version answers; errors stay. */
export function ok(answer: Answer): Answer {
  return answer.status < 400 ? json(200, { ok: true }) : answer;
}

/** Power calls answer the text "True" [S3]. */
export function okText(): Answer {
  return json(200, { ok: "True" });
}

/** The cost is a float, the price of the tariff is not [S3]. */
export function orderAnswer(id: string, order: FornexOrder): Json {
  return {
    cost_month: float(order.cost_month),
    expiration_date: order.expiration_date,
    id,
    ipaddress_set: order.ipaddress_set && [...order.ipaddress_set],
    name: order.name ?? "",
    hostname: order.hostname,
    status: order.status,
    tariff: order.tariff,
    tariff_id: order.tariff_id,
    tariff_price: order.tariff_price,
    type: order.type,
  };
}

/** [S3] */
export function keyAnswer(id: string, { date, key, title }: FornexSshKey): Json {
  return { date: longDate(date), id: Number(id), key, title };
}

const LONG_DATE = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** `December 19, 2017` */
function longDate(time: string): string {
  return LONG_DATE.format(Date.parse(time));
}

/** `03.01.2019 11:10`; in which time zone is unverified. */
export function minutes(time: string): string {
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(time) ?? [];
  return `${day}.${month}.${year} ${clock}`;
}
