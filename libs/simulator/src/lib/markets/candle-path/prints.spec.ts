import type { Candle } from '@org/domain';
import fc from 'fast-check';
import { SeededRng } from '../../random/seeded-rng.ts';
import { BTC_GRID } from '../../../testing/market-stage.ts';
import type { Print } from './prints.ts';
import { printsOf } from './prints.ts';

const MINUTE_MS = 60_000;
const BAR: Candle = { openTime: 0, open: 100, high: 103, low: 90, close: 95, volume: 1.5 };

const prints = (candle: Candle, trades = 4, seed = 1): readonly Print[] =>
  printsOf(candle, BTC_GRID, { lengthMs: MINUTE_MS, trades, rng: new SeededRng(seed) });

describe('the trades of a bar', () => {
  it('are its turns, from just after it opens to just before it closes', () => {
    const made = prints(BAR);
    expect(made.map(({ ticks }) => ticks)).toEqual([10_000, 10_300, 9_000, 9_500]);
    expect([made[0]?.time, made[3]?.time]).toEqual([1, 59_999]);
    expect(made.map(({ side }) => side).slice(1)).toEqual(['buy', 'sell', 'buy']);
  });

  it('share its volume in whole lots', () => {
    expect(prints(BAR).reduce((sum, { lots }) => sum + lots, 0)).toBe(150_000);
  });

  it('are none without volume', () => {
    expect(prints({ ...BAR, volume: 0 })).toEqual([]);
  });

  it('are its distinct turns where there are few lots', () => {
    // 0.00003 is three lots; the open is the high, and the low the close.
    const thin = prints({ openTime: 0, open: 101, high: 101, low: 99, close: 99, volume: 0.00003 });
    expect(thin.map(({ ticks }) => ticks)).toEqual([10_100, 9_900]);
    expect(thin.reduce((sum, { lots }) => sum + lots, 0)).toBe(3);
  });

  it('show every turn of a bar that has fewer lots than turns, one lot each', () => {
    expect(prints({ ...BAR, volume: 0.00001 }).map(({ lots }) => lots)).toEqual([1, 1, 1, 1]);
  });

  it('make the bar again, however many they are', () => {
    const ticks = fc.integer({ min: 1, max: 10_000_000 });
    const bar = fc.record({
      prices: fc.tuple(ticks, ticks, ticks, ticks),
      lots: fc.integer({ min: 4, max: 1e9 }),
    });
    fc.assert(
      fc.property(bar, fc.integer({ min: 4, max: 60 }), fc.nat(), ({ prices, lots }, trades, seed) => {
        const [open, , , close] = prices;
        const [high, low] = [Math.max(...prices), Math.min(...prices)];
        const [candle, ...rest] = [open, high, low, close].map((count) => count / 100);
        const made = prints(
          { openTime: 0, open: candle!, high: rest[0]!, low: rest[1]!, close: rest[2]!, volume: lots / 1e5 },
          trades,
          seed,
        );
        const traded = made.map((print) => print.ticks);
        expect([traded[0], Math.max(...traded), Math.min(...traded), traded.at(-1)]).toEqual([
          open,
          high,
          low,
          close,
        ]);
        expect(made.reduce((sum, print) => sum + print.lots, 0)).toBe(lots);
        expect(made.every((print) => print.lots >= 1 && print.time >= 1 && print.time < MINUTE_MS)).toBe(
          true,
        );
        expect(made.every(({ time }, index) => time >= (made[index - 1]?.time ?? 0))).toBe(true);
        expect(made.length).toBeLessThanOrEqual(trades);
      }),
      { numRuns: 500 },
    );
  });
});
