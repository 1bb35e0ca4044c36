import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { Pool } from 'undici';
import type { TransportFailure } from './transport-failure.ts';
import { failureOf } from './transport-failure.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With its query, percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a server said, whatever it said. */
export interface HttpReply {
  readonly kind: 'reply';
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type HttpOutcome = HttpReply | TransportFailure;

/** The way to a server: many requests at once over connections that stay open. It never sends anything twice. */
export interface HttpTransport {
  readonly origin: string;
  send(request: HttpRequest): Promise<HttpOutcome>;
  /** Ends every connection; what is under way fails as unknown. */
  close(): Promise<void>;
}

export interface HttpTransportOptions {
  /** Such as `https://api.binance.com`. */
  readonly origin: string;
  /** How many connections there may be, opened as they are needed. Default 160, for all that may be under way. */
  readonly connections?: number;
  /** To connect. Default 5 s. */
  readonly connectTimeoutMs?: number;
  /** For an answer. Default 15 s: the exchange gives up on its own part after 10. */
  readonly replyTimeoutMs?: number;
}

/** A pool of kept-alive connections to one server. */
export function httpTransport(options: HttpTransportOptions): HttpTransport {
  const { origin, connections = 160, connectTimeoutMs = 5000, replyTimeoutMs = 15_000 } = options;
  const pool = new Pool(origin, {
    connections,
    connect: { timeout: connectTimeoutMs },
    headersTimeout: replyTimeoutMs,
    bodyTimeout: replyTimeoutMs,
  });
  return {
    origin,
    send: (request) =>
      new Promise((resolve) => {
        try {
          pool.dispatch(request, new ReplyCollector(resolve));
        } catch (error) {
          resolve(failureOf(error));
        }
      }),
    close: () => pool.destroy(),
  };
}

/** Gathers one answer as its parts come in: no stream in between, which would cost as much as the request itself. */
class ReplyCollector implements Dispatcher.DispatchHandler {
  readonly #resolve: (outcome: HttpOutcome) => void;
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #headers: HttpReply['headers'] = {};

  constructor(resolve: (outcome: HttpOutcome) => void) {
    this.#resolve = resolve;
  }

  /** Undici takes a handler without it for one of its older kind. */
  onRequestStart(): void {}

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = textHeaders(headers);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    this.#resolve({ kind: 'reply', status: this.#status, headers: this.#headers, body: body.toString() });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#resolve(failureOf(error));
  }
}

function textHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) texts[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return texts;
}
