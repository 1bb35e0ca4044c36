import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@org/domain';
import { canonicalJson, InputError } from '@org/domain';
import { holdOutFolder } from '@org/session';

export const COMMAND_FILE = 'commands.jsonl';

/** Where the commands of a session are kept. */
export interface CommandRecord {
  readonly write: (command: Command) => void;
  readonly close: () => void;
}

/** Keeps nothing. */
export const NO_RECORD: CommandRecord = { write: () => undefined, close: () => undefined };

/**
 * Opens `commands.jsonl` in a folder, which is made where it is missing and held until `close`: a line of canonical JSON
 * for each command, with the system before the command is carried out.
 *
 * @throws InputError `out-in-use` while another session writes there; `out-not-writable` when the folder cannot be made
 *   or written to.
 */
export function openCommandFile(folder: string): CommandRecord {
  const release = holdOutFolder(folder);
  const file = openFile(folder, release);
  return {
    write: (command) => {
      writeSync(file, `${canonicalJson(command)}\n`);
    },
    close: () => {
      closeSync(file);
      release();
    },
  };
}

function openFile(folder: string, release: () => void): number {
  try {
    return openSync(join(folder, COMMAND_FILE), 'w');
  } catch (error) {
    release();
    throw new InputError(
      'out-not-writable',
      {
        what: 'the commands cannot be written here',
        place: { file: folder },
        found: error instanceof Error ? error.message : String(error),
        allowed: 'a folder that can be written to, or one that does not exist yet',
      },
      { cause: error },
    );
  }
}
