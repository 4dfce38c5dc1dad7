/**
 * A lock between processes: a file that names its holder. It keeps two runs from doing the same long work twice; what they
 * make is put in place by a rename, so that even a lock taken wrongly can break nothing.
 * Plain JavaScript, because the installer needs it before any other Node than the machine's is there.
 */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";

const HEARTBEAT_MS = 5_000;
/** A holder that shows no life for so long is given up, though a process of its number exists: numbers are used again. */
const SILENCE_MS = 5 * 60_000;
const POLL_MS = 250;

export async function withLock(file, onWait, work, signal) {
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), id: randomBytes(8).toString("hex") });
  mkdirSync(dirname(file), { recursive: true });
  for (let announced = false; !tryTake(file, mine); ) {
    const holder = readHolder(file);
    if (holder && isDead(file, holder)) {
      takeAway(file, holder.text);
    } else if (holder && !announced) {
      announced = true;
      onWait(holder.pid);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    signal?.throwIfAborted();
  }
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (readHolder(file)?.text === mine) rmSync(file, { force: true });
  }
}

/** A link appears with its text already in it; a file that is opened and then written would be read empty in between. */
function tryTake(file, text) {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(file) {
  try {
    const text = readFileSync(file, "utf8");
    const { pid, host } = JSON.parse(text);
    return { text, pid, host };
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    // Not ours, or damaged: only its age can tell.
    return { text: "", pid: 0, host: "" };
  }
}

function isDead(file, holder) {
  if (holder.host === hostname() && !isAlive(holder.pid)) return true;
  try {
    return Date.now() - statSync(file).mtimeMs > SILENCE_MS;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Two waiters may find the same dead holder; the slower one must not remove the lock that the faster one has just taken. */
function takeAway(file, judged) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && moved.text !== judged && moved.text !== "") {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody took the lock meanwhile: two then work side by side, which costs time and breaks nothing.
    }
  }
  rmSync(aside, { force: true });
}

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Taken away from us; the end of the work looks at whose it is.
  }
}
