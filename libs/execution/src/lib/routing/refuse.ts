import type { Refusal } from '@org/domain';
import type { Seat } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';

/** Tells that an intent was refused, by which limits, and what was observed. */
export function refuse(turn: Turn, seat: Seat, slot: string, refusals: readonly Refusal[]): void {
  turn.command({ kind: 'refused', time: turn.state.time, strategyId: seat.strategy.id, slot, refusals });
}
