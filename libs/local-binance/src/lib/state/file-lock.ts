import { openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { InputError } from '@org/domain';

/** Files that this very process holds: its id in a lock can be that of one before it. */
const held = new Set<string>();

/**
 * Holds a file for this process alone, by a file beside it that names the process; what a process has left that is gone
 * is taken over. Gives what lets go of it.
 *
 * @throws InputError `state-in-use` while another process, or this one, has it; `state-file` where nothing can be
 *   written.
 */
export function lockFile(file: string): () => void {
  const lock = `${file}.lock`;
  if (!create(lock)) {
    const owner = readFileSync(lock, 'utf8').trim();
    if (held.has(lock) || isRunning(owner)) throw inUse(file, lock, owner);
    rmSync(lock, { force: true });
    if (!create(lock)) throw inUse(file, lock, 'another process');
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}

function create(lock: string): boolean {
  try {
    const descriptor = openSync(lock, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new InputError(
      'state-file',
      {
        what: 'no state can be kept there',
        found: lock,
        allowed: 'a file in a folder that exists and can be written to',
      },
      { cause: error },
    );
  }
}

function isRunning(owner: string): boolean {
  const id = Number(owner);
  if (!Number.isSafeInteger(id) || id <= 0 || id === process.pid) return false;
  try {
    // Signal 0 only asks.
    return process.kill(id, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}

function inUse(file: string, lock: string, owner: string): InputError {
  return new InputError('state-in-use', {
    what: `the state file ${file} belongs to an exchange that runs`,
    found: `process ${owner} in ${lock}`,
    allowed: 'one exchange a file',
    hint: 'Stop that exchange or name another file. If no such exchange runs, delete the lock.',
  });
}
