import type { ClientSocket, SocketUser } from '../sockets/client-socket.ts';
import type { ControlFrame, FrameError } from './control-frame.ts';
import { frameId, isFrameError, readControlFrame } from './control-frame.ts';
import type { StreamHub, StreamListener, StreamManner } from './stream-hub.ts';
import { write } from './stream-hub.ts';

/** How many streams one connection may have. */
export const MOST_STREAMS = 1024;
/** A client that leaves this much untaken is cut off, or it would fill the memory. */
const MOST_UNSENT_BYTES = 16 * 1024 * 1024;

export interface StreamClientOptions {
  readonly hub: StreamHub;
  readonly client: ClientSocket;
  readonly manner: StreamManner;
  /** Of the address it connected to; at most `MOST_STREAMS`. */
  readonly streams: readonly string[];
}

/** One client of market streams: what it listens to, and what it asks. */
export class StreamClient implements SocketUser, StreamListener {
  readonly #hub: StreamHub;
  readonly #client: ClientSocket;
  #manner: StreamManner;
  readonly #streams = new Set<string>();

  constructor({ hub, client, manner, streams }: StreamClientOptions) {
    this.#hub = hub;
    this.#client = client;
    this.#manner = manner;
    this.#subscribe(streams);
  }

  get manner(): StreamManner {
    return this.#manner;
  }

  get streams(): readonly string[] {
    return [...this.#streams];
  }

  hear(text: string): void {
    this.#client.send(text);
    if (this.#client.unsentBytes() > MOST_UNSENT_BYTES) this.#client.cut();
  }

  message(text: string): void {
    const frame = readControlFrame(text);
    this.#client.send(
      isFrameError(frame) ? reply({ error: frame }, frameId(text)) : reply(this.#answer(frame), frame.id),
    );
  }

  shutdown(timeMs: number): void {
    this.hear(write('!serverShutdown', (time) => ({ e: 'serverShutdown', E: time(timeMs) }), this.#manner));
  }

  closed(): void {
    for (const stream of this.#streams) this.#hub.unsubscribe(stream, this);
    this.#streams.clear();
  }

  #answer(frame: ControlFrame): object {
    switch (frame.method) {
      case 'SUBSCRIBE':
        return this.#subscribe(frame.params) ? DONE : { error: TOO_MANY };
      case 'UNSUBSCRIBE':
        for (const stream of frame.params) this.#drop(stream);
        return DONE;
      case 'LIST_SUBSCRIPTIONS':
        return { result: this.streams };
      case 'GET_PROPERTY':
        return frame.params[0] === 'combined'
          ? { result: this.#manner.isCombined }
          : { error: UNKNOWN_PROPERTY };
      case 'SET_PROPERTY':
        return this.#setProperty(...frame.params);
    }
  }

  #setProperty(name: string, value: unknown): object {
    if (name !== 'combined') return { error: UNKNOWN_PROPERTY };
    if (typeof value !== 'boolean') return { error: NOT_A_BOOLEAN };
    this.#manner = { ...this.#manner, isCombined: value };
    return DONE;
  }

  #subscribe(streams: readonly string[]): boolean {
    if (new Set([...this.#streams, ...streams]).size > MOST_STREAMS) return false;
    for (const stream of streams) {
      if (this.#streams.has(stream)) continue;
      this.#streams.add(stream);
      this.#hub.subscribe(stream, this);
    }
    return true;
  }

  #drop(stream: string): void {
    if (this.#streams.delete(stream)) this.#hub.unsubscribe(stream, this);
  }
}

const DONE = { result: null };
const UNKNOWN_PROPERTY: FrameError = { code: 0, msg: 'Unknown property' };
const NOT_A_BOOLEAN: FrameError = { code: 1, msg: 'Invalid value type: expected Boolean' };
/** The exchange has no words for it that are known. */
const TOO_MANY: FrameError = {
  code: 2,
  msg: `Invalid request: at most ${MOST_STREAMS} streams a connection`,
};

/** `id` is JSON; undefined where the frame had none. */
function reply(content: object, id: string | undefined): string {
  const text = JSON.stringify(content);
  return id === undefined ? text : `${text.slice(0, -1)},"id":${id}}`;
}
