import type { Account, TradingState } from './trading-state.ts';

/** An account in the making: its own fields and lists may be edited. */
export type AccountDraft = { -readonly [K in keyof Account]: Writable<Account[K]> };

/** A draft that begins as a copy of `account`. */
export function accountDraftOf(account: Account): AccountDraft {
  return {
    balances: account.balances.slice(),
    cash: account.cash,
    sizes: account.sizes.slice(),
    lastTradeIds: account.lastTradeIds.slice(),
  };
}

/**
 * A trading state in the making: its own fields, its marks and its bars may be edited. What else it holds may be shared
 * with other states and is replaced.
 */
export interface Draft extends Writable<Omit<TradingState, 'marks' | 'bars' | 'barTimes'>> {
  readonly marks: Writable<TradingState['marks']>;
  readonly bars: Writable<TradingState['bars']>;
  readonly barTimes: Writable<TradingState['barTimes']>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A draft that begins as a copy of `state`. By an explicit literal: a spread costs more than all the rest of an idle step. */
export function draftOf(state: TradingState): Draft {
  return {
    time: state.time,
    nextSequence: state.nextSequence,
    marks: state.marks.slice(),
    bars: state.bars.slice(),
    barTimes: state.barTimes.slice(),
    equity: state.equity,
    account: state.account,
    workers: state.workers,
    orders: state.orders,
    risk: state.risk,
    lostStreams: state.lostStreams,
  };
}

/** The list with one item in the place of another. A list of one is made anew: copying it takes several times as long. */
export function withItem<T>(items: readonly T[], index: number, item: T): readonly T[] {
  if (items.length === 1) return [item];
  const copy = items.slice();
  copy[index] = item;
  return copy;
}

/**
 * The list with one item more. Short lists are made anew: a spread makes room for sixteen more. An empty one may be frozen,
 * and to look into a frozen list calls out of the engine's own code.
 */
export function withLast<T>(items: readonly T[], item: T): readonly T[] {
  if (items.length === 0) return [item];
  const first = items[0];
  return items.length === 1 && first !== undefined ? [first, item] : [...items, item];
}
