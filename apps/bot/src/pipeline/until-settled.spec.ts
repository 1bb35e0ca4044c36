import type { CandleClosed, KillSwitch, Order, OrderPurpose, OrderRequest, OrderState } from '@org/domain';
import { amount, BUILT_IN_INSTRUMENTS, DEFAULT_RISK_LIMITS, price, quantity } from '@org/domain';
import type { SteppedEvent, TradingState } from '@org/execution';
import { openDesk, startTrading } from '@org/execution';
import { composeSession } from '@org/session';
import { smaCross } from '@org/strategies';
import { from } from 'rxjs';
import { isSettled, untilSettled } from './until-settled.ts';

const [instrument] = BUILT_IN_INSTRUMENTS.values();
const { trading } = composeSession({
  candidates: [{ definition: smaCross, share: 1, set: {} }],
  markets: instrument === undefined ? [] : [{ instrument, interval: '1m' }],
  limits: DEFAULT_RISK_LIMITS,
  cash: 1_000,
});
const START = startTrading(openDesk(trading), 0);

const LIMIT: OrderRequest = {
  ...{ type: 'limit', side: 'sell', quantity: quantity(1), price: price(1), postOnly: false },
};
const MARKET: OrderRequest = { type: 'market', side: 'sell', quantity: quantity(1) };
const OPEN: OrderState = { kind: 'open' };
const IN_FLIGHT: OrderState = { kind: 'pendingNew', thenCancel: false };

function holding(purpose: OrderPurpose, request: OrderRequest, state: OrderState): TradingState {
  const order: Order = {
    ...{ clientOrderId: 'os-1', sequence: 1, strategyId: 'sma-cross', slot: null, symbol: 'BTCUSDT' },
    ...{ purpose, request, pairedWith: null, plan: null, reason: 'test', placedTime: 0 },
    ...{ filled: quantity(0), reserved: amount(0n), attempt: 1, lastTradeId: -1, state },
  };
  return { ...START, orders: [order] };
}

const BAR: CandleClosed = {
  ...{ kind: 'candleClosed', time: 1, symbol: 'BTCUSDT', interval: '1m', values: [] },
  candle: { openTime: 0, open: 1, high: 1, low: 1, close: 1, volume: 1 },
};
const KILL: KillSwitch = { kind: 'killSwitch', time: 1, mode: 'noEntries', reason: 'test' };
const UNSETTLED = holding('entry', LIMIT, IN_FLIGHT);

const step = (event: SteppedEvent['event'], state: TradingState): SteppedEvent => ({
  event,
  state,
  commands: [],
});

function count(steps: readonly SteppedEvent[]): number {
  let taken = 0;
  from(steps)
    .pipe(untilSettled())
    .subscribe(() => (taken += 1));
  return taken;
}

describe('a session is settled', () => {
  it.each([
    ['a stop that rests', true, holding('stop', LIMIT, OPEN)],
    ['a target that rests', true, holding('target', LIMIT, OPEN)],
    ['an exit at a price', true, holding('exit', LIMIT, OPEN)],
    ['an exit at the market that is not filled', false, holding('exit', MARKET, OPEN)],
    ['a stop that is not answered', false, holding('stop', LIMIT, IN_FLIGHT)],
    ['an entry that rests', false, holding('entry', LIMIT, OPEN)],
  ])('or not with %s: %s', (_what, settled, state) => {
    expect(isSettled(state)).toBe(settled);
  });

  it('with nothing at all', () => {
    expect(isSettled(START)).toBe(true);
  });
});

describe('a session that nobody stopped', () => {
  it('goes on, settled or not', () => {
    expect(count([step(BAR, START), step(BAR, UNSETTLED), step(BAR, START)])).toBe(3);
  });
});

describe('a stopped session', () => {
  it('ends with the step that settles it', () => {
    expect(count([step(BAR, START), step(KILL, START), step(BAR, START)])).toBe(2);
    expect(count([step(KILL, UNSETTLED), step(BAR, UNSETTLED), step(BAR, START), step(BAR, START)])).toBe(3);
  });

  it('does not wait for answers for ever', () => {
    const bars = Array.from({ length: 2_000 }, () => step(BAR, UNSETTLED));
    expect(count([step(KILL, UNSETTLED), ...bars])).toBe(1_001);
  });
});
