import { refuseUnlessPlain } from './plain-data.ts';

/** So many states are looked at from the first on. */
const WATCHED_CLOSELY = 64;

/**
 * Watches that a strategy's states would survive a restart: the first ones, in which a mistake shows as a rule, and then
 * the 128th, the 256th and so on, since a look at every one of them would cost more than most decisions.
 */
export class StateWatch {
  declare private readonly strategy: string;
  private states = 0;

  constructor(strategy: string) {
    this.strategy = strategy;
  }

  /** @throws InputError `strategy-not-plain` for a state that is looked at and that JSON would not bring back. */
  take(state: unknown): void {
    const number = ++this.states;
    const isPowerOfTwo = (number & (number - 1)) === 0;
    if (number <= WATCHED_CLOSELY || isPowerOfTwo) refuseUnlessPlain(this.strategy, 'state', state);
  }
}
