import { amount, price, quantity } from '@org/domain';
import type { ApiScene } from '../../testing/api-story.ts';
import { openApiScene, RESTING } from '../../testing/api-story.ts';
import { field, fields } from '../../testing/fields.ts';
import type { TestSocket } from '../../testing/test-socket.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

let scene: ApiScene;
let client: TestSocket;
beforeEach(async () => {
  scene = await openApiScene();
  client = await scene.connect();
});
afterEach(() => scene.close());

async function subscribe(): Promise<unknown> {
  const params = scene.alice.sign(scene.now());
  return client.ask({ id: 'sub', method: 'userDataStream.subscribe.signature', params });
}

function place(changes: object = {}): void {
  const params = scene.alice.sign({ ...RESTING, ...changes, ...scene.now() });
  client.send({ id: 'place', method: 'order.place', params });
}

/** What was told, in short: the events by their names, and the answers by their ids. */
function inShort(messages: readonly unknown[]): readonly unknown[] {
  return messages.map((message) => {
    const event = field(message, 'event');
    return [field(event, 'e') ?? field(message, 'id'), field(event, 'x'), field(event, 'X')]
      .filter((word) => typeof word === 'string')
      .join(' ');
  });
}

describe('WebSocket API userDataStream.subscribe', () => {
  it('needs a session', async () => {
    expect(await client.ask({ id: 1, method: 'userDataStream.subscribe' })).toMatchObject({
      status: 401,
      error: { code: -1002 },
    });
  });

  it('tells what happens on the account of the session', async () => {
    await client.ask({ id: 1, method: 'session.logon', params: scene.bob.sign(scene.now()) });
    expect(await client.ask({ id: 2, method: 'userDataStream.subscribe' })).toMatchObject({
      id: 2,
      status: 200,
      result: { subscriptionId: 0 },
    });
    client.send({ id: 3, method: 'order.place', params: { ...RESTING, ...scene.now() } });
    expect(await client.next()).toMatchObject({
      subscriptionId: 0,
      event: { e: 'executionReport', x: 'NEW', X: 'NEW', s: 'BTCUSDT' },
    });
  });

  it('takes no parameters', async () => {
    const params = { timestamp: NEW_YEAR_MS };
    expect(await client.ask({ id: 1, method: 'userDataStream.subscribe', params })).toMatchObject({
      error: { code: -1101 },
    });
  });
});

