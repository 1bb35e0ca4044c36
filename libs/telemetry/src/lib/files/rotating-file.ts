import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  renameSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@org/domain';
import { makeFolder } from '@org/files';

export interface RotatingFileOptions {
  readonly directory: string;
  /** A file is full when the next line would make it longer than this. */
  readonly maxBytes: number;
  /** How many files are kept, the one being written included. */
  readonly maxFiles: number;
  /** Told when writing begins to fail; told again only after it has worked in between. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Appends lines to `onestep.log`; a full one becomes `onestep.1.log`, that one `onestep.2.log`, and so on, and the
 * oldest goes. Each line is handed to the system before `append` returns, so a crash of the process loses none.
 */
export class RotatingFile {
  readonly #options: RotatingFileOptions;
  #file: number | undefined;
  #size = 0;
  #failing = false;

  /** @throws InputError `log-directory` when nothing can be written there. */
  constructor(options: RotatingFileOptions) {
    this.#options = options;
    try {
      this.#open();
    } catch (error) {
      throw new InputError(
        'log-directory',
        {
          what: 'cannot write log files',
          place: { file: options.directory },
          found: error instanceof Error ? error.message : String(error),
          allowed: 'a directory that can be written to, or one that can be made',
        },
        { cause: error },
      );
    }
  }

  /** Never throws: a line that cannot be written is dropped, and the next one tries again. */
  append(line: string): void {
    const bytes = Buffer.byteLength(line);
    try {
      const full = this.#size > 0 && this.#size + bytes > this.#options.maxBytes;
      const rotated = !full || this.#rotate();
      appendFileSync(this.#file ?? this.#open(), line);
      this.#size += bytes;
      if (rotated) this.#failing = false;
    } catch (error) {
      this.#fail(error);
    }
  }

  close(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file === undefined) return;
    try {
      closeSync(file);
    } catch (error) {
      this.#fail(error);
    }
  }

  #open(): number {
    makeFolder(this.#options.directory);
    const file = openSync(this.#path(0), 'a');
    this.#file = file;
    this.#size = fstatSync(file).size;
    return file;
  }

  /** Where the files cannot be moved, the full one goes on: too long is better than lost. */
  #rotate(): boolean {
    this.close();
    const moved = this.#moveFiles();
    this.#open();
    return moved;
  }

  #moveFiles(): boolean {
    try {
      for (let age = this.#options.maxFiles - 1; age > 0; age--) {
        if (existsSync(this.#path(age - 1))) renameSync(this.#path(age - 1), this.#path(age));
      }
      if (this.#options.maxFiles === 1) truncateSync(this.#path(0));
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #path(age: number): string {
    return join(this.#options.directory, age === 0 ? 'onestep.log' : `onestep.${age}.log`);
  }

  #fail(error: unknown): void {
    if (!this.#failing) this.#options.onFailure(error);
    this.#failing = true;
  }
}
