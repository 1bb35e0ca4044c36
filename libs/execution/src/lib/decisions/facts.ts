import type {
  CandleClosed,
  Order,
  Position,
  SlotOrder,
  SpotInstrument,
  StrategyFacts,
  TradingEvent,
} from '@org/domain';
import { amountValue } from '@org/domain';
import { freeCash } from '../orders/free-funds.ts';
import { orderInSlot } from '../orders/working-orders.ts';
import { positionOf } from '../portfolio/position.ts';
import { workerEquity } from '../portfolio/equity.ts';
import type { Desk, Seat } from '../state/desk.ts';
import { marketOf } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';

/** What one strategy may know at one decision; worked out only when asked for. */
export class Facts implements StrategyFacts {
  readonly trigger: TradingEvent;
  readonly slot: string | null;
  readonly candles: readonly (CandleClosed | null)[];
  private readonly desk: Desk;
  private readonly state: TradingState;
  private readonly seat: Seat;

  constructor(
    desk: Desk,
    state: TradingState,
    seat: Seat,
    trigger: TradingEvent,
    candles: readonly (CandleClosed | null)[],
    slot: string | null,
  ) {
    this.trigger = trigger;
    this.slot = slot;
    this.candles = candles;
    this.desk = desk;
    this.state = state;
    this.seat = seat;
  }

  get time(): number {
    return this.trigger.time;
  }

  get cash(): number {
    return amountValue(freeCash(this.desk, this.state, this.seat), this.desk.quote);
  }

  get equity(): number {
    const worker = this.state.workers[this.seat.index];
    return worker === undefined ? 0 : workerEquity(this.desk, worker, this.state.marks);
  }

  position(symbol: string): Position {
    return positionOf(this.state, this.seat, symbol);
  }

  instrument(symbol: string): SpotInstrument {
    return marketOf(this.desk, symbol).instrument;
  }

  order(slot: string): SlotOrder | undefined {
    const order = orderInSlot(this.state, this.seat, slot);
    return order === undefined ? undefined : slotOrder(order, slot);
  }

  orders(): readonly SlotOrder[] {
    return this.state.orders.flatMap((order) =>
      order.slot !== null && order.strategyId === this.seat.strategy.id ? [slotOrder(order, order.slot)] : [],
    );
  }
}

function slotOrder(order: Order, slot: string): SlotOrder {
  const { kind } = order.state;
  const working =
    kind === 'filled' || kind === 'cancelled' || kind === 'expired' || kind === 'rejected' ? 'open' : kind;
  return { slot, symbol: order.symbol, request: order.request, filled: order.filled, state: working };
}
