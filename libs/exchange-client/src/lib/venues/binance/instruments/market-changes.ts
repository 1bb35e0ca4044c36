import type { InstrumentChanged } from '@org/domain';
import type { BinanceMarket } from './binance-market.ts';
import { compareDecimals } from './decimal-arithmetic.ts';

type Markets = ReadonlyMap<string, BinanceMarket>;

/** The markets that were read and those that are told no more, which are closed. */
export function withLostMarkets(before: Markets, read: readonly BinanceMarket[]): Markets {
  const markets = new Map(read.map((market) => [market.instrument.symbol, market]));
  const lost = [...before].filter(([symbol]) => !markets.has(symbol));
  return new Map([...markets, ...lost.map(([symbol, market]) => [symbol, closed(market)] as const)]);
}

/**
 * What is different between two readings, each market once; a market that is new is no change. `nowMs` is server time.
 */
export function changedMarkets(
  before: Markets,
  after: Markets,
  nowMs: number,
): { readonly markets: Markets; readonly changes: readonly InstrumentChanged[] } {
  const markets = new Map<string, BinanceMarket>();
  const changes: InstrumentChanged[] = [];
  for (const [symbol, market] of after) {
    const old = before.get(symbol);
    const dated = { ...market, stepsSinceMs: stepsSince(old, market, nowMs) };
    markets.set(symbol, dated);
    if (old !== undefined && !isSame(old, dated))
      changes.push({ kind: 'instrumentChanged', time: nowMs, instrument: dated.instrument });
  }
  return { markets, changes };
}

function closed(market: BinanceMarket): BinanceMarket {
  return { ...market, status: 'closed' };
}

function stepsSince(old: BinanceMarket | undefined, market: BinanceMarket, nowMs: number): number {
  if (old === undefined) return 0;
  const isUnchanged =
    compareDecimals(old.instrument.tick, market.instrument.tick) === 0 &&
    compareDecimals(old.instrument.lot, market.instrument.lot) === 0;
  return isUnchanged ? old.stepsSinceMs : nowMs;
}

function isSame(a: BinanceMarket, b: BinanceMarket): boolean {
  return written(a) === written(b);
}

function written(market: BinanceMarket): string {
  return JSON.stringify(market, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
