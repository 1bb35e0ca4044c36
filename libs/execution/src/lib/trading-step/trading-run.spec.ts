import type { TradingEvent } from '@org/domain';
import { amount, canonicalJson } from '@org/domain';
import {
  accepted,
  BUY,
  closedBar,
  fillOf,
  MINUTE_MS,
  OPEN_LIMITS,
  Session,
  wanting,
} from '../../testing/desk-fixture.ts';
import { startTrading } from '../state/start-trading.ts';
import { writeState } from '../state/saved-state.ts';
import { TradingRun } from './trading-run.ts';
import { tradingStep } from './trading-step.ts';

/** A buy, its stop, a bar told twice, a lost stream, a pulled kill switch. */
const story: readonly TradingEvent[] = [
  closedBar(0, 50_000),
  accepted('os-1'),
  fillOf('os-1', { time: MINUTE_MS, tradeId: 1, price: 50_000, size: 0.01 }),
  accepted('os-2'),
  closedBar(1, 50_100),
  closedBar(1, 50_100),
  { kind: 'connectionLost', time: 2 * MINUTE_MS, stream: 'prices' },
  closedBar(2, 50_200),
  { kind: 'killSwitch', time: 3 * MINUTE_MS, mode: 'flatten', reason: 'test' },
  closedBar(3, 49_000),
];

const { desk } = new Session([wanting([[BUY]])], { ...OPEN_LIMITS, stopLoss: 0.05 });

describe('a trading run', () => {
  it('gives after every event the state and the commands that the steps give', () => {
    const run = new TradingRun(desk, startTrading(desk, 0));
    let state = startTrading(desk, 0);
    for (const event of story) {
      const step = tradingStep(desk, state, event);
      state = step.state;
      expect(canonicalJson(run.take(event))).toBe(canonicalJson(step.commands));
      expect(writeState(run.state)).toBe(writeState(state));
    }
    expect(state.orders).not.toHaveLength(0);
  });

  it('takes a bar whose place the shell has asked for as any other event', () => {
    const [known, asked] = [
      new TradingRun(desk, startTrading(desk, 0)),
      new TradingRun(desk, startTrading(desk, 0)),
    ];
    const place = known.placeOf('BTCUSDT', '1m');
    for (const event of story) {
      const commands = event.kind === 'candleClosed' ? known.closeBar(place, event) : known.take(event);
      expect(canonicalJson(commands)).toBe(canonicalJson(asked.take(event)));
      expect(writeState(known.state)).toBe(writeState(asked.state));
    }
    expect(() => known.placeOf('DOGEUSDT', '1m')).toThrow('this session does not trade that market');
  });

  it('knows what is held from the start by a bar before trading, and decides nothing on it', () => {
    const asked: number[] = [];
    const watching = wanting([], {
      decide: (state, { time }) => {
        asked.push(time);
        return { state, intents: [] };
      },
    });
    const deposits = [
      { asset: 'USDT', amount: amount(10_000n * 100_000_000n) },
      { asset: 'BTC', amount: amount(200_000_000n) },
    ];
    const holding = new Session([watching], OPEN_LIMITS, undefined, deposits).desk;
    const run = new TradingRun(holding, startTrading(holding, 0));
    run.mark(run.placeOf('BTCUSDT', '1m'), closedBar(0, 50_000));
    expect(run.state.equity).toBe(10_000 + 2 * 50_000);
    expect(asked).toEqual([]);
    const without = new TradingRun(desk, startTrading(desk, 0));
    without.mark(without.placeOf('BTCUSDT', '1m'), closedBar(0, 50_000));
    expect(writeState(without.state)).toBe(writeState(startTrading(desk, 0)));
  });

  it('leaves the state that it began with as it was', () => {
    const told = 4;
    const start = story
      .slice(0, told)
      .reduce((state, event) => tradingStep(desk, state, event).state, startTrading(desk, 0));
    expect(start.orders).not.toHaveLength(0);
    const written = writeState(start);
    const run = new TradingRun(desk, start);
    for (const event of story.slice(told)) run.take(event);
    expect(writeState(start)).toBe(written);
    expect(writeState(run.state)).not.toBe(written);
  });

  it('keeps what a strategy comes back with where it tells two decisions by the same two objects', () => {
    const idle = { state: null, intents: [] };
    const alert = { state: { seen: 1 }, intents: [] };
    const { desk: ofOne } = new Session([
      wanting([], { decide: (state, { time }) => (time === 2 * MINUTE_MS && state === null ? alert : idle) }),
    ]);
    const run = new TradingRun(ofOne, startTrading(ofOne, 0));
    const memories = [0, 1, 2, 3].map((bar) => {
      run.take(closedBar(bar, 50_000));
      return run.state.workers[0]?.memory;
    });
    expect(memories).toEqual([null, { seen: 1 }, null, null]);
  });
});
