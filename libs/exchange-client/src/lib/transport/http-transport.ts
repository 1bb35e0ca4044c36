import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { Client } from 'undici';
import { Connections } from './connections.ts';
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
  /** Names are in lower case; what is told more than once is a list. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
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

const NOTHING: Buffer = Buffer.alloc(0);

/** A pool of kept-alive connections to one server. */
export function httpTransport(options: HttpTransportOptions): HttpTransport {
  const { origin, connections: most = 160, connectTimeoutMs = 5000, replyTimeoutMs = 15_000 } = options;
  const connections = new Connections(
    most,
    () =>
      new Client(origin, {
        connect: { timeout: connectTimeoutMs },
        headersTimeout: replyTimeoutMs,
        bodyTimeout: replyTimeoutMs,
      }),
  );
  return {
    origin,
    send: (request) =>
      new Promise((resolve) => {
        connections.use((connection) => {
          const finish = (outcome: HttpOutcome) => {
            resolve(outcome);
            connections.giveBack(connection);
          };
          connection.dispatch(request, new ReplyCollector(finish));
        });
      }),
    close: () => connections.close(),
  };
}

/** Gathers one answer as its parts come in: no stream in between, which would cost as much as the request itself. */
class ReplyCollector implements Dispatcher.DispatchHandler {
  readonly #finish: (outcome: HttpOutcome) => void;
  #first: Buffer = NOTHING;
  #chunks: Buffer[] | null = null;
  #status = 0;
  #headers: HttpReply['headers'] = {};

  constructor(finish: (outcome: HttpOutcome) => void) {
    this.#finish = finish;
  }

  /** Undici takes no handler without it. */
  onRequestStart(): void {}

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  /** Most answers come in one part. */
  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#first === NOTHING) this.#first = chunk;
    else (this.#chunks ??= [this.#first]).push(chunk);
  }

  onResponseEnd(): void {
    const body = this.#chunks === null ? this.#first : Buffer.concat(this.#chunks);
    this.#finish({ kind: 'reply', status: this.#status, headers: this.#headers, body: body.toString() });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#finish(failureOf(error));
  }
}
