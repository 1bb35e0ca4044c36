import { amount, price } from '@org/domain';
import fc from 'fast-check';
import type { Bar } from './bar.ts';
import { merged } from './bar.ts';
import { ClosedBars } from './closed-bars.ts';

/** 1e12 PEPE in units of 1e-8 are beyond what a double holds. */
const MOST = 10n ** 20n;

const anyAmount = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 1_000n }),
    fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n }),
    fc.constant(MOST),
  )
  .map(amount);
const anyPrice = fc.integer({ min: 1, max: 9 }).map(price);

const anyBar: fc.Arbitrary<Omit<Bar, 'openTime'>> = fc.record({
  open: anyPrice,
  high: anyPrice,
  low: anyPrice,
  close: anyPrice,
  volume: anyAmount,
  quoteVolume: anyAmount,
  takerVolume: anyAmount,
  takerQuoteVolume: anyAmount,
  tradeCount: fc.nat(100),
  firstTradeId: fc.nat(),
  lastTradeId: fc.nat(),
});

/** Bars a minute apart; every third minute nothing was traded. */
const anyBars = fc
  .array(anyBar, { maxLength: 12 })
  .map((bars) => bars.map((bar, index) => ({ openTime: Math.floor(index * 1.5) * 60_000, ...bar })));

const BOUND = 5;

function closed(bars: readonly Bar[]): ClosedBars {
  const kept = new ClosedBars(BOUND);
  for (const bar of bars) kept.push(bar);
  return kept;
}

describe('bars that are over', () => {
  it('are the latest that were pushed, number for number', () => {
    fc.assert(
      fc.property(anyBars, (bars) => {
        const kept = closed(bars);
        expect(kept.slice(0, BOUND)).toEqual(bars.slice(-BOUND));
        expect(kept.size).toBe(Math.min(bars.length, BOUND));
        expect(kept.at(kept.size)).toBeUndefined();
      }),
    );
  });

  it('add up to one bar, as they do one by one', () => {
    fc.assert(
      fc.property(anyBars, fc.nat(BOUND), fc.nat(BOUND), (bars, from, to) => {
        const part = bars.slice(-BOUND).slice(from, Math.min(to, bars.length));
        const [first, ...others] = part;
        const kept = closed(bars);
        const expected = first === undefined ? null : others.reduce(merged, first);
        expect(kept.total(from, Math.min(to, kept.size))).toEqual(expected);
      }),
    );
  });

  it('are found by when they open', () => {
    fc.assert(
      fc.property(anyBars, fc.nat(20 * 60_000), (bars, timeMs) => {
        const kept = bars.slice(-BOUND);
        const index = kept.findIndex(({ openTime }) => openTime >= timeMs);
        expect(closed(bars).firstAt(timeMs)).toBe(index < 0 ? kept.length : index);
      }),
    );
  });

  it('are counted in finer steps where they lie', () => {
    fc.assert(
      fc.property(anyBars, (bars) => {
        const finer = (bar: Bar): Bar => ({
          ...bar,
          open: price(bar.open * 10),
          volume: amount(bar.volume * 10n),
        });
        const kept = closed(bars);
        kept.replaceAll(finer);
        expect(kept.slice(0, BOUND)).toEqual(bars.slice(-BOUND).map(finer));
      }),
    );
  });
});
