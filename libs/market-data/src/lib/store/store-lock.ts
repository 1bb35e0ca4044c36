import { join } from 'node:path';
import { InputError } from '@org/domain';
import type { LockAnswer } from '@org/files';
import { makeFolder, takeLock } from '@org/files';
import { notWritable } from './store-errors.ts';

/** Its name begins with no letter, so that it is no market. */
const LOCK = '.lock';

/**
 * Holds a store for this process alone; what was left by one that is gone is taken over. For who writes; readers need no
 * lock. Gives what lets go of it.
 *
 * @throws InputError `store-in-use` while another process, or this one, has it; `store-not-writable`.
 */
export function lockStore(folder: string): () => void {
  const lock = join(folder, LOCK);
  const answer = ask(folder, lock);
  if (answer.isTaken) return answer.release;
  throw new InputError('store-in-use', {
    what: `something else writes to the store in ${folder}`,
    found: `${answer.owner} in ${lock}`,
    allowed: 'one download at a time in a store',
    hint: 'Wait until it is done, or name another folder. If no such process runs, delete the lock.',
  });
}

function ask(folder: string, lock: string): LockAnswer {
  try {
    makeFolder(folder);
    return takeLock(lock);
  } catch (error) {
    throw notWritable(folder, error);
  }
}
