import { BUILT_IN_INSTRUMENTS, spotInstrument } from '@org/domain';
import type { Candle } from '@org/domain';
import { HOUR, START, range, sampleCandle, sampleSeries } from '../../testing/sample-candles.ts';
import { seriesOf } from '../series/candle-columns.ts';
import { dataWarnings, reportOn } from './data-report.ts';
import { countOffTick } from './off-tick.ts';
import { findStraightLines } from './straight-lines.ts';

const FILES = [{ name: 'BTCUSDT-1h.csv', sha256: 'abc', bars: 4 }];

function between(a: Candle, b: Candle, share: number): Candle {
  const mix = (from: number, to: number) => from + (to - from) * share;
  return {
    openTime: mix(a.openTime, b.openTime),
    open: mix(a.open, b.open),
    high: mix(a.high, b.high),
    low: mix(a.low, b.low),
    close: mix(a.close, b.close),
    volume: mix(a.volume, b.volume),
  };
}

describe('a report', () => {
  it('of a sound series has nothing to warn of', () => {
    const report = reportOn(sampleSeries('BTCUSDT', '1h', range(4)), FILES);
    expect(report).toEqual({
      files: FILES,
      bars: 4,
      from: START,
      to: START + 4 * HOUR,
      gaps: { count: 0, bars: 0, longest: null },
      zeroVolumeBars: 0,
      straightLines: { count: 0, bars: 0, longest: null },
    });
    expect(dataWarnings(report)).toEqual([]);
  });

  it('warns of gaps, of bars on straight lines and of bars without volume', () => {
    const from = sampleCandle(START);
    const to = sampleCandle(START + 4 * HOUR);
    const invented = [0.25, 0.5, 0.75].map((share) => between(from, to, share));
    const quiet = { ...sampleCandle(START + 7 * HOUR), volume: 0 };
    const report = reportOn(seriesOf('BTCUSDT', '1h', [from, ...invented, to, quiet]), FILES);
    expect(dataWarnings(report)).toEqual([
      '1 gap, 2 bars missing from 2024-01-01 05:00; nothing is filled in',
      '3 bars on a straight line from 2024-01-01 01:00, probably made up',
      '1 of 6 bars without volume',
    ]);
  });

  it('warns of several stretches by the longest, in figures that can be read', () => {
    const longest = { openTime: START + HOUR, bars: 1_200 };
    const stretches = { count: 3, bars: 1_204, longest };
    const warnings = dataWarnings({
      ...reportOn(sampleSeries('BTCUSDT', '1h', range(4)), FILES),
      ...{ bars: 58_419, gaps: stretches, straightLines: stretches, zeroVolumeBars: 1_014 },
    });
    expect(warnings).toEqual([
      '3 gaps, 1,204 bars missing; the longest has 1,200 bars from 2024-01-01 01:00; nothing is filled in',
      '1,204 bars on straight lines; the longest has 1,200 bars from 2024-01-01 01:00, probably made up',
      '1,014 of 58,419 bars without volume',
    ]);
  });

  it('names the first of the longest gaps', () => {
    const { gaps } = reportOn(sampleSeries('BTCUSDT', '1h', [0, 2, 5, 8, 9]), FILES);
    expect(gaps).toEqual({ count: 3, bars: 5, longest: { openTime: START + 3 * HOUR, bars: 2 } });
  });
});

describe('bars on a straight line', () => {
  const flat = { ...sampleCandle(START), volume: 3 };

  it('are found where a single bar was made up', () => {
    const series = seriesOf('BTCUSDT', '1h', [
      flat,
      between(flat, { ...sampleCandle(START + 2 * HOUR), volume: 9 }, 0.5),
      { ...sampleCandle(START + 2 * HOUR), volume: 9 },
    ]);
    expect(findStraightLines(series)).toEqual([{ openTime: START + HOUR, bars: 1 }]);
  });

  it('are not seen in a quiet market', () => {
    const quiet = range(5).map((index) => ({ ...flat, openTime: START + index * HOUR, volume: 0 }));
    expect(findStraightLines(seriesOf('BTCUSDT', '1h', quiet))).toEqual([]);
  });

  it('are not seen across a gap', () => {
    const far = { ...sampleCandle(START + 4 * HOUR), volume: 9 };
    const series = seriesOf('BTCUSDT', '1h', [flat, between(flat, far, 0.5), far]);
    expect(findStraightLines(series)).toEqual([]);
  });
});

describe('prices off the tick', () => {
  const bitcoin = BUILT_IN_INSTRUMENTS.get('BTCUSDT')!;

  it('are counted by the bar', () => {
    const fine = (openTime: number, close: number) => ({
      openTime,
      open: 1,
      high: 2,
      low: 0.5,
      close,
      volume: 1,
    });
    const series = seriesOf('BTCUSDT', '1h', [
      fine(START, 1.01),
      fine(START + HOUR, 1.005),
      { ...fine(START + 2 * HOUR, 1.001), open: 1.001 },
    ]);
    expect(countOffTick(series, bitcoin)).toBe(2);
  });

  it('are judged exactly for a tick of several units', () => {
    const coarse = spotInstrument({
      symbol: 'X',
      base: { code: 'B', decimals: 8 },
      quote: { code: 'Q', decimals: 8 },
      tickSize: '0.05',
      stepSize: '1',
      minNotional: '0',
    });
    const at = (openTime: number, value: number) => ({
      openTime,
      open: value,
      high: value,
      low: value,
      close: value,
      volume: 1,
    });
    const series = seriesOf('X', '1h', [at(START, 1234.15), at(START + HOUR, 1234.16)]);
    expect(countOffTick(series, coarse)).toBe(1);
  });
});
