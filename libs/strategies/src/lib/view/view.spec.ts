import { inspect } from 'node:util';
import type { CandleClosed, Interval, StrategyFacts } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, InputError, ZERO } from '@org/domain';
import { z } from 'zod';
import {
  bindStrategy,
  buy,
  candles,
  defineStrategy,
  hold,
  indicator,
  isStrategyDefinition,
} from '../../index.ts';
import type { CandlesInput, IndicatorRequest, StrategyView } from '../../index.ts';
import { LookBackError } from '../errors/look-back-error.ts';
import { UnknownNameError } from '../errors/unknown-name-error.ts';

type Seen = StrategyView<
  { readonly period: number },
  { readonly main: CandlesInput; readonly filter: CandlesInput },
  {
    readonly average: IndicatorRequest<'sma', never>;
    readonly stoch: IndicatorRequest<'stoch', never>;
    readonly trend: IndicatorRequest<'ema', 'filter'>;
  }
>;

const HOUR_MS = 3_600_000;

function bar(interval: Interval, time: number, close: number, values: readonly number[]): CandleClosed {
  const candle = { openTime: time - HOUR_MS, open: 1, high: 1, low: 1, close, volume: 1 };
  return { kind: 'candleClosed', time, symbol: 'BTCUSDT', interval, candle, values };
}

function factsAt(time: number, seen: StrategyFacts['candles'], held = 0): StrategyFacts {
  const instrument = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
  if (instrument === undefined) throw new Error('BTCUSDT is built in');
  return {
    ...{
      time,
      trigger: { kind: 'timerFired', time, strategyId: 'one', name: 'x' },
      slot: null,
      candles: seen,
    },
    ...{ cash: 900, equity: 1_000, order: () => undefined, orders: () => [], instrument: () => instrument },
    position: (symbol) => ({ symbol, units: ZERO, size: held, averagePrice: 10_000, openedTime: 0 }),
  };
}

/** Runs one decision and hands its view out. */
function look(facts: StrategyFacts, lookBack = 2): Seen {
  const views: Seen[] = [];
  const definition = defineStrategy({
    name: 'looks',
    parameters: z.object({ period: z.number().default(3).describe('bars') }),
    inputs: (_p, { symbols, interval }) => ({
      main: candles(symbols[0], interval),
      filter: candles(symbols[0], '4h'),
    }),
    indicators: (p) => ({
      average: indicator('sma', { period: p.period }),
      stoch: indicator('stoch'),
      trend: indicator('ema', { period: p.period }, { on: 'filter' }),
    }),
    lookBack,
    decide(state, view) {
      views.push(view);
      return hold(state);
    },
  });
  const binding = { id: 'one', symbols: ['BTCUSDT'], interval: '1h', set: {} } as const;
  bindStrategy(definition, binding).decide(null, facts);
  const [view] = views;
  if (view === undefined) throw new Error('no decision was taken');
  return view;
}

// Alone, a strategy's values stand output by output, the newest first: average, k, d on the hour; trend on four hours.
const HOURLY = bar('1h', 5 * HOUR_MS, 101, [1, 2, 3, 10, 20, 30, 100, 200, 300]);
const FOUR_HOURLY = bar('4h', 4 * HOUR_MS, 99, [7, 8, 9]);

