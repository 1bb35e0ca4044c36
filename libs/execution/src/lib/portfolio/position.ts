import type { Position } from '@org/domain';
import { emptyList, ZERO } from '@org/domain';
import type { Seat } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';

/** What a strategy holds of one market; a flat position where it never held any. */
export function positionOf(state: TradingState, seat: Seat, symbol: string): Position {
  const positions = state.workers[seat.index]?.positions ?? NO_POSITIONS;
  const index = indexOfSymbol(positions, symbol);
  return (index < 0 ? undefined : positions[index]) ?? flatPosition(symbol);
}

const NO_POSITIONS: readonly Position[] = emptyList();

/** Where the position in a market stands, or -1. */
export function indexOfSymbol(positions: readonly Position[], symbol: string): number {
  for (let index = 0; index < positions.length; index++)
    if (positions[index]?.symbol === symbol) return index;
  return -1;
}

/** A position of nothing. */
export function flatPosition(symbol: string): Position {
  return { symbol, units: ZERO, size: 0, averagePrice: 0, openedTime: 0 };
}
