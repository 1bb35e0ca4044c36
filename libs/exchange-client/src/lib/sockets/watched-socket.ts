import type { Clock } from '@org/domain';
import type { OpenSocket, Socket } from './socket.ts';

const MOST_MS_TO_OPEN = 10_000;
/** The exchange pings every 20 s. */
const MOST_MS_WITHOUT_PING = 60_000;

/** What a watched connection tells. `ended` comes once and last, and not at all after `close`. */
export interface WatchedSocketListener {
  opened(): void;
  received(bytes: Uint8Array): void;
  ended(reason: string): void;
}

export interface WatchedSocketOptions {
  readonly open: OpenSocket;
  readonly url: string;
  readonly clock: Clock;
  readonly listener: WatchedSocketListener;
}

/** A connection that ends itself when the other side is not there: no opening within 10 s, or no ping within 60 s. */
export class WatchedSocket {
  readonly #clock: Clock;
  readonly #listener: WatchedSocketListener;
  readonly #socket: Socket;
  #state: 'opening' | 'open' | 'ended' = 'opening';
  #stopWaiting: () => void;

  constructor({ open, url, clock, listener }: WatchedSocketOptions) {
    this.#clock = clock;
    this.#listener = listener;
    this.#stopWaiting = clock.schedule(MOST_MS_TO_OPEN, () => this.giveUp('did not open within 10 s'));
    this.#socket = open(url, {
      opened: () => this.#opened(),
      received: (bytes) => {
        if (this.#state === 'open') listener.received(bytes);
      },
      pinged: () => this.#heard(),
      ended: (reason) => this.#end(reason),
    });
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  /** Ends it without telling. */
  close(): void {
    if (this.#state === 'ended') return;
    this.#leave();
    this.#socket.close();
  }

  /** Ends it at once, and tells why. */
  giveUp(reason: string): void {
    this.#end(reason);
    this.#socket.terminate();
  }

  #opened(): void {
    if (this.#state !== 'opening') return;
    this.#state = 'open';
    this.#heard();
    this.#listener.opened();
  }

  #heard(): void {
    if (this.#state !== 'open') return;
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.schedule(MOST_MS_WITHOUT_PING, () => this.giveUp('no ping for 60 s'));
  }

  #end(reason: string): void {
    if (this.#state === 'ended') return;
    this.#leave();
    this.#listener.ended(reason);
  }

  #leave(): void {
    this.#state = 'ended';
    this.#stopWaiting();
  }
}
