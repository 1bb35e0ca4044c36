import type { CandleSeries } from '@org/domain';
import { InputError } from '@org/domain';
import { historyStart } from '@org/execution';
import type { CandleCursor } from '@org/market-data';
import { aggregateSeries, dataWarnings, firstIndexAt, seriesCursor, sliceSeries } from '@org/market-data';
import type { RecordedMarket, RecordedRequest, TradedSpan } from '@org/session';
import { readMarkets } from '@org/session';
import type { FeedNeed, PaperMarket } from './paper-market.ts';

/** Which recorded bars are replayed. */
export interface ReplayRequest extends Omit<RecordedRequest, 'symbol'> {
  /** The markets among them that are traded; null for all. */
  readonly symbols: readonly string[] | null;
}

/**
 * Reads recorded bars to be replayed.
 *
 * @throws InputError from `readMarkets`, and `data-other-symbol` where the files do not hold a wanted symbol.
 */
export async function recordedPaperMarket({ symbols, ...request }: ReplayRequest): Promise<PaperMarket> {
  const [only] = symbols ?? [];
  const named = symbols?.length === 1 && only !== undefined ? { ...request, symbol: only } : request;
  const recorded = wanted(await readMarkets(named), symbols);
  const series = new Map(recorded.map((market) => [market.series.symbol, market.series]));
  return {
    name: recorded.flatMap(({ report }) => report.files.map(({ name }) => name)).join(', '),
    markets: recorded.map((market) => ({
      instrument: market.instrument,
      interval: market.series.interval,
    })),
    warnings: recorded.flatMap(({ report }) => dataWarnings(report)),
    open: (feed, span) => openRecordedFeed(series, feed, span),
  };
}

function wanted(
  recorded: readonly RecordedMarket[],
  symbols: readonly string[] | null,
): readonly RecordedMarket[] {
  if (symbols === null) return recorded;
  return symbols.map((symbol) => {
    const market = recorded.find(({ series }) => series.symbol === symbol);
    if (market !== undefined) return market;
    throw new InputError('data-other-symbol', {
      what: `the files hold no bars of ${symbol}`,
      found: recorded.map(({ series }) => series.symbol).join(', '),
      allowed: 'among --symbols only what is in the files',
    });
  });
}

/** The recorded bars of one feed, higher intervals built from the lowest, as far back as its warm-up needs. */
export function openRecordedFeed(
  recorded: ReadonlyMap<string, CandleSeries>,
  { symbol, interval, warmUp }: FeedNeed,
  { fromMs, toMs }: TradedSpan,
): CandleCursor {
  const base = recorded.get(symbol);
  if (base === undefined) throw new RangeError(`no bars of ${symbol}`);
  const bounded = sliceSeries(base, 0, firstIndexAt(base, toMs ?? Infinity));
  const whole = interval === base.interval ? bounded : aggregateSeries(bounded, interval);
  return seriesCursor(whole, historyStart(whole, warmUp, fromMs ?? -Infinity));
}
