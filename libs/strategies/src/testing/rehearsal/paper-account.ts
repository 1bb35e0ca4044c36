import type {
  Candle,
  OrderEvent,
  OrderFilled,
  PlaceIntent,
  BracketIntent,
  Position,
  Quantity,
  ReplaceIntent,
  SlotOrder,
  SpotInstrument,
} from '@org/domain';
import { ZERO, notional, quantityValue, toAmount, toPrice, toQuantity } from '@org/domain';

/** The share of equity that `{ by: 'risk' }` buys here. */
const RISK_SHARE = 0.25;

interface PaperOrder {
  readonly slot: string;
  readonly symbol: string;
  readonly side: 'buy' | 'sell';
  readonly quantity: Quantity;
  readonly limit: number | null;
  readonly id: string;
  readonly accepted: boolean;
}

/**
 * One strategy's account, as simple as can be: no fees, no stops, a market order fills at the next open, a limit at its
 * price when a bar trades through it, each at once and whole. What cannot be paid or sold is left undone.
 */
export class PaperAccount {
  cash: number;
  readonly #instruments: ReadonlyMap<string, SpotInstrument>;
  readonly #positions = new Map<string, Position>();
  readonly #marks = new Map<string, number>();
  #orders: readonly PaperOrder[] = [];
  #sequence = 0;
  readonly #slots = new Map<string, string>();

  constructor(cash: number, instruments: ReadonlyMap<string, SpotInstrument>) {
    this.cash = cash;
    this.#instruments = instruments;
  }

  get equity(): number {
    let equity = this.cash;
    for (const { symbol, size } of this.#positions.values()) equity += size * (this.#marks.get(symbol) ?? 0);
    return equity;
  }

  get orders(): readonly SlotOrder[] {
    return this.#orders.map((order) => this.#shown(order));
  }

  /** The slot that an order was placed in, also after it has ended. */
  slotOf(clientOrderId: string): string | null {
    return this.#slots.get(clientOrderId) ?? null;
  }

  order(slot: string): SlotOrder | undefined {
    const order = this.#orders.find((one) => one.slot === slot);
    return order === undefined ? undefined : this.#shown(order);
  }

  position(symbol: string): Position {
    return this.#positions.get(symbol) ?? { symbol, units: ZERO, size: 0, averagePrice: 0, openedTime: 0 };
  }

  mark(symbol: string, close: number): void {
    this.#marks.set(symbol, close);
  }

  place(intent: PlaceIntent | BracketIntent): void {
    const { slot, symbol, side, pricing } = intent;
    const limit = pricing.type === 'limit' ? pricing.price : null;
    const price = limit ?? this.#marks.get(symbol) ?? 0;
    const quantity = toQuantity(this.#wanted(intent, price), this.instrument(symbol), 'down');
    if (quantity <= 0 || this.order(slot) !== undefined) return;
    this.#sequence += 1;
    const order = { slot, symbol, side, quantity, limit, id: `paper-${this.#sequence}`, accepted: false };
    this.#slots.set(order.id, slot);
    this.#orders = [...this.#orders, order];
  }

  replace({ slot, price, size }: ReplaceIntent): void {
    const order = this.#orders.find((one) => one.slot === slot);
    if (order === undefined) return;
    const { symbol, side } = order;
    this.#orders = this.#orders.filter((one) => one !== order);
    this.place({ kind: 'place', slot, symbol, side, size, pricing: { type: 'limit', price }, reason: '' });
  }

  cancel(slot: string, time: number): readonly OrderEvent[] {
    const cancelled = this.#orders.filter((order) => order.slot === slot);
    this.#orders = this.#orders.filter((order) => order.slot !== slot);
    return cancelled.map(({ symbol, id }) => ({ kind: 'orderCancelled', time, symbol, clientOrderId: id }));
  }

  /** Runs a bar over the orders of its market, and gives one report after the other, each with its effect done. */
  *match(symbol: string, bar: Candle, time: number): Generator<OrderEvent> {
    for (const order of this.#orders.filter((one) => one.symbol === symbol)) {
      if (order.accepted) continue;
      this.#orders = this.#orders.map((one) => (one === order ? { ...order, accepted: true } : one));
      yield { kind: 'orderAccepted', time, symbol, clientOrderId: order.id };
    }
    for (const order of this.#orders.filter((one) => one.symbol === symbol)) {
      const price = priceIn(bar, order);
      if (price === undefined) continue;
      this.#orders = this.#orders.filter((one) => one !== order);
      yield this.#fill(order, price, time);
    }
  }

  #fill({ symbol, side, quantity, id }: PaperOrder, at: number, time: number): OrderFilled {
    const instrument = this.instrument(symbol);
    const price = toPrice(at, instrument, side === 'buy' ? 'up' : 'down');
    const change = quantityValue(quantity, instrument) * (side === 'buy' ? 1 : -1);
    this.cash -= change * at;
    const held = this.position(symbol);
    const size = Math.max(0, held.size + change);
    const averagePrice =
      change > 0 ? (held.size * held.averagePrice + change * at) / size : held.averagePrice;
    this.#positions.set(symbol, {
      ...{ symbol, size, units: toAmount(size, instrument.base), averagePrice: size > 0 ? averagePrice : 0 },
      openedTime: held.size === 0 ? time : held.openedTime,
    });
    return {
      ...{ kind: 'orderFilled', time, symbol, clientOrderId: id, tradeId: 1, price, quantity },
      ...{ notional: notional(price, quantity, instrument), fee: ZERO, feeAsset: instrument.quote.code },
      ...{ liquidity: 'maker', complete: true, note: null },
    };
  }

  #wanted({ size, symbol }: PlaceIntent | BracketIntent, price: number): number {
    switch (size.by) {
      case 'quantity':
        return size.quantity;
      case 'quote':
        return Math.min(size.quote, this.cash) / price;
      case 'risk':
        return Math.min(this.equity * RISK_SHARE, this.cash) / price;
      case 'position':
        return this.position(symbol).size;
    }
  }

  #shown({ slot, symbol, side, quantity, limit }: PaperOrder): SlotOrder {
    const instrument = this.instrument(symbol);
    const shown = { slot, symbol, filled: 0, state: 'open' } as const;
    if (limit === null) return { ...shown, request: { type: 'market', side, quantity } };
    const price = toPrice(limit, instrument, 'down');
    return { ...shown, request: { type: 'limit', side, quantity, price, postOnly: false } };
  }

  instrument(symbol: string): SpotInstrument {
    const instrument = this.#instruments.get(symbol);
    if (instrument === undefined) throw new RangeError(`no instrument ${symbol}`);
    return instrument;
  }
}

function priceIn(bar: Candle, { side, limit }: PaperOrder): number | undefined {
  if (limit === null) return bar.open;
  if (side === 'buy') return bar.low < limit ? Math.min(limit, bar.open) : undefined;
  return bar.high > limit ? Math.max(limit, bar.open) : undefined;
}
