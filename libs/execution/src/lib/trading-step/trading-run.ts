import type { Command, TradingEvent } from '@org/domain';
import type { Desk } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';
import { takeTurn } from './trading-step.ts';
import { Turn } from './turn.ts';

/**
 * The trading step over many events, for a shell that wants no state but the newest. Nobody else holds the state of a
 * run, so from its first event on the run edits its own copy where `tradingStep` makes a new one each time: the turns are the
 * same, and so is everything that they give.
 */
export class TradingRun {
  private readonly desk: Desk;
  private readonly turn: Turn;

  /** @param state where to begin; it is not edited */
  constructor(desk: Desk, state: TradingState) {
    this.desk = desk;
    this.turn = new Turn(desk, state);
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
}
