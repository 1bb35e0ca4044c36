import { BTCUSDT } from '../../../../../test/wire-symbols.ts';
import { stubRest } from '../../../../../test/stub-rest.ts';
import { CUT, reply, StubTransport } from '../../../../../test/stub-transport.ts';
import type { AnswerStore } from '../../../cache/answer-store.ts';
import { ReadCache } from '../../../cache/read-cache.ts';
import { binanceMarket } from '../instruments/binance-market.ts';
import { BinancePrices } from './binance-prices.ts';

/** Nothing is shared: a store has a clock of its own. */
const NO_STORE: AnswerStore = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

function openPrices(status = 'TRADING') {
  const transport = new StubTransport();
  let now = 0;
  const cache = new ReadCache({ store: NO_STORE, nowMs: () => now, steadyMs: () => now });
  const market = binanceMarket({ ...BTCUSDT, status }) ?? undefined;
  const markets = { get: (symbol: string) => (symbol === 'BTCUSDT' ? market : undefined) };
  const prices = new BinancePrices({ rest: stubRest(transport), markets, cache });
  const pass = (ms: number) => (now += ms);
  return { transport, cache, prices, pass };
}

const priced = (price: string) => reply(200, { symbol: 'BTCUSDT', price });
const booked = (bidPrice: string, bidQty: string, askPrice: string, askQty: string) =>
  reply(200, { symbol: 'BTCUSDT', bidPrice, bidQty, askPrice, askQty });

describe('a price', () => {
  it('is asked for once a second', async () => {
    const { transport, cache, prices, pass } = openPrices();
    transport.answer([priced('42000.01'), priced('42000.02')]);
    expect(await prices.last('BTCUSDT')).toEqual({ kind: 'read', value: 42_000.01 });
    pass(999);
    expect(await prices.last('BTCUSDT')).toEqual({ kind: 'read', value: 42_000.01 });
    pass(1);
    expect(await prices.last('BTCUSDT')).toEqual({ kind: 'read', value: 42_000.02 });
    expect([transport.sent.length, cache.hitRate]).toEqual([2, 1 / 3]);
  });

  it('that many want at once is asked for once', async () => {
    const { transport, prices } = openPrices();
    transport.answer([priced('42000.01')]);
    const readings = await Promise.all([1, 2, 3].map(() => prices.last('BTCUSDT')));
    expect(readings).toEqual(Array(3).fill({ kind: 'read', value: 42_000.01 }));
    expect(transport.sent.length).toBe(1);
  });

  it('of both sides comes with what is there', async () => {
    const { transport, prices } = openPrices();
    transport.answer([booked('41999.99', '0.5', '42000.01', '2.00')]);
    expect(await prices.best('BTCUSDT')).toEqual({
      kind: 'read',
      value: { bid: { price: 41_999.99, quantity: 0.5 }, ask: { price: 42_000.01, quantity: 2 } },
    });
  });

  it('that could not be read is not kept', async () => {
    const { transport, prices } = openPrices();
    transport.answer([CUT, priced('42000.01')]);
    expect(await prices.last('BTCUSDT')).toMatchObject({ kind: 'unread', reason: 'other side closed' });
    expect(await prices.last('BTCUSDT')).toMatchObject({ kind: 'read' });
  });

  it('that is no number was not read', async () => {
    const { transport, prices } = openPrices();
    transport.answer([priced('NaN'), booked('1', '1', 'Infinity', '1')]);
    expect(await prices.last('BTCUSDT')).toMatchObject({ kind: 'unread' });
    expect(await prices.best('BTCUSDT')).toMatchObject({ kind: 'unread' });
  });
});

describe('G10 G11: what is no price', () => {
  it.each([['zero', priced('0.00000000'), 'noTrade']])('is %s', async (_, answer, reason) => {
    const { transport, prices } = openPrices();
    transport.answer([answer]);
    expect(await prices.last('BTCUSDT')).toEqual({ kind: 'none', reason });
  });

  it.each([
    ['bids', booked('0.00000000', '0.00000000', '42000.01', '2')],
    ['asks', booked('42000.01', '2', '0.00000000', '0.00000000')],
  ])('is a book without %s', async (_, answer) => {
    const { transport, prices } = openPrices();
    transport.answer([answer]);
    expect(await prices.best('BTCUSDT')).toEqual({ kind: 'none', reason: 'emptyBook' });
  });

  it.each(['BREAK', 'HALT', 'END_OF_DAY', 'CANCEL_ONLY'])(
    'is what a market of status %s answers, which nobody asks for',
    async (status) => {
      const { transport, prices } = openPrices(status);
      expect(await prices.last('BTCUSDT')).toEqual({ kind: 'none', reason: 'notTrading' });
      expect(await prices.best('BTCUSDT')).toEqual({ kind: 'none', reason: 'notTrading' });
      expect(transport.sent).toEqual([]);
    },
  );

  it('is that of a market that the exchange does not have', async () => {
    const { prices } = openPrices();
    expect(await prices.last('NOPE')).toEqual({
      ...{ kind: 'unread', code: null, reason: 'no market NOPE has been read' },
    });
  });
});
