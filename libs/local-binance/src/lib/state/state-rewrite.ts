import { AppendFile } from './append-file.ts';
import type { StateLine } from './state-line.ts';
import { encodeLine } from './state-line.ts';

/** How many bytes of the new file are written for each byte that is written to the one in use. */
const PACE = 4;

/**
 * A state that is written anew beside the one in use, a little with each change, so that nobody waits for all of it. What
 * changes meanwhile goes behind it; then the disk is waited for in the background, and it is ready to take the place of
 * the other. Up to that, the other is whole and in use, and this one is nothing to anybody.
 */
export class StateRewrite {
  readonly #unfinished: string;
  readonly #out: AppendFile;
  readonly #lines: Iterator<StateLine>;
  /** What has been written to the file in use, and not yet here. */
  readonly #missed: string[] = [];
  #allowance = 0;
  #stage: 'writing' | 'syncing' | 'ready' = 'writing';

  constructor(file: string, lines: Iterable<StateLine>, isSynced: boolean) {
    this.#unfinished = `${file}.new`;
    this.#out = new AppendFile(this.#unfinished, isSynced);
    this.#lines = lines[Symbol.iterator]();
  }

  get isReady(): boolean {
    return this.#stage === 'ready';
  }

  /** This line has been written to the file in use. */
  follow(line: string): void {
    this.#missed.push(line);
    this.#allowance += PACE * line.length;
    while (this.#stage === 'writing' && this.#allowance > 0) this.#writeNext();
  }

  /** Takes the place of a file. Gives what is written on with. */
  takePlaceOf(file: string): AppendFile {
    this.#out.append(this.#missed.join(''));
    this.#out.takePlaceOf(this.#unfinished, file);
    return this.#out;
  }

  abandon(): void {
    this.#out.abandon(this.#unfinished);
  }

  #writeNext(): void {
    const next = this.#lines.next();
    if (next.done === true) return this.#sync();
    const line = encodeLine(next.value);
    this.#out.append(line);
    this.#allowance -= line.length;
  }

  #sync(): void {
    this.#stage = 'syncing';
    // An error shows again when it takes its place, where it can be told.
    this.#out.syncInBackground(() => {
      this.#stage = 'ready';
    });
  }
}
