import type { FaultyExchange } from '../../testing/faulty-exchange.ts';
import { openFaulty, RESTING } from '../../testing/faulty-exchange.ts';
import { field, fields } from '../../testing/fields.ts';
import { tellStory } from '../../testing/market-story.ts';
import { TestSocket } from '../../testing/test-socket.ts';
import type { FaultRequest } from './fault.ts';

let exchange: FaultyExchange;
beforeEach(async () => {
  exchange = await openFaulty();
});
afterEach(() => exchange.close());

/** The ids of the story's trades: 1 to 4 by rights. */
async function heardTrades(fault: Partial<FaultRequest> & { readonly kind: 'event' }): Promise<unknown> {
  const client = await TestSocket.open(`${exchange.streamUrl}/ws/btcusdt@trade`);
  const what = 'drop' as const;
  exchange.faults.add({ what, match: { stream: 'btcusdt@trade' }, ...fault });
  tellStory(exchange);
  const heard = fields(await client.heard(), 't');
  await client.close();
  return heard;
}

describe('an event that is struck', () => {
  it('is lost', async () => {
    expect(await heardTrades({ kind: 'event', what: 'drop', skip: 1, times: 1 })).toEqual([1, 3, 4]);
  });

  it('comes twice', async () => {
    expect(await heardTrades({ kind: 'event', what: 'duplicate', skip: 2, times: 1 })).toEqual([
      1, 2, 3, 3, 4,
    ]);
  });

  it('lets the next one go first', async () => {
    expect(await heardTrades({ kind: 'event', what: 'swap', skip: 1, times: 1 })).toEqual([1, 3, 2, 4]);
  });

  it('comes late', async () => {
    const client = await TestSocket.open(`${exchange.streamUrl}/ws/btcusdt@trade`);
    exchange.faults.add({ kind: 'event', what: 'delay', delayMs: 5000, times: 1 });
    tellStory(exchange);
    expect(fields(await client.heard(), 't')).toEqual([2, 3, 4]);
    exchange.clock.pass(5000);
    expect(fields(await client.heard(), 't')).toEqual([1]);
    await client.close();
  });

  it('comes as half of itself', async () => {
    const client = await TestSocket.open(`${exchange.streamUrl}/ws/btcusdt@trade`);
    exchange.faults.add({ kind: 'event', what: 'garble', skip: 1, times: 1 });
    tellStory(exchange);
    const heard = await client.heard();
    expect(fields(heard.toSpliced(1, 1), 't')).toEqual([1, 3, 4]);
    expect(heard[1]).toMatch(/^{"e":"trade",[^}]*$/);
    await client.close();
  });

  it('leaves a gap in the book that its ids show', async () => {
    const client = await TestSocket.open(`${exchange.streamUrl}/ws/btcusdt@depth@100ms`);
    exchange.faults.add({
      kind: 'event',
      what: 'drop',
      match: { stream: 'btcusdt@depth@100ms' },
      skip: 1,
      times: 1,
    });
    tellStory(exchange);
    const heard = await client.heard();
    const [last] = fields(heard, 'u');
    const [, first] = fields(heard, 'U');
    expect(Number(first)).toBeGreaterThan(Number(last) + 1);
    await client.close();
  });

  it('may be one of an account, chosen by its fields', async () => {
    const client = await TestSocket.open(exchange.wsApiUrl);
    await client.ask({
      id: 1,
      method: 'userDataStream.subscribe.signature',
      params: exchange.subscription(),
    });
    exchange.faults.add({
      ...{
        kind: 'event',
        what: 'drop',
        match: { account: 'alice', fields: { e: 'executionReport', x: 'NEW' } },
      },
    });
    await exchange.signed('POST', '/api/v3/order', RESTING);
    const told = (await client.heardOfApi()).map((message) => field(field(message, 'event'), 'e'));
    expect(told).toEqual(['outboundAccountPosition']);
    await client.close();
  });

  it('is none where the fault is meant for another stream or account', async () => {
    expect(await heardTrades({ kind: 'event', match: { stream: 'ethusdt@trade' } })).toEqual([1, 2, 3, 4]);
    expect(await heardTrades({ kind: 'event', match: { account: 'alice' } })).toEqual([5, 6, 7, 8]);
  });
});
