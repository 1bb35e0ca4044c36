import type { ImpactModel } from './impact-model.ts';
import { requirePositive } from './impact-model.ts';

/** What an execution costs against the price at its start, in quote; below 0 it would gain. */
export interface ExecutionCost {
  readonly expected: number;
  /** In quote²; its root is the deviation. */
  readonly variance: number;
}

/**
 * The cost of trading `trades[k]` base in the k-th step of `stepLength`, all of it in one direction or with negative
 * trades that go back:
 *
 * E = ½γX² + ε Σ|nₖ| + (η − ½γτ)/τ · Σ nₖ²,  V = σ²τ Σ xₖ²,
 *
 * where X is the sum of the trades and xₖ what is left after the k-th. Without drift a purchase costs what a sale does.
 *
 * Source: R. Almgren and N. Chriss, "Optimal execution of portfolio transactions", Journal of Risk 3 (2000), section 1
 * ("Capture and cost of trading trajectories", "Linear impact functions").
 *
 * @throws InputError `impact-out-of-range` unless the step is finite and above 0
 */
export function executionCost(
  { volatility, fixedCost, temporary, permanent }: ImpactModel,
  trades: readonly number[],
  stepLength: number,
): ExecutionCost {
  requirePositive('length of a step', stepLength);
  const quantity = trades.reduce((sum, trade) => sum + trade, 0);
  let left = quantity;
  let traded = 0;
  let squaresTraded = 0;
  let squaresHeld = 0;
  for (const trade of trades) {
    left -= trade;
    traded += Math.abs(trade);
    squaresTraded += trade * trade;
    squaresHeld += left * left;
  }
  const perSquare = (temporary - (permanent * stepLength) / 2) / stepLength;
  return {
    expected: (permanent * quantity * quantity) / 2 + fixedCost * traded + perSquare * squaresTraded,
    variance: volatility * volatility * stepLength * squaresHeld,
  };
}
