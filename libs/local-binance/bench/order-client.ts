import { createHmac } from 'node:crypto';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';

const LENGTH = /content-length: (\d+)/i;

/**
 * A client as lean as can be, for it shares the machine with the server: one connection that is kept, orders signed
 * each for itself, and of the answer what must be looked at.
 */
export class OrderClient {
  readonly #socket: Socket;
  readonly #key: { readonly apiKey: string; readonly secret: string };
  readonly #host: string;
  #heard = '';
  #answered: ((answer: string) => void) | null = null;
  #isBuying = true;
  /** Of the order that was placed last. */
  lastId = 0;

  private constructor(socket: Socket, host: string, key: OrderClientKey) {
    this.#socket = socket;
    this.#host = host;
    this.#key = key;
    socket.setNoDelay(true);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#hear(text));
  }

  static async open(restUrl: string, key: OrderClientKey): Promise<OrderClient> {
    const { hostname, port, host } = new URL(restUrl);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new OrderClient(socket, host, key);
  }

  /** Buys and sells in turns at one price, so that orders trade with each other; gives the order's id. */
  async place(): Promise<number> {
    const side = this.#isBuying ? 'BUY' : 'SELL';
    this.#isBuying = !this.#isBuying;
    const order = `symbol=BTCUSDT&side=${side}&type=LIMIT&timeInForce=GTC&quantity=0.01&price=40000`;
    const body = await this.#ask('POST', `${order}&timestamp=${Date.now()}`);
    this.lastId = idIn(body);
    return this.lastId;
  }

  /** @throws Error where the exchange does not know an order of this client by that id */
  async find(orderId: number): Promise<void> {
    const body = await this.#ask('GET', `symbol=BTCUSDT&orderId=${orderId}&timestamp=${Date.now()}`);
    if (idIn(body) !== orderId) throw new Error(`Another order was found: ${body}`);
  }

  close(): void {
    this.#socket.destroy();
  }

  #ask(method: string, query: string): Promise<string> {
    const signature = createHmac('sha256', this.#key.secret).update(query).digest('hex');
    this.#socket.write(
      `${method} /api/v3/order?${query}&signature=${signature} HTTP/1.1\r\nHost: ${this.#host}\r\n` +
        `X-MBX-APIKEY: ${this.#key.apiKey}\r\nContent-Length: 0\r\n\r\n`,
    );
    return new Promise((resolve) => (this.#answered = resolve));
  }

  /** Answers are of plain letters: their length in bytes is that of the text. */
  #hear(text: string): void {
    this.#heard += text;
    const end = this.#heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(LENGTH.exec(this.#heard)?.[1] ?? 0);
    if (this.#heard.length < end + 4 + length) return;
    const body = this.#heard.slice(end + 4);
    this.#heard = '';
    this.#answered?.(body);
  }
}

function idIn(body: string): number {
  const id = /"orderId":(\d+)/.exec(body)?.[1];
  if (id === undefined) throw new Error(`There is no order in this answer: ${body}`);
  return Number(id);
}

export interface OrderClientKey {
  readonly apiKey: string;
  readonly secret: string;
}
