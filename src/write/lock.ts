// One run at a time in an output folder: a lock folder with the name of its holder.
// A lock is taken over only if its holder certainly no longer runs.
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { controlFolder, isLeftover, lockFolder } from "./layout.js";
import { errorCode, type Disk } from "./disk.js";
import { isRecord, parseJson } from "./manifest.js";
import { removeTree } from "./remove-tree.js";

/** A process; `started` tells two processes with one number apart, null where unknown. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
}

/** The processes of this machine, as a port. */
export interface Processes {
  self(): Owner;
  /** False only if no process with this number and start exists on this host. */
  runs(owner: Owner): boolean;
}

/** A lock that another run holds: who, and what the user can do. */
export interface HeldLock {
  readonly holder: string;
  readonly help: string;
}

/** `takenFrom` names the dead holder of a lock that was removed on the way. */
export type LockOutcome =
  | { readonly kind: "taken"; readonly takenFrom: string | null }
  | ({ readonly kind: "held" } & HeldLock);

/**
 * Takes the lock of the output folder `root`, whose control folder exists. The lock appears with
 * its owner in it, by one rename, so that no crash leaves a lock without a name.
 */
export function takeLock(root: string, disk: Disk, processes: Processes): LockOutcome {
  const self = processes.self();
  const own = `${root}/${controlFolder}/lock-${self.pid}`;
  removeTree(own, disk);
  try {
    disk.makeFolder(own);
    disk.create(`${own}/owner.json`, Buffer.from(JSON.stringify(self)), fileOptions);
    const outcome = contend(own, { root, disk }, processes);
    if (outcome.kind === "held") removeTree(own, disk);
    return outcome;
  } catch (thrown) {
    ignoringFailure(() => removeTree(own, disk));
    throw thrown;
  }
}

function contend(own: string, place: Place, processes: Processes): LockOutcome {
  const { root, disk } = place;
  const lock = `${root}/${lockFolder}`;
  let takenFrom: string | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (moveIfFree(own, lock, disk)) return { kind: "taken", takenFrom };
    if (disk.stat(lock) === null) continue;
    const owner = readOwner(lock, disk);
    const held = heldBy(owner, processes);
    if (owner === null || held !== null) return { kind: "held", ...(held ?? unknownHolder) };
    if (setAside(owner, own, place)) takenFrom = describe(owner);
  }
  return { kind: "held", ...unknownHolder };
}

/** Gives the lock back. */
export function releaseLock(root: string, disk: Disk): void {
  // One rename, because a half-removed lock could be somebody else's by the time it is gone.
  const aside = `${root}/${controlFolder}/lock-released`;
  removeTree(aside, disk);
  disk.move(`${root}/${lockFolder}`, aside);
  removeTree(aside, disk);
}

/** Removes what crashed runs left in the control folder; call only while holding the lock. */
export function removeLeftovers(root: string, disk: Disk, processes: Processes): void {
  const control = `${root}/${controlFolder}`;
  for (const name of disk.list(control)) {
    if (!isLeftover(name) || name === "lock") continue;
    const path = `${control}/${name}`;
    const owner = name.startsWith("lock-") ? readOwner(path, disk) : null;
    // A living process may be about to ask for the lock we hold.
    if (owner === null || !processes.runs(owner)) removeTree(path, disk);
  }
}

/** Runs a step of cleaning up after another failure, which is the one to be reported. */
export function ignoringFailure(step: () => void): void {
  try {
    step();
  } catch (thrown) {
    if (errorCode(thrown) === null) throw thrown;
  }
}

/** Who holds the lock of `root` at this moment, or null if nobody that runs. */
export function lockHolder(root: string, disk: Disk, processes: Processes): HeldLock | null {
  const lock = `${root}/${lockFolder}`;
  return disk.stat(lock) === null ? null : heldBy(readOwner(lock, disk), processes);
}

interface Place {
  readonly root: string;
  readonly disk: Disk;
}

const attempts = 3;

const fileOptions = { mode: 0o644, durable: false };

const unknownHolder: HeldLock = {
  holder: "its lock does not say which process holds it",
  help: `If no other run is under way, delete the folder "${lockFolder}" in the output folder.`,
};

function moveIfFree(own: string, lock: string, disk: Disk): boolean {
  const found = disk.stat(lock);
  if (found !== null && found.kind !== "folder") return false;
  try {
    disk.move(own, lock);
    return true;
  } catch (thrown) {
    const code = errorCode(thrown);
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw thrown;
  }
}

function readOwner(lock: string, disk: Disk): Owner | null {
  try {
    if (disk.stat(lock)?.kind !== "folder") return null;
    const value = parseJson(disk.read(`${lock}/owner.json`).toString("utf8"));
    if (!isRecord(value)) return null;
    const { pid, host, started } = value;
    if (!Number.isSafeInteger(pid) || (pid as number) <= 0 || typeof host !== "string") return null;
    if (started !== null && typeof started !== "string") return null;
    return { pid: pid as number, host, started };
  } catch (thrown) {
    if (errorCode(thrown) === "ENOENT") return null;
    throw thrown;
  }
}

function heldBy(owner: Owner | null, processes: Processes): HeldLock | null {
  if (owner === null) return unknownHolder;
  if (owner.host !== processes.self().host) {
    return { holder: `${describe(owner)} holds it`, help: unknownHolder.help };
  }
  if (!processes.runs(owner)) return null;
  return { holder: `${describe(owner)} holds it`, help: "Wait until that run has ended." };
}

/** Moves a dead lock away. False if another run replaced it meanwhile: then it is put back. */
function setAside(dead: Owner, own: string, place: Place): boolean {
  const { root, disk } = place;
  const aside = `${own}-stale`;
  try {
    disk.move(`${root}/${lockFolder}`, aside);
  } catch (thrown) {
    if (errorCode(thrown) === "ENOENT") return false;
    throw thrown;
  }
  if (JSON.stringify(readOwner(aside, disk)) !== JSON.stringify(dead)) {
    moveIfFree(aside, `${root}/${lockFolder}`, disk);
    return false;
  }
  removeTree(aside, disk);
  return true;
}

function describe(owner: Owner): string {
  return `process ${owner.pid} on host "${owner.host}"`;
}

/** The processes of this machine; start times come from /proc where there is one. */
export const nodeProcesses: Processes = {
  self: () => ({ pid: process.pid, host: hostname(), started: startOf(process.pid) }),
  runs: (owner) => {
    if (!exists(owner.pid)) return false;
    const started = startOf(owner.pid);
    return started === null || owner.started === null || started === owner.started;
  },
};

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return errorCode(thrown) !== "ESRCH";
  }
}

/** Boot and clock ticks since boot: together never reused on one machine. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command name may hold spaces and parentheses, so fields are counted after the last one.
    const ticks = status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? null : `${boot}/${ticks}`;
  } catch (thrown) {
    if (errorCode(thrown) === null) throw thrown;
    return null;
  }
}
