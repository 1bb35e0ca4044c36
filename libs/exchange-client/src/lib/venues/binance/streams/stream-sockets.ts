import type { Clock, Rng } from '@org/domain';
import { connectionAttempts } from '../../../sockets/connection-attempts.ts';
import type { Pace } from '../../../sockets/pace.ts';
import type { OpenSocket } from '../../../sockets/socket.ts';
import type { StreamFeed, StreamNotice } from './stream-feed.ts';
import type { LineTerms } from './stream-line.ts';
import { StreamLine } from './stream-line.ts';

const STREAMS_PER_CONNECTION = 1024;

export interface StreamSocketsOptions {
  /** `wss://stream.binance.com:9443`. */
  readonly url: string;
  readonly open: OpenSocket;
  readonly clock: Clock;
  /** What streams are silent by, where the market does not run in real time. Default `clock`. */
  readonly marketClock?: Clock;
  readonly rng: Rng;
  readonly tell: (notice: StreamNotice) => void;
  /** Of all connections from this address. Default: one of its own. */
  readonly attempts?: Pace;
  /** For how many ms from now the exchange wants to hear nothing from this address. Default: it may always be called. */
  readonly silenceMs?: () => number;
  /** Default 1,024: as many as the exchange takes. */
  readonly streamsPerConnection?: number;
}

/**
 * All market streams of an exchange, over as few connections as it allows.
 *
 * @example
 * const sockets = new StreamSockets({ url, open: openWebSocket, clock, rng, tell: console.log });
 * const stop = sockets.listen({ name: 'btcusdt@trade', receive, mostSilenceMs: 60_000, idOf: () => null });
 */
export class StreamSockets {
  readonly #terms: LineTerms;
  readonly #most: number;
  #lines: readonly StreamLine[] = [];

  constructor(options: StreamSocketsOptions) {
    const { url, marketClock, attempts, streamsPerConnection, silenceMs = () => 0, ...rest } = options;
    this.#terms = {
      ...{ ...rest, silenceMs },
      url: `${url}/stream`,
      marketClock: marketClock ?? rest.clock,
      attempts: attempts ?? connectionAttempts(),
    };
    this.#most = streamsPerConnection ?? STREAMS_PER_CONNECTION;
  }

  /** Has a stream come; the returned function ends it, and with the last of them its connection. */
  listen(feed: StreamFeed): () => void {
    const line =
      this.#lines.find((other) => other.size < this.#most && !other.has(feed.name)) ?? this.#openLine();
    line.add(feed);
    return () => this.#stop(line, feed.name);
  }

  close(): void {
    for (const line of this.#lines) line.close();
    this.#lines = [];
  }

  #openLine(): StreamLine {
    const line = new StreamLine(this.#terms);
    this.#lines = [...this.#lines, line];
    return line;
  }

  #stop(line: StreamLine, name: string): void {
    line.remove(name);
    if (line.size > 0) return;
    line.close();
    this.#lines = this.#lines.filter((other) => other !== line);
  }
}
