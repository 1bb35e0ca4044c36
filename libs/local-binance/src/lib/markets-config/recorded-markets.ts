import { InputError } from '@org/domain';
import type { MarketPlan, SymbolRules } from '@org/simulator';

/** Markets from recordings, as `startLocalBinance` takes them: the only ones there are then. */
export interface RecordedMarkets {
  readonly market: readonly MarketPlan[];
  /** The rules of each, with steps as fine as its recording. */
  readonly symbols: readonly SymbolRules[];
  /** What a person should know of the recordings, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Several recordings together.
 *
 * @throws InputError `market-twice` where two are of one symbol
 */
export function joinMarkets(parts: readonly RecordedMarkets[]): RecordedMarkets {
  const symbols = parts.flatMap((part) => part.symbols);
  const names = symbols.map(({ symbol }) => symbol);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) {
    return {
      symbols,
      market: parts.flatMap(({ market }) => market),
      notes: parts.flatMap(({ notes }) => notes),
    };
  }
  throw new InputError('market-twice', {
    what: `there are two recordings of ${twice}`,
    allowed: 'one market for a symbol: candles of one interval, or one capture',
  });
}
