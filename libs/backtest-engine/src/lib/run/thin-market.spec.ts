import type { Candle } from '@org/domain';
import { bracket, defineStrategy, hold } from '@org/strategies';
import { seriesOf } from '@org/strategies/testing';
import { z } from 'zod';
import { tryOut } from '../../testing/run-fixture.ts';

const HOUR_MS = 3_600_000;

/** Buys 0.5 BTC once, and wants it sold at 105 or at 90. */
const once = defineStrategy({
  name: 'once',
  parameters: z.object({}),
  state: () => ({ started: false }),
  decide(state) {
    if (state.started) return hold(state);
    const size = { by: 'quantity', quantity: 0.5 } as const;
    return { state: { started: true }, intents: [bracket({ size, stop: 90, target: 105, reason: 'once' })] };
  },
});

function bar(hour: number, high: number, volume: number): Candle {
  return { openTime: hour * HOUR_MS, open: 100, high, low: 99, close: 100, volume };
}

describe('a target of more than a bar has for one order', () => {
  // A tenth of 2 BTC is 0.2: after each part the pair of what is left is placed anew, in the bar that reached the target.
  const bars = [
    bar(0, 101, 50),
    bar(1, 101, 50),
    bar(2, 106, 2),
    bar(3, 101, 2),
    bar(4, 106, 2),
    bar(5, 106, 2),
  ];
  const run = tryOut({
    strategy: once,
    series: [seriesOf({ symbol: 'BTCUSDT', interval: '1h' }, bars)],
    fee: '0',
  });

  it('is filled by one share a bar', () => {
    const sold = run.fills.filter(({ side }) => side === 'sell');
    expect(sold.map(({ time, price, quantity }) => [Math.floor(time / HOUR_MS), price, quantity])).toEqual([
      [2, 105, 0.2],
      [4, 105, 0.2],
      [5, 105, 0.09995],
    ]);
  });
});
