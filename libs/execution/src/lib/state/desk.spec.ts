import { amount } from '@org/domain';
import { BTCUSDT, ETHUSDT, OPEN_LIMITS, wanting } from '../../testing/desk-fixture.ts';
import { feedOf, marketOf, openDesk, shareOf } from './desk.ts';
import type { TradingSetup } from './trading-setup.ts';

const strategy = wanting([]);
const setup: TradingSetup = {
  allocations: [{ strategy, share: 1 }],
  instruments: [BTCUSDT, ETHUSDT],
  limits: OPEN_LIMITS,
  deposits: [
    { asset: 'USDT', amount: amount(150_000_000n) },
    { asset: 'BTC', amount: amount(7n) },
    { asset: 'USDT', amount: amount(50_000_000n) },
  ],
  orderIdPrefix: 'os1',
};
describe('a desk', () => {
  const both = wanting([], {
    id: 'both',
    protection: 'inventory',
    inputs: [
      { kind: 'candles', symbol: 'ETHUSDT', interval: '1h' },
      { kind: 'book', symbol: 'ETHUSDT' },
      { kind: 'candles', symbol: 'BTCUSDT', interval: '1m' },
      { kind: 'candles', symbol: 'BTCUSDT', interval: '1m' },
    ],
  });
  const desk = openDesk({
    ...setup,
    allocations: [
      { strategy, share: 0.5 },
      { strategy: both, share: 0.5 },
    ],
  });

  it('has every feed once, with those who listen to it', () => {
    expect(desk.feeds).toEqual([
      { index: 0, symbol: 'BTCUSDT', interval: '1m', seats: [0, 1] },
      { index: 1, symbol: 'ETHUSDT', interval: '1h', seats: [1] },
    ]);
    expect(desk.seats[1]?.feeds.map(({ index }) => index)).toEqual([1, 0, 0]);
    expect(desk.inventorySeats.map(({ strategy: { id } }) => id)).toEqual(['both']);
  });

  it('finds the market of a symbol, and the feed of an interval', () => {
    expect(marketOf(desk, 'ETHUSDT').index).toBe(1);
    expect(feedOf(marketOf(desk, 'BTCUSDT'), '1m')?.index).toBe(0);
    expect(feedOf(marketOf(desk, 'BTCUSDT'), '1h')).toBeNull();
    expect(() => marketOf(desk, 'XRPUSDT')).toThrow(/found XRPUSDT; allowed: BTCUSDT, ETHUSDT/);
  });
});

describe('the share of a deposit', () => {
  it('is cut to whole units, and whole for a share of 1', () => {
    expect(shareOf(amount(7n), 1)).toBe(7n);
    expect(shareOf(amount(7n), 0.5)).toBe(3n);
    // 0.29 · 1e9 is 289999999.99999997 as doubles.
    expect(shareOf(amount(1_000_000_000n), 0.29)).toBe(290_000_000n);
  });

  it('never makes more than the deposit out of its parts', () => {
    const parts = Array.from({ length: 6 }, () => shareOf(amount(1_000_000_000_000n), 1 / 6));
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(999_999_996_000n);
  });
});
