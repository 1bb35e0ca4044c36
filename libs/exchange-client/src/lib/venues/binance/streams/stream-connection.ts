import type { Clock } from '@org/domain';
import { Pace } from '../../../sockets/pace.ts';
import type { OpenSocket } from '../../../sockets/socket.ts';
import { WatchedSocket } from '../../../sockets/watched-socket.ts';
import { combinedFrame } from './combined-frame.ts';
import { controlReply } from './control-reply.ts';

/** The exchange takes 5 messages a second, and an answer to its ping is one of them. */
const MESSAGES_PER_SECOND = 4;
/** Names in one message. */
const NAMES_PER_MESSAGE = 200;
const MOST_MS_FOR_REPLY = 10_000;
const SHUTDOWN_STREAM = '!serverShutdown';

/** What a connection tells. `ended` comes once and last. */
export interface ConnectionListener {
  /** Everything that was asked for has been confirmed. */
  ready(): void;
  data(stream: string, bytes: Uint8Array, start: number, end: number): void;
  refused(streams: readonly string[], message: string): void;
  /** A message that means nothing to us. */
  unreadable(bytes: Uint8Array): void;
  /** The exchange is about to end the connection. */
  shutdown(): void;
  ended(reason: string): void;
}

export interface ConnectionOptions {
  readonly open: OpenSocket;
  /** Of combined streams: `wss://stream.binance.com:9443/stream`. */
  readonly url: string;
  readonly clock: Clock;
  readonly listener: ConnectionListener;
}

/**
 * One connection for many streams. It asks for what is wanted in few messages and at the exchange's pace, and ends itself
 * when the other side is not there: no opening or answer within 10 s, or no ping within 60 s.
 */
export class StreamConnection {
  readonly #clock: Clock;
  readonly #listener: ConnectionListener;
  readonly #socket: WatchedSocket;
  readonly #pace = new Pace(MESSAGES_PER_SECOND, 1000);
  #wanted: ReadonlySet<string> = new Set();
  readonly #asked = new Set<string>();
  readonly #unconfirmed = new Map<number, readonly string[]>();
  #lastId = 0;
  #isReady = false;
  #stopSending: (() => void) | null = null;
  #stopWaiting: () => void = () => undefined;

  constructor({ open, url, clock, listener }: ConnectionOptions) {
    this.#clock = clock;
    this.#listener = listener;
    this.#socket = new WatchedSocket({
      ...{ open, url, clock },
      listener: {
        opened: () => this.#plan(),
        received: (bytes) => this.#received(bytes),
        ended: (reason) => {
          this.#leave();
          listener.ended(reason);
        },
      },
    });
  }

  /** Says which streams are wanted from now on. */
  want(streams: Iterable<string>): void {
    this.#wanted = new Set(streams);
    this.#plan();
  }

  /** Ends it without telling. */
  close(): void {
    this.#leave();
    this.#socket.close();
  }

  #received(bytes: Uint8Array): void {
    const frame = combinedFrame(bytes);
    if (frame === null) return this.#replied(bytes);
    if (frame.stream === SHUTDOWN_STREAM) return this.#listener.shutdown();
    this.#listener.data(frame.stream, bytes, frame.start, frame.end);
  }

  #replied(bytes: Uint8Array): void {
    const reply = controlReply(bytes);
    switch (reply.kind) {
      case 'done':
        return this.#confirmed(reply.id);
      case 'refused':
        this.#listener.refused(this.#unconfirmed.get(reply.id ?? -1) ?? [], reply.message);
        return this.#confirmed(reply.id);
      case 'shutdown':
        return this.#listener.shutdown();
      case 'unreadable':
        return this.#listener.unreadable(bytes);
    }
  }

  #confirmed(id: number | null): void {
    if (id === null || !this.#unconfirmed.delete(id)) return;
    this.#stopWaiting();
    if (this.#unconfirmed.size > 0) this.#awaitReply();
    this.#plan();
  }

  /** Decides what is next: to ask for something, or to be ready. Streams wanted at one time go into one message. */
  #plan(): void {
    if (!this.#socket.isOpen || this.#stopSending !== null) return;
    if (this.#next() !== null) {
      const now = this.#clock.now();
      const delayMs = this.#pace.reserve(now) - now;
      this.#stopSending = this.#clock.schedule(delayMs, () => this.#send());
    } else if (this.#unconfirmed.size === 0 && !this.#isReady) {
      this.#isReady = true;
      this.#listener.ready();
    }
  }

  #next(): { readonly method: string; readonly params: readonly string[] } | null {
    const missing = [...this.#wanted].filter((name) => !this.#asked.has(name));
    if (missing.length > 0) return { method: 'SUBSCRIBE', params: missing.slice(0, NAMES_PER_MESSAGE) };
    const needless = [...this.#asked].filter((name) => !this.#wanted.has(name));
    if (needless.length > 0) return { method: 'UNSUBSCRIBE', params: needless.slice(0, NAMES_PER_MESSAGE) };
    return null;
  }

  #send(): void {
    this.#stopSending = null;
    const message = this.#next();
    if (message !== null) {
      const id = ++this.#lastId;
      for (const name of message.params) {
        if (message.method === 'SUBSCRIBE') this.#asked.add(name);
        else this.#asked.delete(name);
      }
      this.#unconfirmed.set(id, message.params);
      this.#socket.send(JSON.stringify({ ...message, id }));
      if (this.#unconfirmed.size === 1) this.#awaitReply();
    }
    this.#plan();
  }

  #awaitReply(): void {
    this.#stopWaiting = this.#clock.schedule(MOST_MS_FOR_REPLY, () =>
      this.#socket.giveUp('no reply within 10 s'),
    );
  }

  #leave(): void {
    this.#stopWaiting();
    this.#stopSending?.();
  }
}
