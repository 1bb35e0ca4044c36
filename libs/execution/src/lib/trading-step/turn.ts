import type { CandleClosed, Command, Json, Order } from '@org/domain';
import type { EquityCalm, EquityMark, RiskState } from '@org/risk';
import { calmEquity } from '@org/risk';
import { Facts } from '../decisions/facts.ts';
import type { AccountDraft, Draft } from '../state/draft.ts';
import { accountDraftOf, draftOf } from '../state/draft.ts';
import type { OrderDraft } from '../orders/order-draft.ts';
import { orderDraftOf } from '../orders/order-draft.ts';
import { OrderLists } from '../orders/order-lists.ts';
import type { Tally, TallyName } from '../orders/tally.ts';
import { workingOrder } from '../orders/working-orders.ts';
import type { BarPlace, Desk, Seat } from '../state/desk.ts';
import type { TradingState, Worker } from '../state/trading-state.ts';

const NOTHING: readonly Command[] = Object.freeze([]);

/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const UNKNOWN = NaN;

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
  /** Whether the event has told a price, so that the equity was marked anew; and what the equity was before. */
  isMarked = false;
  equityBefore = NaN;
  /**
   * Not declared as the others: a state may have another shape in the next run, and code that counts on one shape would be
   * thrown away then.
   */
  private current: TradingState;
  /** The state, once it may be edited in place. */
  draft: Draft | null = null;
  declare private readonly desk: Desk;
  declare private readonly lists: OrderLists;
  declare private readonly ownsOrders: boolean;
  /** Within what risk would have nothing to say. */
  calm: EquityCalm | null = null;
  /** What risk remembered when it was asked for its calm. */
  private calmRisk: RiskState | null = null;
  /** The commands once there is one: a list that is this turn's alone until the next begins. */
  private given: Command[] | null = null;
  private account: AccountDraft | null = null;
  private workers: Worker[] | null = null;
  private readonly facts: Facts[] = [];

  /** @param ownsOrders whether nobody else holds the working orders of `state`, so that the turn may edit them */
  constructor(desk: Desk, state: TradingState, ownsOrders = false) {
    this.desk = desk;
    this.ownsOrders = ownsOrders;
    this.current = state;
    this.lists = new OrderLists(desk, state.orders);
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
    return this.draft === null ? this.openDraft() : this.draft;
  }

  /** The account, to be edited. */
  editAccount(): AccountDraft {
    if (this.account === null) {
      this.account = accountDraftOf(this.current.account);
      this.edit().account = this.account;
    }
    return this.account;
  }

  /** Puts a strategy's book in the place of the one at `index`. */
  replaceWorker(index: number, worker: Worker): void {
    if (this.workers === null) {
      this.workers = this.current.workers.slice();
      this.edit().workers = this.workers;
    }
    this.workers[index] = worker;
  }

  /** Keeps what a strategy wants to come back with. */
  remember({ index }: Seat, memory: Json): void {
    const worker = this.current.workers[index];
    if (worker === undefined) return;
    this.replaceWorker(index, { memory, cash: worker.cash, positions: worker.positions });
  }

  /** Adds an order to the working ones, which are sorted by number; its number is taken from now on. */
  addOrder(order: Order): void {
    this.lists.add(order);
    const draft = this.editOrders();
    draft.nextSequence = Math.max(draft.nextSequence, order.sequence + 1);
  }

  /** A working order, to be edited and then put in the place of itself. */
  orderDraft(order: Order): OrderDraft {
    this.lists.touch();
    return this.ownsOrders ? order : orderDraftOf(order);
  }

  /** Puts an order in the place of the working one at `index`; one that stands there is already. */
  replaceOrder(index: number, order: Order): void {
    if (this.lists.all[index] === order) return;
    this.lists.replace(index, order);
    this.editOrders();
  }

  /** Takes the order at `index` from the working ones. */
  removeOrder(index: number): void {
    this.lists.remove(index);
    this.editOrders();
  }

  /** Begins the next step on the same draft; what the one before gave must not be needed any more. */
  restart(): void {
    if (this.commands !== NOTHING) {
      this.commands = NOTHING;
      this.given = null;
    }
    this.isMarked = false;
    if (this.calmRisk !== this.current.risk) this.learnCalm();
  }

  /** Whether risk would have nothing to say about the time and the equity, so that it need not be asked. */
  isCalm(): boolean {
    const { calm, current } = this;
    if (calm === null || current.time >= calm.until) return false;
    return current.equity <= calm.high && current.equity >= calm.low;
  }

  /**
   * Takes in a bar that moves nothing but its market's price: not the first there, and not one at which risk would have
   * anything to say. Any other bar is left as it is, and so is the state.
   */
  passBar({ marketIndex, feedIndex }: BarPlace, bar: CandleClosed): boolean {
    const { draft, calm } = this;
    if (draft === null || calm === null) return false;
    const { time } = bar;
    const price = bar.candle.close;
    const { marks, barTimes } = draft;
    // What is not there makes the comparisons below false.
    const size = draft.account.sizes[marketIndex] ?? UNKNOWN;
    const equity = draft.equity + size * (price - (marks[marketIndex] ?? UNKNOWN));
    if (!(time < calm.until && equity <= calm.high && equity >= calm.low)) return false;
    if (!(time > (barTimes[feedIndex] ?? UNKNOWN)) || draft.bars[feedIndex] !== bar) return false;
    marks[marketIndex] = price;
    barTimes[feedIndex] = time;
    draft.equity = equity;
    draft.time = time;
    return true;
  }

  /** Notes that the equity, `before` until now, is marked anew. */
  noteMark(before: number): void {
    this.isMarked = true;
    this.equityBefore = before;
  }

  /** The working orders of one strategy, sorted by number. */
  ordersOf(seat: Seat): readonly Order[] {
    return this.lists.of(seat);
  }

  /** The working orders of all strategies that would enter a position, sorted by number. */
  get entries(): readonly Order[] {
    return this.lists.entries;
  }

  /** A sum over working orders, as far as it still holds. */
  tally(name: TallyName, index: number): Tally {
    return this.lists.tally(name, index);
  }

  /** The working order with this client order id; undefined when it has ended, or never was ours. */
  order(clientOrderId: string): Order | undefined {
    return workingOrder(this.desk, this.current, clientOrderId);
  }

  /** What the strategy of a seat may know in this turn. */
  factsFor(seat: Seat): Facts {
    return this.facts[seat.index] ?? this.openFacts(seat);
  }

  /** Adds a command behind those already given. */
  command(command: Command): void {
    const { given } = this;
    const only = given?.[0];
    if (given === null || only === undefined) this.commands = this.given = [command];
    // Made anew while it is short: to push makes room for sixteen more.
    else if (given.length === 1) this.commands = this.given = [only, command];
    else given.push(command);
  }

  /** Tells a person. */
  alert(code: string, message: string): void {
    this.command({ kind: 'alert', time: this.state.time, code, message });
  }

  private openDraft(): Draft {
    this.draft = draftOf(this.current);
    this.current = this.draft;
    return this.draft;
  }

  /** At 00:00 itself risk sees every price: the day begins with the last of them. */
  private learnCalm(): void {
    const { risk, time } = this.current;
    if (time === risk.day) {
      this.calm = null;
      this.calmRisk = null;
      return;
    }
    this.calmRisk = risk;
    this.calm = calmEquity(risk, this.desk.limits);
  }

  private openFacts(seat: Seat): Facts {
    const facts = new Facts(this.desk, this, seat);
    this.facts[seat.index] = facts;
    return facts;
  }

  /** The draft, with the list of orders that this turn has changed. */
  private editOrders(): Draft {
    const draft = this.edit();
    if (draft.orders !== this.lists.all) draft.orders = this.lists.all;
    return draft;
  }
}
