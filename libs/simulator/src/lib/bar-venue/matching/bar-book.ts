import type { Calm, Candle, Side, SpotInstrument } from '@org/domain';
import { emptyList, quantity, quantityValue, toQuantity } from '@org/domain';
import type { Holding } from '../account/holding.ts';
import { OrderQueue } from '../orders/order-queue.ts';
import type { PriceShelf, WorkingOrder } from '../orders/working-order.ts';
import { restingShelf } from '../orders/working-order.ts';

/** More than any order has: the share of a volume beyond it fills every one. */
const ALL_LOTS = quantity(Number.MAX_SAFE_INTEGER);
const NO_BAR: Candle = { openTime: 0, open: 0, high: 0, low: 0, close: 0, volume: 0 };

/** One market: its open orders, and the bar that it is in. What leaves the market calm leaves the book alone. */
export class BarBook implements Calm {
  declare readonly symbol: string;
  declare readonly instrument: SpotInstrument;
  /** Which market has its turn first in a time slice: the lower. */
  declare readonly place: number;
  declare readonly base: Holding;
  declare readonly quote: Holding;

  readonly sellStops = new OrderQueue('falling');
  readonly buyStops = new OrderQueue('rising');
  readonly buyLimits = new OrderQueue('falling');
  readonly sellLimits = new OrderQueue('rising');
  /** Market orders, and what is left of triggered stops. */
  readonly nextOpen = emptyList<WorkingOrder>();
  /** Limits that may not trade any more in the bar they are in. */
  readonly nextBar = emptyList<WorkingOrder>();

  /** The time slice of the bar. */
  slice = -1;
  /** The last time slice in which anything could happen here. */
  stirredIn = -1;
  closeTime = 0;
  /** The time of what happens now. */
  time = 0;
  /** The last price known, in quote per base: the open, then the price at which an order of ours last traded. */
  current = 0;
  /** How many of `nextOpen` still take part in this bar's open. */
  opening = 0;
  /** The slices in which a limit was last filled: what it brought in can leave by a limit in the next bar only. */
  buyLimitFilledIn = -1;
  sellLimitFilledIn = -1;
  /** The slices in which a limit last took all that one order may: what comes in its place finds nothing more. */
  private buyLimitCutIn = -1;
  private sellLimitCutIn = -1;

  calmLow = -Infinity;
  calmHigh = Infinity;
  /** How many commands wait for the market's next bar. */
  private awaited = 0;
  private candle = NO_BAR;
  declare private readonly participation: number;
  private lotsAllowed = -1;
  /** In base, what is too much to be counted in lots. */
  declare private readonly countable: number;

  constructor(
    instrument: SpotInstrument,
    place: number,
    base: Holding,
    quote: Holding,
    participation: number,
  ) {
    this.symbol = instrument.symbol;
    this.instrument = instrument;
    this.place = place;
    this.base = base;
    this.quote = quote;
    this.participation = participation;
    this.countable = quantityValue(ALL_LOTS, instrument);
  }

  /** Enters a bar. Here and in `isTouched` every bar of a backtest passes, so neither does more than it must. */
  enter(candle: Candle, closeTime: number, slice: number): void {
    if (this.candle !== candle) this.candle = candle;
    this.closeTime = closeTime;
    this.slice = slice;
    this.current = candle.open;
    this.lotsAllowed = -1;
  }

  /** Whether this bar can do anything to an order that waits here; at times it turns out that it does not. */
  isTouched(): boolean {
    return this.candle.low <= this.calmLow || this.candle.high >= this.calmHigh;
  }

  /** Whether a command of this time is one from inside the bar: not from before its open, and no answer to what it tells now. */
  isBefore(commandTime: number): boolean {
    return commandTime !== this.time && commandTime > this.candle.openTime;
  }

  /** Notes that a command waits for the market's next bar. */
  await(): void {
    this.awaited++;
    this.calmLow = Infinity;
  }

  /** Notes that a command waits no longer. */
  answered(): void {
    this.awaited--;
    if (this.awaited === 0) this.refresh();
  }

  /** Commands from before the bar are answered at its open. Limits that had to wait for it rest again. */
  startAnswering(): void {
    this.time = this.candle.openTime;
    if (this.nextBar.length === 0) return;
    for (const order of this.nextBar.splice(0)) {
      order.shelf = restingShelf(order.type, order.side);
      this.shelve(order);
    }
  }

