import { setImmediate } from 'node:timers/promises';

/** Messages as they come in, for a test that waits for the first of them. */
export class Hearing {
  readonly #heard: unknown[] = [];

  readonly hear = (message: unknown): void => {
    this.#heard.push(message);
  };

  async first(count: number): Promise<readonly unknown[]> {
    while (this.#heard.length < count) await setImmediate();
    return this.#heard.slice(0, count);
  }
}
