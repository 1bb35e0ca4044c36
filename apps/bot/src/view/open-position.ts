import type { Order, Position } from '@org/domain';
import { wholeLots } from '@org/domain';
import type { Desk, Market, TradingState } from '@org/execution';

/** What a strategy holds of a market, at the last known price, and the orders that protect it. */
export interface OpenPosition {
  readonly strategyId: string;
  readonly market: Market;
  readonly position: Position;
  /** Quote per base. */
  readonly price: number;
  /** In quote. */
  readonly value: number;
  readonly stops: readonly Order[];
  readonly targets: readonly Order[];
}

/** Everything that is held in whole lots; less cannot be sold. */
export function openPositions(desk: Desk, state: TradingState): readonly OpenPosition[] {
  return desk.seats.flatMap(({ index, strategy }) =>
    (state.workers[index]?.positions ?? []).flatMap((position) => {
      const market = desk.marketBySymbol.get(position.symbol);
      if (market === undefined || wholeLots(position.units, market.instrument) === 0) return [];
      const price = state.marks[market.index] ?? Number.NaN;
      const protection = (purpose: Order['purpose']) =>
        state.orders.filter(
          (order) =>
            order.strategyId === strategy.id && order.symbol === position.symbol && order.purpose === purpose,
        );
      return [
        {
          strategyId: strategy.id,
          market,
          position,
          price,
          value: position.size * price,
          stops: protection('stop'),
          targets: protection('target'),
        },
      ];
    }),
  );
}
