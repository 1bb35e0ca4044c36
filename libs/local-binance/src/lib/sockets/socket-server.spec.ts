import { request as httpRequest } from 'node:http';
import type { LocalBinanceOptions } from '../start/start-local-binance.ts';
import type { OpenExchange } from '../../testing/open-exchange.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import { TestSocket } from '../../testing/test-socket.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';
import { STREAM_TERMS } from './socket-terms.ts';

let exchange: OpenExchange;
afterEach(() => exchange.close());

async function open(options: LocalBinanceOptions = {}): Promise<OpenExchange> {
  exchange = await openExchange(options);
  return exchange;
}

const streams = (path = '/ws') => TestSocket.open(exchange.streamUrl + path);
const api = () => TestSocket.open(exchange.wsApiUrl);

describe('a connection', () => {
  it('is pinged every 20 s of protocol time, with a payload', async () => {
    await open();
    const client = await streams();
    exchange.clock.pass(40_000);
    await client.heard();
    expect(client.pings).toEqual([String(NEW_YEAR_MS + 20_000), String(NEW_YEAR_MS + 40_000)]);
  });

  it('ends with 1008 when its pongs stay out for a minute', async () => {
    await open();
    const client = await TestSocket.open(`${exchange.streamUrl}/ws`, { autoPong: false });
    exchange.clock.pass(80_000);
    expect(await client.ended).toEqual({ code: 1008, reason: 'Pong timeout' });
  });

  it('ends with 1001 when its time is over', async () => {
    await open({ socketTerms: { streams: { ...STREAM_TERMS, lifetimeMs: 15_000 } } });
    const client = await streams();
    exchange.clock.pass(15_000);
    expect(await client.ended).toEqual({ code: 1001, reason: 'Connection lifetime reached' });
  });

  it('ends with 1009 where a frame is too large, and no other with it', async () => {
    await open();
    const [large, small] = [await streams(), await streams()];
    large.send('x'.repeat(STREAM_TERMS.maxMessageBytes + 1));
    expect(await large.ended).toMatchObject({ code: 1009 });
    expect(await small.heard()).toEqual([]);
  });
});

describe('a client that writes too much', () => {
  it('is cut off with 1008 at the sixth message of a second', async () => {
    await open();
    const client = await streams();
    for (let id = 1; id <= 6; id += 1) client.send({ method: 'LIST_SUBSCRIPTIONS', id });
    expect(await client.ended).toEqual({ code: 1008, reason: 'Too many requests' });
  });

  it('may go on in the next second', async () => {
    await open();
    const client = await streams();
    for (let id = 1; id <= 5; id += 1) await client.ask({ method: 'LIST_SUBSCRIPTIONS', id });
    exchange.clock.pass(1000);
    expect(await client.ask({ method: 'LIST_SUBSCRIPTIONS', id: 6 })).toEqual({ result: [], id: 6 });
  });

  it('counts its pings and pongs with its messages', async () => {
    await open();
    const client = await streams();
    for (let count = 1; count <= 3; count += 1) client.socket.ping();
    for (let count = 1; count <= 3; count += 1) client.socket.pong();
    expect(await client.ended).toMatchObject({ code: 1008 });
  });

  it('is banned when it does so again and again', async () => {
    await open({ bans: { refusals: 1, shortestMs: 120_000, longestMs: 259_200_000 } });
    for (let round = 1; round <= 2; round += 1) {
      const client = await streams();
      for (let id = 1; id <= 6; id += 1) client.send({ method: 'LIST_SUBSCRIPTIONS', id });
      await client.ended;
    }
    await expect(streams()).rejects.toThrow('Refused with 418.');
    exchange.clock.pass(120_000);
    await expect(streams()).resolves.toBeDefined();
  });
});

describe('an attempt to connect', () => {
  it.each(['/', '/ws-api/v1', '/api/v3/time', '/wss'])('at %s finds nothing', async (path) => {
    await open();
    await expect(streams(path)).rejects.toThrow('Refused with 404.');
  });

  it('names a unit of time that there is', async () => {
    await open();
    await expect(streams('/ws?timeUnit=DAY')).rejects.toThrow('Refused with 400.');
  });

  it('is one of 300 in five minutes', async () => {
    await open({ socketTerms: { connectionAttempts: 3 } });
    await streams();
    await streams('/stream');
    await api();
    await expect(streams()).rejects.toThrow('Refused with 429.');
    exchange.clock.pass(300_000);
    await expect(streams()).resolves.toBeDefined();
  });

  it('costs a weight of 2 where it is to the WebSocket API', async () => {
    await open();
    const client = await api();
    expect(await client.ask({ id: 1, method: 'ping' })).toMatchObject({ rateLimits: [{ count: 3 }] });
  });

  it('is refused where the weight is used up', async () => {
    await open({
      requestLimits: [{ rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 1 }],
    });
    await expect(api()).rejects.toThrow('Refused with 429.');
    await expect(streams()).resolves.toBeDefined();
  });
});

describe('an upgrade to something else', () => {
  it('is answered over HTTP, as Java clients ask for HTTP/2 with every request', async () => {
    await open();
    const status = await new Promise((resolve) => {
      const headers = {
        connection: 'Upgrade, HTTP2-Settings',
        upgrade: 'h2c',
        'http2-settings': 'AAMAAABkAAQ',
      };
      const request = httpRequest(`${exchange.restUrl}/api/v3/ping`, { headers });
      request.on('response', (response) => resolve(response.resume().statusCode));
      request.end();
    });
    expect(status).toBe(200);
  });
});

describe('thousands of connections at once', () => {
  it('are served, and leave nothing behind', async () => {
    await open({ socketTerms: { connectionAttempts: 3000 } });
    const clients = await Promise.all(Array.from({ length: 2000 }, () => streams('/ws/btcusdt@trade')));
    expect(exchange.sockets.connections).toHaveLength(2000);
    for (const client of clients) client.socket.terminate();
    const last = await streams();
    while (exchange.sockets.connections.length > 1) await last.heard().then(() => exchange.clock.pass(1000));
    expect(exchange.sockets.connections).toHaveLength(1);
  });
});

describe('serverShutdown', () => {
  const EVENT = { e: 'serverShutdown', E: NEW_YEAR_MS };

  it('is told to everyone, each in his way, before the connections are closed', async () => {
    await open({ socketTerms: { shutdownNoticeMs: 5000 } });
    const [raw, combined, ofApi] = [await streams(), await streams('/stream'), await api()];
    exchange.sockets.shutDown();
    expect(await raw.next()).toEqual(EVENT);
    expect(await combined.next()).toEqual({ stream: '!serverShutdown', data: EVENT });
    expect(await ofApi.next()).toEqual({ event: EVENT });
    exchange.clock.pass(4999);
    expect(await raw.heard()).toEqual([]);
    exchange.clock.pass(1);
    expect(await raw.ended).toEqual({ code: 1001, reason: 'Server is shutting down' });
    expect(await combined.ended).toMatchObject({ code: 1001 });
    expect(await ofApi.ended).toMatchObject({ code: 1001 });
  });

  it('leaves those alone who connect after it', async () => {
    await open();
    const leaving = await streams();
    exchange.sockets.shutDown(1000);
    const staying = await streams();
    exchange.clock.pass(1000);
    await leaving.ended;
    expect(await staying.heard()).toEqual([]);
  });
});

describe('an exchange that is closed', () => {
  it('cuts off its clients', async () => {
    await open();
    const client = await streams();
    await exchange.close();
    expect(await client.ended).toMatchObject({ code: 1006 });
  });
});
