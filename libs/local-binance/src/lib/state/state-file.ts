import { statSync } from 'node:fs';
import { InputError } from '@org/domain';
import type { RunningWorld } from '../world/running-world.ts';
import { lockFile } from './file-lock.ts';
import { Journal } from './journal.ts';
import type { SavedState } from './saved-state.ts';
import { readState } from './read-state.ts';

export interface StateFileOptions {
  /** Where the state is kept; with `.lock` and `.new` behind its name, files of its own stand beside it. */
  readonly file: string;
  /**
   * Waits for the disk at every write. Without it, what was acknowledged survives the end of the process, however it
   * ends; with it, the end of the machine too, at the price of some milliseconds a request.
   */
  readonly isSynced?: boolean;
}

/** The state of an exchange in a file, which it holds for itself. */
export class StateFile {
  /** What was there; null where the exchange is new. */
  readonly saved: SavedState | null;
  readonly notes: readonly string[];
  readonly #options: StateFileOptions;
  readonly #unlock: () => void;
  #journal: Journal | null = null;

  /**
   * @throws InputError `state-in-use` while another exchange runs with it, `state-file` for a file that cannot be read.
   */
  constructor(options: StateFileOptions) {
    const { file } = options;
    this.#options = options;
    this.#unlock = lockFile(file);
    try {
      const there = statSync(file, { throwIfNoEntry: false });
      if (there?.isDirectory() === true) throw directory(file);
      const isThere = there !== undefined && there.size > 0;
      const { state, notes } = isThere ? readState(file) : { state: null, notes: [] };
      this.saved = state;
      this.notes = notes;
    } catch (error) {
      this.#unlock();
      throw error;
    }
  }

  /** Writes the world down, and from now on whatever happens in it before whoever listens after this is told. */
  keep(world: RunningWorld, beganAt: number): void {
    const { file, isSynced = false } = this.#options;
    this.#journal = new Journal({ file, world, beganAt, isSynced });
  }

  close(): void {
    try {
      this.#journal?.close();
    } finally {
      this.#unlock();
    }
  }
}

function directory(file: string): InputError {
  return new InputError('state-file', {
    what: `no state can be kept in ${file}`,
    found: 'a directory',
    allowed: 'a state file, or one that does not exist yet',
  });
}
