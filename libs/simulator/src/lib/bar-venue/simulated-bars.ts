import type { Calm, Candle, OrderCommand, OrderEvent } from '@org/domain';
import { amount, emptyList, InputError, OnestepError } from '@org/domain';
import type { Balance, FeesPaid } from './account/account.ts';
import { Account } from './account/account.ts';
import { OrderDesk } from './answers/order-desk.ts';
import { BNB } from '../fees/bnb-fee.ts';
import { feeRates } from '../fees/fee-schedule.ts';
import { BarBook } from './matching/bar-book.ts';
import { tradeAtOpen, tradeInBar, tradeOnArrival } from './matching/bar-matching.ts';
import { Matcher } from './matching/matcher.ts';
import { Settlement } from './matching/settlement.ts';
import { Slippage } from '../slippage/slippage.ts';
import type { BarSimulator, BarSimulatorOptions } from './bar-simulator.ts';
import { CommandQueue } from './command-queue.ts';
import type { OpenOrder } from './open-order.ts';
import type { BarSimulatorSnapshot } from './snapshot.ts';
import { restoreBooks, saveBooks } from './snapshot.ts';

const DEFAULT_PARTICIPATION = 0.1;

/** Of a market whose every price is wanted. */
const NEVER_CALM: Calm = Object.freeze({ calmLow: Infinity, calmHigh: -Infinity });

/** More commands than any session sends into the bars of one moment; a thousand strategies with a hundred orders each make fewer. */
const MOST_ANSWERS = 250_000;

/** A bar was opened, or a snapshot wished, before the bars of the time slice were worked to their end. */
export class BarNotFinishedError extends OnestepError {}

/** How far a time slice is: what came before it is answered, then its opens trade, then the rest of its bars. */
type Phase = 'entered' | 'answering' | 'opening' | 'trading';

/** The exchange itself: leads the markets of a time slice through their bars, in the order of their symbols. */
export class SimulatedBars implements BarSimulator {
  declare private readonly account: Account;
  declare private readonly settlement: Settlement;
  declare private readonly matcher: Matcher;
  declare private readonly desk: OrderDesk;
  private readonly commands = new CommandQueue();
  declare private readonly books: ReadonlyMap<string, BarBook>;

  /** The market that was asked for last. */
  private latest: BarBook | null = null;
  private slice = 0;
  private over = true;
  /** How many commands were answered in this time slice. */
  private answered = 0;
  private phase: Phase = 'entered';
  /**
   * The markets of this time slice in which anything can happen are the first `stirred`; the array is not emptied, since
   * that would free it.
   */
  private readonly stirring = emptyList<BarBook>();
  private stirred = 0;

  constructor(options: BarSimulatorOptions) {
    const { instruments, deposits, fees, slippage = 0, participation = DEFAULT_PARTICIPATION } = options;
    if (!(participation > 0 && participation <= 1)) throw participationError(participation);
    this.account = new Account(deposits);
    const inTurn = instruments.map(({ symbol }) => symbol).sort();
    this.books = new Map(
      instruments.map((instrument) => {
        const base = this.account.of(instrument.base.code);
        const quote = this.account.of(instrument.quote.code);
        return [
          instrument.symbol,
          new BarBook(instrument, inTurn.indexOf(instrument.symbol), base, quote, participation),
        ];
      }),
    );
    this.settlement = new Settlement(feeRates(fees), this.account.of(BNB), (quote) => {
      const book = this.books.get(BNB + quote);
      return book === undefined ? null : { instrument: book.instrument, value: book.current };
    });
    this.matcher = new Matcher(this.settlement, new Slippage(slippage));
    this.desk = new OrderDesk(this.matcher);
  }

  openBar(symbol: string, candle: Candle, closeTime: number): void {
    const book = this.bookOf(symbol);
    if (this.over) this.startSlice();
    else if (book.slice === this.slice) throw notFinished(`${symbol} opens`);
    book.enter(candle, closeTime, this.slice);
    if (book.isTouched()) this.stir(book);
  }

  /** Fees in BNB want to know what BNB is worth at all times. */
  calmOf(symbol: string): Calm {
    const book = this.bookOf(symbol);
    return this.settlement.inBnb && book.instrument.base.code === BNB ? NEVER_CALM : book;
  }

  nextEvent(): OrderEvent | undefined {
    if (this.over) return undefined;
    if (this.stirred > 0) return this.work();
    this.over = true;
    return undefined;
  }

  submit(command: OrderCommand): void {
    const book = this.bookOf(command.symbol);
    if (!this.over && book.slice === this.slice && book.stirredIn !== this.slice) this.stir(book);
    book.await();
    this.commands.put(book, command);
  }

  balances(): readonly Balance[] {
    return this.account.balances();
  }

  feesPaid(): readonly FeesPaid[] {
    return this.account.feesPaid();
  }

