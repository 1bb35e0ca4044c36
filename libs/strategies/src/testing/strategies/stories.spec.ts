import type { CandleSeries, Intent, Json } from '@org/domain';
import { InputError } from '@org/domain';
import { z } from 'zod';
import { bindStrategy, bracket, cancel, defineStrategy, hold } from '../../index.ts';
import type { StrategyDefinition } from '../../index.ts';
import { barsOf, closingAt, rehearse, sampleBars, widenBars } from '../../testing.ts';
import type { RehearsalSetup } from '../../testing.ts';
import { filteredTrend } from './filtered-trend.ts';
import { patientBuyer } from './patient-buyer.ts';
import { rotation } from './rotation.ts';
import { secondOpinion } from './second-opinion.ts';

function story(definition: StrategyDefinition, setup: RehearsalSetup): readonly string[] {
  return rehearse(definition, setup).flatMap(({ intents }, at) =>
    intents.map((intent) => `${at}: ${inShort(intent)}`),
  );
}

function inShort(intent: Intent): string {
  switch (intent.kind) {
    case 'place':
      return `${intent.side} ${intent.symbol} ${intent.slot}`;
    case 'compute':
      return `compute ${intent.task}`;
    default:
      return intent.kind;
  }
}

describe('the rotation', () => {
  const rising = [100, 101, 102, 103, 104, 105, 106, 107];
  const falling = [100, 99, 98, 97, 96, 95, 94, 93];
  const eth = (closes: readonly number[]): CandleSeries =>
    closingAt(closes, { symbol: 'ETHUSDT', interval: '1h' });

  it('holds the stronger market, and changes over through cash when the other one leads', () => {
    const markets = [closingAt([...rising, ...falling]), eth([...falling, ...rising])];
    const told = story(rotation, { symbols: ['BTCUSDT', 'ETHUSDT'], set: { period: 2 }, markets });
    expect(told.map((line) => line.replace(/^\d+: /, ''))).toEqual([
      'buy BTCUSDT main',
      'sell BTCUSDT exit',
      'buy ETHUSDT main',
    ]);
  });

  it('decides once a slice, when both bars are in', () => {
    const markets = [closingAt(rising), eth(falling)];
    const decisions = rehearse(rotation, { symbols: ['BTCUSDT', 'ETHUSDT'], markets });
    expect(decisions.length).toBe(rising.length);
  });

  it('waits while one of the two is missing', () => {
    const missing = seriesWithout(eth(falling), 4);
    const decisions = rehearse(rotation, {
      symbols: ['BTCUSDT', 'ETHUSDT'],
      set: { period: 2, margin: 0 },
      markets: [closingAt(rising), missing],
    });
    expect(decisions[4]?.intents).toEqual([]);
  });

  it('needs two symbols', () => {
    const binding = { id: 'r', symbols: ['BTCUSDT'], interval: '1h', set: {} } as const;
    expect(() => bindStrategy(rotation, binding)).toThrow(InputError);
  });
});

describe('the filtered trend', () => {
  it('buys above its average only while the four-hour average rises', () => {
    const set = { period: 2, filter: 2 };
    const rise = Array.from({ length: 24 }, (_, hour) => 100 + hour);
    const told = story(filteredTrend, { set, markets: [closingAt(rise)] });
    // The four-hour average of two bars has a value at hour 8 and a rise at hour 12, which closes bar 11.
    expect(told[0]).toBe('11: buy BTCUSDT main');
    const fall = Array.from({ length: 24 }, (_, hour) => 200 - hour + (hour % 3) * 4);
    expect(story(filteredTrend, { set, markets: [closingAt(fall)] })).toEqual([]);
  });

  it('leaves when the close falls below the average', () => {
    const closes = [...Array.from({ length: 16 }, (_, hour) => 100 + hour), 90, 80];
    const told = story(filteredTrend, { set: { period: 2, filter: 2 }, markets: [closingAt(closes)] });
    expect(told).toEqual(['11: buy BTCUSDT main', '16: sell BTCUSDT exit']);
  });
});

