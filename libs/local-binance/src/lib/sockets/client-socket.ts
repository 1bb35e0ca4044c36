import type { Clock } from '@org/domain';
import type { RawData, WebSocket } from 'ws';
import type { LivenessEnd } from './liveness.ts';
import { Liveness } from './liveness.ts';
import { MessageRate } from './message-rate.ts';
import type { SocketTerms } from './socket-terms.ts';

const POLICY_VIOLATION = 1008;
const GOING_AWAY = 1001;

/** A client's connection: text goes in and out, and the exchange's terms are kept. */
export interface ClientSocket {
  readonly address: string;
  send(text: string): void;
  /** Ends it with a close frame. */
  close(code: number, reason: string): void;
  /** Ends it without a word, as a broken line does. */
  cut(): void;
  /** Stays open and falls silent: neither data nor pings leave it, and nothing that comes in is heard. */
  freeze(): void;
  /** Bytes that the client has not taken yet. */
  unsentBytes(): number;
}

/** What is done with what a client sends. */
export interface SocketUser {
  message(text: string): void;
  closed(): void;
}

export interface ClientSocketOptions {
  readonly socket: WebSocket;
  readonly address: string;
  readonly terms: SocketTerms;
  readonly clock: Clock;
  /** Told of a client that sends too much. */
  readonly onFlood: (address: string) => void;
}

/** Connects a socket with its user until either ends it. */
export function serveSocket(
  options: ClientSocketOptions,
  use: (client: ClientSocket) => SocketUser,
): ClientSocket {
  const { socket, address, terms, clock, onFlood } = options;
  const rate = new MessageRate(terms.messagesPerSecond);
  let isFrozen = false;

  const client: ClientSocket = {
    address,
    send: (text) => {
      if (!isFrozen && socket.readyState === socket.OPEN) socket.send(text);
    },
    close: (code, reason) => socket.close(code, reason),
    cut: () => socket.terminate(),
    freeze: () => {
      isFrozen = true;
      socket.pause();
    },
    unsentBytes: () => socket.bufferedAmount,
  };

  const liveness = new Liveness({
    terms,
    clock,
    ping: (payload) => {
      if (!isFrozen && socket.readyState === socket.OPEN) socket.ping(payload);
    },
    end: (why) => socket.close(...closeOf(why)),
  });

  const user = use(client);
  const count = (): boolean => {
    if (!rate.isExceededBy(clock.now())) return true;
    socket.close(POLICY_VIOLATION, 'Too many requests');
    onFlood(address);
    return false;
  };

  socket.on('message', (data, isBinary) => {
    if (count() && !isBinary) user.message(textOf(data));
  });
  socket.on('ping', count);
  socket.on('pong', (payload: Buffer) => {
    if (count()) liveness.pong(payload.toString());
  });
  // A frame that is too large or broken ends its connection and nothing else.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    liveness.stop();
    user.closed();
  });
  liveness.start();
  return client;
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
