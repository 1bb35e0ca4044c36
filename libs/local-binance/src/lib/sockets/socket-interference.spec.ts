import { openTalkative } from '../../testing/hear-streams.ts';
import { tellStory } from '../../testing/market-story.ts';
import type { OpenExchange } from '../../testing/open-exchange.ts';
import { fields } from '../../testing/fields.ts';
import { TestSocket } from '../../testing/test-socket.ts';
import { binanceError } from '../errors/binance-error.ts';
import type { SocketInterference } from './socket-interference.ts';
import { NO_SOCKET_INTERFERENCE } from './socket-interference.ts';

let exchange: OpenExchange;
let client: TestSocket;
afterEach(() => exchange.close());

async function open(interference: Partial<SocketInterference>, path = '/ws/btcusdt@trade'): Promise<void> {
  exchange = await openTalkative({ socketInterference: { ...NO_SOCKET_INTERFERENCE, ...interference } });
  client = await TestSocket.open(exchange.streamUrl + path);
}

/** The ids of the story's trades, 1 to 4 by rights. */
async function heardIds(): Promise<readonly unknown[]> {
  tellStory(exchange);
  return fields(await client.heard(), 't');
}

describe('an event on its way out', () => {
  it('is lost where it is not sent', async () => {
    let count = 0;
    await open({
      deliver: (_event, send) => {
        count += 1;
        if (count !== 2) send();
      },
    });
    expect(await heardIds()).toEqual([1, 3, 4]);
  });

  it('is doubled where it is sent twice', async () => {
    await open({
      deliver: (_event, send) => {
        send();
        send();
      },
    });
    expect(await heardIds()).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('is late where it is sent later, and out of order where others go first', async () => {
    const held: (() => void)[] = [];
    await open({
      deliver: (_event, send) => {
        if (held.length === 0) held.push(send);
        else send();
      },
    });
    expect(await heardIds()).toEqual([2, 3, 4]);
    held[0]?.();
    expect(fields(await client.heard(), 't')).toEqual([1]);
  });

  it('says of which stream it is', async () => {
    const seen: unknown[] = [];
    await open({ deliver: (event) => seen.push(event) });
    tellStory(exchange);
    expect(seen).toHaveLength(4);
    expect(seen[0]).toEqual({ kind: 'stream', stream: 'btcusdt@trade' });
  });
});

describe('an attempt to connect', () => {
  it('can be refused', async () => {
    let isDown = false;
    await open({ refuse: ({ path }) => (isDown && path.startsWith('/ws') ? 503 : null) });
    isDown = true;
    await expect(TestSocket.open(`${exchange.streamUrl}/ws`)).rejects.toThrow('Refused with 503.');
    await expect(TestSocket.open(`${exchange.streamUrl}/stream`)).resolves.toBeDefined();
  });
});

describe('an open connection', () => {
  beforeEach(() => open({}));
  const socket = () => {
    const [connection] = exchange.sockets.connections;
    if (connection === undefined) throw new Error('Nobody is connected.');
    return connection.client;
  };

  it('that is cut ends without a close frame', async () => {
    socket().cut();
    expect(await client.ended).toMatchObject({ code: 1006 });
  });

  it('that is stalled answers pings, and loses what is told until it goes on', async () => {
    const goOn = socket().stall();
    tellStory(exchange);
    const ponged = new Promise((resolve) => client.socket.on('pong', resolve));
    client.socket.ping();
    await ponged;
    goOn();
    expect(await client.heard()).toEqual([]);
    expect(await heardIds()).toEqual([5, 6, 7, 8]);
  });

  it('that is frozen neither pings nor hears nor ends', async () => {
    const other = await TestSocket.open(`${exchange.streamUrl}/ws`);
    const thaw = socket().freeze();
    client.send({ method: 'UNSUBSCRIBE', params: ['btcusdt@trade'], id: 1 });
    exchange.clock.pass(100_000);
    tellStory(exchange);
    await other.ended;
    expect([client.pings, client.socket.readyState]).toEqual([[], client.socket.OPEN]);
    thaw();
    expect(await client.next()).toEqual({ result: null, id: 1 });
  });
});

describe('a request of the WebSocket API', () => {
  const PASSED = { delayBeforeMs: 0, isDone: true, delayAfterMs: 0, answer: 'own' } as const;

  it('can be delayed', async () => {
    const slow = { ...PASSED, delayBeforeMs: 300, delayAfterMs: 200 };
    await open({ interfere: ({ method }) => (method === 'time' ? slow : null) }, '/ws-api/v3');
    client.send({ id: 1, method: 'time' });
    expect(await client.ask({ id: 2, method: 'ping' })).toMatchObject({ id: 2 });
    exchange.clock.pass(499);
    expect(await client.heardOfApi()).toEqual([]);
    exchange.clock.pass(1);
    // Done after 300 ms, and told 200 ms later.
    expect(await client.next()).toMatchObject({ id: 1, result: { serverTime: exchange.clock.now() - 200 } });
  });

  it('can be answered otherwise than it was done', async () => {
    const unknown = binanceError(-1007, 'Timeout waiting for response from backend server.', 504);
    await open({ interfere: () => ({ ...PASSED, answer: unknown }) }, '/ws-api/v3');
    expect(await client.ask({ id: 1, method: 'ping' })).toMatchObject({
      id: 1,
      status: 504,
      error: { code: -1007 },
    });
  });

  it('can stay without an answer', async () => {
    await open(
      { interfere: ({ method }) => (method === 'time' ? { ...PASSED, answer: 'silence' } : null) },
      '/ws-api/v3',
    );
    client.send({ id: 1, method: 'time' });
    expect(await client.heardOfApi()).toEqual([]);
  });

  it('can break the connection', async () => {
    await open({ interfere: () => ({ ...PASSED, isDone: false, answer: 'none' }) }, '/ws-api/v3');
    client.send({ id: 1, method: 'time' });
    expect(await client.ended).toMatchObject({ code: 1006 });
  });
});
