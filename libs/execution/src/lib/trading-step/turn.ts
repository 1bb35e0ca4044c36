import type { Command, Order } from '@org/domain';
import type { EquityMark } from '@org/risk';
import { Facts } from '../decisions/facts.ts';
import type { Draft } from '../state/draft.ts';
import { draftOf } from '../state/draft.ts';
import type { CandleFeed, Desk, Seat } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';

const NOTHING: readonly Command[] = Object.freeze([]);

/** What a step gives: the next state, and what its shell is to do. */
export interface StepResult {
  readonly state: TradingState;
  readonly commands: readonly Command[];
}

/**
 * A step in the making. The state that it was given is never edited: the first change makes a draft, and the draft is
 * the state from then on.
 */
export class Turn implements StepResult, EquityMark {
  commands: readonly Command[] = NOTHING;
  /** The feed of the newest bar; null where nobody listens to it, or it was told before. */
  feed: CandleFeed | null = null;
  /** Whether the event has told a price, so that the equity was marked anew; and what the equity was before. */
  isMarked = false;
  equityBefore = NaN;
  private current: TradingState;
  private draft: Draft | null = null;
  private orders: Order[] | null = null;
  private readonly facts: Facts[] = [];

  constructor(state: TradingState) {
    this.current = state;
  }

  get state(): TradingState {
    return this.current;
  }

  get time(): number {
    return this.current.time;
  }

  get equity(): number {
    return this.current.equity;
  }

  /** The state, to be edited. */
  edit(): Draft {
    if (this.draft === null) {
      this.draft = draftOf(this.current);
      this.current = this.draft;
    }
    return this.draft;
  }

  /** Adds an order to the working ones, which are sorted by number; its number is taken from now on. */
  addOrder(order: Order): void {
    const orders = this.ownOrders();
    const { sequence } = order;
    let at = orders.length;
    while (at > 0 && (orders[at - 1]?.sequence ?? 0) > sequence) at -= 1;
    if (at === orders.length) orders.push(order);
    else orders.splice(at, 0, order);
    const draft = this.edit();
    draft.nextSequence = Math.max(draft.nextSequence, sequence + 1);
  }

  /** Puts an order in the place of the working one at `index`. */
  replaceOrder(index: number, order: Order): void {
    this.ownOrders()[index] = order;
  }

  /** Takes the order at `index` from the working ones. */
  removeOrder(index: number): void {
    this.ownOrders().splice(index, 1);
  }

  /** Begins the next step on the same draft; what the one before gave must not be needed any more. */
  restart(): void {
    if (this.commands !== NOTHING) this.commands = NOTHING;
    this.isMarked = false;
  }

  /** Notes that the equity, `before` until now, is marked anew. */
  noteMark(before: number): void {
    this.isMarked = true;
    this.equityBefore = before;
  }

  /** What the strategy of a seat may know in this turn. */
  factsFor(desk: Desk, seat: Seat): Facts {
    return (this.facts[seat.index] ??= new Facts(desk, this, seat));
  }

  /** Adds a command behind those already given. */
  command(command: Command): void {
    this.commands = this.commands === NOTHING ? [command] : [...this.commands, command];
  }

  /** Tells a person. */
  alert(code: string, message: string): void {
    this.command({ kind: 'alert', time: this.state.time, code, message });
  }

  /** The list of working orders as one that only this turn has. */
  private ownOrders(): Order[] {
    if (this.orders !== null) return this.orders;
    this.orders = this.current.orders.slice();
    this.edit().orders = this.orders;
    return this.orders;
  }
}
