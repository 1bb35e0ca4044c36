import type { CandleClosed, Command, Decision, Interval, TradingEvent } from '@org/domain';
import { act } from '../decisions/ask-strategies.ts';
import { orderDraftOf } from '../orders/order-draft.ts';
import { observePrice } from '../portfolio/observe.ts';
import { routeIntents } from '../routing/route-intents.ts';
import type { BarPlace, Desk, Seat } from '../state/desk.ts';
import { barPlace } from '../state/desk.ts';
import { draftOf } from '../state/draft.ts';
import type { TradingState } from '../state/trading-state.ts';
import type { BarWalk } from './bar-walk.ts';
import { passBars } from './pass-bars.ts';
import { takeBar, takeTurn, takeWholeBar } from './trading-step.ts';
import { Turn } from './turn.ts';

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
   *
   * @param walk one with a next bar
   */
  closeBars(place: BarPlace, walk: BarWalk): readonly Command[] {
    return place.soleSeat === null ? this.closeOne(place, walk) : this.closeFor(place.soleSeat, place, walk);
  }

  private closeOne(place: BarPlace, walk: BarWalk): readonly Command[] {
    walk.bar.standFor(walk.row);
    const commands = this.closeBar(place, walk.bar);
    this.leave(walk);
    return commands;
  }

  /** What `takeBar` does for one bar after the other: there are a million of them in a run. */
  private closeFor(seat: Seat, place: BarPlace, walk: BarWalk): readonly Command[] {
    const { turn } = this;
    turn.restart();
    const facts = turn.factsFor(seat);
    const decision = passBars(turn, place, walk, facts);
    if (decision === null) {
      walk.passed();
      return NOTHING;
    }
    this.closeRare(seat, place, walk.bar, decision);
    this.leave(walk);
    return turn.commands;
  }

  /** Leaves the bar that has been taken behind. */
  private leave(walk: BarWalk): void {
    walk.equities[walk.point++] = this.turn.state.equity;
    walk.row += walk.rowStep;
    walk.passed();
  }

  /** @param decision what the strategy says about the bar; undefined where the bar has yet to be taken in */
  private closeRare(seat: Seat, place: BarPlace, bar: CandleClosed, decision: Decision | undefined): void {
    const { desk, turn } = this;
    if (decision === undefined) takeWholeBar(desk, turn, place, bar);
    else act(desk, turn, seat, turn.factsFor(seat), decision, routeIntents);
  }
}
