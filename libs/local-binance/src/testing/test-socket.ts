import { WebSocket } from 'ws';

/** How a connection ended. */
export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
}

/** A client of the exchange's sockets, as anybody would write one. */
export class TestSocket {
  readonly socket: WebSocket;
  /** Comes true when the connection has ended. */
  readonly ended: Promise<SocketEnd>;
  /** Payloads of the pings that have come. */
  readonly pings: string[] = [];
  #received: unknown[] = [];
  #waiting: ((message: unknown) => void)[] = [];

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(readable(data.toString())));
    socket.on('ping', (payload: Buffer) => this.pings.push(payload.toString()));
    socket.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  }

  /** Connects, and waits until it has. */
  static async open(url: string, options: { readonly autoPong?: boolean } = {}): Promise<TestSocket> {
    const socket = new WebSocket(url, options);
    const client = new TestSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.on('open', () => resolve());
      socket.on('close', (code) => reject(new Error(`Closed with ${code} before it was open.`)));
      socket.on('unexpected-response', (_request, response) => {
        reject(new Error(`Refused with ${String(response.statusCode)}.`));
        socket.terminate();
      });
    });
    return client;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The next message that was not asked for yet. */
  next(): Promise<unknown> {
    if (this.#received.length > 0) return Promise.resolve(this.#received.shift());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Sends, and gives the next message. */
  ask(message: unknown): Promise<unknown> {
    this.send(message);
    return this.next();
  }

  /** Of a client of streams: everything that was sent to it until now and not asked for yet. */
  async heard(): Promise<readonly unknown[]> {
    return this.#until({ method: 'LIST_SUBSCRIPTIONS', id: MARK });
  }

  /** The same of a client of the WebSocket API. */
  async heardOfApi(): Promise<readonly unknown[]> {
    return this.#until({ method: 'ping', id: MARK });
  }

  close(): Promise<SocketEnd> {
    this.socket.close();
    return this.ended;
  }

  async #until(question: object): Promise<readonly unknown[]> {
    this.send(question);
    const heard: unknown[] = [];
    for (let message = await this.next(); !isMark(message); message = await this.next()) heard.push(message);
    return heard;
  }

  #receive(message: unknown): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#received.push(message);
    else waiting(message);
  }
}

/** What is no JSON stays the text that it is. */
function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const MARK = 'until-here';

function isMark(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'id' in message && message.id === MARK;
}
