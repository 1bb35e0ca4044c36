import type { ClientSocket, SocketUser } from '../sockets/client-socket.ts';
import type { ControlFrame, FrameError } from './control-frame.ts';
import { isFrameError, readControlFrame } from './control-frame.ts';
import type { StreamHub, StreamListener, StreamManner } from './stream-hub.ts';

/** How many streams one connection may have. */
const MOST_STREAMS = 1024;
/** A client that leaves this much untaken is cut off, or it would fill the memory. */
const MOST_UNSENT_BYTES = 16 * 1024 * 1024;
const TOO_SLOW = 1008;

export interface StreamClientOptions {
  readonly hub: StreamHub;
  readonly client: ClientSocket;
  readonly manner: StreamManner;
  /** Of the address it connected to. */
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

  hear(_stream: string, text: string): void {
    this.#client.send(text);
    if (this.#client.unsentBytes() > MOST_UNSENT_BYTES) this.#client.close(TOO_SLOW, 'Client is too slow');
  }

  message(text: string): void {
    const frame = readControlFrame(text);
    this.#client.send(JSON.stringify(isFrameError(frame) ? failed(frame, text) : this.#answer(frame)));
  }

  closed(): void {
    for (const stream of this.#streams) this.#hub.unsubscribe(stream, this);
    this.#streams.clear();
  }

  #answer(frame: ControlFrame): object {
    switch (frame.method) {
      case 'SUBSCRIBE':
        return this.#subscribe(frame.params)
          ? { result: null, id: frame.id }
          : {
              error: { code: 2, msg: `Invalid request: too many streams, at most ${MOST_STREAMS}` },
              id: frame.id,
            };
      case 'UNSUBSCRIBE':
        for (const stream of frame.params) this.#drop(stream);
        return { result: null, id: frame.id };
      case 'LIST_SUBSCRIPTIONS':
        return { result: [...this.#streams], id: frame.id };
      case 'GET_PROPERTY':
        return frame.params[0] === 'combined'
          ? { result: this.#manner.isCombined, id: frame.id }
          : { error: unknownProperty(frame.params[0]), id: frame.id };
      case 'SET_PROPERTY':
        return this.#setProperty(...frame.params, frame.id);
    }
  }

  #setProperty(name: string, value: unknown, id: ControlFrame['id']): object {
    if (name !== 'combined') return { error: unknownProperty(name), id };
    if (typeof value !== 'boolean') {
      return { error: { code: 1, msg: 'Invalid value type: expected Boolean' }, id };
    }
    this.#manner = { ...this.#manner, isCombined: value };
    return { result: null, id };
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

function unknownProperty(name: string): FrameError {
  return { code: 0, msg: `Unknown property: ${name}, the one that there is: combined` };
}

/** The id of a frame that could not be read, if that much can be. */
function failed(error: FrameError, text: string): object {
  const id = error.code === 3 ? undefined : /"id"\s*:\s*(-?\d+|"[^"]{0,36}")/.exec(text)?.[1];
  return id === undefined ? { error } : { error, id: JSON.parse(id) };
}
