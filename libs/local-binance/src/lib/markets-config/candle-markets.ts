import type { CandleSeries, Decimal } from '@org/domain';
import { InputError, nearestWord, parseDecimal, plainDecimal } from '@org/domain';
import type { SymbolRules } from '@org/simulator';
import { candlePath, countOffGrid, gridOf } from '@org/simulator';
import type { RecordedMarkets } from './recorded-markets.ts';
import { joinMarkets } from './recorded-markets.ts';

/** What the markets of recorded candles have in common. */
export interface CandleMarketTerms {
  /** The markets whose rules are known. */
  readonly symbols: readonly SymbolRules[];
  readonly seed: number;
}

/**
 * Markets that trade as recorded candles say. Where a recording has prices or volumes between two steps of the filters,
 * what rests is counted in finer steps, so that its bars are served as they were recorded.
 *
 * @throws InputError `market-unknown` for a symbol without rules, `market-twice` for two intervals of one,
 * `candle-path-empty` for a series without a bar
 */
export function candleMarkets(series: readonly CandleSeries[], terms: CandleMarketTerms): RecordedMarkets {
  return joinMarkets(series.map((one) => candleMarket(one, terms)));
}

function candleMarket(series: CandleSeries, { symbols, seed }: CandleMarketTerms): RecordedMarkets {
  const rules = rulesOf(series.symbol, symbols);
  const market = [candlePath({ series, seed })];
  const offGrid = countOffGrid(series, gridOf(rules));
  if (offGrid === 0) return { market, symbols: [rules], notes: [] };
  const finer = { ...rules, restingSteps: stepsOf(series, rules) };
  const note = `${series.symbol}: ${offGrid} of ${series.openTime.length} bars are finer than its filters`;
  return { market, symbols: [finer], notes: [`${note}; what rests may be too`] };
}

function rulesOf(symbol: string, symbols: readonly SymbolRules[]): SymbolRules {
  const rules = symbols.find((each) => each.symbol === symbol);
  if (rules !== undefined) return rules;
  const names = symbols.map((each) => each.symbol);
  const near = nearestWord(symbol, names);
  throw new InputError('market-unknown', {
    what: 'there are no rules for a recorded market',
    found: symbol,
    allowed: names.join(', '),
    ...(near === undefined ? {} : { hint: `Is it ${near}?` }),
  });
}

/** The steps that the recorded numbers are whole multiples of, no finer than the assets. */
function stepsOf(
  { open, high, low, close, volume }: CandleSeries,
  { base, quote }: SymbolRules,
): { readonly tick: Decimal; readonly lot: Decimal } {
  const priceDigits = Math.max(...[open, high, low, close].map(mostDigits));
  return {
    tick: { units: 1n, decimals: Math.min(quote.decimals, priceDigits) },
    lot: { units: 1n, decimals: Math.min(base.decimals, mostDigits(volume)) },
  };
}

/** The most digits behind the point. */
function mostDigits(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, parseDecimal(plainDecimal(value)).decimals), 0);
}
