import { worstDifference } from '../../bench/difference.ts';
import { hasRecordedData, readBars, readRecorded } from '../../bench/recorded-data.ts';
import { indicators } from './catalogue.ts';
import type { LooseOptions } from './indicator/option.ts';

interface Case {
  readonly file: string;
  readonly indicator: string;
  readonly options: LooseOptions;
  /** Our output, and the field of the file. */
  readonly outputs: Readonly<Record<string, string>>;
}

const levels = { pp: 'pp', r1: 'r1', r2: 'r2', r3: 'r3', s1: 's1', s2: 's2', s3: 's3' };
const band = { upper: 'upperBand', middle: 'centerline', lower: 'lowerBand' };

const cases: readonly Case[] = [
  { file: 'alma', indicator: 'alma', options: {}, outputs: { alma: 'alma' } },
  { file: 'atr-stop', indicator: 'atrStop', options: {}, outputs: { atrStop: 'atrStop' } },
  { file: 'chexit', indicator: 'chandelier', options: {}, outputs: { long: 'chandelierExit' } },
  { file: 'chop', indicator: 'chop', options: {}, outputs: { chop: 'chop' } },
  { file: 'cmf', indicator: 'cmf', options: {}, outputs: { cmf: 'cmf' } },
  { file: 'crsi', indicator: 'connorsRsi', options: {}, outputs: { connorsRsi: 'connorsRsi' } },
  { file: 'donchian', indicator: 'donchian', options: {}, outputs: band },
  {
    file: 'elder-ray',
    indicator: 'elderRay',
    options: {},
    outputs: { bull: 'bullPower', bear: 'bearPower' },
  },
  { file: 'fisher', indicator: 'fisher', options: {}, outputs: { fisher: 'fisher', trigger: 'trigger' } },
  {
    file: 'heikinashi',
    indicator: 'heikinAshi',
    options: {},
    outputs: { open: 'open', high: 'high', low: 'low', close: 'close' },
  },
  { file: 'hma', indicator: 'hma', options: {}, outputs: { hma: 'hma' } },
  {
    file: 'ichimoku',
    indicator: 'ichimoku',
    options: {},
    outputs: {
      tenkan: 'tenkanSen',
      kijun: 'kijunSen',
      senkouA: 'senkouSpanA',
      senkouB: 'senkouSpanB',
      chikou: 'chikouSpan',
    },
  },
  { file: 'keltner', indicator: 'keltner', options: {}, outputs: band },
  { file: 'kvo', indicator: 'kvo', options: {}, outputs: { kvo: 'oscillator', signal: 'signal' } },
  { file: 'pivot-points', indicator: 'pivotPoints', options: { session: 'month' }, outputs: levels },
  { file: 'pivots', indicator: 'pivots', options: {}, outputs: { high: 'highPoint', low: 'lowPoint' } },
  { file: 'rolling-pivots', indicator: 'rollingPivots', options: {}, outputs: levels },
  { file: 'supertrend', indicator: 'supertrend', options: {}, outputs: { supertrend: 'superTrend' } },
  { file: 'tsi', indicator: 'tsi', options: {}, outputs: { tsi: 'tsi', signal: 'signal' } },
  { file: 'vortex', indicator: 'vortex', options: {}, outputs: { plus: 'pvi', minus: 'nvi' } },
  { file: 'vwap', indicator: 'vwap', options: { session: 'all' }, outputs: { vwap: 'vwap' } },
  { file: 'stdev', indicator: 'stddev', options: { period: 14 }, outputs: { stddev: 'stdDev' } },
];

type Row = Readonly<Record<string, number | string | null>>;

const readRows = (name: string): readonly Row[] => {
  const rows: Row[] = JSON.parse(readRecorded(`vectors/stock-indicators/results/${name}.standard.json.gz`));
  return rows;
};

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : NaN);

/** The column as it is drawn: `bars` later, or earlier when negative. */
const drawn = (values: Float64Array, bars: number): Float64Array =>
  values.map((_, index) => values[index - bars] ?? NaN);

const recorded = hasRecordedData ? describe : describe.skip;

recorded('Stock.Indicators on 502 days', () => {
  const bars = hasRecordedData ? readBars('vectors/stock-indicators/default.csv') : {};

  it.each(cases)('$file is $indicator, from the same bar on', ({ file, indicator, options, outputs }) => {
    const row = indicators.get(indicator);
    const columns = row.run(bars, options);
    const shift = row.shift(options);
    const rows = readRows(file);
    for (const [output, field] of Object.entries(outputs)) {
      const got = drawn(columns[output] ?? new Float64Array(), shift[output] ?? 0);
      const want = rows.map((values) => numberOf(values[field]));
      expect(`${output} ${worstDifference(got, want) <= 1e-9}`).toBe(`${output} true`);
    }
  });

  it('zigzag has the confirmed turns, each told to be so many bars back', () => {
    const { point, kind, age } = indicators.get('zigzag').run(bars);
    const turns = Array.from(point ?? [], (price, bar) => ({
      bar: bar - (age?.[bar] ?? 0),
      price,
      kind: kind?.[bar] === 1 ? 'H' : 'L',
    })).filter((turn) => !Number.isNaN(turn.price));
    const wanted = readRows('zigzag-close').flatMap((values, bar) =>
      values['pointType'] === null ? [] : [{ bar, price: values['zigZag'], kind: values['pointType'] }],
    );
    const [start, ...rest] = turns;
    expect(start).toEqual({ bar: 0, price: 212.8, kind: 'L' });
    expect(rest).toEqual(wanted);
  });
});
