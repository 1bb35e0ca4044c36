import { hasRecordedData, readBars, readRecorded } from '../../bench/recorded-data.ts';
import { indicators } from './catalogue.ts';
import type { Field } from './indicator/bar.ts';
import type { LooseOptions } from './indicator/option.ts';
import { worstDifference } from '../../bench/difference.ts';

interface Case {
  readonly series: string;
  readonly indicator: string;
  readonly options: LooseOptions;
  readonly output?: string;
  readonly source?: Field;
}

/** A series of the file, the indicator that gives it, its options, and the output where there are several. */
const cases: readonly Case[] = [
  { series: 'SMA(20)', indicator: 'sma', options: { period: 20 } },
  { series: 'EMA(12)', indicator: 'ema', options: { period: 12 } },
  { series: 'EMA(26)', indicator: 'ema', options: { period: 26 } },
  { series: 'EMA(200)', indicator: 'ema', options: { period: 200 } },
  { series: 'WMA(10)', indicator: 'wma', options: { period: 10 } },
  { series: 'DEMA(20)', indicator: 'dema', options: { period: 20 } },
  { series: 'TEMA(20)', indicator: 'tema', options: { period: 20 } },
  { series: 'KAMA(10)', indicator: 'kama', options: { period: 10 } },
  { series: 'TRIMA(20)', indicator: 'trima', options: { period: 20 } },
  { series: 'T3(5,0.7)', indicator: 't3', options: { period: 5, volumeFactor: 0.7 } },
  { series: 'RSI(14)', indicator: 'rsi', options: { period: 14 } },
  { series: 'CMO(14)', indicator: 'cmo', options: { period: 14 } },
  { series: 'MOM(10)', indicator: 'mom', options: { period: 10 } },
  { series: 'ROC(10)', indicator: 'roc', options: { period: 10 } },
  { series: 'TRIX(15)', indicator: 'trix', options: { period: 15 } },
  { series: 'ATR(14)', indicator: 'atr', options: { period: 14 } },
  { series: 'NATR(14)', indicator: 'natr', options: { period: 14 } },
  { series: 'TRANGE', indicator: 'trange', options: {} },
  { series: 'ADX(14)', indicator: 'adx', options: { period: 14 } },
  { series: 'PLUS_DI(14)', indicator: 'plusDi', options: { period: 14 } },
  { series: 'MINUS_DI(14)', indicator: 'minusDi', options: { period: 14 } },
  { series: 'CCI(20)', indicator: 'cci', options: { period: 20 } },
  { series: 'WILLR(14)', indicator: 'willr', options: { period: 14 } },
  { series: 'MFI(14)', indicator: 'mfi', options: { period: 14 } },
  { series: 'OBV', indicator: 'obv', options: {} },
  { series: 'AD', indicator: 'ad', options: {} },
  { series: 'ADOSC(3,10)', indicator: 'adosc', options: { fast: 3, slow: 10 } },
  { series: 'STDDEV(20,1)', indicator: 'stddev', options: { period: 20, deviations: 1 } },
  { series: 'VAR(20,1)', indicator: 'variance', options: { period: 20 } },
  { series: 'LINEARREG(14)', indicator: 'linearreg', options: { period: 14 } },
  { series: 'LINEARREG_SLOPE(14)', indicator: 'linearregSlope', options: { period: 14 } },
  { series: 'SAR(0.02,0.2)', indicator: 'sar', options: { acceleration: 0.02, maximum: 0.2 } },
  { series: 'ULTOSC(7,14,28)', indicator: 'ultosc', options: { fast: 7, medium: 14, slow: 28 } },
  { series: 'AROONOSC(14)', indicator: 'aroonosc', options: { period: 14 } },
  { series: 'BOP', indicator: 'bop', options: {} },
  { series: 'APO(12,26,EMA)', indicator: 'apo', options: { fast: 12, slow: 26, maType: 'ema' } },
  { series: 'PPO(12,26,EMA)', indicator: 'ppo', options: { fast: 12, slow: 26, maType: 'ema' } },
  { series: 'MAX(20)', indicator: 'max', options: { period: 20 }, source: 'high' },
  { series: 'MIN(20)', indicator: 'min', options: { period: 20 }, source: 'low' },
  ...['macd', 'macdext'].flatMap((indicator): Case[] => {
    const options = indicator === 'macd' ? {} : { fastType: 'ema', slowType: 'ema', signalType: 'ema' };
    return [
      { series: 'MACD(12,26,9).macd', indicator, options, output: 'macd' },
      { series: 'MACD(12,26,9).signal', indicator, options, output: 'signal' },
      { series: 'MACD(12,26,9).hist', indicator, options, output: 'histogram' },
    ];
  }),
  ...['upper', 'middle', 'lower'].map((output): Case => ({
    series: `BBANDS(20,2,2,SMA).${output}`,
    indicator: 'bbands',
    options: { period: 20, deviationsUp: 2, deviationsDown: 2 },
    output,
  })),
  { series: 'STOCH(14,3,SMA,3,SMA).slowK', indicator: 'stoch', options: {}, output: 'k' },
  { series: 'STOCH(14,3,SMA,3,SMA).slowD', indicator: 'stoch', options: {}, output: 'd' },
  { series: 'STOCHF(14,3,SMA).fastK', indicator: 'stochf', options: {}, output: 'k' },
  { series: 'STOCHF(14,3,SMA).fastD', indicator: 'stochf', options: {}, output: 'd' },
  { series: 'STOCHRSI(14,14,3,SMA).fastK', indicator: 'stochrsi', options: {}, output: 'k' },
  { series: 'STOCHRSI(14,14,3,SMA).fastD', indicator: 'stochrsi', options: {}, output: 'd' },
  { series: 'AROON(14).down', indicator: 'aroon', options: {}, output: 'down' },
  { series: 'AROON(14).up', indicator: 'aroon', options: {}, output: 'up' },
];

