import { isoWithoutZone } from "../clock";
import { checkFields, detail, fieldErrors, readFields } from "../drf";
import { type Answer, empty, type HosterRequest, json, Refusal } from "../http";
import { type Json, lookup } from "../json";
import { nextSshKeyId } from "./ids";
import type { Moment } from "./moment";
import { keyLinkSchema, sshKeySchema } from "./orderInput";
import type { FornexVps } from "./orderState";
import { findVps } from "./orders";
import type { FornexSshKey } from "./sshKeyState";
import type { FornexState } from "./state";

/** A bare array [fornex.md 1]. */
export function listKeys({ state }: Moment): Answer {
  return json(
    200,
    Object.entries(state.sshKeys).map(([id, key]) => keyAnswer(id, key, state)),
  );
}

export function createKey(request: HosterRequest, moment: Moment): Answer {
  const { key, title, default: isDefault } = checkFields(sshKeySchema, readFields(request));
  const id = addKey(key, title, isDefault, moment);
  return json(201, keyAnswer(id, findKey(moment.state, id), moment.state));
}

/** Stores a key and links it to every server of the account [fornex.md trap 15]; returns its id. */
export function addKey(sent: string, title: string, isDefault: boolean, { state, now }: Moment): string {
  const key = state.switches.keySpelling === "trimmed" ? sent.trim() : sent;
  const isKnown = Object.values(state.sshKeys).some((other) => blob(other.key) === blob(key));
  if (isKnown && !state.switches.acceptEqualKeys) throw fieldErrors({ key: ["This key already exists."] }); // unverified

  const id = nextSshKeyId(state);
  const { ignores } = state.switches;
  state.sshKeys[id] = {
    title: ignores.includes("sshKey.title") ? "" : title,
    key,
    date: new Date(now).toISOString(),
    default: isDefault && !ignores.includes("sshKey.default"),
  };
  for (const vps of servers(state)) vps.sshKeys[id] = true;
  return id;
}

/** The key without its comment. */
function blob(key: string): string {
  return key.trim().split(/\s+/).slice(0, 2).join(" ");
}

export function deleteKey(id: string, { state }: Moment): Answer {
  findKey(state, id);
  const isLinked = servers(state).some(({ sshKeys }) => Object.hasOwn(sshKeys, id));
  if (isLinked && state.switches.linkedKeyDelete === "refused") {
    throw new Refusal(detail(400, "The key is in use.")); // unverified
  }
  for (const vps of servers(state)) delete vps.sshKeys[id];
  delete state.sshKeys[id];
  return empty(204);
}

export function listLinkedKeys(orderId: string, { state }: Moment): Answer {
  const linked = linkedKeys(orderId, state).map(([id, key]) => keyAnswer(id, key, state));
  return json(200, linked);
}

export function linkedKeys(orderId: string, state: FornexState): [string, FornexSshKey][] {
  const { sshKeys } = findVps(state, orderId);
  return Object.entries(state.sshKeys).filter(([id]) => Object.hasOwn(sshKeys, id));
}

/** Linking what is linked already is accepted [unverified]. */
export function linkKey(orderId: string, request: HosterRequest, { state }: Moment): Answer {
  const vps = findVps(state, orderId);
  vps.sshKeys[keyOf(request, state)] = true;
  return empty(200);
}

/** Unlinking what is not linked is accepted [unverified]. */
export function unlinkKey(orderId: string, request: HosterRequest, { state }: Moment): Answer {
  const vps = findVps(state, orderId);
  delete vps.sshKeys[keyOf(request, state)];
  return empty(200);
}

/** An unknown key is a 400 under its field's name, as in Django REST framework [unverified]. */
function keyOf(request: HosterRequest, state: FornexState): string {
  const { key_pk: id } = checkFields(keyLinkSchema, readFields(request));
  if (!Object.hasOwn(state.sshKeys, id)) throw fieldErrors({ key_pk: [`Invalid pk "${id}" - object does not exist.`] });
  return id;
}

function servers(state: FornexState): FornexVps[] {
  return Object.values(state.orders).flatMap(({ vps }) => vps ?? []);
}

export function findKey(state: FornexState, id: string): FornexSshKey {
  const key = lookup(state.sshKeys, id);
  if (!key) throw new Refusal(detail(404, "Not found."));
  return key;
}

function keyAnswer(id: string, { key, title, date, default: isDefault }: FornexSshKey, state: FornexState): Json {
  const user = state.switches.sshKeyUser ? { user: "username" } : {};
  return { id: Number(id), ...user, key, title, date: isoWithoutZone(Date.parse(date)), default: isDefault };
}
