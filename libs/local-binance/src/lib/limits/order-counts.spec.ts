import { quantity } from '@org/domain';
import type { OrderReport } from '@org/simulator';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { OrderCounts } from './order-counts.ts';

/** 2024-01-01 00:00:00 UTC: windows of 10 s and of a day begin. */
const START = Date.UTC(2024, 0, 1);
const LIMITS = [
  { interval: 'SECOND', intervalNum: 10, limit: 5 },
  { interval: 'DAY', intervalNum: 1, limit: 20 },
] as const;

function counted(): { counts: OrderCounts; at: (nowMs: number) => readonly number[] } {
  const counts = new OrderCounts(LIMITS);
  return { counts, at: (nowMs) => counts.counts('alice', nowMs).map(({ count }) => count) };
}

describe('the unfilled orders of an account', () => {
  it('are counted by 10 seconds and by days', () => {
    const { counts, at } = counted();
    counts.add('alice', 2, START);
    counts.add('alice', 3, START + 9999);
    counts.add('bob', 1, START + 9999);
    expect(at(START + 9999)).toEqual([5, 5]);
    expect(at(START + 10_000)).toEqual([0, 5]);
    expect(at(START + 86_400_000)).toEqual([0, 0]);
  });

  it('may be as many as the limit, and no more until the next stretch of the clock', () => {
    const { counts } = counted();
    counts.add('alice', 3, START + 4001);
    expect(counts.exceeded('alice', 2, START + 4001)).toBeNull();
    expect(counts.exceeded('alice', 3, START + 4001)).toEqual({
      kind: 'error',
      status: 429,
      code: -1015,
      msg: 'Too many new orders; current limit is 5 orders per 10 SECOND.',
      retryAfterS: 6,
    });
    expect(counts.exceeded('alice', 3, START + 10_000)).toBeNull();
  });

  it('may be too many for a day', () => {
    const { counts } = counted();
    for (let second = 0; second < 40; second += 10) counts.add('alice', 5, START + second * 1000);
    expect(counts.exceeded('alice', 1, START + 50_000)).toMatchObject({
      msg: 'Too many new orders; current limit is 20 orders per 1 DAY.',
      retryAfterS: 86_350,
    });
  });
});

describe('the first trade of an order', () => {
  const desk = new TradingDesk();
  desk.rest('sell', 4_000_000, 100);
  desk.ask('POST /api/v3/order', { symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '0.001' });
  let traded: OrderReport | undefined;
  desk.world.listen((event) => {
    if (event.kind === 'orderReport' && event.fill !== null) traded = event;
  });
  desk.rest('sell', 4_000_000, 100);
  desk.ask('POST /api/v3/order', { symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '0.001' });
  if (traded === undefined || traded.fill === null) throw new Error('Nothing was traded.');
  const report = traded;
  const fill = traded.fill;

  it('takes one off where it took, five where it rested, and nothing below 0', () => {
    const { counts, at } = counted();
    counts.add('alice', 3, START);
    counts.take(report, START);
    expect(at(START)).toEqual([2, 2]);
    counts.take({ ...report, fill: { ...fill, isMaker: true } }, START);
    expect(at(START)).toEqual([0, 0]);
    counts.take(report, START);
    expect(at(START)).toEqual([0, 0]);
  });

  it('is the only one that counts', () => {
    const { counts, at } = counted();
    counts.add('alice', 3, START);
    const executed = quantity(fill.quantity + 1);
    counts.take({ ...report, order: { ...report.order, executed } }, START);
    expect(at(START)).toEqual([3, 3]);
  });

  it('counts for today, whenever the order was placed', () => {
    const { counts, at } = counted();
    counts.add('alice', 3, START);
    counts.add('alice', 2, START + 86_400_000);
    counts.take(report, START + 86_400_000);
    expect(at(START + 86_400_000)).toEqual([1, 1]);
  });
});
