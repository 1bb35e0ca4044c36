import type { Amount, Candle, TradingEvent } from '@org/domain';
import { amount, canonicalJson, DEFAULT_RISK_LIMITS, parseCanonicalJson } from '@org/domain';
import type { TradingState } from '@org/execution';
import { openDesk, readState, startTrading, tradingStep, writeState } from '@org/execution';
import { aggregateSeries } from '@org/market-data';
import type { FeedPlan } from '@org/strategies';
import { smaCross, trendRsiStoch } from '@org/strategies';
import { barsOf, filteredTrend, grid, patientBuyer, rotation, sampleBars } from '@org/strategies/testing';
import fc from 'fast-check';
import { z } from 'zod';
import type { Trial, TriedRun } from '../../testing/run-fixture.ts';
import { commandLines, setUp, tryOut } from '../../testing/run-fixture.ts';

const CASH = 10_000n * 100_000_000n;

/** Any strategy over any made-up market, with or without the usual limits. */
const anyTrial: fc.Arbitrary<Trial> = fc
  .record({
    strategy: fc.constantFrom(smaCross, trendRsiStoch, rotation, filteredTrend, grid, patientBuyer),
    seed: fc.nat(1_000_000),
    volatility: fc.constantFrom(0.001, 0.004, 0.02),
    careful: fc.boolean(),
    participation: fc.constantFrom(0.0001, 0.1),
    fee: fc.constantFrom('0', '0.001', '0.00075'),
  })
  .map(({ strategy, seed, volatility, careful, participation, fee }) => ({
    strategy,
    set: fastSet(strategy.name),
    series: [
      sampleBars({ symbol: 'BTCUSDT', interval: '1h', bars: 300, seed, volatility }),
      ...(strategy === rotation
        ? [
            sampleBars({
              symbol: 'ETHUSDT',
              interval: '1h',
              bars: 300,
              seed: seed + 1,
              start: 2_000,
              volatility,
            }),
          ]
        : []),
    ],
    participation,
    fee,
    ...(careful ? { limits: DEFAULT_RISK_LIMITS } : {}),
  }));

function fastSet(name: string): Record<string, number> {
  if (name === 'sma-cross') return { fast: 3, slow: 9 };
  if (name === 'trend-rsi-stoch') return { trend: 10, strength: 5 };
  if (name === 'grid') return { width: 0.002 };
  return name === 'filtered-trend' ? { filter: 2 } : {};
}

function total(run: TriedRun, asset: string): bigint {
  const held = run.venue.balances().find((balance) => balance.asset === asset);
  return held === undefined ? 0n : held.free + held.locked;
}

/** What fills moved of one asset, fees left out, in exact units. */
function traded(run: TriedRun, asset: string): bigint {
  const sides = new Map(
    run.commands.flatMap((command): [string, 'buy' | 'sell'][] => {
      if (command.kind === 'place') return [[command.clientOrderId, command.request.side]];
      if (command.kind !== 'placePair') return [];
      return [command.stop, command.target].map((leg) => [leg.clientOrderId, 'sell']);
    }),
  );
  return run.events.reduce((sum, event) => {
    if (event.kind !== 'orderFilled') return sum;
    const sign = sides.get(event.clientOrderId) === 'buy' ? 1n : -1n;
    if (asset === 'USDT') return sum - sign * event.notional;
    // A lot of BTCUSDT is 1,000 units of 1e-8 BTC, one of ETHUSDT 10,000 of ETH.
    return event.symbol.startsWith(asset)
      ? sum + sign * BigInt(event.quantity) * (asset === 'BTC' ? 1_000n : 10_000n)
      : sum;
  }, 0n);
}

function fees(run: TriedRun, asset: string): Amount {
  return run.events.reduce(
    (sum, event) =>
      event.kind === 'orderFilled' && event.feeAsset === asset ? amount(sum + event.fee) : sum,
    amount(0n),
  );
}

