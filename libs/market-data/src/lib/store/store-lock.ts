import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@org/domain';
import { makeFolder } from '../folders/make-folder.ts';

/** Its name begins with no letter, so that it is no market. */
const LOCK = '.lock';

/** Locks of this very process: its id in a lock can be that of one before it. */
const held = new Set<string>();

/**
 * Holds a store for this process alone, by a file in it that names the process; what was left by one that is gone is taken
 * over. For who writes; readers need no lock. Gives what lets go of it.
 *
 * @throws InputError `store-in-use` while another process, or this one, has it; `store-not-writable`.
 */
export function lockStore(folder: string): () => void {
  const lock = join(folder, LOCK);
  if (!create(folder, lock)) {
    const owner = ownerOf(lock);
    if (held.has(lock) || !isGone(owner)) throw inUse(folder, lock, owner);
    takeAway(lock, owner);
    if (!create(folder, lock)) throw inUse(folder, lock, ownerOf(lock));
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}

function create(folder: string, lock: string): boolean {
  try {
    makeFolder(folder);
  } catch (error) {
    throw notWritable(folder, error);
  }
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw notWritable(lock, error);
  }
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

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}

function notWritable(file: string, cause: unknown): InputError {
  return new InputError(
    'store-not-writable',
    {
      what: 'the store cannot be written here',
      place: { file },
      found: String(codeOf(cause)),
      allowed: 'a folder that can be written to, or one that does not exist yet, on a disk with room',
    },
    { cause },
  );
}

function inUse(folder: string, lock: string, owner: string): InputError {
  return new InputError('store-in-use', {
    what: `something else writes to the store in ${folder}`,
    found: `${owner === '' ? 'a process without a name' : `process ${owner}`} in ${lock}`,
    allowed: 'one download at a time in a store',
    hint: 'Wait until it is done, or name another folder. If no such process runs, delete the lock.',
  });
}
