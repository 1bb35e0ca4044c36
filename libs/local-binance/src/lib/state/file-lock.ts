import { InputError } from '@org/domain';
import type { LockAnswer } from '@org/files';
import { takeLock } from '@org/files';

/**
 * Holds a file for this process alone, by a file beside it; what a process has left that is gone is taken over. Gives
 * what lets go of it.
 *
 * @throws InputError `state-in-use` while another process, or this one, has it; `state-file` where nothing can be
 *   written.
 */
export function lockFile(file: string): () => void {
  const lock = `${file}.lock`;
  const answer = ask(lock);
  if (answer.isTaken) return answer.release;
  throw new InputError('state-in-use', {
    what: `the state file ${file} belongs to an exchange that runs`,
    found: `${answer.owner} in ${lock}`,
    allowed: 'one exchange a file',
    hint: 'Stop that exchange or name another file. If no such exchange runs, delete the lock.',
  });
}

function ask(lock: string): LockAnswer {
  try {
    return takeLock(lock);
  } catch (error) {
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