describe('money', () => {
  it('is neither made nor lost: deposits and trades are balances and fees, to the unit', () => {
    fc.assert(
      fc.property(anyTrial, (trial) => {
        const run = tryOut(trial);
        expect(total(run, 'USDT')).toBe(CASH + traded(run, 'USDT') - fees(run, 'USDT'));
        for (const asset of ['BTC', 'ETH'])
          expect(total(run, asset)).toBe(traded(run, asset) - fees(run, asset));
      }),
      { numRuns: 60 },
    );
  });

  it('is counted alike by the step and by the exchange, and the strategies’ books add up to it', () => {
    fc.assert(
      fc.property(anyTrial, (trial) => {
        const run = tryOut(trial);
        const { account, workers } = run.end;
        for (const { asset, total: counted } of account.balances) expect(counted).toBe(total(run, asset));
        expect(workers.reduce((sum, { cash }) => sum + cash, 0n)).toBe(total(run, 'USDT'));
        const held = workers
          .flatMap(({ positions }) => positions)
          .filter(({ symbol }) => symbol === 'BTCUSDT');
        expect(held.reduce((sum, { units }) => sum + units, 0n)).toBe(total(run, 'BTC'));
      }),
      { numRuns: 60 },
    );
  });

  it('is never negative, and equity is cash and holdings at the close of every bar', () => {
    fc.assert(
      fc.property(anyTrial, (trial) => {
        const setup = setUp(trial);
        const desk = openDesk(setup.trading);
        let state = startTrading(desk, 0);
        for (const event of tryOut(trial).events) {
          state = tradingStep(desk, state, event).state;
          for (const { total: held } of state.account.balances) expect(held >= 0n).toBe(true);
          if (event.kind !== 'candleClosed') continue;
          const { cash, sizes } = state.account;
          const worth = sizes.reduce(
            (sum, size, at) => (size === 0 ? sum : sum + size * (state.marks[at] ?? 0)),
            cash,
          );
          expect(Math.abs(state.equity - worth)).toBeLessThanOrEqual(1e-9 * worth);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a run', () => {
  it('gives the same bytes for the same bars', () => {
    fc.assert(
      fc.property(anyTrial, (trial) => {
        const [one, other] = [tryOut(trial), tryOut(trial)];
        expect(commandLines(other.commands)).toEqual(commandLines(one.commands));
        expect(other.equity).toEqual(one.equity);
      }),
      { numRuns: 15 },
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

function isEvent(value: unknown): value is TradingEvent {
  return typeof value === 'object' && value !== null && 'kind' in value && 'time' in value;
}

/** Steps through recorded events, doing something to the state before each. */
function replay(
  trial: Trial,
  events: readonly TradingEvent[],
  between: (state: TradingState) => TradingState,
) {
  const desk = openDesk(setUp(trial).trading);
  let state = startTrading(desk, 0);
  const commands: string[] = [];
  for (const event of events) {
    const result = tradingStep(desk, between(state), event);
    commands.push(...commandLines(result.commands));
    state = result.state;
  }
  return commands;
}

describe('the step', () => {
  it('gives equal results when it is called twice with the same frozen state and event', () => {
    fc.assert(
      fc.property(anyTrial, (trial) => {
        const desk = openDesk(setUp(trial).trading);
        let state = deepFreeze(startTrading(desk, 0));
        for (const event of tryOut(trial).events) {
          deepFreeze(event);
          const once = tradingStep(desk, state, event);
          const twice = tradingStep(desk, state, event);
          expect(canonicalJson(twice.state)).toBe(canonicalJson(once.state));
          expect(commandLines(twice.commands)).toEqual(commandLines(once.commands));
          state = deepFreeze(once.state);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('goes on from its state written as JSON after every event', () => {
    fc.assert(
      fc.property(anyTrial, (trial) => {
        const { events, commands } = tryOut(trial);
        const resumed = replay(trial, events, (state) => readState(writeState(state)));
        expect(resumed).toEqual(commandLines(commands));
      }),
      { numRuns: 10 },
    );
  });

  it('decides alike on events that were written as JSON and read back', () => {
    fc.assert(
      fc.property(anyTrial, (trial) => {
        const { events, commands } = tryOut(trial);
        const read = events.map((event) => parseCanonicalJson(canonicalJson(event))).filter(isEvent);
        expect(read).toHaveLength(events.length);
        expect(replay(trial, read, (state) => state)).toEqual(commandLines(commands));
      }),
      { numRuns: 10 },
    );
  });
});

describe('indicator streams', () => {
  it('go on from JSON after every bar, and give the bits that the columns gave', () => {
    fc.assert(
      fc.property(anyTrial, (trial) => {
        const run = tryOut(trial);
        const closed = run.events.filter((event) => event.kind === 'candleClosed');
        for (const plan of setUp(trial).feeds) {
          const own = closed.filter(
            ({ symbol, interval }) => symbol === plan.symbol && interval === plan.interval,
          );
          const [first] = own;
          if (first === undefined) continue;
          const history = allBars(trial, plan).filter(({ openTime }) => openTime < first.candle.openTime);
          let stream = plan.openStream();
          for (const candle of history) stream.next(candle);
          for (const { candle, values } of own) {
            const saved: unknown = JSON.parse(JSON.stringify(stream.snapshot()));
            stream = plan.openStream();
            stream.restore(json.parse(saved));
            const streamed = stream.next(candle);
            expect(values.at(plan.width)).toBeUndefined();
            const told = Array.from({ length: plan.width }, (_, address) => values.at(address) ?? Infinity);
            expect(streamed.map(bits)).toEqual(told.map(bits));
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});

const json = z.json();

/** Tells apart what `toEqual` does not: -0 from 0. */
function bits(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function allBars({ series }: Trial, { symbol, interval }: FeedPlan): readonly Candle[] {
  const base = series.find((one) => one.symbol === symbol);
  if (base === undefined) return [];
  return barsOf(base.interval === interval ? base : aggregateSeries(base, interval));
}
