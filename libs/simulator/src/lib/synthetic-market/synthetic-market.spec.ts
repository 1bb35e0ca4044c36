import type { Candle, CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import { activityAt, activityOfDay } from './activity.ts';
import { syntheticMarket, syntheticMarkets } from './synthetic-market.ts';
import { syntheticSeries } from './synthetic-series.ts';

const take = (market: { next(): Candle }, count: number) =>
  Array.from({ length: count }, () => market.next());

describe('a synthetic market', () => {
  it('stays what it is, since a seed must mean the same market for ever', () => {
    const market = syntheticMarket({ seed: 7 });
    expect(take(market, 2)).toEqual([
      {
        openTime: 1704067200000,
        open: 39999.99,
        high: 40313.34,
        low: 39996.73,
        close: 40288.58,
        volume: 1235.135,
      },
      {
        openTime: 1704070800000,
        open: 40288.58,
        high: 40432.5,
        low: 40249.28,
        close: 40408.02,
        volume: 1409.2525,
      },
    ]);
    expect(take(market, 9_998).at(-1)).toEqual({
      openTime: 1740063600000,
      open: 34873,
      high: 35232.02,
      low: 34820,
      close: 35176.53,
      volume: 6475.71455,
    });
  });

  it('is the same for the same seed, and another for another', () => {
    expect(take(syntheticMarket({ seed: 7 }), 50)).toEqual(take(syntheticMarket({ seed: 7 }), 50));
    expect(take(syntheticMarket({ seed: 8 }), 50)).not.toEqual(take(syntheticMarket({ seed: 7 }), 50));
  });

  it('is BTCUSDT from 2024 on by default, hour by hour, starting at 40,000', () => {
    const market = syntheticMarket({ seed: 1 });
    const [first, second] = take(market, 2);
    expect(market).toMatchObject({ symbol: 'BTCUSDT', interval: '1h' });
    expect(first?.openTime).toBe(Date.UTC(2024, 0, 1));
    expect(second?.openTime).toBe(Date.UTC(2024, 0, 1, 1));
    expect(Math.abs((first?.open ?? 0) - 40_000)).toBeLessThanOrEqual(0.01);
  });

  it('starts with the bar that holds the start time', () => {
    const market = syntheticMarket({ seed: 1, interval: '15m', startTime: Date.UTC(2024, 4, 1, 10, 59) });
    expect(market.next().openTime).toBe(Date.UTC(2024, 4, 1, 10, 45));
  });

  it.each(['1s', '1m', '1h', '4h', '1d', '1w'] as const)('has whole bars of %s on the tick', (interval) => {
    let close = Number.NaN;
    let time = Number.NaN;
    for (const bar of take(syntheticMarket({ seed: 3, interval }), 500)) {
      expect(bar.low).toBeLessThanOrEqual(Math.min(bar.open, bar.close));
      expect(bar.high).toBeGreaterThanOrEqual(Math.max(bar.open, bar.close));
      expect(bar.low).toBeGreaterThan(0);
      expect(bar.volume).toBeGreaterThan(0);
      for (const price of [bar.open, bar.high, bar.low, bar.close]) {
        expect(price).toBe(Math.round(price * 100) / 100);
      }
      expect(bar.volume).toBe(Math.round(bar.volume * 1e5) / 1e5);
      if (!Number.isNaN(close)) {
        expect(Math.abs(bar.open - close)).toBeLessThan(0.011);
        expect(bar.openTime).toBe(time + INTERVAL_MS[interval]);
      }
      close = bar.close;
      time = bar.openTime;
    }
  });

  it('takes the character that it is given', () => {
    const bar = syntheticMarket({
      seed: 1,
      symbol: 'XYZEUR',
      startPrice: 0.5,
      tickSize: '0.0005',
      stepSize: '10',
      dailyVolume: 1e9,
    }).next();
    expect(bar.open / 0.0005).toBeCloseTo(1000, -1);
    expect(bar.close).toBe(Math.round(bar.close * 2000) / 2000);
    expect(bar.volume % 10).toBe(0);
  });

  it('never falls to nothing, however small its price', () => {
    const bars = take(
      syntheticMarket({ seed: 5, symbol: 'DUST', startPrice: 0.02, dailyVolatility: 0.9 }),
      3_000,
    );
    expect(Math.min(...bars.map(({ low }) => low))).toBe(0.01);
  });

  it.each([
    [{ startPrice: 0 }, 'BTCUSDT: startPrice is out of range; found 0; allowed: at least 0.01'],
    [{ startPrice: Number.NaN }, 'found NaN'],
    [{ dailyVolatility: 2 }, 'dailyVolatility is out of range; found 2; allowed: from 0 to 1'],
    [{ dailyVolume: -1 }, 'dailyVolume is out of range; found -1; allowed: at least 0'],
    [{ correlation: 1.1 }, 'correlation is out of range; found 1.1; allowed: from 0 to 1'],
    [{ tickSize: 'fine' }, 'not a plain decimal number'],
  ])('refuses %j', (given, message) => {
    expect(() => syntheticMarket({ seed: 1, ...given })).toThrow(message);
  });
});

describe('a synthetic series', () => {
  it('holds the first bars as columns', () => {
    const series = syntheticSeries({ seed: 7, symbol: 'ETHUSDT', interval: '5m' }, 3);
    const bars = take(syntheticMarket({ seed: 7, symbol: 'ETHUSDT', interval: '5m' }), 3);
    expect(series).toMatchObject({ symbol: 'ETHUSDT', interval: '5m' });
    for (const column of ['openTime', 'open', 'high', 'low', 'close', 'volume'] as const) {
      expect([...series[column]]).toEqual(bars.map((bar) => bar[column]));
    }
  });
});

describe('the look of a synthetic market', () => {
  const hours = syntheticSeries({ seed: 11 }, 50_000);
  const returns = returnsOf(hours);
  const sizes = returns.map(Math.abs);

  it('moves by about its daily volatility', () => {
    expect(Math.sqrt(24) * deviation(returns)).toBeGreaterThan(0.022);
    expect(Math.sqrt(24) * deviation(returns)).toBeLessThan(0.033);
  });

  it('cannot be told from its last return', () => {
    expect(Math.abs(correlation(returns.slice(1), returns.slice(0, -1)))).toBeLessThan(0.03);
  });

  it('has clusters: the size of a move tells that of the next, and a little of that two days later', () => {
    expect(correlation(sizes.slice(1), sizes.slice(0, -1))).toBeGreaterThan(0.25);
    expect(correlation(sizes.slice(48), sizes.slice(0, -48))).toBeGreaterThan(0.03);
  });

  it('has fat tails', () => {
    const mean = average(returns);
    const variance = deviation(returns) ** 2;
    const kurtosis = average(returns.map((r) => (r - mean) ** 4)) / variance ** 2;
    expect(kurtosis).toBeGreaterThan(5);
    expect(kurtosis).toBeLessThan(40);
  });

  it('trades more where it moves more', () => {
    expect(correlation([...hours.volume].slice(1), sizes)).toBeGreaterThan(0.5);
  });

  it('trades more in the afternoon than at night, and less on Sundays', () => {
    const at = (wanted: (date: Date) => boolean) =>
      average([...hours.volume].filter((_volume, i) => wanted(new Date(hours.openTime[i]!))));
    const night = at((date) => date.getUTCHours() === 4);
    expect(at((date) => date.getUTCHours() === 14) / night).toBeGreaterThan(1.5);
    expect(at((date) => date.getUTCDay() === 0) / at((date) => date.getUTCDay() === 3)).toBeLessThan(0.8);
  });

  it('reaches as far within a bar as a path would: twice the size of the move', () => {
    const ranges = [...hours.high].map((high, i) => (high - hours.low[i]!) / hours.open[i]!);
    expect(average(ranges) / average(sizes)).toBeCloseTo(2, 0);
  });

  it('stays within sight of where it began for years', () => {
    expect(Math.min(...hours.low)).toBeGreaterThan(4_000);
    expect(Math.max(...hours.high)).toBeLessThan(400_000);
  });

  it('has trends: some months win or lose a quarter', () => {
    const months = Array.from({ length: 60 }, (_, i) => hours.close[(i + 1) * 720]! / hours.close[i * 720]!);
    expect(months.filter((growth) => growth > 1.25 || growth < 0.75).length).toBeGreaterThan(3);
  });
});

describe('markets of one seed', () => {
  const options = { seed: 4, interval: '1h' } as const;

  it('are each what they would be alone', () => {
    const [, eth] = syntheticMarkets(['BTCUSDT', 'ETHUSDT'], options);
    if (eth === undefined) throw new Error('two symbols give two markets');
    expect(take(eth, 20)).toEqual(take(syntheticMarket({ ...options, symbol: 'ETHUSDT' }), 20));
  });

  it('move together as far as their profiles say', () => {
    const btc = returnsOf(syntheticSeries({ ...options, symbol: 'BTCUSDT' }, 20_000));
    const eth = returnsOf(syntheticSeries({ ...options, symbol: 'ETHUSDT' }, 20_000));
    const loner = returnsOf(syntheticSeries({ ...options, symbol: 'ETHUSDT', correlation: 0 }, 20_000));
    // 0.93 × 0.9 and the common jumps
    expect(correlation(btc, eth)).toBeGreaterThan(0.8);
    expect(correlation(btc, eth)).toBeLessThan(0.9);
    expect(Math.abs(correlation(btc, loner))).toBeLessThan(0.15);
  });
});

describe('the activity of a market', () => {
  it('is 1 over a week', () => {
    const hours = Array.from({ length: 7 * 24 }, (_, hour) => activityAt(hour * 3_600_000));
    expect(average(hours)).toBeCloseTo(1, 12);
    const days = Array.from({ length: 7 }, (_, day) => activityOfDay(day * 86_400_000));
    expect(average(days)).toBeCloseTo(1, 12);
  });

  it('goes from one hour to the next along a straight line, over midnight too', () => {
    const at = (hours: number) => activityAt(hours * 3_600_000);
    expect(at(13.5)).toBeCloseTo((at(13) + at(14)) / 2, 12);
    expect(at(23.5)).toBeCloseTo((at(23) + at(0)) / 2, 12);
  });
});

function returnsOf({ close }: CandleSeries): number[] {
  return Array.from({ length: close.length - 1 }, (_, i) => Math.log(close[i + 1]! / close[i]!));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const mean = average(values);
  return Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [average(a), average(b)];
  return average(a.map((value, i) => (value - meanA) * (b[i]! - meanB))) / (deviation(a) * deviation(b));
}
