import type { CandleClosed, Command, Interval, TradingEvent } from '@org/domain';
import { orderDraftOf } from '../orders/order-draft.ts';
import { observePrice } from '../portfolio/observe.ts';
import type { BarPlace, Desk } from '../state/desk.ts';
import { barPlace } from '../state/desk.ts';
import { draftOf } from '../state/draft.ts';
import type { TradingState } from '../state/trading-state.ts';
import { takeBar, takeTurn } from './trading-step.ts';
import { Turn } from './turn.ts';

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
}
