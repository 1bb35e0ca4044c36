import { existsSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { types } from 'node:util';
import { InputError } from '@org/domain';
import { makeFolder, takeLock } from '@org/files';

/** Who writes into the folder that `--out` names. */
export type OutWriter = 'backtest' | 'bot';

/**
 * Makes the folder that `--out` names, and holds it for this process until what it gives is called: two that write there
 * at once would each write over what the other has. A session that was killed leaves nothing that has to be tidied up,
 * and one that wrote nothing no empty folder. Backtests write over what backtests have left, but not over the commands
 * that a bot has; nor does a bot write between the files of a report.
 *
 * @throws InputError `out-in-use` while another session writes there; `out-of-other-kind` where a bot has written and a
 *   backtest would, or the other way round; `out-not-writable` when it cannot be made or written to.
 */
export function holdOutFolder(folder: string, writer: OutWriter): () => void {
  const lock = join(folder, '.lock');
  const { answer, outermostMade } = ask(folder, lock);
  if (answer.isTaken) {
    const before = writerBefore(folder);
    if (before !== null && before !== writer) {
      answer.release();
      throw ofOtherKind(folder, before, writer);
    }
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

/** Both leave their commands; a backtest never without its result. */
function writerBefore(folder: string): OutWriter | null {
  if (existsSync(join(folder, 'result.json'))) return 'backtest';
  return existsSync(join(folder, 'commands.jsonl')) ? 'bot' : null;
}

function ofOtherKind(folder: string, before: OutWriter, writer: OutWriter): InputError {
  const held = { bot: 'the commands of a bot', backtest: 'the report of a backtest' };
  return new InputError('out-of-other-kind', {
    what: `a ${writer} does not write here, where it would write over what a ${before} has left`,
    place: { file: folder },
    found: held[before],
    allowed: `a folder that holds ${held[writer]}, or nothing yet`,
    hint: 'Name another folder with --out.',
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
