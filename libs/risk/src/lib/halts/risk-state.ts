import { dayOpen } from '@org/domain';

/**
 * Why nothing may be entered. A daily loss ends with its UTC day; the others stay until a person resets them. `limit`
 * and `observed` are fractions of equity: 0.05 is 5%; `day` is when it opened, in ms UTC.
 */
export type Halt =
  | { readonly kind: 'none' }
  | { readonly kind: 'dailyLoss'; readonly day: number; readonly limit: number; readonly observed: number }
  | { readonly kind: 'drawdown'; readonly limit: number; readonly observed: number }
  | { readonly kind: 'killSwitch'; readonly mode: 'noEntries' | 'flatten'; readonly reason: string };

/** What the limits on losses remember: plain data, replaced and never edited. */
export interface RiskState {
  /** When the current UTC day opened, in ms UTC. */
  readonly day: number;
  /** Marked equity at that moment, in quote; for the first day, when the session started. */
  readonly dayEquity: number;
  /** The highest marked equity since the start or the last reset, in quote. */
  readonly peakEquity: number;
  readonly halt: Halt;
}

export const NO_HALT: Halt = { kind: 'none' };

/** The state of a session that starts at `time` (ms UTC) with this equity (quote). */
export function startRisk(time: number, equity: number): RiskState {
  return { day: dayOpen(time), dayEquity: equity, peakEquity: equity, halt: NO_HALT };
}
