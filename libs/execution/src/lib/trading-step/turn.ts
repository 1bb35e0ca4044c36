import type { Command } from '@org/domain';
import type { TradingState } from '../state/trading-state.ts';

const NOTHING: readonly Command[] = Object.freeze([]);

/** What a step gives: the next state, and what its shell is to do. */
export interface StepResult {
  readonly state: TradingState;
  readonly commands: readonly Command[];
}

/** One step in the making. It is edited while its step runs and never after, so the step stays pure outside. */
export class Turn implements StepResult {
  state: TradingState;
  commands: readonly Command[] = NOTHING;
  /** Whether the event is a bar that was told before, which nobody decides on again. */
  repeated = false;

  constructor(state: TradingState) {
    this.state = state;
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
