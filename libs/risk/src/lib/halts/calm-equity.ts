import type { RiskLimits } from '@org/domain';
import { DAY_MS } from './observe-equity.ts';
import type { RiskState } from './risk-state.ts';

/** How long, and how far in either direction, equity may go without `observeEquity` changing what risk remembers. */
export interface EquityCalm {
  /** Ms UTC; the time itself is beyond. */
  readonly until: number;
  /** Quote, both included. */
  readonly low: number;
  readonly high: number;
}

/** A billionth of the peak inside the limits: what doubles lose on the way is far less, and near a limit risk looks itself. */
const MARGIN = 1e-9;

/** An equity within this calm comes out of `observeEquity(state, limits, …)` as the same state. */
export function calmEquity(state: RiskState, { dailyLoss, maxDrawdown }: RiskLimits): EquityCalm {
  const { day, dayEquity, peakEquity, halt } = state;
  const isFinal = halt.kind === 'killSwitch' || halt.kind === 'drawdown';
  const ofPeak = isFinal ? null : maxDrawdown;
  const ofDay = halt.kind === 'none' ? dailyLoss : null;
  const low = Math.max(leastAllowed(peakEquity, ofPeak), leastAllowed(dayEquity, ofDay));
  return { until: day + DAY_MS, low: low + Math.abs(peakEquity) * MARGIN, high: peakEquity };
}

function leastAllowed(from: number, limit: number | null): number {
  return limit === null ? -Infinity : from - limit * from;
}