  /** Market orders that are here by now trade at the open; later ones at the next. */
  startOpening(): void {
    this.opening = this.nextOpen.length;
  }

  startTrading(): void {
    this.time = this.closeTime - 1;
  }

  /** Empties the book, between bars. */
  restart(current: number): void {
    for (const order of this.openOrders()) this.remove(order);
    this.current = current;
    this.slice = -1;
    this.awaited = 0;
    this.refresh();
  }

  get low(): number {
    return this.candle.low;
  }

  get high(): number {
    return this.candle.high;
  }

  /** The most lots that one order may trade in this bar: its share of the volume, rounded down. */
  get lotsPerOrder(): number {
    if (this.lotsAllowed < 0) {
      const share = this.candle.volume * this.participation;
      this.lotsAllowed = share < this.countable ? toQuantity(share, this.instrument, 'down') : ALL_LOTS;
    }
    return this.lotsAllowed;
  }

  /** Whether the market trades strictly through a limit at `level` now, so that it would take. */
  isThrough(side: Side, level: number): boolean {
    return side === 'buy' ? this.current < level : this.current > level;
  }

  /** Whether the market trades at a stop at `level`, or beyond it, now. */
  isTriggered(side: Side, level: number): boolean {
    return side === 'buy' ? this.current >= level : this.current <= level;
  }

  /**
   * Whether an order that arrives now may not trade in this bar: a limit, after a limit of the other side was filled in
   * it (nobody knows whether the bar went there before or after, so it counts as before), or after one of its own side
   * took its share of the volume, which cancelling and placing anew must not multiply.
   */
  isBarred({ type, side }: WorkingOrder): boolean {
    if (type !== 'limit') return false;
    if (side === 'sell') return this.slice === this.buyLimitFilledIn || this.slice === this.sellLimitCutIn;
    return this.slice === this.sellLimitFilledIn || this.slice === this.buyLimitCutIn;
  }

  /** Puts aside what is left of an order that has taken its share of this bar. */
  shelveRest(order: WorkingOrder): void {
    if (order.type === 'limit') {
      if (order.side === 'buy') this.buyLimitCutIn = this.slice;
      else this.sellLimitCutIn = this.slice;
      order.shelf = 'nextBar';
    } else order.shelf = 'nextOpen';
    this.shelve(order);
  }

  /** Puts an order where it waits. */
  shelve(order: WorkingOrder): void {
    const { shelf } = order;
    if (shelf === 'nextOpen') this.nextOpen[this.nextOpen.length] = order;
    else if (shelf === 'nextBar') this.nextBar.push(order);
    else this.queueOf(shelf).insert(order);
    this.refresh();
  }

  /** Takes an order from where it waits. */
  remove(order: WorkingOrder): void {
    const { shelf } = order;
    if (shelf === 'nextOpen') {
      const index = this.nextOpen.indexOf(order);
      // Taken from behind, the array keeps its memory.
      if (index === this.nextOpen.length - 1) this.nextOpen.pop();
      else this.nextOpen.splice(index, 1);
      if (index < this.opening) this.opening--;
    } else if (shelf === 'nextBar') this.nextBar.splice(this.nextBar.indexOf(order), 1);
    else this.queueOf(shelf).remove(order);
    this.refresh();
  }

  private queueOf(shelf: PriceShelf): OrderQueue {
    switch (shelf) {
      case 'sellStops':
        return this.sellStops;
      case 'buyStops':
        return this.buyStops;
      case 'buyLimits':
        return this.buyLimits;
      case 'sellLimits':
        return this.sellLimits;
    }
  }

  /** Every open order, in an order that `shelve` keeps. */
  openOrders(): readonly WorkingOrder[] {
    return [
      ...this.nextOpen,
      ...this.nextBar,
      ...this.sellStops.inOrder(),
      ...this.buyStops.inOrder(),
      ...this.buyLimits.inOrder(),
      ...this.sellLimits.inOrder(),
    ];
  }

  /**
   * Orders that wait for time, not for a price, are touched by every bar. So are commands: while one waits the book is not
   * calm, whatever its orders are, and the last answer looks at them all.
   */
  private refresh(): void {
    if (this.awaited > 0) return;
    const isDue = this.nextOpen.length > 0 || this.nextBar.length > 0;
    this.calmLow = isDue ? Infinity : Math.max(this.sellStops.reach, this.buyLimits.reach);
    this.calmHigh = Math.min(this.buyStops.reach, this.sellLimits.reach);
  }
}
