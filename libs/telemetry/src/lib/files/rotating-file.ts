import { existsSync, renameSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@org/domain';
import { LineFile, makeFolder } from '@org/files';

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
 * oldest goes. Each line is handed to the system before `append` returns, so a crash of the process loses none. Others may
 * write to the same file, move it or delete it: the next line goes to the one that has its name then.
 */
export class RotatingFile {
  readonly #options: RotatingFileOptions;
  #file: LineFile | undefined;
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
    try {
      const isFull = this.#isFullFor(line);
      const isMoved = isFull && this.#rotate();
      this.#current().append(line);
      if (!isFull || isMoved) this.#failing = false;
    } catch (error) {
      this.#fail(error);
    }
  }

  close(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file === undefined) return;
    try {
      file.close();
    } catch (error) {
      this.#fail(error);
    }
  }

  #isFullFor(line: string): boolean {
    const { length } = this.#current();
    return length > 0 && length + Buffer.byteLength(line) > this.#options.maxBytes;
  }

  /** The file that has the name now. */
  #current(): LineFile {
    if (this.#file?.isGone === true) this.close();
    return this.#file ?? this.#open();
  }

  #open(): LineFile {
    makeFolder(this.#options.directory);
    this.#file = new LineFile(this.#path(0));
    return this.#file;
  }

  /** Where the files cannot be moved, the full one goes on: too long is better than lost. */
  #rotate(): boolean {
    this.close();
    return this.#moveFiles();
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
