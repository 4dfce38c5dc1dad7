import * as account from "./account";
import * as dedicated from "./dedicated";
import * as domains from "./domains";
import * as entries from "./entries";
import { type FornexRoute, param } from "./moment";
import * as orders from "./orders";
import * as plans from "./plans";
import * as sshKeys from "./sshKeys";
import { showStatistics } from "./statistics";
import * as vps from "./vps";
import { setWebhook, showWebhook } from "./webhook";

const ACCOUNT: FornexRoute[] = [
  { method: "GET", path: "/account/balance", run: (_, { state }) => account.balance(state.account) },
  { method: "GET", path: "/account/info", run: (_, { state }) => account.info(state.account) },
  { method: "GET", path: "/account/invoices", run: (_, { state }) => account.invoices(state.account) },
];

const PLANS: FornexRoute[] = [
  { method: "GET", path: "/plans/backups", isPublic: true, run: (_, moment) => plans.listBackups(moment) },
  { method: "GET", path: "/plans/dedicated", isPublic: true, run: (_, moment) => plans.listDedicated(moment) },
  { method: "GET", path: "/plans/vps", isPublic: true, run: (_, moment) => plans.listVps(moment) },
  { method: "GET", path: "/plans/hosting", isPublic: true, run: (_, moment) => plans.listHosting(moment) },
];

const TICKETS: FornexRoute[] = [
  { method: "GET", path: "/tickets/webhook_info/", run: (_, moment) => showWebhook(moment) },
  { method: "POST", path: "/tickets/webhook_set/", run: ({ request }, moment) => setWebhook(request, moment) },
];

const ZONE = "/dns/domain/:name/";
const ENTRY = `${ZONE}entry_set/:id/`;

const DNS: FornexRoute[] = [
  { method: "GET", path: "/dns/domain/", run: ({ request }, { state }) => domains.listDomains(request, state) },
  {
    method: "POST",
    path: "/dns/domain/",
    run: ({ request }, moment) => domains.createDomain(request, moment),
  },
  { method: "DELETE", path: ZONE, run: (call, { state }) => domains.deleteDomain(param(call, "name"), state) },
  {
    method: "GET",
    path: `${ZONE}zone_file/`,
    renders: "text/plain",
    run: (call, { state }) => domains.showZoneFile(param(call, "name"), state),
  },
  {
    method: "PUT",
    path: `${ZONE}tags/`,
    run: (call, { state, now }) => domains.putTags(param(call, "name"), call.request, state, now),
  },
  {
    method: "GET",
    path: `${ZONE}entry_set/`,
    run: (call, { state }) => entries.listEntries(param(call, "name"), call.request, state),
  },
  {
    method: "POST",
    path: `${ZONE}entry_set/`,
    run: (call, moment) => entries.createEntry(param(call, "name"), call.request, moment),
  },
  {
    method: "PUT",
    path: ENTRY,
    run: (call, moment) => entries.replaceEntry(param(call, "name"), param(call, "id"), call.request, moment),
  },
  {
    method: "DELETE",
    path: ENTRY,
    run: (call, { state, now }) => entries.deleteEntry(param(call, "name"), param(call, "id"), state, now),
  },
  {
    method: "POST",
    path: "/dns/order/:id/change_ns/",
    run: (call, { state }) => domains.changeNameServers(param(call, "id"), call.request, state),
  },
];

const ORDER = "/orders/:id/";

/** The fixed paths come first: "vps" is no order id. */
const ORDERS: FornexRoute[] = [
  { method: "GET", path: "/orders/", run: ({ request }, moment) => orders.listOrders("any", request, moment) },
  { method: "GET", path: "/orders/vps/", run: ({ request }, moment) => orders.listOrders("vps", request, moment) },
  { method: "POST", path: "/orders/vps/", run: () => orders.refuseNewVps() },
  {
    method: "GET",
    path: "/orders/vps/:id/",
    run: (call, moment) => orders.showOrder("vps", param(call, "id"), moment),
  },
  {
    method: "GET",
    path: "/orders/ds/:id/traffic/",
    run: (call, moment) => dedicated.showTraffic(param(call, "id"), call.request, moment),
  },
  {
    method: "GET",
    path: "/orders/ds/:id/traffic_used/",
    run: (call, moment) => dedicated.showTrafficUsed(param(call, "id"), moment),
  },
  { method: "GET", path: ORDER, run: (call, moment) => orders.showOrder("any", param(call, "id"), moment) },
  { method: "PATCH", path: ORDER, run: (call, moment) => orders.changeOrder(param(call, "id"), call.request, moment) },
  {
    method: "POST",
    path: `${ORDER}cancel/`,
    run: (call, moment) => orders.cancelOrder(param(call, "id"), call.request, moment),
  },
  { method: "DELETE", path: `${ORDER}cancel/`, run: (call, moment) => orders.keepOrder(param(call, "id"), moment) },
];

const VPS: FornexRoute[] = [
  { method: "GET", path: "/vps/:id/status/", run: (call, moment) => vps.showStatus(param(call, "id"), moment) },
  ...vps.POWER_ACTIONS.map(
    (action): FornexRoute => ({
      method: "POST",
      path: `/vps/:id/${action}/`,
      run: (call, moment) => vps.runPower(param(call, "id"), action, moment),
    }),
  ),
  {
    method: "POST",
    path: "/vps/:id/passwd_reset/",
    run: (call, moment) => vps.resetPassword(param(call, "id"), moment),
  },
  {
    method: "GET",
    path: "/vps/:id/log_details/:log/",
    run: (call, moment) => vps.showJob(param(call, "id"), param(call, "log"), moment),
  },
  {
    method: "GET",
    path: "/vps/:id/stats/:field/",
    run: (call, moment) => showStatistics(param(call, "id"), param(call, "field"), call.request, moment),
  },
];

const SSH_KEYS: FornexRoute[] = [
  { method: "GET", path: "/ssh_keys/", run: (_, moment) => sshKeys.listKeys(moment) },
  { method: "POST", path: "/ssh_keys/", run: ({ request }, moment) => sshKeys.createKey(request, moment) },
  { method: "DELETE", path: "/ssh_keys/:key/", run: (call, moment) => sshKeys.deleteKey(param(call, "key"), moment) },
  {
    method: "GET",
    path: "/vps/:id/ssh_keys/",
    run: (call, moment) => sshKeys.listLinkedKeys(param(call, "id"), moment),
  },
  {
    method: "POST",
    path: "/vps/:id/ssh_keys/add/",
    run: (call, moment) => sshKeys.linkKey(param(call, "id"), call.request, moment),
  },
  {
    method: "POST",
    path: "/vps/:id/ssh_keys/delete/",
    run: (call, moment) => sshKeys.unlinkKey(param(call, "id"), call.request, moment),
  },
];

/** API version 2.x [fornex.md 1]. */
export const ROUTES: readonly FornexRoute[] = [
  ...ACCOUNT,
  ...PLANS,
  ...TICKETS,
  ...DNS,
  ...ORDERS,
  ...VPS,
  ...SSH_KEYS,
];
