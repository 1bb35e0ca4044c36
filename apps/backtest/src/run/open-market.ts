import { createHash } from 'node:crypto';
import type { DataFacts } from '@org/backtest-engine';
import { dataFacts } from '@org/backtest-engine';
import type { CandleSeries, SpotInstrument } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, InputError } from '@org/domain';
import type { FileFacts } from '@org/market-data';
import { countOffTick, firstIndexAt, reportOn, sliceSeries } from '@org/market-data';
import type { RecordedMarket, TradedSpan } from '@org/session';
import { instrumentsFor, meansStore, readMarkets, readStore } from '@org/session';
import { syntheticSeries } from '@org/simulator';
import type { RunOptions } from './run-options.ts';

/** Bars of one market, the rules of the market, and what is to be said about the bars. */
export interface Market {
  /** All bars, those for warm-up included. */
  readonly series: CandleSeries;
  /** Those that are run through; at least one. */
  readonly traded: CandleSeries;
  readonly instrument: SpotInstrument;
  readonly facts: DataFacts;
  /** Whether the market only says what fees are worth. */
  readonly isForPrices: boolean;
}

/** The sample market: bars of one hour, half a year, from seed 1. */
const SAMPLE = { seed: 1, symbol: 'BTCUSDT', interval: '1h', bars: 4_380 } as const;

/**
 * The recorded bars that were asked for, or the sample market where none were.
 *
 * @throws InputError for data that cannot be read or traded, and where no bar lies between `--from` and `--to`.
 */
export async function openMarkets(options: RunOptions, cwd: string): Promise<readonly Market[]> {
  const { data, symbols } = options;
  if (data.length === 0) return [sampleMarket(options)];
  const recorded = await readData(options, cwd);
  return recorded.map(({ series, report: { files }, instrument }) => ({
    ...examined(series, files, instrument, options),
    isForPrices: symbols.length > 0 && !symbols.includes(series.symbol),
  }));
}

/** Bars of a store, where the data is a folder, else of files. */
async function readData(options: RunOptions, cwd: string): Promise<readonly RecordedMarket[]> {
  const { data, symbols, interval, instruments, feeAsset, fromMs, toMs } = options;
  const isWantedToo = (other: string) => feeAsset === 'BNB' && other.startsWith('BNB');
  const rules = instruments === null ? {} : { instruments };
  const store = data.find((path) => meansStore(path, cwd));
  if (store !== undefined) {
    if (data.length > 1) throw storeBesideOthers(data);
    return readStore({ store, cwd, symbols, interval, isWantedToo, fromMs, toMs, ...rules });
  }
  const [only] = symbols;
  const recorded = await readMarkets({
    ...{ data, cwd, isWantedToo, ...rules },
    ...(symbols.length === 1 && only !== undefined ? { symbol: only } : {}),
    ...(interval === null ? {} : { interval }),
  });
  return symbols.length < 2 ? recorded : wantedOf(recorded, symbols, isWantedToo);
}

function wantedOf(
  recorded: readonly RecordedMarket[],
  symbols: readonly string[],
  isWantedToo: (symbol: string) => boolean,
): readonly RecordedMarket[] {
  const there = recorded.map(({ series }) => series.symbol);
  const missing = symbols.filter((symbol) => !there.includes(symbol));
  if (missing.length > 0) {
    throw new InputError('data-other-symbol', {
      what: `no file holds bars of ${missing.join(', ')}`,
      found: there.join(', '),
      allowed: 'symbols that the names of the files begin with',
    });
  }
  return recorded.filter(({ series: { symbol } }) => symbols.includes(symbol) || isWantedToo(symbol));
}

function storeBesideOthers(data: readonly string[]): InputError {
  return new InputError('data-store-and-files', {
    what: 'bars come from one store, or from files',
    found: data.map((path) => `--data ${path}`).join(' '),
    allowed: 'one folder, or files alone',
  });
}

function sampleMarket(options: RunOptions): Market {
  const { symbols, instruments } = options;
  if (instruments !== null) {
    throw new InputError('sample-market-instruments', {
      what: 'the sample market has its own rules',
      found: `--instruments ${instruments}`,
      allowed: '--instruments together with --data',
    });
  }
  const { seed, interval, bars } = SAMPLE;
  const [symbol = SAMPLE.symbol, ...others] = symbols;
  if (others.length > 0 || !BUILT_IN_INSTRUMENTS.has(symbol)) {
    throw new InputError('sample-market-symbol', {
      what: 'the sample market is one market',
      found: `--symbol ${symbols.join(',')}`,
      allowed: `${[...BUILT_IN_INSTRUMENTS.keys()].join(' or ')}; recorded ones by --data`,
    });
  }
  const market = { seed, symbol, interval };
  const [instrument] = instrumentsFor([market.symbol]);
  if (instrument === undefined) throw new RangeError(`no rules for ${market.symbol}`);
  const series = syntheticSeries(market, bars);
  const file = { name: `sample market, seed ${seed}`, sha256: hashOf(series), bars };
  return { ...examined(series, [file], instrument, options), isForPrices: false };
}

function hashOf({ openTime, open, high, low, close, volume }: CandleSeries): string {
  const hash = createHash('sha256');
  for (const column of [openTime, open, high, low, close, volume]) hash.update(column);
  return hash.digest('hex');
}

/** Cuts a series to the bars that are run through, and examines those. */
function examined(
  series: CandleSeries,
  files: readonly FileFacts[],
  instrument: SpotInstrument,
  { fromMs, toMs }: TradedSpan,
): Omit<Market, 'isForPrices'> {
  const traded = sliceSeries(
    series,
    fromMs === null ? 0 : firstIndexAt(series, fromMs),
    toMs === null ? series.openTime.length : firstIndexAt(series, toMs),
  );
  if (traded.openTime.length === 0) throw nothingTraded(series, { fromMs, toMs });
  const facts = dataFacts(traded, reportOn(traded, files));
  const offTick = countOffTick(traded, instrument);
  if (offTick === 0) return { series, traded, instrument, facts };
  const warning = `${offTick} of ${facts.bars} bars have prices between today's ticks; orders are whole ticks`;
  return { series, traded, instrument, facts: { ...facts, warnings: [...facts.warnings, warning] } };
}

function nothingTraded(
  { symbol, interval, openTime }: CandleSeries,
  { fromMs, toMs }: TradedSpan,
): InputError {
  const day = (time = 0) => new Date(time).toISOString();
  const from = fromMs === null ? [] : [`--from ${day(fromMs)}`];
  const to = toMs === null ? [] : [`--to ${day(toMs)}`];
  return new InputError('span-without-bars', {
    what: `no bar of ${symbol} ${interval} opens between --from and --to`,
    found: [...from, ...to].join(' '),
    allowed: `a time from ${day(openTime[0])} to ${day(openTime.at(-1))}`,
  });
}
