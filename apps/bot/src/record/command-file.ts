import { join } from 'node:path';
import { types } from 'node:util';
import type { Command } from '@org/domain';
import { canonicalJson, InputError, OnestepError } from '@org/domain';
import { LineFile } from '@org/files';
import { holdOutFolder } from '@org/session';
import { setAside } from './set-aside.ts';

export const COMMAND_FILE = 'commands.jsonl';

/** Where the commands of a session are kept. */
export interface CommandRecord {
  readonly write: (command: Command) => void;
  readonly close: () => void;
  /** The file with the commands of the session before, if there was one. */
  readonly earlier: string | null;
}

/** Keeps nothing. */
export const NO_RECORD: CommandRecord = {
  write: () => undefined,
  close: () => undefined,
  earlier: null,
};

/** What should have been carried out could not be written down first. */
export class NotRecordedError extends OnestepError {}

/**
 * Opens `commands.jsonl` in a folder, which is made where it is missing and held until `close`: a line of canonical JSON
 * for each command, with the system before the command is carried out. That of the session before is kept beside it, as
 * `commands.1.jsonl` and so on, the oldest with the lowest number.
 *
 * @throws InputError `out-in-use` while another session writes there; `out-of-other-kind` where a backtest has written;
 *   `out-not-writable` when the folder cannot be made or written to. `write` throws NotRecordedError when a command finds
 *   no room, and leaves no half of it.
 */
export function openCommandFile(folder: string): CommandRecord {
  const release = holdOutFolder(folder, 'bot');
  const { file, earlier } = openFile(folder, release);
  return {
    earlier,
    write: (command) => writeDown(command, file, folder),
    close: () => {
      file.close();
      release();
    },
  };
}

function openFile(folder: string, release: () => void) {
  try {
    const earlier = setAside(folder, COMMAND_FILE);
    return { earlier, file: new LineFile(join(folder, COMMAND_FILE)) };
  } catch (error) {
    release();
    throw new InputError(
      'out-not-writable',
      {
        what: 'the commands cannot be written here',
        place: { file: folder },
        found: messageOf(error),
        allowed: 'a folder that can be written to, or one that does not exist yet',
      },
      { cause: error },
    );
  }
}

function writeDown(command: Command, file: LineFile, folder: string): void {
  const line = `${canonicalJson(command)}\n`;
  try {
    file.append(line);
  } catch (error) {
    throw new NotRecordedError(
      'command-not-recorded',
      {
        what: 'a command could not be written down, so the session ends',
        place: { file: join(folder, COMMAND_FILE) },
        found: messageOf(error),
        hint: 'Make room on the disk, or name another folder with --out.',
      },
      { cause: error },
    );
  }
}

function messageOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}