type Expected = Readonly<Record<string, { readonly begIdx: number; readonly values: readonly number[] }>>;

/** TA-Lib's functions by its own groups, without the patterns, the cycles and what is built on them, which come later. */
const groups: Readonly<Record<string, string>> = {
  'overlap studies': 'ACCBANDS BBANDS DEMA EMA KAMA MA MIDPOINT MIDPRICE SAR SAREXT SMA T3 TEMA TRIMA WMA',
  'momentum indicators':
    'ADX ADXR APO AROON AROONOSC BOP CCI CMO DX IMI MACD MACDEXT MACDFIX MFI MINUS_DI MINUS_DM MOM PLUS_DI PLUS_DM ' +
    'PPO ROC ROCP ROCR ROCR100 RSI STOCH STOCHF STOCHRSI TRIX ULTOSC WILLR',
  'volume indicators': 'AD ADOSC OBV',
  'volatility indicators': 'ATR NATR TRANGE',
  'price transform': 'AVGPRICE MEDPRICE TYPPRICE WCLPRICE AVGDEV',
  'statistic functions':
    'BETA CORREL LINEARREG LINEARREG_ANGLE LINEARREG_INTERCEPT LINEARREG_SLOPE STDDEV TSF VAR MAX MIN',
};

describe("TA-Lib's names", () => {
  const twins = new Map(Array.from(indicators, (row) => [row.talib?.name, row]));

  it.each(Object.entries(groups))('of the %s are all here', (_group, names) => {
    expect(names.split(' ').filter((name) => !twins.has(name))).toEqual([]);
  });

  it('are ours in lower camel case, but for the variance', () => {
    const camel = (name: string) =>
      name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    for (const [name, row] of twins) {
      if (name !== undefined) expect(row.name).toBe(name === 'VAR' ? 'variance' : camel(name));
    }
  });
});

const beyond =
  'vwap rollingVwap supertrend ichimoku keltner donchian heikinAshi hma alma cmf chop vortex elderRay fisher kvo tsi ' +
  'connorsRsi chandelier zigzag pivotPoints rollingPivots pivots atrStop';

it('the indicators beyond TA-Lib are all here', () => {
  expect(beyond.split(' ').filter((name) => !indicators.has(name))).toEqual([]);
});

const recorded = hasRecordedData ? describe : describe.skip;

recorded('TA-Lib on 600 real hours', () => {
  const bars = hasRecordedData ? readBars('vectors/talib/input_BTCUSDT_1h_600.csv') : undefined;
  const expected: Expected = hasRecordedData ? JSON.parse(readRecorded('vectors/talib/expected.json')) : {};

  it('has no series that is left out', () => {
    const covered = new Set(cases.map((one) => one.series));
    expect(Object.keys(expected).filter((series) => !covered.has(series))).toEqual([]);
  });

  it.each(cases)(
    '$series is $indicator, from the same bar on',
    ({ series, indicator, options, output, source }) => {
      const row = indicators.get(indicator);
      const got = row.run(bars ?? {}, options, source)[output ?? indicator] ?? new Float64Array();
      const { begIdx, values } = expected[series] ?? { begIdx: -1, values: [] };
      expect(got.findIndex((value) => !Number.isNaN(value))).toBe(begIdx);
      expect(row.warmUp(options)).toBe(begIdx);
      expect(values).toHaveLength(got.length - begIdx);
      expect(worstDifference(got.subarray(begIdx), values)).toBeLessThanOrEqual(1e-9);
    },
  );
});
