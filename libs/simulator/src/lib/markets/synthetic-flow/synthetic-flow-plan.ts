import type { SymbolGrid } from '../../exchange/symbol-grid.ts';
import type { Market, MarketPlan } from '../market.ts';
import type { SyntheticFlowOptions, SyntheticFlowTerms } from './flow-terms.ts';
import { flowTerms } from './flow-terms.ts';
import { SyntheticFlow } from './synthetic-flow.ts';

/**
 * A market of makers and takers from a seed. Opened late, it has the price that it would have had: the generator of its
 * bars is run up to then, about a microsecond for each minute of market, and no order is.
 *
 * @throws InputError `synthetic-market-profile` or `synthetic-flow-rate` where a figure is out of range
 */
export function syntheticFlow(options: SyntheticFlowOptions): MarketPlan {
  return new SyntheticFlowPlan(flowTerms(options));
}

class SyntheticFlowPlan implements MarketPlan {
  readonly symbol: string;
  readonly startTime: number;
  readonly countsIn = 'filters';
  readonly #terms: SyntheticFlowTerms;

  constructor(terms: SyntheticFlowTerms) {
    this.symbol = terms.profile.symbol;
    this.startTime = terms.startTime;
    this.#terms = terms;
  }

  open(grid: SymbolGrid, time: number): Market {
    return new SyntheticFlow(this.#terms, grid, time);
  }
}
