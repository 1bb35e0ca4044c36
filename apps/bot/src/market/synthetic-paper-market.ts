import type { Interval } from '@org/domain';
import { InputError } from '@org/domain';
import { aggregateCursor } from '@org/market-data';
import { instrumentsFor } from '@org/session';
import { syntheticMarket } from '@org/simulator';
import type { PaperMarket } from './paper-market.ts';
import { skipHistory, SyntheticCursor } from './synthetic-cursor.ts';

/** Which market is made up. */
export interface SyntheticRequest {
  readonly seed: number;
  readonly symbols: readonly string[];
  readonly interval: Interval;
  /** A file with rules, which a market that never was does not take. */
  readonly instruments: string | null;
}

/**
 * Endless markets from a seed: those of the backtest's sample market for the same seed, symbol and interval.
 *
 * @throws InputError `synthetic-market-instruments` for rules of its own, `instrument-unknown` for a symbol without any.
 */
export function syntheticPaperMarket({
  seed,
  symbols,
  interval,
  instruments,
}: SyntheticRequest): PaperMarket {
  if (instruments !== null) {
    throw new InputError('synthetic-market-instruments', {
      what: 'the synthetic market has its own rules',
      found: `--instruments ${instruments}`,
      allowed: '--instruments together with --market FILE',
    });
  }
  return {
    name: `synthetic, seed ${seed}`,
    markets: instrumentsFor(symbols).map((instrument) => ({ instrument, interval })),
    warnings: [],
    open: (feed, { fromMs, toMs }) => {
      const market = syntheticMarket({ seed, symbol: feed.symbol, interval });
      const base = new SyntheticCursor(market, toMs ?? Infinity);
      const cursor = feed.interval === interval ? base : aggregateCursor(base, feed.interval);
      return skipHistory(cursor, feed.warmUp, fromMs ?? -Infinity);
    },
  };
}
