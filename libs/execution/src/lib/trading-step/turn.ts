import type { Command } from '@org/domain';
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
export class Turn implements StepResult {
  commands: readonly Command[] = NOTHING;
  /** The feed of the bar that this turn is about; null for any other event, and for a bar that was told before. */
  feed: CandleFeed | null = null;
  private current: TradingState;
  private draft: Draft | null = null;
  private readonly facts: Facts[] = [];

  constructor(state: TradingState) {
    this.current = state;
  }

  get state(): TradingState {
    return this.current;
  }

  /** The state, to be edited. */
  edit(): Draft {
    if (this.draft === null) {
      this.draft = draftOf(this.current);
      this.current = this.draft;
    }
    return this.draft;
  }

  /** Begins the next step on the same draft; what the one before gave must not be needed any more. */
  restart(): void {
    this.commands = NOTHING;
    this.feed = null;
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
}
