import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What comes of asking for a lock: it is taken, or it belongs to somebody, told in words. */
export type LockAnswer =
  | { readonly isTaken: true; readonly release: () => void }
  | { readonly isTaken: false; readonly owner: string };

/** Locks of this very process: its id in a lock can be that of one before it. */
const held = new Set<string>();

/**
 * Takes a lock for this process alone, by a file that names the process. What a process has left that is gone, killed
 * for instance, is taken over. `release` takes the file away; calling it again does nothing.
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
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function release(lock: string): void {
  // Who has deleted it by hand may have given it to another.
  if (held.delete(lock) && ownerOf(lock) === String(process.pid)) rmSync(lock, { force: true });
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
  const id = Number(owner);
  if (!Number.isSafeInteger(id) || id <= 0) return false;
  if (id === process.pid) return true;
  try {
    // Signal 0 only asks.
    process.kill(id, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
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
  return owner === '' ? 'a process without a name' : `process ${owner}`;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
