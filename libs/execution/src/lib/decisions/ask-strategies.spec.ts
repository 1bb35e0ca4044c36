import type { CandleClosed, StrategyInput, TradingEvent } from '@org/domain';
import {
  BTCUSDT,
  BUY,
  closedBar,
  ETHUSDT,
  MINUTE_MS,
  OPEN_LIMITS,
  scriptedStrategy,
  Session,
} from '../../testing/desk-fixture.ts';

const HOUR_MS = 60 * MINUTE_MS;
const BTC_1M: StrategyInput = { kind: 'candles', symbol: 'BTCUSDT', interval: '1m' };
const ETH_1M: StrategyInput = { kind: 'candles', symbol: 'ETHUSDT', interval: '1m' };
const BTC_1H: StrategyInput = { kind: 'candles', symbol: 'BTCUSDT', interval: '1h' };

/** A session whose one strategy writes down every decision: what caused it, and the close of each of its bars. */
function listening(inputs: readonly StrategyInput[], wantsOrderEvents = false) {
  const decisions: string[] = [];
  const strategy = scriptedStrategy(
    ({ trigger, candles, time, slot }) => {
      const closes = candles.map((bar) => (bar?.time === time ? bar.candle.close : '-'));
      decisions.push([trigger.kind, time / MINUTE_MS, ...closes, ...(slot === null ? [] : [slot])].join(' '));
      return trigger.kind === 'timerFired' ? [BUY] : [];
    },
    { inputs, wantsOrderEvents },
  );
  const session = new Session([strategy], OPEN_LIMITS, [BTCUSDT, ETHUSDT]);
  return { session, decisions };
}

const hourBar = (hour: number, close: number): CandleClosed => ({
  ...closedBar(0, close),
  time: (hour + 1) * HOUR_MS,
  interval: '1h',
});
const missing = (minute: number, ...symbols: readonly string[]): TradingEvent => ({
  kind: 'candlesMissing',
  time: minute * MINUTE_MS,
  missing: symbols.map((symbol) => ({ symbol, interval: '1m' })),
});
const traded = (symbol: string, price: number): TradingEvent => ({
  kind: 'traded',
  ...{ time: MINUTE_MS, symbol, tradeId: 1, price, quantity: 1, aggressor: 'buy' },
});
const book = (symbol: string): TradingEvent => ({
  kind: 'bookChanged',
  ...{ time: MINUTE_MS, symbol, updateId: 1, bids: [], asks: [] },
});
const timer = (strategyId: string): TradingEvent => ({
  kind: 'timerFired',
  ...{ time: MINUTE_MS, strategyId, name: 'wake' },
});

describe('a strategy of one feed', () => {
  it('decides on each of its bars and on no other', () => {
    const { session, decisions } = listening([BTC_1M]);
    session.take(closedBar(0, 1), closedBar(0, 2, 'ETHUSDT'), hourBar(0, 3), closedBar(60, 4));
    expect(decisions).toEqual(['candleClosed 1 1', 'candleClosed 61 4']);
  });

  it('decides once on a bar that is told twice, and not on one that comes too late', () => {
    const { session, decisions } = listening([BTC_1M]);
    session.take(closedBar(0, 1), closedBar(1, 2));
    const before = session.state;
    expect(session.take(closedBar(1, 2))).toEqual([]);
    expect(session.take(closedBar(0, 9))).toEqual([]);
    expect(session.state).toBe(before);
    expect(decisions).toHaveLength(2);
  });

  it('does not wait for what another strategy misses', () => {
    const { session, decisions } = listening([BTC_1M]);
    session.take(closedBar(0, 1), missing(1, 'BTCUSDT'));
    expect(decisions).toHaveLength(1);
  });
});

describe('a strategy of several markets', () => {
  it('decides once a time slice, when its last bar has come', () => {
    const { session, decisions } = listening([BTC_1M, ETH_1M]);
    session.take(closedBar(0, 1), closedBar(0, 2, 'ETHUSDT'), closedBar(1, 3, 'ETHUSDT'), closedBar(1, 4));
    expect(decisions).toEqual(['candleClosed 1 1 2', 'candleClosed 2 4 3']);
  });

  it('decides without the bars that are named as missing', () => {
    const { session, decisions } = listening([BTC_1M, ETH_1M]);
    session.take(closedBar(0, 1), closedBar(0, 2, 'ETHUSDT'), closedBar(1, 3));
    expect(decisions).toHaveLength(1);
    session.take(missing(2, 'ETHUSDT'));
    expect(decisions.at(-1)).toBe('candlesMissing 2 3 -');
  });

  it('does not decide on a slice of which it has no bar, nor on one that misses what it does not need', () => {
    const { session, decisions } = listening([BTC_1M, ETH_1M]);
    session.take(missing(1, 'BTCUSDT', 'ETHUSDT'), closedBar(1, 3), missing(2, 'XRPUSDT'));
    expect(decisions).toEqual([]);
  });
});

describe('a strategy of several intervals', () => {
  it('waits for the higher bar only where one closes', () => {
    const { session, decisions } = listening([BTC_1M, BTC_1H]);
    session.take(closedBar(58, 1), closedBar(59, 2));
    expect(decisions).toEqual(['candleClosed 59 1 -']);
    session.take(hourBar(0, 3), closedBar(60, 4));
    expect(decisions.slice(1)).toEqual(['candleClosed 60 2 3', 'candleClosed 61 4 -']);
  });
});

describe('other events', () => {
  it('reach those who listen to the book or the trades of that market', () => {
    const { session, decisions } = listening([
      { kind: 'book', symbol: 'BTCUSDT' },
      { kind: 'trades', symbol: 'ETHUSDT' },
    ]);
    session.take(book('BTCUSDT'), book('ETHUSDT'), traded('BTCUSDT', 1), traded('ETHUSDT', 2));
    expect(decisions).toEqual(['bookChanged 1', 'traded 1']);
    expect(session.state.marks).toEqual([1, 2]);
  });

  it('of a timer and of a computation reach the strategy that asked', () => {
    const { session, decisions } = listening([BTC_1M]);
    session.take(
      timer('somebody'),
      { kind: 'computed', time: MINUTE_MS, strategyId: 'scripted', task: 'model', result: 7 },
      { kind: 'computed', time: MINUTE_MS, strategyId: 'somebody', task: 'model', result: 7 },
    );
    expect(decisions).toEqual(['computed 1 -']);
  });

  it('about its own orders reach a strategy that wants them, with the slot', () => {
    for (const wants of [true, false]) {
      const { session, decisions } = listening([BTC_1M], wants);
      session.take(closedBar(0, 50_000), timer('scripted'));
      session.fill('os-1', 0.02, 50_000);
      expect(decisions.slice(2)).toEqual(wants ? ['orderFilled 1 50000 main'] : []);
    }
  });
});

describe('what a strategy remembers', () => {
  it('comes back at its next decision, and the same memory makes no new state', () => {
    const counting = new Session([scriptedStrategy(() => [])]);
    counting.take(closedBar(0, 1), closedBar(1, 1));
    expect(counting.state.workers[0]?.memory).toBe(2);
    const still = scriptedStrategy(() => [], { decide: (state) => ({ state, intents: [] }) });
    const session = new Session([still]);
    const { workers } = session.state;
    session.take(closedBar(0, 1));
    expect(session.state.workers).toBe(workers);
  });
});
