import type { Order } from '@org/domain';
import type { Desk, Seat } from '../state/desk.ts';
import { findSeat } from '../state/desk.ts';
import type { TallyName } from './tally.ts';
import { Tally } from './tally.ts';
import { indexOfSequence } from './working-orders.ts';

/**
 * The working orders of a turn: all of them, those of each strategy, and the entries, every list sorted by number. The
 * lists beside that of all are made when they are asked for first and changed with it from then on, so that with a
 * hundred strategies nobody looks through the orders of the others.
 */
export class OrderLists {
  declare private readonly desk: Desk;
  private current: readonly Order[];
  private own: Order[] | null = null;
  private readonly bySeat: (Order[] | undefined)[] = [];
  private entering: Order[] | null = null;
  /** Another one after every change but the coming of an order that is newer than all. */
  private changes = 0;
  private tallies: Record<TallyName, (Tally | undefined)[]> | null = null;

  /** @param all sorted by number; never edited */
  constructor(desk: Desk, all: readonly Order[]) {
    this.desk = desk;
    this.current = all;
  }

  /** Every working order; from the first change on a list that belongs to the turn alone. */
  get all(): readonly Order[] {
    return this.current;
  }

  /** The orders of one strategy. */
  of(seat: Seat): readonly Order[] {
    if (this.desk.seats.length === 1) return this.current;
    return (this.bySeat[seat.index] ??= this.current.filter((order) => isOf(order, seat)));
  }

  /** The orders of all strategies that would enter a position. */
  get entries(): readonly Order[] {
    return (this.entering ??= this.current.filter(isEntry));
  }

  /** A sum over one of these lists, as far as it still holds. */
  tally(name: TallyName, index: number): Tally {
    this.tallies ??= { buys: [], exits: [], entries: [] };
    return (this.tallies[name][index] ??= new Tally()).keepFor(this.changes);
  }

  /** Notes that an order changes where it stands. */
  touch(): void {
    this.changes++;
  }

  /** Puts an order where its number belongs. */
  add(order: Order): void {
    if ((this.current.at(-1)?.sequence ?? 0) > order.sequence) this.touch();
    insert(this.ownAll(), order);
    const own = this.listOf(order);
    if (own !== undefined) insert(own, order);
    if (this.entering !== null && isEntry(order)) insert(this.entering, order);
  }

  /** Puts an order in the place of the one at `index` of all, which has the same number. */
  replace(index: number, order: Order): void {
    this.touch();
    this.ownAll()[index] = order;
    const own = this.listOf(order);
    if (own !== undefined) own[indexOfSequence(own, order.sequence)] = order;
    if (this.entering !== null && isEntry(order)) {
      this.entering[indexOfSequence(this.entering, order.sequence)] = order;
    }
  }

  /** Takes out the order at `index` of all. */
  remove(index: number): void {
    const order = this.current[index];
    if (order === undefined) return;
    this.touch();
    take(this.ownAll(), index);
    const own = this.listOf(order);
    if (own !== undefined) take(own, indexOfSequence(own, order.sequence));
    if (this.entering !== null && isEntry(order)) {
      take(this.entering, indexOfSequence(this.entering, order.sequence));
    }
  }

  private ownAll(): Order[] {
    if (this.own !== null) return this.own;
    this.own = this.current.slice();
    this.current = this.own;
    return this.own;
  }

  /** The list of the order's strategy; undefined where nobody has asked for it. */
  private listOf({ strategyId }: Order): Order[] | undefined {
    if (this.desk.seats.length === 1) return undefined;
    const seat = findSeat(this.desk, strategyId);
    return seat === undefined ? undefined : this.bySeat[seat.index];
  }
}

function isOf({ strategyId }: Order, seat: Seat): boolean {
  return strategyId === seat.strategy.id;
}

function isEntry({ purpose }: Order): boolean {
  return purpose === 'entry';
}

/** Most orders are newer than all that are there. */
function insert(orders: Order[], order: Order): void {
  let at = orders.length;
  while (at > 0 && (orders[at - 1]?.sequence ?? 0) > order.sequence) at -= 1;
  if (at === orders.length) orders[at] = order;
  else orders.splice(at, 0, order);
}

/** So few orders are moved faster one by one. */
const FEW = 8;

function take(orders: Order[], index: number): void {
  const last = orders.length - 1;
  if (last - index > FEW) {
    orders.splice(index, 1);
    return;
  }
  for (let at = index; at < last; at++) {
    const next = orders[at + 1];
    if (next !== undefined) orders[at] = next;
  }
  orders.pop();
}
