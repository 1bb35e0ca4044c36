import type { Order } from '@org/domain';
import type { RiskState } from '@org/risk';
import type { Account, TradingState, Worker } from './trading-state.ts';

/* Explicit literals: spreading a state costs more than all the rest of an idle step. */

/** The list with one item in the place of another. A list of one is made anew: copying it takes several times as long. */
export function withItem<T>(items: readonly T[], index: number, item: T): readonly T[] {
  if (items.length === 1) return [item];
  const copy = items.slice();
  copy[index] = item;
  return copy;
}

export function withMark(
  state: TradingState,
  time: number,
  marks: readonly number[],
  bars: TradingState['bars'],
  equity: number,
  risk: RiskState,
): TradingState {
  return {
    time,
    nextSequence: state.nextSequence,
    marks,
    bars,
    equity,
    account: state.account,
    workers: state.workers,
    orders: state.orders,
    risk,
    lostStreams: state.lostStreams,
  };
}

export function withTime(state: TradingState, time: number): TradingState {
  return withMark(state, time, state.marks, state.bars, state.equity, state.risk);
}

export function withRisk(state: TradingState, risk: RiskState): TradingState {
  return withMark(state, state.time, state.marks, state.bars, state.equity, risk);
}

export function withOrders(state: TradingState, orders: readonly Order[]): TradingState {
  return withNewOrders(state, orders, state.nextSequence);
}

export function withNewOrders(
  state: TradingState,
  orders: readonly Order[],
  nextSequence: number,
): TradingState {
  return {
    time: state.time,
    nextSequence,
    marks: state.marks,
    bars: state.bars,
    equity: state.equity,
    account: state.account,
    workers: state.workers,
    orders,
    risk: state.risk,
    lostStreams: state.lostStreams,
  };
}

export function withWorker(state: TradingState, index: number, worker: Worker): TradingState {
  return withPortfolio(state, state.account, withItem(state.workers, index, worker), state.equity);
}

export function withPortfolio(
  state: TradingState,
  account: Account,
  workers: readonly Worker[],
  equity: number,
): TradingState {
  return {
    time: state.time,
    nextSequence: state.nextSequence,
    marks: state.marks,
    bars: state.bars,
    equity,
    account,
    workers,
    orders: state.orders,
    risk: state.risk,
    lostStreams: state.lostStreams,
  };
}

export function withBooks(
  state: TradingState,
  time: number,
  orders: readonly Order[],
  account: Account,
  workers: readonly Worker[],
  equity: number,
): TradingState {
  return {
    time,
    nextSequence: state.nextSequence,
    marks: state.marks,
    bars: state.bars,
    equity,
    account,
    workers,
    orders,
    risk: state.risk,
    lostStreams: state.lostStreams,
  };
}

export function withLostStreams(state: TradingState, lostStreams: readonly string[]): TradingState {
  return { ...state, lostStreams };
}
