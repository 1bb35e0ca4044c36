import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CandleSeries, Interval } from '@org/domain';
import { BUILT_IN_INSTRUMENTS } from '@org/domain';
import { TemporaryFolder } from '../../testing/candle-files.ts';
import { hasSharedData, klines, shared } from '../../testing/shared-data.ts';
import { aggregateSeries } from '../aggregation/aggregate-series.ts';
import { countOffTick } from '../report/off-tick.ts';
import { firstIndexAt, sliceSeries } from '../series/candle-columns.ts';
import { readCandleFiles } from './read-candle-files.ts';

const describeShared = hasSharedData ? describe : describe.skip;
const PRICES = ['openTime', 'open', 'high', 'low', 'close'] as const;

function read(...names: readonly string[]) {
  const [only, ...others] = readCandleFiles(names.map(klines));
  if (only === undefined || others.length > 0) throw new Error('one series was expected');
  return only;
}

function part(series: CandleSeries, from: number, to: number): CandleSeries {
  return sliceSeries(series, firstIndexAt(series, from), firstIndexAt(series, to));
}

describeShared('recorded bars', () => {
  it('are all there is of 2017 to 2024: 58,419 hours with the 28 outages of the exchange', () => {
    const { series, report } = read('BTCUSDT-1h-2017-08-17_2024-04-21.csv.gz');
    expect(report).toMatchObject({
      bars: 58_419,
      from: Date.UTC(2017, 7, 17, 4),
      to: Date.UTC(2024, 3, 21, 15),
      gaps: { count: 28, bars: 128, longest: { openTime: Date.UTC(2018, 1, 8, 1), bars: 33 } },
      zeroVolumeBars: 4,
      straightLines: { count: 0 },
    });
    expect(series.close.at(-1)).toBe(64_893.5);
    expect(countOffTick(series, BUILT_IN_INSTRUMENTS.get('BTCUSDT')!)).toBe(0);
  });

  it.each(['BTCUSDT', 'ETHUSDT'])('of %s have the outage of 2023-03-24 in five minutes too', (symbol) => {
    const { report } = read(`${symbol}-5m-2023.csv.gz`);
    expect(report).toMatchObject({
      bars: 104_816,
      gaps: { count: 1, bars: 16, longest: { openTime: Date.UTC(2023, 2, 24, 12, 40), bars: 16 } },
      zeroVolumeBars: 14,
      straightLines: { count: 0 },
    });
  });

  it('of two recorders agree and join', () => {
    const { report } = read('BTCUSDT-1h-2023.csv.gz', 'BTCUSDT-1h-2017-08-17_2024-04-21.csv.gz');
    expect(report.files.map(({ bars }) => bars)).toEqual([8_998, 58_419]);
    expect(report.bars).toBe(58_419);
  });
});

describeShared('higher intervals of recorded bars', () => {
  it.each(['BTCUSDT', 'ETHUSDT'])('equal the recorded hours of %s', (symbol) => {
    const made = aggregateSeries(read(`${symbol}-5m-2023.csv.gz`).series, '1h');
    const recorded = part(read(`${symbol}-1h-2023.csv.gz`).series, 0, Date.UTC(2023, 11, 31));
    expect(made.openTime).toHaveLength(8_735);
    for (const column of PRICES) expect(made[column]).toEqual(recorded[column]);
    made.volume.forEach((volume, bar) => expect(volume).toBeCloseTo(recorded.volume[bar]!, 6));
  });

  it.each<readonly [Interval, number]>([
    ['5m', 8_352],
    ['1h', 696],
    ['4h', 173],
    ['1d', 28],
  ])('are the same from minutes as from anything between (%s)', (interval, bars) => {
    const { series } = read('BTCUSDT-1m-2024-12.csv.gz');
    const made = aggregateSeries(series, interval);
    expect(made.openTime).toHaveLength(bars);
    const twice = aggregateSeries(aggregateSeries(series, '5m'), interval);
    for (const column of PRICES) expect(twice[column]).toEqual(made[column]);
  });
});

describeShared('bars that are wrong on purpose', () => {
  const folder = new TemporaryFolder();
  afterAll(() => folder.remove());

  function adversarial(name: string): string {
    return gunzipSync(readFileSync(shared('data', 'adversarial', name))).toString();
  }

  it('are all found where straight lines fill the 128 hours of outages', () => {
    const [, ...lines] = adversarial('BTCUSDT-1h-outages-interpolated.csv.gz').trim().split('\n');
    const bars = lines.map((line) => line.replace(/^[^,]+/, (time) => `${Date.parse(`${time}Z`)}`));
    const text = ['open_time,open,high,low,close,volume', ...bars].join('\n');
    const [data] = readCandleFiles([folder.write('BTCUSDT-1h-invented.csv', text)]);
    expect(data?.report.gaps.count).toBe(0);
    expect(data?.report.straightLines).toEqual({
      count: 28,
      bars: 128,
      longest: { openTime: Date.UTC(2018, 1, 8, 1), bars: 33 },
    });
  });

  it('are refused for their banner, for their columns and for being newest first', () => {
    const name = 'BTCUSDT-1h-newest-first-with-banner.csv.gz';
    expect(() => readCandleFiles([shared('data', 'adversarial', name)])).toThrow(
      `${name}:1: the first line is no header; found "https://www.CryptoDataDownload.com"`,
    );
    const lines = adversarial(name).split('\n').slice(1);
    const headed = folder.write('BTCUSDT-1h-headed.csv', lines.join('\n'));
    expect(() => readCandleFiles([headed])).toThrow(
      'the columns are not those of candles; found "unix,date,symbol',
    );
    const bars = lines.slice(1, 50).map((line) => {
      const [time, , , ...numbers] = line.split(',');
      return [time, ...numbers.slice(0, 5)].join(',');
    });
    const turned = ['open_time,open,high,low,close,volume', ...bars].join('\n');
    expect(() => readCandleFiles([folder.write('BTCUSDT-1h-turned.csv', turned)])).toThrow(
      ':3: the bars do not ascend in time',
    );
  });
});
