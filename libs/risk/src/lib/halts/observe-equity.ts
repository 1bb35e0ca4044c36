import type { RiskLimits } from '@org/domain';
import { INTERVAL_MS, dayOpen } from '@org/domain';
import type { Halt, RiskState } from './risk-state.ts';
import { NO_HALT } from './risk-state.ts';

/**
 * Takes in the marked equity (quote) at `time` (ms UTC): moves the day and the peak, and halts entries when more than
 * `dailyLoss` of the day's first equity or more than `maxDrawdown` of the peak is lost. Losing exactly the limit is
 * still allowed. The same state comes back where nothing changes; an equity that is not a finite number changes nothing.
 *
 * A UTC day starts with the equity at 00:00: the one observed at exactly that time, else `equityBefore`, the last one
 * known before it.
 */
export function observeEquity(
  state: RiskState,
  limits: RiskLimits,
  time: number,
  equity: number,
  equityBefore: number = equity,
): RiskState {
  if (!Number.isFinite(equity)) return state;
  const today = time < state.day + INTERVAL_MS['1d'] ? state : openDay(state, time, equity, equityBefore);
  if (equity > today.peakEquity) return withPeak(today, equity);
  const halt = haltAt(today, limits, equity);
  return halt === today.halt ? today : withHalt(today, halt);
}

function openDay(state: RiskState, time: number, equity: number, equityBefore: number): RiskState {
  const day = dayOpen(time);
  const dayEquity = time === day || !Number.isFinite(equityBefore) ? equity : equityBefore;
  return {
    day,
    dayEquity,
    peakEquity: Math.max(state.peakEquity, dayEquity),
    halt: state.halt.kind === 'dailyLoss' ? NO_HALT : state.halt,
  };
}

/** A drawdown outranks a daily loss, since it outlasts the day; neither replaces what only a person may end. */
function haltAt({ day, dayEquity, peakEquity, halt }: RiskState, limits: RiskLimits, equity: number): Halt {
  if (halt.kind === 'killSwitch' || halt.kind === 'drawdown') return halt;
  const { dailyLoss, maxDrawdown } = limits;
  if (maxDrawdown !== null && peakEquity - equity > maxDrawdown * peakEquity) {
    return { kind: 'drawdown', limit: maxDrawdown, observed: (peakEquity - equity) / peakEquity };
  }
  if (dailyLoss !== null && halt.kind === 'none' && dayEquity - equity > dailyLoss * dayEquity) {
    return { kind: 'dailyLoss', day, limit: dailyLoss, observed: (dayEquity - equity) / dayEquity };
  }
  return halt;
}

function withPeak({ day, dayEquity, halt }: RiskState, peakEquity: number): RiskState {
  return { day, dayEquity, peakEquity, halt };
}

function withHalt({ day, dayEquity, peakEquity }: RiskState, halt: Halt): RiskState {
  return { day, dayEquity, peakEquity, halt };
}