describe('the patient buyer', () => {
  it('is woken at fixed times, and moves its limit until it fills', () => {
    const rise = Array.from({ length: 12 }, (_, hour) => 10_000 + 100 * hour);
    const told = story(patientBuyer, { set: { hours: 4 }, markets: [closingAt(rise)] });
    expect(told.map((line) => line.replace(/^\d+: /, '')).slice(0, 6)).toEqual([
      'setTimer',
      'setTimer',
      'buy BTCUSDT buy:1704085200000',
      'replace',
      'replace',
      'replace',
    ]);
  });
});

describe('the second opinion', () => {
  it('asks every few bars, and follows the answer when it comes', () => {
    const closes = [100, 101, 102, 103, 104, 103, 102, 101];
    const answer = (_task: string, input: Json) => (Array.isArray(input) && input.at(-1) === 103 ? 1 : -1);
    const told = story(secondOpinion, { set: { every: 4 }, markets: [closingAt(closes)], answer });
    expect(told).toEqual(['3: compute forecast', '5: buy BTCUSDT main', '8: compute forecast']);
    const longer = story(secondOpinion, {
      set: { every: 4 },
      markets: [closingAt([...closes, 100])],
      answer,
    });
    expect(longer.at(-1)).toBe('10: sell BTCUSDT exit');
  });
});

describe('a rehearsal', () => {
  const doubts = defineStrategy({
    name: 'doubts',
    parameters: z.object({}),
    wantsOrderEvents: true,
    decide(state, view) {
      if (view.trigger.kind !== 'candleClosed') return hold(state);
      const reason = `close ${view.candles.main?.close ?? 0}`;
      return {
        state,
        intents: view.order('main') === undefined ? [bracket({ reason, limit: 50 })] : [cancel({ reason })],
      };
    },
  });

  it('tells a strategy what became of its orders, if it wants to know', () => {
    const triggers = rehearse(doubts, { markets: [closingAt([100, 100, 100])] }).map(
      ({ trigger }) => trigger,
    );
    expect(triggers).toEqual([
      'candleClosed',
      'orderAccepted',
      'candleClosed',
      'orderCancelled',
      'candleClosed',
    ]);
  });

  it('fills a limit at its price when a bar trades through it, and at a better open', () => {
    const at = (closes: readonly number[]) => rehearse(doubts, { markets: [closingAt(closes)] });
    expect(at([100, 50]).map(({ trigger }) => trigger)).not.toContain('orderFilled');
    expect(at([100, 49]).map(({ trigger }) => trigger)).toContain('orderFilled');
  });
});

describe('the bars of a rehearsal', () => {
  it('are the same for the same seed, and others for another', () => {
    const market = { symbol: 'BTCUSDT', interval: '1h', bars: 50 } as const;
    expect(sampleBars({ ...market, seed: 3 })).toEqual(sampleBars({ ...market, seed: 3 }));
    expect(sampleBars({ ...market, seed: 3 })).not.toEqual(sampleBars({ ...market, seed: 4 }));
  });

  it('are sound: the low at most, and the high at least, open and close', () => {
    for (const { open, high, low, close } of barsOf(
      sampleBars({ symbol: 'BTCUSDT', interval: '1m', bars: 500 }),
    )) {
      expect(low).toBeLessThanOrEqual(Math.min(open, close));
      expect(high).toBeGreaterThanOrEqual(Math.max(open, close));
    }
  });

  it('join to a longer interval, a part of a bar left out', () => {
    const [wide, ...others] = barsOf(widenBars(closingAt([1, 5, 2, 3, 9]), '4h'));
    expect(wide).toEqual({ openTime: 1_704_067_200_000, open: 1, high: 5, low: 1, close: 3, volume: 4_000 });
    expect(others).toEqual([]);
  });

  it('must be there for every symbol that a strategy listens to', () => {
    const setup = { symbols: ['BTCUSDT', 'ETHUSDT'], markets: [closingAt([1])] } as const;
    expect(() => rehearse(rotation, setup)).toThrow('the rehearsal has no market ETHUSDT');
  });
});

function seriesWithout(series: CandleSeries, index: number): CandleSeries {
  const without = (column: Float64Array) => column.filter((_, at) => at !== index);
  const { symbol, interval, openTime, open, high, low, close, volume } = series;
  return {
    ...{ symbol, interval, openTime: without(openTime), open: without(open), high: without(high) },
    ...{ low: without(low), close: without(close), volume: without(volume) },
  };
}
