import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';

/** A message that nobody asked for, about to leave: one of a market stream, or one that an account is told. */
export type LeavingEvent =
  | { readonly kind: 'stream'; readonly stream: string }
  | { readonly kind: 'account'; readonly accountId: string; readonly event: object };

/** Somebody who wants to connect. */
export interface ConnectionAttempt {
  readonly address: string;
  readonly path: string;
}

/** A request of the WebSocket API, as far as it could be read. */
export interface SeenSocketRequest {
  readonly method: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly address: string;
}

/** What happens to a request of the WebSocket API on its way. */
export interface RequestInterference {
  /** How long it lies about before the exchange gets it. */
  readonly delayBeforeMs: number;
  /** Whether the exchange gets it at all. */
  readonly isDone: boolean;
  /** How long after the answer it gets it; at once where this is not given. */
  readonly doneLaterMs?: number | undefined;
  /** How long the answer takes. */
  readonly delayAfterMs: number;
  /** The exchange's own answer, another in its place, none and the connection breaks, or none and it goes on. */
  readonly answer: 'own' | 'none' | 'silence' | BinanceError | Answer;
}

/** Tells everyone who is to hear an event; with `alter`, a stream's message is another text than it should be. */
export type Send = (alter?: (text: string) => string) => void;

/** What may happen to sockets that the exchange does not intend. */
export interface SocketInterference {
  /** Asked for each attempt: the HTTP status that it is refused with, null to let it in. */
  refuse(attempt: ConnectionAttempt): number | null;
  /**
   * Gets every event once, whoever is to hear it. `send` tells all of them: calling it at once is the normal course,
   * never loses the event, twice doubles it, later delays it, after another's reorders them.
   */
  deliver(event: LeavingEvent, send: Send): void;
  /** Asked once for each request; null lets it through. */
  interfere(request: SeenSocketRequest): RequestInterference | null;
}

/** Lets everything take its course. */
export const NO_SOCKET_INTERFERENCE: SocketInterference = {
  refuse: () => null,
  deliver: (_event, send) => send(),
  interfere: () => null,
};