describe('the view of a decision', () => {
  const view = look(factsAt(5 * HOUR_MS, [HOURLY, FOUR_HOURLY]));

  it('has the values of now, of the bar before, and of bars further back, by name', () => {
    expect([view.now.average, view.before.average, view.ago(2).average]).toEqual([1, 2, 3]);
    expect([view.now.trend, view.before.trend, view.ago(2).trend]).toEqual([7, 8, 9]);
  });

  it('has the outputs of an indicator by their names', () => {
    expect([view.now.stoch.k, view.now.stoch.d]).toEqual([10, 100]);
    expect([view.ago(2).stoch.k, view.ago(2).stoch.d]).toEqual([30, 300]);
  });

  it('refuses to look further back than was declared', () => {
    expect(() => view.ago(3)).toThrow(LookBackError);
    // The strategy is at fault, which is from outside: an app ends with code 2.
    expect(() => view.ago(3)).toThrow(InputError);
    expect(() => view.ago(3)).toThrow(/found ago\(3\).*whole numbers from 0 to 2.*lookBack: 3/);
    expect(() => view.ago(-1)).toThrow(LookBackError);
    expect(() => view.ago(0.5)).toThrow(LookBackError);
    expect(() => look(factsAt(0, [HOURLY]), 0).before).toThrow(LookBackError);
  });

  it('has the newest bar of each input, and tells which are new', () => {
    expect(view.candles.main?.close).toBe(101);
    expect(view.candles.filter?.close).toBe(99);
    expect([view.isNew('main'), view.isNew('filter')]).toEqual([true, false]);
  });

  // A user's file runs without a type check: what is undefined would compare as false, and the strategy never trade.
  it('refuses a name that the strategy never gave', () => {
    const reading = (from: object, name: string) => (): unknown => Reflect.get(from, name);
    expect(reading(view.now, 'avrage')).toThrow(UnknownNameError);
    expect(reading(view.now, 'avrage')).toThrow(InputError);
    expect(reading(view.ago(2), 'avrage')).toThrow(
      'a strategy reads an indicator that it has not declared; found avrage; allowed: average, stoch, trend. Did you mean average?',
    );
    expect(reading(view.now.stoch, 'kk')).toThrow(
      'indicator stoch has no such output; found kk; allowed: k, d',
    );
    expect(reading(view.candles, 'filer')).toThrow(
      'view.candles has no such input; found filer; allowed: main, filter. Did you mean filter?',
    );
    expect((): unknown => Reflect.apply(view.isNew, view, ['fliter'])).toThrow(
      'view.isNew takes the name of an input with bars; found fliter; allowed: main, filter. Did you mean filter?',
    );
  });

  it('is shown by its names, for whoever looks into it', () => {
    const values = { average: 1, stoch: { k: 10, d: 100 }, trend: 7 };
    expect(JSON.parse(JSON.stringify(view.now))).toEqual(values);
    expect(inspect(view.now)).toBe(inspect(values));
    expect(inspect(view.candles)).toBe(inspect({ main: HOURLY.candle, filter: FOUR_HOURLY.candle }));
    expect(['trend' in view.now, 'other' in view.now]).toEqual([true, false]);
  });

  it('has no value and no bar before the first', () => {
    const early = look(factsAt(HOUR_MS, [bar('1h', HOUR_MS, 1, []), null]));
    expect([early.now.average, early.now.trend, early.now.stoch.k]).toEqual([NaN, NaN, NaN]);
    expect(early.candles.filter).toBeUndefined();
    expect(early.isNew('filter')).toBe(false);
    expect(look(factsAt(HOUR_MS, [])).now.average).toBeNaN();
  });

  it('has what the account and the market say', () => {
    expect([view.time, view.cash, view.equity, view.symbol]).toEqual([5 * HOUR_MS, 900, 1_000, 'BTCUSDT']);
    expect([view.position.symbol, view.positionOf('ETHUSDT').symbol]).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect([view.orders, view.order('main')]).toEqual([[], undefined]);
    expect([view.instrument().symbol, view.parameters.period]).toEqual(['BTCUSDT', 3]);
    expect(view.trigger.kind).toBe('timerFired');
  });

  it('calls flat what could not be sold: less than a lot, or worth less than an order must be', () => {
    const flat = (held: number) => look(factsAt(0, [], held)).isFlat();
    expect(flat(0)).toBe(true);
    // One lot is 0.00001; the least worth, 5, is 0.0005 at 10,000.
    expect([flat(0.000009), flat(0.0004), flat(0.0005)]).toEqual([true, true, false]);
  });
});

describe('a decision that wants nothing', () => {
  const holds = defineStrategy({ name: 'holds', parameters: z.object({}), decide: (state) => hold(state) });
  const binding = { id: 'one', symbols: ['BTCUSDT'], interval: '1h', set: {} } as const;

  it('is told by one object for as long as the state is the same', () => {
    const { decide } = bindStrategy(holds, binding);
    const state = { bars: 1 };
    const first = decide(state, factsAt(0, []));
    expect(first).toEqual({ state, intents: [] });
    expect(decide(state, factsAt(1, []))).toBe(first);
    expect(decide({ bars: 1 }, factsAt(1, []))).not.toBe(first);
  });

  it('may give its state in the same breath as its wishes', () => {
    const buys = defineStrategy({
      name: 'buys',
      parameters: z.object({}),
      state: () => ({ bars: 0 }),
      decide: ({ bars }) => ({ state: { bars: bars + 1 }, intents: [buy({ reason: `bar ${bars}` })] }),
    });
    const { decide, initialState } = bindStrategy(buys, binding);
    const { state, intents } = decide(initialState, factsAt(0, []));
    expect(state).toEqual({ bars: 1 });
    expect(intents).toMatchObject([{ symbol: 'BTCUSDT', reason: 'bar 0' }]);
  });
});

