import type { Amount, Position } from '@org/domain';
import { amount, amountValue, emptyList, ZERO } from '@org/domain';
import { startRisk } from '@org/risk';
import type { Desk } from './desk.ts';
import { shareOf } from './desk.ts';
import type { Account, TradingState, Worker } from './trading-state.ts';

/** The state before the first event: deposits in, nothing held in orders, nothing seen. `time` is in ms UTC. */
export function startTrading(desk: Desk, time: number): TradingState {
  const account = openAccount(desk);
  return {
    time,
    nextSequence: 1,
    marks: desk.markets.map(() => Number.NaN),
    bars: desk.feeds.map(() => null),
    barTimes: desk.feeds.map(() => Number.NaN),
    equity: account.cash,
    account,
    workers: openWorkers(desk),
    orders: emptyList(),
    risk: startRisk(time, account.cash),
    lostStreams: [],
  };
}

function openAccount({ setup, quote, markets }: Desk): Account {
  const assets = new Set([
    quote.code,
    ...markets.map(({ instrument }) => instrument.base.code),
    ...setup.deposits.map(({ asset }) => asset),
  ]);
  const balances = [...assets].map((asset) => ({ asset, total: deposited(setup.deposits, asset) }));
  return {
    balances,
    cash: amountValue(deposited(setup.deposits, quote.code), quote),
    sizes: markets.map(({ instrument: { base } }) => amountValue(deposited(setup.deposits, base.code), base)),
    lastTradeIds: markets.map(() => -1),
  };
}

function openWorkers({ setup, quote, seats }: Desk): Worker[] {
  const total = deposited(setup.deposits, quote.code);
  return seats.map(({ strategy, share }) => ({
    memory: strategy.initialState,
    cash: shareOf(total, share),
    positions: NO_POSITIONS,
  }));
}

const NO_POSITIONS: readonly Position[] = emptyList();

function deposited(deposits: Desk['setup']['deposits'], asset: string): Amount {
  return deposits.reduce(
    (sum, deposit) => (deposit.asset === asset ? amount(sum + deposit.amount) : sum),
    ZERO,
  );
}
