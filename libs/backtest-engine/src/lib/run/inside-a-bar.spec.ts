import type { Candle, TradingEvent } from '@org/domain';
import { buy, defineStrategy, hold, setTimer } from '@org/strategies';
import { seriesOf } from '@org/strategies/testing';
import { z } from 'zod';
import { tryOut } from '../../testing/run-fixture.ts';

const HOUR_MS = 3_600_000;

/** Buys at the market and rests a limit when its first bar has closed, and buys once more half an hour later. */
const late = defineStrategy({
  name: 'late',
  parameters: z.object({}),
  state: () => ({ bars: 0 }),
  decide({ bars }, view) {
    const size = { by: 'quote', quote: 1_000 } as const;
    if (view.trigger.kind === 'timerFired') {
      const reason = `holds ${view.position.size}`;
      return { state: { bars }, intents: [buy({ slot: 'late', size, reason })] };
    }
    if (bars > 0) return hold({ bars: bars + 1 });
    const timer = setTimer({ time: view.time + HOUR_MS / 2 });
    const rest = buy({ slot: 'rest', limit: 100.5, size, reason: 'inside the bar' });
    return { state: { bars: 1 }, intents: [buy({ size, reason: 'at once' }), rest, timer] };
  },
});

function bar(hour: number): Candle {
  const open = 100 + hour;
  return { openTime: hour * HOUR_MS, open, high: open + 1, low: open - 1, close: open, volume: 1e4 };
}

describe('what is decided inside a bar', () => {
  const series = seriesOf({ symbol: 'BTCUSDT', interval: '1h' }, [0, 1, 2, 3].map(bar));
  const run = tryOut({ strategy: late, series: [series], fee: '0', slippage: '0' });

  it('knows what its open has traded, and nothing of the rest of it', () => {
    const reasons = run.fills.map(({ reason }) => reason);
    // 1,000 USDT at 101 are 9.90099 BTC.
    expect(reasons).toEqual(['at once', 'inside the bar', 'holds 9.90099']);
  });

  it('trades from the next bar on', () => {
    expect(run.fills.map(({ time, price }) => [time, price])).toEqual([
      [HOUR_MS, 101],
      [2 * HOUR_MS - 1, 100.5],
      [2 * HOUR_MS, 102],
    ]);
  });

  it('comes in the order of time', () => {
    const times = run.events.map(({ time }: TradingEvent) => time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