describe('a decision that fails', () => {
  const binding = { id: 'one', symbols: ['BTCUSDT'], interval: '1h', set: {} } as const;
  const fail = (decide: () => unknown): void => {
    const words = { name: 'loose', parameters: z.object({}) };
    const definition: unknown = Reflect.apply(defineStrategy, undefined, [{ ...words, decide }]);
    if (!isStrategyDefinition(definition)) throw new Error('not a strategy');
    bindStrategy(definition, binding).decide(null, factsAt(0, []));
  };
  const throwing = (thrown: unknown) => () => {
    throw thrown;
  };

  it('tells the file and the line of the strategy’s own code', () => {
    const place = /view\.spec\.ts:\d+:\d+: strategy loose failed while it decided; found TypeError: no$/;
    expect(() => fail(throwing(new TypeError('no')))).toThrow(place);
    expect(() => fail(throwing(new TypeError('no')))).toThrow(InputError);
  });

  it('tells what was thrown where no place is known', () => {
    const bare = Object.assign(new Error('bare'), { stack: undefined });
    expect(() => fail(throwing(bare))).toThrow(/^strategy loose failed while it decided; found Error: bare$/);
    expect(() => fail(throwing('text'))).toThrow(/^strategy loose failed while it decided; found text$/);
  });

  it('tells an answer that is no decision', () => {
    expect(() => fail(() => undefined)).toThrow(/^strategy loose gave no decision; found nothing; /);
    expect(() => fail(() => null)).toThrow(/^strategy loose gave no decision; found nothing; /);
    expect(() => fail(() => Promise.resolve({ state: null, intents: [] }))).toThrow(
      /found a promise: decide is async; /,
    );
    expect(() => fail(() => ({ state: null }))).toThrow(/found no list of intents; .*hold\(state\)/);
  });

  it('tells a wish that is none, and not as a fault of its own', () => {
    const wanting = (intent: unknown) => () => ({ state: null, intents: [intent] });
    expect(() => fail(wanting({ kind: 'fly' }))).toThrow(
      'strategy loose wants what nobody can do: intents; found {"kind":"fly"}; allowed: what buy, sell, ' +
        'bracket, replace, cancel, setTimer and compute make',
    );
    expect(() => fail(wanting(null))).toThrow(/found null; allowed: what buy, sell/);
    expect(() => fail(wanting(undefined))).toThrow(/found nothing; allowed: what buy, sell/);
    const size = { kind: 'exact', quantity: 5 };
    const sized = Reflect.apply(buy, undefined, [{ reason: 'x', size }]);
    expect(() => fail(wanting(sized))).toThrow(
      /wants what nobody can do: size in a place; found {"kind":"exact","quantity":5}; allowed: { by: 'quantity'/,
    );
    expect(() => fail(wanting(sized))).toThrow(InputError);
  });
});

describe('a decision that wants nothing', () => {
  it('keeps the state that it was made with, whichever way it is told', () => {
    const [first, second] = [{ at: 1 }, { at: 2 }];
    const held = hold(first);
    const answers = [held, held, { state: second, intents: [] }, held, hold(second), held];
    const told = defineStrategy({
      name: 'told',
      parameters: z.object({}),
      state: () => first,
      decide: (): { state: typeof first; intents: [] } | typeof held => answers.shift() ?? held,
    });
    const { decide } = bindStrategy(told, { id: 'one', symbols: ['BTCUSDT'], interval: '1h', set: {} });
    const states = Array.from({ length: 6 }, () => decide(null, factsAt(1, [])).state);
    expect(states).toEqual([first, first, second, first, second, first]);
  });
});
