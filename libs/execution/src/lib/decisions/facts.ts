import type {
  CandleClosed,
  Decision,
  Json,
  Order,
  Position,
  SlotOrder,
  SpotInstrument,
  StrategyFacts,
  TradingEvent,
} from '@org/domain';
import { amountValue } from '@org/domain';
import type { Working } from '../orders/free-funds.ts';
import { freeCash } from '../orders/free-funds.ts';
import { orderInSlot } from '../orders/working-orders.ts';
import { positionOf } from '../portfolio/position.ts';
import { workerEquity } from '../portfolio/equity.ts';
import type { Desk, Seat } from '../state/desk.ts';
import { marketOf } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';

const NOTHING_YET: TradingEvent = { kind: 'reconciled', time: Number.NaN };

/** Where the turn stands. */
interface Standing extends Working {
  readonly state: TradingState;
}

/** What one strategy may know at one decision; worked out only when asked for. */
export class Facts implements StrategyFacts {
  /** The state that the strategy comes back with, as its worker remembers it. */
  declare memory: Json;
  /** The last decision, if it wants nothing and keeps that state: whoever is given it again has nothing to do. */
  quiet: Decision | null = null;
  trigger: TradingEvent = NOTHING_YET;
  slot: string | null = null;
  declare readonly candles: (CandleClosed | null)[];
  declare private readonly desk: Desk;
  declare private readonly turn: Standing;
  declare private readonly seat: Seat;

  constructor(desk: Desk, turn: Standing, seat: Seat) {
    this.desk = desk;
    this.turn = turn;
    this.seat = seat;
    this.candles = seat.feeds.map(() => null);
    this.memory = turn.state.workers[seat.index]?.memory ?? null;
  }

  /** What the strategy decides on a bar of the only feed that it listens to. */
  decideOn(bar: CandleClosed): Decision {
    this.tellOf(bar);
    return this.decide();
  }

  /** Begins a decision on such a bar. It holds for each bar that the same object stands for. */
  tellOf(bar: CandleClosed): void {
    // What was told before most often holds still, and looking costs less than putting an object into an old one.
    if (this.slot !== null || this.trigger !== bar) this.tell(bar, null);
  }

  /** What the strategy decides on what it was told. */
  decide(): Decision {
    return this.seat.strategy.decide(this.memory, this);
  }

  /** Begins a decision: what caused it, the slot that this is about, and the newest bar of each candle input. */
  tell(trigger: TradingEvent, slot: string | null): void {
    this.slot = slot;
    this.trigger = trigger;
    const { candles } = this;
    const { bars } = this.turn.state;
    const { feeds } = this.seat;
    for (let at = 0; at < feeds.length; at++) {
      const bar = bars[feeds[at]?.index ?? -1] ?? null;
      if (candles[at] !== bar) candles[at] = bar;
    }
  }

  get time(): number {
    return this.trigger.time;
  }

  get cash(): number {
    return amountValue(freeCash(this.desk, this.turn, this.seat), this.desk.quote);
  }

  get equity(): number {
    const worker = this.turn.state.workers[this.seat.index];
    return worker === undefined ? 0 : workerEquity(this.desk, worker, this.turn.state.marks);
  }

  position(symbol: string): Position {
    return positionOf(this.turn.state, this.seat, symbol);
  }

  instrument(symbol: string): SpotInstrument {
    return marketOf(this.desk, symbol).instrument;
  }

  order(slot: string): SlotOrder | undefined {
    const order = orderInSlot(this.turn.ordersOf(this.seat), slot);
    return order === undefined ? undefined : slotOrder(order, slot);
  }

  orders(): readonly SlotOrder[] {
    return this.turn
      .ordersOf(this.seat)
      .flatMap((order) => (order.slot === null ? [] : [slotOrder(order, order.slot)]));
  }
}

function slotOrder(order: Order, slot: string): SlotOrder {
  const { kind } = order.state;
  const working =
    kind === 'filled' || kind === 'cancelled' || kind === 'expired' || kind === 'rejected' ? 'open' : kind;
  return { slot, symbol: order.symbol, request: order.request, filled: order.filled, state: working };
}
