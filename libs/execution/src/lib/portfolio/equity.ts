import type { Account, TradingState, Worker } from '../state/trading-state.ts';
import type { Desk } from '../state/desk.ts';
import { findMarket } from '../state/desk.ts';
import { amountValue } from '@org/domain';

/** Cash and holdings of the account at the given prices, in quote. A market that has no price yet counts nothing. */
export function equityOf(account: Account, marks: readonly number[]): number {
  const { sizes } = account;
  let equity = account.cash;
  for (let market = 0; market < sizes.length; market++) {
    const size = sizes[market];
    const mark = marks[market];
    if (size !== undefined && mark !== undefined && size !== 0 && mark === mark) equity += size * mark;
  }
  return equity;
}

/**
 * The equity after the mark of one market has moved by `move`: only that holding counts anew. Every fill counts all of
 * them again, so what doubles lose on the way never adds up to a cent.
 */
export function equityMoved({ account, equity }: TradingState, market: number, move: number): number {
  const size = account.sizes[market] ?? 0;
  return size === 0 ? equity : equity + size * move;
}

/** Cash and positions of one strategy at the last known prices, in quote. */
export function workerEquity(desk: Desk, worker: Worker, marks: readonly number[]): number {
  let equity = amountValue(worker.cash, desk.quote);
  for (const position of worker.positions) {
    const market = findMarket(desk, position.symbol);
    const mark = market === undefined ? undefined : marks[market.index];
    if (mark !== undefined && mark === mark) equity += position.size * mark;
  }
  return equity;
}
