import { closeSync, openSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What comes of asking for a lock: it is taken, or it belongs to somebody, told in words. */
export type LockAnswer =
  | { readonly isTaken: true; readonly release: () => void }
  | { readonly isTaken: false; readonly owner: string };

/** Locks of this very process: its id in a lock can be that of one before it. */
const held = new Set<string>();

/**
 * Takes a lock for this process alone, by a file that names the process. What a process has left that is gone, killed
 * for instance, is taken over, also when another process has its id by now, as after a restart of the machine (where the
 * system tells when a process began, which Linux does). `release` takes the file away; calling it again does nothing.
 *
 * ```ts
 * const lock = takeLock('/data/store/.lock');
 * if (!lock.isTaken) throw new Error(`the store is in use by ${lock.owner}`); // process 4711
 * lock.release();
 * ```
 *
 * It holds among the processes of one machine: an id says nothing about those of another.
 *
 * @throws Error of the file system, with `code` and `syscall`, where its folder is not there or not to be written to.
 */
export function takeLock(path: string): LockAnswer {
  const lock = join(realpathSync(dirname(path)), basename(path));
  if (!create(lock)) {
    const owner = ownerOf(lock);
    if (held.has(lock) || !isGone(owner)) return { isTaken: false, owner: inWords(owner) };
    takeAway(lock, owner);
    if (!create(lock)) return { isTaken: false, owner: inWords(ownerOf(lock)) };
  }
  held.add(lock);
  return { isTaken: true, release: () => release(lock) };
}

function create(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    try {
      writeFileSync(file, nameOf(process.pid));
    } catch (error) {
      // On a full disk it would name nobody, and nobody could take it over.
      rmSync(lock, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Of a process, what a later one with the same id has not: `4711 182736`, the id and when it began. */
function nameOf(id: number): string {
  const began = beganAt(id);
  return began === null ? String(id) : `${id} ${began}`;
}

/** In ticks since the start of the machine; null where the system does not tell. */
function beganAt(id: number): string | null {
  try {
    const status = readFileSync(`/proc/${id}/stat`, 'latin1');
    // Behind the name of the program, in which anything may stand, follows field 3; the one meant is field 22.
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[22 - 3] ?? null;
  } catch {
    return null;
  }
}

function release(lock: string): void {
  // Who has deleted it by hand may have given it to another.
  if (held.delete(lock) && ownerOf(lock) === nameOf(process.pid)) rmSync(lock, { force: true });
}

/** Empty where nobody has it any more. */
function ownerOf(lock: string): string {
  try {
    return readFileSync(lock, 'utf8').trim();
  } catch {
    return '';
  }
}

/** A lock that names nobody may be about to: it counts as held. */
function isGone(owner: string): boolean {
  const [word, began] = owner.split(' ');
  const id = Number(word);
  if (!Number.isSafeInteger(id) || id <= 0) return false;
  if (id === process.pid) return true;
  try {
    // Signal 0 only asks.
    process.kill(id, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return true;
  }
  const now = beganAt(id);
  return began !== undefined && now !== null && began !== now;
}

/** Two may find the same lock left behind: the later of them finds here that it has a new owner. */
function takeAway(lock: string, owner: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (ownerOf(aside) === owner) rmSync(aside, { force: true });
  else renameSync(aside, lock);
}

function inWords(owner: string): string {
  return owner === '' ? 'a process without a name' : `process ${owner.split(' ')[0]}`;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