describe('WebSocket API userDataStream.subscribe.signature', () => {
  it('works with any kind of key, without a session', async () => {
    expect(await subscribe()).toMatchObject({ id: 'sub', status: 200, result: { subscriptionId: 0 } });
    const params = scene.bob.sign(scene.now());
    expect(await client.ask({ id: 2, method: 'userDataStream.subscribe.signature', params })).toMatchObject({
      result: { subscriptionId: 1 },
    });
  });

  it('subscribes to an account once', async () => {
    await subscribe();
    expect(await subscribe()).toMatchObject({
      status: 400,
      error: { code: -2035, msg: 'User Data Stream subscription already active.' },
    });
  });

  it('looks at signature and time', async () => {
    const params = { ...scene.alice.sign(scene.now()), signature: '00' };
    expect(await client.ask({ id: 1, method: 'userDataStream.subscribe.signature', params })).toMatchObject({
      error: { code: -1022 },
    });
    const late = scene.alice.sign({ timestamp: NEW_YEAR_MS - 5001 });
    expect(
      await client.ask({ id: 2, method: 'userDataStream.subscribe.signature', params: late }),
    ).toMatchObject({
      error: { code: -1021 },
    });
  });

  it('tells an order’s reports before its answer, and its balances after them', async () => {
    await subscribe();
    place({ type: 'MARKET', price: undefined, timeInForce: undefined, quantity: '3' });
    // 2 of the 3 are there to be had.
    expect(inShort(await client.heardOfApi())).toEqual([
      'executionReport NEW NEW',
      'executionReport TRADE PARTIALLY_FILLED',
      'executionReport EXPIRED EXPIRED',
      'outboundAccountPosition',
      'place',
    ]);
  });

  it('tells of what others do to the account’s orders', async () => {
    await subscribe();
    place();
    await client.heardOfApi();
    scene.world.exchange.market('BTCUSDT').take('sell', price(4_000_000), quantity(210_000), NEW_YEAR_MS);
    const [filled, balances] = await client.heardOfApi();
    expect(filled).toMatchObject({
      subscriptionId: 0,
      event: { e: 'executionReport', x: 'TRADE', X: 'FILLED', l: '0.10000000', L: '40000.00000000', m: true },
    });
    expect(fields(field(field(balances, 'event'), 'B'), 'a').toSorted()).toEqual(['BTC', 'USDT']);
  });

  it('tells of deposits', async () => {
    await subscribe();
    const { exchange } = scene.world;
    exchange.deposit('alice', 'USDT', amount(100_000_000n), NEW_YEAR_MS);
    expect(await client.heardOfApi()).toContainEqual({
      subscriptionId: 0,
      event: { e: 'balanceUpdate', E: NEW_YEAR_MS, a: 'USDT', d: '1.00000000', T: NEW_YEAR_MS },
    });
  });

  it('tells of order lists', async () => {
    await subscribe();
    const pair = {
      symbol: 'BTCUSDT',
      side: 'SELL',
      quantity: '0.10000',
      aboveType: 'LIMIT_MAKER',
      abovePrice: '45000.00',
      belowType: 'STOP_LOSS',
      belowStopPrice: '38000.00',
      ...scene.now(),
    };
    client.send({ id: 'oco', method: 'orderList.place.oco', params: scene.alice.sign(pair) });
    expect(inShort(await client.heardOfApi())).toContain('listStatus');
  });

  it('tells nothing of other accounts', async () => {
    const params = scene.bob.sign(scene.now());
    await client.ask({ id: 1, method: 'userDataStream.subscribe.signature', params });
    place();
    expect(inShort(await client.heardOfApi())).toEqual(['place']);
  });

  it('tells every connection that listens', async () => {
    const other = await scene.connect('?timeUnit=MICROSECOND');
    await subscribe();
    const params = scene.alice.sign(scene.now());
    await other.ask({ id: 1, method: 'userDataStream.subscribe.signature', params });
    place();
    const [here] = await client.heardOfApi();
    const [there] = await other.heardOfApi();
    expect(field(here, 'event')).toMatchObject({ E: NEW_YEAR_MS, O: NEW_YEAR_MS, W: NEW_YEAR_MS });
    const micros = NEW_YEAR_MS * 1000;
    expect(there).toEqual({
      ...Object(here),
      event: { ...Object(field(here, 'event')), E: micros, T: micros, O: micros, W: micros },
    });
  });

  it('ends when the key is taken back', async () => {
    await subscribe();
    scene.world.keys.remove(scene.alice.setup.apiKey);
    scene.world.exchange.deposit('alice', 'USDT', amount(1n), NEW_YEAR_MS);
    expect(await client.heardOfApi()).toMatchObject([
      { id: null, status: 401, error: { code: -2015 } },
      { subscriptionId: 0, event: { e: 'eventStreamTerminated' } },
    ]);
  });
});

describe('WebSocket API userDataStream.unsubscribe', () => {
  it('ends one subscription by its id, and says so on the stream', async () => {
    await subscribe();
    const asked = { id: 1, method: 'userDataStream.unsubscribe', params: { subscriptionId: 0 } };
    expect(await client.ask(asked)).toEqual({
      subscriptionId: 0,
      event: { e: 'eventStreamTerminated', E: NEW_YEAR_MS },
    });
    expect(await client.next()).toMatchObject({ id: 1, status: 200, result: {} });
    place();
    expect(inShort(await client.heardOfApi())).toEqual(['place']);
  });

  it('ends all of them where it names none', async () => {
    await subscribe();
    await client.ask({
      id: 1,
      method: 'userDataStream.subscribe.signature',
      params: scene.bob.sign(scene.now()),
    });
    client.send({ id: 'end', method: 'userDataStream.unsubscribe' });
    expect(inShort(await client.heardOfApi())).toEqual([
      'eventStreamTerminated',
      'eventStreamTerminated',
      'end',
    ]);
  });

  it('knows what is not active', async () => {
    expect(await client.ask({ id: 1, method: 'userDataStream.unsubscribe' })).toMatchObject({
      status: 400,
      error: { code: -2036, msg: 'User Data Stream subscription not active.' },
    });
  });

  it('never uses an id twice', async () => {
    await subscribe();
    client.send({ id: 1, method: 'userDataStream.unsubscribe' });
    await client.heardOfApi();
    expect(await subscribe()).toMatchObject({ result: { subscriptionId: 1 } });
  });
});

describe.each(['start', 'ping', 'stop'])('WebSocket API userDataStream.%s', (word) => {
  it('is gone', async () => {
    const params = { apiKey: scene.alice.setup.apiKey };
    expect(await client.ask({ id: 1, method: `userDataStream.${word}`, params })).toMatchObject({
      status: 410,
      error: { code: -1016 },
    });
  });
});
