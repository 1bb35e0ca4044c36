import type { SymbolGrid } from '../../exchange/symbol-grid.ts';
import type { Market, MarketPlan } from '../market.ts';
import { CandlePath } from './candle-path.ts';
import type { CandlePathOptions, CandlePathTerms } from './candle-terms.ts';
import { candleTerms } from './candle-terms.ts';

/**
 * A market that trades as recorded candles say. Prices and volumes between two steps of the grid become the nearest
 * step (`countOffGrid` tells how many bars that concerns). Bars without volume and gaps stay what they are: nothing
 * trades. Opened late, it goes on inside the bar.
 *
 * @throws InputError `candle-path-empty`, `candle-path-trades`
 */
export function candlePath(options: CandlePathOptions): MarketPlan {
  return new CandlePathPlan(candleTerms(options));
}

class CandlePathPlan implements MarketPlan {
  readonly symbol: string;
  readonly startTime: number;
  readonly #terms: CandlePathTerms;

  constructor(terms: CandlePathTerms) {
    this.symbol = terms.series.symbol;
    this.startTime = terms.series.openTime[0]!;
    this.#terms = terms;
  }

  open(grid: SymbolGrid, time: number): Market {
    return new CandlePath(this.#terms, grid, time);
  }
}
