import { openTalkative } from '../../testing/hear-streams.ts';
import { tellStory } from '../../testing/market-story.ts';
import type { OpenExchange } from '../../testing/open-exchange.ts';
import { TestSocket } from '../../testing/test-socket.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

let exchange: OpenExchange;
let client: TestSocket;
beforeEach(async () => {
  exchange = await openTalkative();
  client = await TestSocket.open(`${exchange.streamUrl}/ws`);
});
afterEach(async () => {
  await client.close();
  await exchange.close();
});

describe('SUBSCRIBE', () => {
  it('adds streams to a connection', async () => {
    const asked = { method: 'SUBSCRIBE', params: ['btcusdt@trade', 'btcusdt@depth'], id: 1 };
    expect(await client.ask(asked)).toEqual({ result: null, id: 1 });
    expect(await client.ask({ method: 'LIST_SUBSCRIPTIONS', id: 3 })).toEqual({
      result: ['btcusdt@trade', 'btcusdt@depth'],
      id: 3,
    });
    tellStory(exchange);
    expect(await client.next()).toMatchObject({ e: 'trade', t: 1 });
  });

  it('takes what is there already without a word', async () => {
    const asked = { method: 'SUBSCRIBE', params: ['btcusdt@trade'], id: 'again' };
    await client.ask(asked);
    expect(await client.ask(asked)).toEqual({ result: null, id: 'again' });
    tellStory(exchange);
    expect(await client.heard()).toHaveLength(4);
  });

  it('takes up to 1024 streams', async () => {
    const params = Array.from({ length: 1024 }, (_, index) => `s${index}@trade`);
    expect(await client.ask({ method: 'SUBSCRIBE', params, id: 1 })).toEqual({ result: null, id: 1 });
    expect(await client.ask({ method: 'SUBSCRIBE', params: ['one@trade'], id: 2 })).toMatchObject({
      error: { code: 2 },
      id: 2,
    });
  });
});

describe('UNSUBSCRIBE', () => {
  it('takes streams away', async () => {
    await client.ask({ method: 'SUBSCRIBE', params: ['btcusdt@trade', 'btcusdt@aggTrade'], id: 1 });
    expect(await client.ask({ method: 'UNSUBSCRIBE', params: ['btcusdt@trade'], id: 312 })).toEqual({
      result: null,
      id: 312,
    });
    tellStory(exchange);
    expect(await client.next()).toMatchObject({ e: 'aggTrade' });
  });

  it('minds nothing that was not there', async () => {
    const asked = { method: 'UNSUBSCRIBE', params: ['btcusdt@trade'], id: null };
    expect(await client.ask(asked)).toEqual({ result: null, id: null });
  });
});

describe('SET_PROPERTY and GET_PROPERTY', () => {
  it('change how the streams are told', async () => {
    await client.ask({ method: 'SUBSCRIBE', params: ['btcusdt@trade'], id: 1 });
    expect(await client.ask({ method: 'GET_PROPERTY', params: ['combined'], id: 2 })).toEqual({
      result: false,
      id: 2,
    });
    expect(await client.ask({ method: 'SET_PROPERTY', params: ['combined', true], id: 5 })).toEqual({
      result: null,
      id: 5,
    });
    tellStory(exchange);
    expect(await client.next()).toMatchObject({ stream: 'btcusdt@trade', data: { e: 'trade', t: 1 } });
  });

  it('know of one property alone, which is true or false', async () => {
    expect(await client.ask({ method: 'GET_PROPERTY', params: ['colour'], id: 2 })).toEqual({
      error: { code: 0, msg: 'Unknown property' },
      id: 2,
    });
    expect(await client.ask({ method: 'SET_PROPERTY', params: ['combined', 'yes'], id: 3 })).toEqual({
      error: { code: 1, msg: 'Invalid value type: expected Boolean' },
      id: 3,
    });
  });
});

describe('a frame that cannot be read', () => {
  it('is answered with its id where it has one', async () => {
    expect(await client.ask('{"method":"LISTEN","id":7}')).toEqual({
      error: {
        code: 2,
        msg:
          'Invalid request: unknown variant `LISTEN`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, ' +
          '`LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`',
      },
      id: 7,
    });
    expect(await client.ask('{"method":')).toEqual({
      error: { code: 3, msg: 'Invalid JSON: expected value at line 1 column 1' },
    });
  });

  it('leaves the connection as it was', async () => {
    await client.ask({ method: 'SUBSCRIBE', params: ['btcusdt@trade'], id: 1 });
    for (const text of ['', 'null', '[]', '{}', '\u0000', '{"method":"SUBSCRIBE","params":{},"id":1}']) {
      expect(await client.ask(text)).toHaveProperty('error');
    }
    expect(await client.ask({ method: 'LIST_SUBSCRIPTIONS', id: 1 })).toMatchObject({
      result: ['btcusdt@trade'],
    });
  });
});

describe('timeUnit=MICROSECOND', () => {
  it('tells times in microseconds to those who ask for it, and to no other', async () => {
    await client.ask({ method: 'SUBSCRIBE', params: ['btcusdt@trade'], id: 1 });
    const url = `${exchange.streamUrl}/ws/btcusdt@trade?timeUnit=MICROSECOND`;
    const other = await TestSocket.open(url);
    tellStory(exchange);
    expect(await client.next()).toMatchObject({ E: NEW_YEAR_MS, T: NEW_YEAR_MS });
    expect(await other.next()).toMatchObject({ E: NEW_YEAR_MS * 1000, T: NEW_YEAR_MS * 1000 });
    await other.close();
  });
});

describe('a stream with many listeners', () => {
  it('tells each of them the same', async () => {
    const url = `${exchange.streamUrl}/stream?streams=btcusdt@trade`;
    const listeners = await Promise.all(Array.from({ length: 100 }, () => TestSocket.open(url)));
    tellStory(exchange);
    const heard = await Promise.all(listeners.map((listener) => listener.heard()));
    expect(heard.every((messages) => JSON.stringify(messages) === JSON.stringify(heard[0]))).toBe(true);
    expect(heard[0]).toHaveLength(4);
    await Promise.all(listeners.map((listener) => listener.close()));
  });
});
