import type { Clock } from '@org/domain';
import { z } from 'zod';
import type { Signer } from '../../../signing/signer.ts';
import { signedParameters } from '../../../signing/signed-query.ts';
import type { ConnectionEvents } from '../../../sockets/connection-line.ts';
import type { OpenSocket } from '../../../sockets/socket.ts';
import { WatchedSocket } from '../../../sockets/watched-socket.ts';
import { parsedJson } from '../../../transport/parsed-json.ts';

const MOST_MS_FOR_REPLY = 10_000;

/** A request that the exchange did not grant. */
export interface SocketRefusal {
  readonly code: number;
  readonly message: string;
  /** Server time until which it wants to hear nothing, ms UTC; null where it does not say. */
  readonly retryAtMs: number | null;
}

export interface UserDataConnectionOptions {
  readonly open: OpenSocket;
  /** Of the WebSocket API: `wss://ws-api.binance.com:443/ws-api/v3`. */
  readonly url: string;
  readonly clock: Clock;
  readonly signer: Signer;
  /** Server time, ms UTC. */
  readonly nowMs: () => number;
  readonly listener: ConnectionEvents & {
    event(event: unknown): void;
    refused(refusal: SocketRefusal): void;
    /** A message that means nothing to us. */
    unreadable(text: string): void;
  };
}

const replySchema = z.object({
  id: z.int().nullable(),
  status: z.int(),
  error: z
    .object({ code: z.int(), msg: z.string(), data: z.object({ retryAfter: z.int() }).optional() })
    .optional(),
});

const eventSchema = z.object({ event: z.object({ e: z.string() }).loose() });

/**
 * One connection that hears of an account. It asks for that with a timestamp and a signature of its own: an Ed25519 key
 * logs on first, any other signs the subscription itself.
 */
export class UserDataConnection {
  readonly #options: UserDataConnectionOptions;
  readonly #socket: WatchedSocket;
  #toAsk: readonly string[];
  #lastId = 0;
  #stopWaiting: () => void = () => undefined;

  constructor(options: UserDataConnectionOptions) {
    this.#options = options;
    const { open, url, clock, listener, signer } = options;
    this.#toAsk =
      signer.kind === 'ed25519'
        ? ['session.logon', 'userDataStream.subscribe']
        : ['userDataStream.subscribe.signature'];
    this.#socket = new WatchedSocket({
      ...{ open, url, clock },
      listener: {
        opened: () => this.#ask(),
        received: (bytes) => this.#received(new TextDecoder().decode(bytes)),
        ended: (reason) => {
          this.#stopWaiting();
          listener.ended(reason);
        },
      },
    });
  }

  /** Ends it without telling. */
  close(): void {
    this.#stopWaiting();
    this.#socket.close();
  }

  /** Sends the next request, or is ready where everything was granted. */
  #ask(): void {
    const [method, ...rest] = this.#toAsk;
    if (method === undefined) return this.#options.listener.ready();
    this.#toAsk = rest;
    const { signer, nowMs, clock } = this.#options;
    // Who is logged on is known by the connection.
    const isSigned = method !== 'userDataStream.subscribe';
    const params = isSigned ? { params: signedParameters({}, nowMs(), signer) } : {};
    this.#lastId += 1;
    this.#socket.send(JSON.stringify({ id: this.#lastId, method, ...params }));
    this.#stopWaiting = clock.schedule(MOST_MS_FOR_REPLY, () => this.#socket.giveUp('no reply within 10 s'));
  }

  #received(text: string): void {
    const message = parsedJson(text);
    const event = eventSchema.safeParse(message).data?.event;
    if (event !== undefined) return this.#heard(event);
    const reply = replySchema.safeParse(message).data;
    if (reply === undefined) return this.#options.listener.unreadable(text);
    if (reply.error !== undefined) return this.#refused(reply.error);
    if (reply.id !== this.#lastId) return;
    this.#stopWaiting();
    this.#ask();
  }

  #heard(event: { readonly e: string }): void {
    const { listener } = this.#options;
    switch (event.e) {
      case 'serverShutdown':
        return listener.shutdown();
      case 'eventStreamTerminated':
        return this.#socket.giveUp('the exchange has ended the subscription');
      default:
        listener.event(event);
    }
  }

  /** Also of what we did not ask for: a key that was taken back ends the session. */
  #refused({ code, msg, data }: NonNullable<z.infer<typeof replySchema>['error']>): void {
    this.#options.listener.refused({ code, message: msg, retryAtMs: data?.retryAfter ?? null });
    this.#socket.giveUp(`refused with ${code}: ${msg}`);
  }
}
