import { z } from 'zod';
import { buy, candles, defineStrategy, hold, indicator, sell } from '../../index.ts';

const parameters = z.object({
  period: z.number().int().min(2).default(20).describe('bars of the average'),
  mode: z.enum(['calm', 'bold']).default('calm').describe('how it trades'),
});

/** What a strategy may not do is refused by the type check of this file; the bodies are never run. */
describe('what a strategy may write', () => {
  it('is told by the types of its parameters, inputs, indicators and state', () => {
    const definition = defineStrategy({
      name: 'typed',
      parameters,
      inputs: (p, session) => ({
        main: candles(session.symbols[0], session.interval),
        filter: candles(session.symbols[0], p.period > 2 ? '4h' : '1d'),
      }),
      indicators: (p) => ({
        average: indicator('sma', { period: p.period }),
        trend: indicator('ema', { period: 50 }, { on: 'filter' }),
        stochastic: indicator('stoch', { smooth: 3 }),
      }),
      state: () => ({ seen: 0, side: 'none', marks: [1, 2] }),
      decide(state, view) {
        const average: number = view.now.average;
        const k: number = view.before.stochastic.k - view.ago(1).stochastic.d;
        const close: number | undefined = view.candles.filter?.close;
        const mode: 'calm' | 'bold' = view.parameters.mode;
        if (view.isNew('filter') && mode === 'bold') {
          return {
            state: { ...state, side: 'long' },
            intents: [buy({ reason: `${average} ${k} ${close}` })],
          };
        }
        return hold(state);
      },
    });
    expect(definition.name).toBe('typed');
  });

  it('refuses to read what was not declared', () => {
    defineStrategy({
      name: 'reads-too-much',
      parameters,
      indicators: (p) => ({ average: indicator('sma', { period: p.period }) }),
      decide(state, view) {
        // @ts-expect-error no such indicator
        void view.now.slow;
        // @ts-expect-error no such output: one number
        void view.now.average.k;
        // @ts-expect-error no such parameter
        void view.parameters.fast;
        // @ts-expect-error no such input
        void view.candles.filter;
        // @ts-expect-error no such input
        void view.isNew('filter');
        // @ts-expect-error no later bars
        void view.next;
        // @ts-expect-error no other strategies
        void view.strategies;
        // @ts-expect-error values are read by name
        if (view.trigger.kind === 'candleClosed') void view.trigger.values;
        return hold(state);
      },
    });
    expect.assertions(0);
  });

  it('refuses to change anything', () => {
    defineStrategy({
      name: 'changes-things',
      parameters,
      indicators: (p) => ({ average: indicator('sma', { period: p.period }) }),
      state: () => ({ count: 0, list: [{ price: 1 }] }),
      decide(state, view) {
        // @ts-expect-error the state is replaced, not changed
        state.count += 1;
        // @ts-expect-error nor is anything in it
        state.list[0] = { price: 2 };
        // @ts-expect-error parameters stay
        view.parameters.period = 3;
        // @ts-expect-error values stay
        view.now.average = 3;
        // @ts-expect-error time stays
        view.time = 0;
        // @ts-expect-error a bar stays
        if (view.candles.main !== undefined) view.candles.main.close = 1;
        return hold(state);
      },
    });
    expect.assertions(0);
  });

  it('refuses indicators, options, inputs and answers that do not exist', () => {
    defineStrategy({
      name: 'asks-wrongly',
      parameters,
      indicators: () => ({
        // @ts-expect-error no such indicator
        magic: indicator('magic'),
        // @ts-expect-error no such option
        average: indicator('sma', { length: 3 }),
      }),
      decide: (state) => hold(state),
    });
    defineStrategy({
      name: 'reads-nowhere',
      parameters,
      inputs: (_p, session) => ({ main: candles(session.symbols[0], '1h') }),
      // @ts-expect-error no such input
      indicators: () => ({ trend: indicator('ema', {}, { on: 'filter' }) }),
      decide: (state) => hold(state),
    });
    defineStrategy({
      name: 'answers-wrongly',
      parameters,
      state: () => ({ count: 0 }),
      // @ts-expect-error another state than it began with
      decide: () => ({ state: { total: 1 }, intents: [sell({ reason: '1' })] }),
    });
    expect.assertions(0);
  });
});
