import { randomBytes } from "node:crypto";
import { lookup } from "../json";
import type { Fields } from "./answers";
import { refused } from "./errors";
import { createLock } from "./lock";
import { type KiwivmSnapshot, newLinkToken } from "./machineParts";
import type { Moment } from "./moment";
import { snapshotAnswer } from "./snapshotAnswers";
import type { KiwivmMachine } from "./state";
import { isPast, later } from "./time";

/** Answers no name and no id; the machine is locked meanwhile, and the list shows the snapshot later [S1; kiwivm 1.5-1.7]. */
export function create(moment: Moment): Fields {
  const { machine, parameters, state, now } = moment;
  const { snapshotSeconds, listLagSeconds } = state.settings;
  refuseTooMany(moment);
  const description = parameters.get("description") ?? "";
  store(moment, snapshotSeconds + listLagSeconds, { description, os: machine.os });
  machine.lock = createLock("Snapshot", snapshotSeconds, now);
  return { notificationEmail: machine.email };
}

export function list({ machine, state, now }: Moment): Fields {
  const listed = Object.entries(machine.snapshots)
    .filter(([, { listedAt }]) => isPast(listedAt, now))
    .map(([fileName, snapshot]) => snapshotAnswer(fileName, snapshot, state.switches, now));
  return { snapshots: listed };
}

/** Answers an e-mail address, so the work is queued [kiwivm 1.5, inferred]. */
export function remove(moment: Moment): Fields {
  const { machine, state, now } = moment;
  const { snapshot } = find(moment);
  snapshot.goneAt ??= later(now, state.switches.lingeringDelete ? state.settings.deleteSeconds : 0);
  settleSnapshots(machine, now);
  return { notificationEmail: machine.email };
}

/** Overwrites the machine; nothing is known of its answer [kiwivm 1.5]. */
export function restore(moment: Moment): Fields {
  const { fileName, snapshot } = find(moment);
  const { machine, state, now } = moment;
  machine.lock = createLock(`Snapshot Restore: ${fileName}`, state.settings.restoreSeconds, now, { os: snapshot.os });
  return {};
}

/** Without the attribute the days count anew [unverified]. */
export function toggleSticky(moment: Moment): Fields {
  const { snapshot } = find(moment);
  const { machine, parameters, state, now } = moment;
  const sticky = parameters.require("sticky");
  if (sticky !== "0" && sticky !== "1") throw stickyRefused("sticky must be 0 or 1");
  const others = Object.values(machine.snapshots).filter((other) => other !== snapshot && other.sticky);
  if (sticky === "1" && others.length >= state.settings.maxSticky) throw stickyRefused("Too many sticky snapshots");

  if (snapshot.sticky && sticky === "0") snapshot.purgesAt = purgeTime(moment, now);
  snapshot.sticky = sticky === "1";
  return {};
}

/** Fails with two more fields [kiwivm 1.5]; their values are unverified. */
function stickyRefused(reason: string): Error {
  return refused("Unable to change sticky attribute", { additionalErrorCode: 1, additionalErrorInfo: reason });
}

/** Not in the seed; a newer edition of the help page has it, and import [kiwivm 1.5]. */
export function exportOne(moment: Moment): Fields {
  const { snapshot } = find(moment);
  snapshot.exportToken ??= randomBytes(20).toString("hex");
  return { token: snapshot.exportToken };
}

/** That it locks nothing and answers nothing is unverified. */
export function importOne(moment: Moment): Fields {
  const { parameters, state } = moment;
  const veid = parameters.require("sourceVeid");
  const token = parameters.require("sourceToken");
  const all = Object.values(lookup(state.machines, veid)?.snapshots ?? {});
  const source = all.find(({ exportToken }) => exportToken !== null && exportToken === token);
  if (!source) throw refused("Snapshot to import not found");
  refuseTooMany(moment);
  const { description, os, size, uncompressed, md5 } = source;
  store(moment, state.settings.importSeconds, { description, os, size, uncompressed, md5 });
  return {};
}

/** Removes what was deleted or is purged. */
export function settleSnapshots({ snapshots }: KiwivmMachine, now: number): void {
  for (const [fileName, { goneAt, purgesAt, sticky }] of Object.entries(snapshots)) {
    const isDeleted = goneAt !== null && isPast(goneAt, now);
    if (isDeleted || (!sticky && isPast(purgesAt, now))) delete snapshots[fileName];
  }
}

/** A snapshot that the list does not show yet is unknown [unverified]. */
function find({ machine, parameters, now }: Moment): { fileName: string; snapshot: KiwivmSnapshot } {
  const fileName = parameters.require("snapshot");
  const snapshot = lookup(machine.snapshots, fileName);
  if (!snapshot || !isPast(snapshot.listedAt, now)) throw refused("Snapshot not found");
  return { fileName, snapshot };
}

function refuseTooMany({ machine, state }: Moment): void {
  if (Object.keys(machine.snapshots).length >= state.settings.maxSnapshots) throw refused("Too many snapshots");
}

type Content = Pick<KiwivmSnapshot, "description" | "os"> & Partial<KiwivmSnapshot>;

function store(moment: Moment, seconds: number, content: Content): void {
  const { veid, machine, state, now } = moment;
  machine.snapshots[newFileName(veid, now)] = {
    size: 431_947_776,
    uncompressed: 1_533_399_040,
    md5: randomBytes(16).toString("hex"),
    linkToken: newLinkToken(),
    sticky: false,
    listedAt: state.switches.neverListed ? "never" : later(now, seconds),
    purgesAt: purgeTime(moment, now),
    goneAt: null,
    exportToken: null,
    ...content,
  };
}

function purgeTime({ state }: Moment, from: number): string {
  return later(from, state.settings.purgeDays * 86_400);
}

/** The date is that of a time zone in the USA [kiwivm 1.7]; which one is unverified. */
const AMERICAN_DATE = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone: "America/Los_Angeles" });

/** `snapshot-<veid>-<unix seconds>-<YYYY-MM-DD>-<40 hex>.tar.gz` [kiwivm 1.7] */
function newFileName(veid: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return `snapshot-${veid}-${seconds}-${AMERICAN_DATE.format(now)}-${randomBytes(20).toString("hex")}.tar.gz`;
}
