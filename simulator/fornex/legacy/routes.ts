import { formFields } from "../../drf";
import { type Answer, json } from "../../http";
import type { Call } from "../../router";
import * as account from "../account";
import { showTraffic, showTrafficUsed } from "../dedicated";
import * as domains from "../domains";
import { deleteEntry } from "../entries";
import { type FornexRoute, type Moment, param } from "../moment";
import { linkKey, unlinkKey } from "../sshKeys";
import { resetPassword, showStatus } from "../vps";
import { replaceWebhook, showWebhook } from "../webhook";
import { ok } from "./answers";
import * as dns from "./dns";
import { inLegacyTerms } from "./errors";
import { listOrders } from "./orders";
import * as plans from "./plans";
import * as sshKeys from "./sshKeys";
import { showStatistics } from "./statistics";
import { showConfig } from "./vpn";
import * as vps from "./vps";

/** Where the part of the API version begins that is known to be switched off [fornex.md 0]. */
export const DNS_PREFIX = "/dns/v0.1/";

const ZONE = `${DNS_PREFIX}:name/`;
const ENTRY = `${ZONE}entry_set/:pk/`;

const ACCOUNT: FornexRoute[] = [
  get("/account/balance", (_, { state }) => account.balance(state.account)),
  get("/account/info", (_, { state }) => account.info(state.account)),
  get("/account/invoices", (_, { state }) => account.invoices(state.account)),
  get("/orders/list", (_, moment) => listOrders(moment)),
];

const PLANS: FornexRoute[] = [
  get("/plans/backups", (_, moment) => plans.listBackups(moment)),
  get("/plans/dedicated", (_, moment) => plans.listDedicated(moment)),
  get("/plans/vpn", (_, moment) => plans.listVpn(moment)),
  get("/plans/vps", (_, moment) => plans.listVps(moment)),
  get("/plans/hosting", (_, moment) => plans.listHosting(moment)),
];

const TICKETS: FornexRoute[] = [
  get("/tickets/webhook_info/", (_, moment) => showWebhook(moment)),
  post("/tickets/webhook_set/", ({ request }, moment) => {
    replaceWebhook(formFields(request), moment);
    return json(200, { ok: true });
  }),
];

/** The fixed paths come first: "add" is no record id. */
const DNS: FornexRoute[] = [
  post(`${DNS_PREFIX}add_domain/`, ({ request }, moment) => dns.createDomain(request, moment)),
  get(`${DNS_PREFIX}domain_list.json`, ({ request }, moment) => dns.listDomains(request, moment)),
  post(`${ZONE}delete_domain/`, (call, { state }) => ok(domains.deleteDomain(param(call, "name"), state))),
  text(`${ZONE}zone_file/`, (call, { state }) => domains.showZoneFile(param(call, "name"), state)),
  get(`${ZONE}entry_set.json`, (call, moment) => dns.listEntries(param(call, "name"), call.request, moment)),
  post(`${ZONE}entry_set/add/`, (call, moment) => dns.createEntry(param(call, "name"), call.request, moment)),
  post(ENTRY, (call, moment) => dns.changeEntry(param(call, "name"), param(call, "pk"), call.request, moment)),
  post(`${ENTRY}delete/`, (call, { state, now }) =>
    ok(deleteEntry(param(call, "name"), param(call, "pk"), state, now)),
  ),
  post("/change_ns/:order/", (call, { state }) => changeNameServers(call, state)),
];

const DEDICATED_AND_VPN: FornexRoute[] = [
  get("/ds/:order/traffic.json", (call, moment) => showTraffic(param(call, "order"), call.request, moment)),
  get("/ds/:order/traffic_used.json", (call, moment) => showTrafficUsed(param(call, "order"), moment)),
  text("/vpn/:order/:file", (call, moment) => showConfig(param(call, "order"), param(call, "file"), moment)),
];

/** The order comes last, the action first: the other way round than today [fornex.md 3]. */
const VPS: FornexRoute[] = [
  get("/vps/status/:order/", (call, moment) => showStatus(param(call, "order"), moment)),
  get("/vps/log_details/:order/", (call, moment) => vps.showJob(param(call, "order"), call.request, moment)),
  get("/vps_stat/:order/:field/:range", (call, moment) =>
    showStatistics(param(call, "order"), param(call, "field"), param(call, "range"), moment),
  ),
  // A GET that changes something [fornex.md trap 17].
  get("/vps/passwd_reset/:order/", (call, moment) => resetPassword(param(call, "order"), moment)),
  ...vps.POWER_ACTIONS.map((action) =>
    post(`/vps/${action}/:order/`, (call, moment) => vps.runPower(param(call, "order"), action, moment)),
  ),
];

const SSH_KEYS: FornexRoute[] = [
  get("/ssh_keys/", (_, moment) => sshKeys.listKeys(moment)),
  post("/ssh_keys/add/", ({ request }, moment) => sshKeys.createKey(request, moment)),
  post("/ssh_keys/delete/", ({ request }, moment) => sshKeys.deleteKey(request, moment)),
  get("/ssh_keys/:order/", (call, moment) => sshKeys.listLinkedKeys(param(call, "order"), moment)),
  post("/ssh_keys/:order/add/", (call, moment) => ok(linkKey(param(call, "order"), call.request, moment))),
  post("/ssh_keys/:order/delete/", (call, moment) => ok(unlinkKey(param(call, "order"), call.request, moment))),
];

/** API version 0.1 [S3]. */
export const LEGACY_ROUTES: readonly FornexRoute[] = [
  ...ACCOUNT,
  ...PLANS,
  ...TICKETS,
  ...DNS,
  ...VPS,
  ...DEDICATED_AND_VPN,
  ...SSH_KEYS,
];

/** This one answers an array [S3]. */
function changeNameServers(call: Call, state: Moment["state"]): Answer {
  const answer = domains.changeNameServers(param(call, "order"), call.request, state);
  return answer.status < 400 ? json(200, [{ ok: true }]) : answer;
}

function get(path: string, run: FornexRoute["run"]): FornexRoute {
  return { method: "GET", path, run: (call, moment) => inLegacyTerms(() => run(call, moment)) };
}

function text(path: string, run: FornexRoute["run"]): FornexRoute {
  return { ...get(path, run), renders: "text/plain" };
}

function post(path: string, run: FornexRoute["run"]): FornexRoute {
  return { method: "POST", path, run: (call, moment) => inLegacyTerms(() => run(call, moment)) };
}
