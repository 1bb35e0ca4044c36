import type { Clock } from '@org/domain';
import type { RawData, WebSocket } from 'ws';
import type { LivenessEnd } from './liveness.ts';
import { Liveness } from './liveness.ts';
import { MessageRate } from './message-rate.ts';
import type { SocketTerms } from './socket-terms.ts';

export const POLICY_VIOLATION = 1008;
export const GOING_AWAY = 1001;

/** A client's connection: text goes in and out, and the exchange's terms are kept. */
export interface ClientSocket {
  readonly address: string;
  send(text: string): void;
  /** Ends it with a close frame. */
  close(code: number, reason: string): void;
  /** Ends it without a word, as a broken line does. */
  cut(): void;
  /** Stays open and answers pings, but says nothing more. Gives what lets it go on with what happens from then on. */
  stall(): () => void;
  /**
   * Stays open and falls silent: neither data nor pings leave it, and nothing that comes in is heard. Gives what lets it
   * go on.
   */
  freeze(): () => void;
  /** Bytes that the client has not taken yet. */
  unsentBytes(): number;
}

/** What is done with what a client sends. */
export interface SocketUser {
  message(text: string): void;
  /** The exchange is about to close the connection. `timeMs` is market time. */
  shutdown(timeMs: number): void;
  closed(): void;
}

export interface ClientSocketOptions {
  readonly socket: WebSocket;
  readonly address: string;
  readonly terms: SocketTerms;
  /** Of the protocol. */
  readonly clock: Clock;
  /** Told of a client that sends too much. */
  readonly onFlood: (address: string) => void;
}

/** Connects a socket with its user until either ends it. */
export function serveSocket<User extends SocketUser>(
  options: ClientSocketOptions,
  use: (client: ClientSocket) => User,
): { readonly client: ClientSocket; readonly user: User } {
  const { socket, address, terms, clock, onFlood } = options;
  const rate = new MessageRate(terms.messagesPerSecond);
  const client = new OpenSocket(socket, address);
  const liveness = new Liveness({
    terms,
    clock,
    ping: (payload) => client.ping(payload),
    end: (why) => client.close(...closeOf(why)),
  });
  const user = use(client);

  const isWithinRate = (): boolean => {
    if (!client.isOpen) return false;
    if (!rate.isExceededBy(clock.now())) return true;
    client.close(POLICY_VIOLATION, 'Too many requests');
    onFlood(address);
    return false;
  };
  socket.on('message', (data) => {
    if (isWithinRate()) user.message(textOf(data));
  });
  socket.on('ping', isWithinRate);
  socket.on('pong', (payload: Buffer) => {
    if (isWithinRate()) liveness.pong(payload.toString());
  });
  // A frame that is too large or broken, or a broken line: the connection ends by itself, and nothing else does.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    liveness.stop();
    user.closed();
  });
  liveness.start();
  return { client, user };
}

class OpenSocket implements ClientSocket {
  readonly address: string;
  readonly #socket: WebSocket;
  /** Several may hold it back at a time; it goes on when the last lets go. */
  #stalls = 0;
  #freezes = 0;

  constructor(socket: WebSocket, address: string) {
    this.#socket = socket;
    this.address = address;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(text: string): void {
    if (this.isOpen && this.#stalls + this.#freezes === 0) this.#socket.send(text);
  }

  ping(payload: string): void {
    if (this.isOpen && this.#freezes === 0) this.#socket.ping(payload);
  }

  close(code: number, reason: string): void {
    if (this.#freezes === 0) this.#socket.close(code, reason);
  }

  cut(): void {
    this.#socket.terminate();
  }

  stall(): () => void {
    this.#stalls += 1;
    return () => {
      this.#stalls -= 1;
    };
  }

  freeze(): () => void {
    this.#freezes += 1;
    this.#socket.pause();
    return () => {
      this.#freezes -= 1;
      if (this.#freezes === 0) this.#socket.resume();
    };
  }

  unsentBytes(): number {
    return this.#socket.bufferedAmount;
  }
}

function closeOf(why: LivenessEnd): [code: number, reason: string] {
  switch (why) {
    case 'pongTimeout':
      return [POLICY_VIOLATION, 'Pong timeout'];
    case 'lifetime':
      return [GOING_AWAY, 'Connection lifetime reached'];
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data.toString();
}
