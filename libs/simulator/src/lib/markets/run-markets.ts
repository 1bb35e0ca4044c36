import { InputError } from '@org/domain';
import type { Exchange, MarketHand } from '../exchange/exchange.ts';
import { gridOf, regrid } from '../exchange/symbol-grid.ts';
import { CoarseHand } from './coarse-hand.ts';
import type { Market, MarketPlan } from './market.ts';

interface Opened {
  hand: MarketHand;
  market: Market;
}

interface Seat extends Opened {
  readonly plan: MarketPlan;
}

/**
 * Lets several markets of one exchange run as one, in the order of time. What happens at one time happens in this order:
 * the markets as they were given, each with everything it does then; after them whatever the caller does.
 */
export class RunningMarkets {
  readonly #exchange: Exchange;
  readonly #seats: readonly Seat[];
  #now: number;
  /** When something happens next: a market changes it by its own acts alone, and most steps of time have none. */
  #next: number;

  /** @throws InputError `unknown-market` for a plan whose symbol the exchange does not have */
  constructor(exchange: Exchange, plans: readonly MarketPlan[], startTime: number) {
    this.#exchange = exchange;
    this.#now = startTime;
    this.#seats = plans.map((plan) => ({ plan, ...this.#open(plan, startTime) }));
    this.#next = this.#earliest();
  }

  /** When something happens next; Infinity when all markets have come to their end. */
  nextTime(): number {
    return this.#next;
  }

  /** Lets everything happen that happens up to and at `time`. A time that has passed changes nothing. */
  advanceTo(time: number): void {
    for (let next = this.#next; next <= time && next < Infinity; next = this.#next) {
      for (const { market, hand } of this.#seats) {
        if (market.nextTime() <= next) market.advance(hand, next);
      }
      this.#now = Math.max(this.#now, next);
      this.#next = this.#earliest();
    }
    if (time < Infinity) this.#now = Math.max(this.#now, time);
  }

  /** Opens the market of a symbol anew where it stands: its steps have changed. */
  reopen(symbol: string): void {
    for (const seat of this.#seats) {
      if (seat.plan.symbol !== symbol) continue;
      seat.market.leave(seat.hand, this.#now);
      const { hand, market } = this.#open(seat.plan, this.#now);
      seat.hand = hand;
      seat.market = market;
    }
    this.#next = this.#earliest();
  }

  #earliest(): number {
    return this.#seats.reduce((earliest, { market }) => Math.min(earliest, market.nextTime()), Infinity);
  }

  #open(plan: MarketPlan, time: number): Opened {
    const grid = this.#exchange.grid(plan.symbol);
    const rules = this.#exchange.rules(plan.symbol);
    if (grid !== undefined && rules !== undefined) {
      const hand = this.#exchange.market(plan.symbol);
      const steps = plan.countsIn === 'filters' ? gridOf(rules) : grid;
      const perStep = regrid(steps, grid);
      const isCoarse = perStep.ticks !== 1 || perStep.lots !== 1;
      return { market: plan.open(steps, time), hand: isCoarse ? new CoarseHand(hand, perStep) : hand };
    }
    throw new InputError('unknown-market', {
      what: 'a market for a symbol that is not listed',
      found: plan.symbol,
      allowed: this.#exchange
        .symbols()
        .map((rules) => rules.symbol)
        .join(', '),
    });
  }
}

/** The markets of an exchange at `startTime`, ready to run. */
export function runMarkets(
  exchange: Exchange,
  plans: readonly MarketPlan[],
  startTime: number,
): RunningMarkets {
  return new RunningMarkets(exchange, plans, startTime);
}
