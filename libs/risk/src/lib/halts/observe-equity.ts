import type { RiskLimits } from '@org/domain';
import { dayOpen } from '@org/domain';
import type { Halt, RiskState } from './risk-state.ts';
import { NO_HALT } from './risk-state.ts';

/** Written out, since every bar of a backtest asks for it. */
export const DAY_MS = 86_400_000;

/** A marked equity, in quote: when (ms UTC), and the last one known before it. */
export interface EquityMark {
  readonly time: number;
  readonly equity: number;
  readonly equityBefore: number;
}

/**
 * Takes in a marked equity: moves the day and the peak, and halts entries when more than
 * `dailyLoss` of the day's first equity or more than `maxDrawdown` of the peak is lost. Losing exactly the limit is
 * still allowed. The same state comes back where nothing changes; an equity that is not a finite number changes nothing.
 *
 * A UTC day starts with the equity at 00:00: the last one observed at exactly that time, when every market has told its
 * price, else the last one known before it.
 */
export function observeEquity(
  state: RiskState,
  limits: RiskLimits,
  { time, equity, equityBefore }: EquityMark,
): RiskState {
  if (!Number.isFinite(equity)) return state;
  const today = dayOf(state, time, equity, equityBefore);
  if (equity > today.peakEquity) return withPeak(today, equity);
  // A drawdown outranks a daily loss, since it outlasts the day; neither replaces what only a person may end.
  const { kind } = today.halt;
  const { dailyLoss, maxDrawdown } = limits;
  if (kind === 'killSwitch' || kind === 'drawdown') return today;
  if (maxDrawdown !== null && today.peakEquity - equity > maxDrawdown * today.peakEquity) {
    return withHalt(today, {
      kind: 'drawdown',
      limit: maxDrawdown,
      observed: lost(today.peakEquity, equity),
    });
  }
  if (dailyLoss !== null && kind === 'none' && today.dayEquity - equity > dailyLoss * today.dayEquity) {
    const { day, dayEquity } = today;
    return withHalt(today, { kind: 'dailyLoss', day, limit: dailyLoss, observed: lost(dayEquity, equity) });
  }
  return today;
}

/**
 * Begins a new UTC day for something that happens on it before its first price, such as a trade behind a gap in the data:
 * what it costs is a loss of this day. `equity` is what was known before it, in quote.
 */
export function enterDay(state: RiskState, time: number, equity: number): RiskState {
  const isNew = time >= state.day + DAY_MS && Number.isFinite(equity);
  return isNew ? openDay(state, time, equity, equity) : state;
}

/**
 * Takes in what a holding is worth, in quote, that was there before its market had a price: it belongs to what the day and
 * the peak began with, and is no gain.
 */
export function countHolding(state: RiskState, value: number): RiskState {
  if (value === 0 || !Number.isFinite(value)) return state;
  const { day, dayEquity, peakEquity, halt } = state;
  return { day, dayEquity: dayEquity + value, peakEquity: peakEquity + value, halt };
}

function dayOf(state: RiskState, time: number, equity: number, equityBefore: number): RiskState {
  if (time >= state.day + DAY_MS) return openDay(state, time, equity, equityBefore);
  if (time !== state.day || equity === state.dayEquity) return state;
  return { day: state.day, dayEquity: equity, peakEquity: state.peakEquity, halt: state.halt };
}

/** What is lost between two equities, as a fraction of the first. */
function lost(from: number, to: number): number {
  return (from - to) / from;
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

function withPeak({ day, dayEquity, halt }: RiskState, peakEquity: number): RiskState {
  return { day, dayEquity, peakEquity, halt };
}

function withHalt({ day, dayEquity, peakEquity }: RiskState, halt: Halt): RiskState {
  return { day, dayEquity, peakEquity, halt };
}