  openOrders(): readonly OpenOrder[] {
    return this.matcher.open.all().map(({ symbol, clientOrderId, request, lots, locked }) => ({
      symbol,
      clientOrderId,
      request,
      remaining: lots,
      locked: amount(locked),
    }));
  }

  snapshot(): BarSimulatorSnapshot {
    if (!this.over) throw notFinished('a snapshot');
    return {
      nextTradeId: this.settlement.nextTradeId,
      holdings: this.account.save(),
      ...saveBooks([...this.books.values()], this.matcher.open.all()),
      commands: this.commands.waiting(),
    };
  }

  restore(snapshot: BarSimulatorSnapshot): void {
    if (!this.over) throw notFinished('a snapshot');
    this.settlement.nextTradeId = snapshot.nextTradeId;
    this.account.restore(snapshot.holdings);
    restoreBooks(snapshot, (symbol) => this.bookOf(symbol), this.matcher.open);
    this.commands.clear();
    for (const command of snapshot.commands) {
      const book = this.bookOf(command.symbol);
      book.await();
      this.commands.put(book, command);
    }
  }

  private startSlice(): void {
    this.over = false;
    this.answered = 0;
    this.slice++;
    this.stirred = 0;
  }

  /** Lets a market take part in the time slice, from the phase on in which the slice is. */
  private stir(book: BarBook): void {
    book.stirredIn = this.slice;
    let at = this.stirred++;
    for (; at > 0 && this.stirring[at - 1]!.place > book.place; at--)
      this.stirring[at] = this.stirring[at - 1]!;
    this.stirring[at] = book;
    if (this.phase === 'entered') return;
    book.startAnswering();
    if (this.phase === 'trading') book.startTrading();
  }

  /** Tells what has happened, then answers, then lets the market go on, until there is something to tell. */
  private work(): OrderEvent | undefined {
    if (this.phase === 'entered') this.startAnswering();
    do {
      const event = this.matcher.outbox.take();
      if (event !== undefined) return event;
    } while (this.answerNext() || this.tradeNext());
    this.phase = 'entered';
    this.over = true;
    return undefined;
  }

  private startAnswering(): void {
    this.phase = 'answering';
    this.commands.rewind();
    for (let i = 0; i < this.stirred; i++) this.stirring[i]!.startAnswering();
  }

  /** Answers the oldest command whose market is open; gives whether there was one. */
  private answerNext(): boolean {
    const waiting = this.commands.take(this.slice);
    if (waiting === undefined) return false;
    const { book, command } = waiting;
    if (++this.answered > MOST_ANSWERS) throw endless(command);
    const arrived = this.desk.answer(book, command);
    book.answered();
    if (this.phase === 'answering') return true;
    if (arrived !== null) tradeOnArrival(book, arrived, this.matcher);
    return true;
  }

  /** Lets the slice go on until the market does something to our orders; false when it is over. */
  private tradeNext(): boolean {
    while (this.phase === 'answering' || !this.tradeAny()) {
      if (this.phase === 'trading') return false;
      this.enterNextPhase();
    }
    return true;
  }

  private tradeAny(): boolean {
    for (let i = 0; i < this.stirred; i++) {
      const book = this.stirring[i]!;
      if (book.isTouched() && this.tradeIn(book)) return true;
    }
    return false;
  }

  private enterNextPhase(): void {
    this.phase = this.phase === 'answering' ? 'opening' : 'trading';
    for (let i = 0; i < this.stirred; i++) {
      if (this.phase === 'opening') this.stirring[i]!.startOpening();
      else this.stirring[i]!.startTrading();
    }
  }

  private tradeIn(book: BarBook): boolean {
    return this.phase === 'trading' ? tradeInBar(book, this.matcher) : tradeAtOpen(book, this.matcher);
  }

  /** Most often it is the market that was asked for last, and comparing takes a third of asking the map. */
  private bookOf(symbol: string): BarBook {
    if (this.latest?.symbol === symbol) return this.latest;
    const book = this.books.get(symbol);
    if (book !== undefined) {
      this.latest = book;
      return book;
    }
    throw new InputError('market-unknown', {
      what: 'this market is not among the instruments of the simulator',
      found: symbol,
      allowed: [...this.books.keys()].join(', '),
    });
  }
}

function endless({ symbol, strategyId }: OrderCommand): InputError {
  return new InputError('endless-answers', {
    what: `${strategyId} answers what is told about its orders by further orders, and so on: time stands still`,
    found: `more than ${MOST_ANSWERS} commands in one bar of ${symbol}`,
    allowed: 'a strategy that lets some of what it is told pass',
  });
}

function participationError(found: number): InputError {
  return new InputError('participation-out-of-range', {
    what: 'the participation is the share of a bar’s volume that one order may take',
    found: String(found),
    allowed: 'above 0 and at most 1, such as 0.1',
  });
}

function notFinished(found: string): BarNotFinishedError {
  return new BarNotFinishedError('bar-not-finished', {
    what: 'the bars opened before are not worked to their end',
    found,
    hint: 'Call nextEvent until it gives undefined first.',
  });
}
