import { rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { types } from 'node:util';
import { InputError } from '@org/domain';
import { makeFolder, takeLock } from '@org/files';

/**
 * Makes the folder that `--out` names, and holds it for this process until what it gives is called: two that write there
 * at once would each write over what the other has. A session that was killed leaves nothing that has to be tidied up,
 * and one that wrote nothing no empty folder.
 *
 * @throws InputError `out-in-use` while another session writes there; `out-not-writable` when it cannot be made or
 *   written to.
 */
export function holdOutFolder(folder: string): () => void {
  const lock = join(folder, '.lock');
  const { answer, outermostMade } = ask(folder, lock);
  if (answer.isTaken) {
    return () => {
      answer.release();
      if (outermostMade !== null) removeEmpty(folder, outermostMade);
    };
  }
  throw new InputError('out-in-use', {
    what: `another session writes to ${folder}`,
    found: `${answer.owner} in ${lock}`,
    allowed: 'one session at a time in a folder',
    hint: 'Wait until it ends, or name another folder with --out. If no such process runs, delete the lock.',
  });
}

function ask(folder: string, lock: string) {
  try {
    const outermostMade = makeFolder(folder);
    return { outermostMade, answer: takeLock(lock) };
  } catch (error) {
    throw new InputError(
      'out-not-writable',
      {
        what: 'nothing can be written here',
        place: { file: folder },
        found: types.isNativeError(error) ? error.message : String(error),
        allowed: 'a folder that can be written to, or one that does not exist yet',
      },
      { cause: error },
    );
  }
}

/** From a folder outwards; the system refuses those that hold something. */
function removeEmpty(folder: string, outermost: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  if (folder !== outermost) removeEmpty(dirname(folder), outermost);
}
