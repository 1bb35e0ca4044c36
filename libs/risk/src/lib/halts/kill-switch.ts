import type { KillSwitch, RiskReset } from '@org/domain';
import type { RiskState } from './risk-state.ts';
import { startRisk } from './risk-state.ts';

/**
 * Stops entries until a person resets them, whatever else had stopped them before. Pulled again it stays as it is,
 * but for `noEntries` turning into `flatten`.
 */
export function pullKillSwitch(state: RiskState, { mode, reason }: KillSwitch): RiskState {
  const { halt } = state;
  if (halt.kind === 'killSwitch' && (halt.mode === mode || halt.mode === 'flatten')) return state;
  return {
    day: state.day,
    dayEquity: state.dayEquity,
    peakEquity: state.peakEquity,
    halt: { kind: 'killSwitch', mode, reason },
  };
}

/**
 * Allows entries again. Losses are counted anew from `equity` (quote, marked): counted from before, the next bar would
 * stop what the person has just allowed. Without a finite equity nothing could be counted, and the halt stays.
 */
export function resetRisk(state: RiskState, { time }: RiskReset, equity: number): RiskState {
  return Number.isFinite(equity) ? startRisk(time, equity) : state;
}
