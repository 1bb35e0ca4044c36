import type { CandleClosed, Command, Decision, Interval, TradingEvent } from '@org/domain';
import { act } from '../decisions/ask-strategies.ts';
import { orderDraftOf } from '../orders/order-draft.ts';
import { observePrice } from '../portfolio/observe.ts';
import { routeIntents } from '../routing/route-intents.ts';
import type { BarPlace, Desk, Seat } from '../state/desk.ts';
import { barPlace } from '../state/desk.ts';
import { draftOf } from '../state/draft.ts';
import type { TradingState } from '../state/trading-state.ts';
import { takeBar, takeTurn, takeWholeBar } from './trading-step.ts';
import { Turn } from './turn.ts';

/** Bars of one feed, as long as a shell has nothing else to do between them. */
export interface BarWalk {
  /** The next bar; null where there is none, or something else comes first. */
  next(): CandleClosed | null;
  /** Is told how things stand when the bar that was given last has been taken. */
  taken(state: TradingState): void;
}

const NOTHING: readonly Command[] = Object.freeze([]);

/**
 * The trading step over many events, for a shell that wants no state but the newest. Nobody else holds the state of a
 * run, so from its first event on the run edits its own copy where `tradingStep` makes a new one each time: the turns are the
 * same, and so is everything that they give.
 */
export class TradingRun {
  declare private readonly desk: Desk;
  declare private readonly turn: Turn;

  /** @param state where to begin; it is not edited */
  constructor(desk: Desk, state: TradingState) {
    this.desk = desk;
    const draft = draftOf(state);
    draft.orders = state.orders.map(orderDraftOf);
    this.turn = new Turn(desk, draft, true);
  }

  /** The state as it is now; the next event may change it. */
  get state(): TradingState {
    return this.turn.state;
  }

  /** Takes the next event and gives what to do. After an error the run is of no further use. */
  take(event: TradingEvent): readonly Command[] {
    this.turn.restart();
    takeTurn(this.desk, this.turn, event);
    return this.turn.commands;
  }

  /**
   * Takes a bar of the warm-up, on which nothing is decided: what the account holds of its market from the start is worth
   * its close.
   */
  mark({ marketIndex }: BarPlace, { time, candle }: CandleClosed): void {
    const { turn } = this;
    if ((turn.state.account.sizes[marketIndex] ?? 0) === 0) return;
    observePrice(turn, turn.edit(), marketIndex, candle.close, time);
  }

  /**
   * Where the bars of a market and interval belong, for `closeBar`.
   * @throws InputError `market-unknown` for a symbol that is not in the setup.
   */
  placeOf(symbol: string, interval: Interval): BarPlace {
    return barPlace(this.desk, symbol, interval);
  }

  /** The same as `take` for a bar, by whoever has asked for its place once and for all. */
  closeBar(place: BarPlace, bar: CandleClosed): readonly Command[] {
    this.turn.restart();
    takeBar(this.desk, this.turn, place, bar);
    return this.turn.commands;
  }

  /**
   * The same as `closeBar` for one bar after the other, up to the first on which more happens than that a price moves. Gives
   * what is to be done after the last one taken; the walk may go on from there.
   */
  closeBars(place: BarPlace, walk: BarWalk): readonly Command[] {
    if (place.soleSeat !== null) return this.closeFor(place.soleSeat, place, walk);
    const bar = walk.next();
    if (bar === null) return NOTHING;
    const commands = this.closeBar(place, bar);
    walk.taken(this.state);
    return commands;
  }

  /** What `takeBar` does, by one who need not look anything up again from bar to bar: there are a million of them in a run. */
  private closeFor(seat: Seat, place: BarPlace, walk: BarWalk): readonly Command[] {
    const { turn } = this;
    turn.restart();
    const facts = turn.factsFor(seat);
    for (;;) {
      const bar = walk.next();
      if (bar === null) return NOTHING;
      const decision = turn.passBar(place, bar) ? facts.decideOn(bar) : undefined;
      if (decision !== facts.quiet) {
        this.closeRare(seat, place, bar, decision);
        walk.taken(turn.state);
        return turn.commands;
      }
      walk.taken(turn.state);
    }
  }

  /** @param decision what the strategy says about the bar; undefined where the bar has yet to be taken in */
  private closeRare(seat: Seat, place: BarPlace, bar: CandleClosed, decision: Decision | undefined): void {
    const { desk, turn } = this;
    if (decision === undefined) takeWholeBar(desk, turn, place, bar);
    else act(desk, turn, seat, turn.factsFor(seat), decision, routeIntents);
  }
}
