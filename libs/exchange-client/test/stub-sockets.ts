import { z } from 'zod';
import type { Socket, SocketListener } from '../src/lib/sockets/socket.ts';

const control = z.object({
  method: z.enum(['SUBSCRIBE', 'UNSUBSCRIBE']),
  params: z.array(z.string()),
  id: z.number(),
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The exchange's end of a connection, in the hands of a test. */
export class StubSocket implements Socket {
  readonly url: string;
  /** Every message of ours, as it was written. */
  readonly texts: string[] = [];
  /** How we ended it; null while we have not. */
  end: 'closed' | 'terminated' | null = null;
  readonly #listener: SocketListener;
  #confirmed = 0;

  constructor(url: string, listener: SocketListener) {
    this.url = url;
    this.#listener = listener;
  }

  /** Our messages, where all of them ask for streams or end them. */
  get sent(): readonly z.infer<typeof control>[] {
    return this.texts.map((text) => control.parse(JSON.parse(text)));
  }

  send(text: string): void {
    this.texts.push(text);
  }

  close(): void {
    this.end = 'closed';
    this.#listener.ended('closed with 1000');
  }

  terminate(): void {
    this.end = 'terminated';
    this.#listener.ended('closed with 1006');
  }

  open(): void {
    this.#listener.opened();
  }

  ping(): void {
    this.#listener.pinged();
  }

  cut(reason = 'closed with 1006'): void {
    this.#listener.ended(reason);
  }

  says(text: string): void {
    this.#listener.received(bytesOf(text));
  }

  data(stream: string, data: object): void {
    this.says(JSON.stringify({ stream, data }));
  }

  /** Says yes to all that was asked since the last time. */
  confirm(): void {
    for (const { id } of this.sent.slice(this.#confirmed)) this.says(JSON.stringify({ result: null, id }));
    this.#confirmed = this.sent.length;
  }
}

/** Every connection that is made, in order. */
export class StubSockets {
  readonly all: StubSocket[] = [];

  readonly open = (url: string, listener: SocketListener): Socket => {
    const socket = new StubSocket(url, listener);
    this.all.push(socket);
    return socket;
  };

  get last(): StubSocket {
    const socket = this.all.at(-1);
    if (socket === undefined) throw new Error('No connection was made.');
    return socket;
  }
}
