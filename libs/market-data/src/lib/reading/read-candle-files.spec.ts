import { plainDecimal } from '@org/domain';
import fc from 'fast-check';
import type { Packing, Writing } from '../../testing/candle-files.ts';
import { TemporaryFolder, candleText } from '../../testing/candle-files.ts';
import { HOUR, START, range, sampleSeries } from '../../testing/sample-candles.ts';
import { candleAt, seriesOf, sliceSeries } from '../series/candle-columns.ts';
import { readCandleFiles } from './read-candle-files.ts';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const writing = fc.record<Writing>({
  columns: fc.constant(12),
  header: fc.boolean(),
  microseconds: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  lastLineEnd: fc.boolean(),
});
const anyWriting = fc.oneof(
  writing,
  writing.map((one): Writing => ({ ...one, columns: 6, header: true })),
);
const price = fc.double({ min: 1e-8, max: 1e9, noNaN: true });
const anyCandle = fc
  .record({
    prices: fc.tuple(price, price, price, price),
    volume: fc.double({ min: 0, max: 1e12, noNaN: true }),
  })
  .map(({ prices, volume }) => {
    const [low = 0, open = 0, close = 0, high = 0] = prices.toSorted((a, b) => a - b);
    return { open, high, low, close, volume };
  });

describe('a candle file', () => {
  it('gives back every number, however it was written and packed', () => {
    const packing = fc.constantFrom<Packing[]>('plain', 'gzip', 'zip');
    const bars = fc.array(anyCandle, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(bars, anyWriting, packing, (candles, how, packed) => {
        const series = seriesOf(
          'BTCUSDT',
          '1h',
          candles.map((candle, index) => ({ openTime: START + index * HOUR, ...candle })),
        );
        const path = folder.write('BTCUSDT-1h.csv', candleText(series, how), packed);
        expect(readCandleFiles([path]).map((data) => data.series)).toEqual([series]);
      }),
    );
  });

  it('may begin with a byte order mark and end with blank lines', () => {
    const series = sampleSeries('BTCUSDT', '1h', range(3));
    const path = folder.write('BTCUSDT-1h.csv', `\ufeff${candleText(series)}\n\r\n  \n`);
    expect(readCandleFiles([path])[0]?.series).toEqual(series);
  });

  it('keeps its gaps and tells of them', () => {
    const series = sampleSeries('BTCUSDT', '1h', [0, 1, 4, 5, 7]);
    const [data] = readCandleFiles([folder.write('BTCUSDT-1h-gaps.csv', candleText(series))]);
    expect(data?.series.openTime).toEqual(series.openTime);
    expect(data?.report).toMatchObject({
      files: [{ name: 'BTCUSDT-1h-gaps.csv', bars: 5 }],
      bars: 5,
      from: START,
      to: START + 8 * HOUR,
      gaps: { count: 2, bars: 3, longest: { openTime: START + 2 * HOUR, bars: 2 } },
    });
  });
});

describe('several files', () => {
  const whole = sampleSeries('BTCUSDT', '1h', [...range(30), ...range(30).map((bar) => bar + 40)]);

  it('of one feed are joined, whatever their order and overlaps', () => {
    const piece = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), fc.integer({ min: 1, max: 59 }), (pieces, cut) => {
        const parts = [...pieces, [0, cut], [cut, 60]].map(([from, to], index) =>
          folder.write(`BTCUSDT-1h-${index}.csv`, candleText(sliceSeries(whole, from ?? 0, to))),
        );
        const read = readCandleFiles(parts);
        expect(read.map(({ series }) => series)).toEqual([whole]);
        expect(read[0]?.report.files).toHaveLength(parts.length);
      }),
      { numRuns: 40 },
    );
  });

  it('of several feeds come by symbol, then interval from short to long', () => {
    const feeds = [
      ['ETHUSDT', '1h'],
      ['BTCUSDT', '1d'],
      ['BTCUSDT', '1h'],
    ] as const;
    const paths = feeds.map(([symbol, interval]) =>
      folder.write(`${symbol}-${interval}.csv`, candleText(sampleSeries(symbol, interval, range(3)))),
    );
    expect(readCandleFiles(paths).map(({ series }) => `${series.symbol} ${series.interval}`)).toEqual([
      'BTCUSDT 1h',
      'BTCUSDT 1d',
      'ETHUSDT 1h',
    ]);
  });

  it('take the symbol and interval from the options where their names have none', () => {
    const path = folder.write('mine.csv', candleText(sampleSeries('ETHUSDT', '1h', range(2))));
    expect(readCandleFiles([path], { symbol: 'ETHUSDT', interval: '1h' })[0]?.series.symbol).toBe('ETHUSDT');
  });

  it('are at least one', () => {
    expect(() => readCandleFiles([])).toThrow('nothing to read');
  });
});

describe('files that overlap', () => {
  const whole = sampleSeries('BTCUSDT', '1h', range(10));
  const early = folder.write('BTCUSDT-1h-early.csv', candleText(sliceSeries(whole, 0, 6)));

  it('must agree on every number', () => {
    const other = range(6).map((index) => candleAt(whole, index + 4));
    const changed = other.map((candle, index) => (index === 1 ? { ...candle, volume: 77 } : candle));
    const late = folder.write('BTCUSDT-1h-late.csv', candleText(seriesOf('BTCUSDT', '1h', changed)));
    const there = plainDecimal(whole.volume[5]!);
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      expect(() => readCandleFiles(order)).toThrow(
        `${late}:3: two files disagree on the bar of 2024-01-01T05:00:00.000Z; found volume 77; allowed: volume ${there} as in ${early}:7. Leave one of the two files out.`,
      );
    }
  });

  it('must have the same bars: none less', () => {
    const late = folder.write('BTCUSDT-1h-less.csv', candleText(sampleSeries('BTCUSDT', '1h', [4, 6, 7])));
    expect(() => readCandleFiles([early, late])).toThrow(
      `${late}:3: two files that overlap do not hold the same bars; found no bar of 2024-01-01T05:00:00.000Z; allowed: the bars of ${early}:7`,
    );
  });

  it('must have the same bars: none more', () => {
    const gap = folder.write('BTCUSDT-1h-gap.csv', candleText(sampleSeries('BTCUSDT', '1h', [3, 4, 6])));
    const full = folder.write('BTCUSDT-1h-full.csv', candleText(sampleSeries('BTCUSDT', '1h', [4, 5, 6])));
    expect(() => readCandleFiles([gap, full])).toThrow(
      `${full}:3: two files that overlap do not hold the same bars; found a bar of 2024-01-01T05:00:00.000Z; allowed: the bars up to ${gap}:4`,
    );
  });

  it('need only agree where they overlap', () => {
    const late = folder.write(
      'BTCUSDT-1h-next.csv',
      candleText(sampleSeries('BTCUSDT', '1h', [5, 8])),
      'gzip',
    );
    expect(readCandleFiles([late, early])[0]?.report.gaps).toMatchObject({ count: 1, bars: 2 });
  });
});
