import { appendFileSync, closeSync, fstatSync, ftruncateSync, openSync, readSync, statSync } from 'node:fs';

const LINE_FEED = '\n';

/**
 * A file that grows by whole lines. What stood in it stays; a line that a full disk has cut is taken back, so that no
 * later one is glued to what is left of it.
 *
 * ```ts
 * const file = new LineFile('commands.jsonl');
 * file.append('{"kind":"cancel"}\n'); // with the system when the call returns
 * file.close();
 * ```
 */
export class LineFile {
  readonly #path: string;
  readonly #descriptor: number;
  /** Whether what stands at its end is no whole line. */
  #isTorn: boolean;

  /** @throws Error of the file system, with `code` and `syscall`, where it can be neither opened nor made. */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'a+');
    this.#isTorn = endsTorn(this.#descriptor, this.length);
  }

  /** In bytes, whoever else writes to it. */
  get length(): number {
    return fstatSync(this.#descriptor).size;
  }

  /** Whether somebody has moved or deleted it: nobody looks for what is appended from then on. */
  get isGone(): boolean {
    const { dev, ino } = fstatSync(this.#descriptor);
    const there = statSync(this.#path, { throwIfNoEntry: false });
    return there?.ino !== ino || there.dev !== dev;
  }

  /**
   * @param line ends with a line feed
   * @throws Error of the file system, for a full disk for instance; the file is as it was then.
   */
  append(line: string): void {
    const { length } = this;
    try {
      // Goes on until the last byte is written, which writeSync does not.
      appendFileSync(this.#descriptor, this.#isTorn ? `${LINE_FEED}${line}` : line);
      this.#isTorn = false;
    } catch (error) {
      this.#takeBack(length);
      throw error;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #takeBack(length: number): void {
    try {
      ftruncateSync(this.#descriptor, length);
    } catch {
      // What cannot be shortened, such as a pipe, ends the line when it can be written to again.
      this.#isTorn = true;
    }
  }
}

function endsTorn(descriptor: number, length: number): boolean {
  if (length === 0) return false;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, length - 1);
  return last.toString('latin1') !== LINE_FEED;
}
