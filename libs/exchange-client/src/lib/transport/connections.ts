import type { Client } from 'undici';

/** What is done with a connection; it gives the connection back when it is done, and not before. */
export type Use = (connection: Client) => void;

/**
 * Connections to one server, each for one request at a time: the latest that was given back goes first, and others are
 * opened as they are needed. Undici's own pool looks through all of its connections for a free one, twice a request.
 */
export class Connections {
  readonly #open: () => Client;
  readonly #most: number;
  readonly #all: Client[] = [];
  readonly #idle: Client[] = [];
  readonly #waiting: Use[] = [];
  #isClosed = false;

  constructor(most: number, open: () => Client) {
    this.#most = most;
    this.#open = open;
  }

  /** At once where one is free or can be opened, else in turn. */
  use(use: Use): void {
    const connection = this.#idle.pop() ?? this.#another();
    if (connection === null) this.#waiting.push(use);
    else use(connection);
  }

  giveBack(connection: Client): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(connection);
    // Later: undici is still busy with the answer, or with the failure, that this is told in.
    else queueMicrotask(() => next(connection));
  }

  /** Ends every connection, whatever it is used for; who waits or comes later is given an ended one. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const ended = this.#all.map((connection) => connection.destroy());
    await Promise.all(ended);
  }

  #another(): Client | null {
    if (this.#all.length >= this.#most) return null;
    const connection = this.#open();
    this.#all.push(connection);
    if (this.#isClosed) void connection.destroy();
    return connection;
  }
}
