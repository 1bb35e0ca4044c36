import { z } from 'zod';
import { bindStrategy, buy, defineStrategy, hold, indicator, sell } from '../../index.ts';
import type { StrategyDefinition } from '../../index.ts';
import { smaCross } from '../../lib/sma-cross/sma-cross.ts';
import { describeStrategyContract, strategyContract } from '../../testing.ts';
import { ContractError } from './strategy-contract.ts';

const none = z.object({});

/** The names of the rules that a strategy breaks. */
function broken(definition: StrategyDefinition): readonly string[] {
  return strategyContract
    .filter((rule) => rule.violations(definition, {}).length > 0)
    .map(({ name }) => name);
}

const TWICE = 'decides the same when asked twice';
const ANOTHER_RUN = 'decides the same in another run whose state goes through JSON at every event';
const NEIGHBOURS = 'decides the same whoever sits beside it';
const UNCHANGED = 'leaves all that it is given as it is';

describe('the contract of strategies', () => {
  it('is kept by an honest strategy', () => {
    expect(broken(smaCross)).toEqual([]);
  });

  it('catches a hidden counter', () => {
    let bars = 0;
    const counts = defineStrategy({
      name: 'counts',
      parameters: none,
      decide(state) {
        bars += 1;
        return bars % 50 === 0 ? { state, intents: [buy({ reason: `bar ${bars}` })] } : hold(state);
      },
    });
    expect(broken(counts)).toEqual(expect.arrayContaining([TWICE, ANOTHER_RUN]));
  });

  it('catches a memory that is kept beside the state', () => {
    const closes: number[] = [];
    const remembers = defineStrategy({
      name: 'remembers',
      parameters: none,
      decide(state, view) {
        const close = view.candles.main?.close ?? NaN;
        const highest = Math.max(...closes, 0);
        closes.push(close);
        return close > highest ? { state, intents: [buy({ reason: `above ${highest}` })] } : hold(state);
      },
    });
    expect(broken(remembers)).toContain(ANOTHER_RUN);
  });

  it.each<[string, (state: { list: number[] }, candle: object) => void]>([
    ['its state', (state) => state.list.push(1)],
    ['a bar', (_state, candle) => Object.assign(candle, { close: 1 })],
  ])('catches a strategy that changes %s', (_what, change) => {
    const changes = defineStrategy({
      name: 'changes',
      parameters: none,
      state: (): { list: number[] } => ({ list: [] }),
      decide(state, view) {
        Reflect.apply(change, undefined, [state, view.candles.main]);
        return { state, intents: [buy({ reason: 'close 1' })] };
      },
    });
    expect(broken(changes)).toContain(UNCHANGED);
  });

  it('catches a strategy that changes its parameters', () => {
    const changes = defineStrategy({
      name: 'changes',
      parameters: z.object({ bars: z.number().default(1).describe('bars') }),
      decide(state, view) {
        Object.assign(view.parameters, { bars: view.parameters.bars + 1 });
        return hold(state);
      },
    });
    expect(broken(changes)).toContain(UNCHANGED);
  });

  it('catches a strategy that reads values past its own', () => {
    const peeks = defineStrategy({
      name: 'peeks',
      parameters: none,
      indicators: () => ({ average: indicator('sma', { period: 3 }) }),
      decide(state, view) {
        const raw = Object.entries(view.trigger).find(([key]) => key === 'values');
        const values: readonly unknown[] = Array.isArray(raw?.[1]) ? raw[1] : [];
        const [, , , beyond] = values;
        const reason = `value ${Number(values[0])}`;
        return { state, intents: beyond === undefined ? [buy({ reason })] : [sell({ reason })] };
      },
    });
    expect(broken(peeks)).toContain(NEIGHBOURS);
  });

  it('catches a state that JSON does not bring back whole', () => {
    const loses = defineStrategy({
      name: 'loses',
      parameters: none,
      state: () => ({ highest: 0 }),
      decide: (_state, view) => ({
        state: { highest: (view.candles.main?.close ?? 0) > 30_500 ? NaN : 1 },
        intents: [buy({ reason: 'close 1' })],
      }),
    });
    expect(broken(loses)).toContain('keeps its state as plain data that JSON brings back whole');
    const instance = defineStrategy({
      name: 'instance',
      parameters: none,
      state: (): object => ({}),
      decide: () => ({ state: new Map([[1, 2]]), intents: [buy({ reason: 'close 1' })] }),
    });
    expect(broken(instance)).toContain('keeps its state as plain data that JSON brings back whole');
  });

  it('catches reasons without numbers, and a strategy that never wants anything', () => {
    const vague = defineStrategy({
      name: 'vague',
      parameters: none,
      decide: (state) => ({ state, intents: [buy({ reason: 'looks good' })] }),
    });
    expect(broken(vague)).toEqual(['gives the numbers in every reason']);
    const idle = defineStrategy({ name: 'idle', parameters: none, decide: (state) => hold(state) });
    expect(broken(idle)).toEqual(['wants something at times']);
  });

  it('catches parameters without default or meaning', () => {
    const bare = defineStrategy({
      name: 'bare',
      parameters: z.object({ bars: z.number().optional() }),
      decide: (state) => ({ state, intents: [buy({ reason: 'close 1' })] }),
    });
    expect(broken(bare)).toEqual(['has a default for every parameter', 'says what every parameter means']);
  });

  it('gives a test for each rule, which fails where the rule is broken', () => {
    const tests = new Map<string, () => void>();
    const runner = {
      describe: (_name: string, body: () => void) => body(),
      it: (name: string, body: () => void) => void tests.set(name, body),
    };
    const idle = defineStrategy({ name: 'idle', parameters: none, decide: (state) => hold(state) });
    describeStrategyContract(idle, runner);
    expect([...tests.keys()]).toEqual(strategyContract.map(({ name }) => name));
    expect(tests.get('wants something at times')).toThrow(ContractError);
    expect(tests.get(TWICE)).not.toThrow();
  });

  it('gives a strategy nothing to look ahead with', () => {
    const bound = bindStrategy(smaCross, { id: 'one', symbols: ['BTCUSDT'], interval: '1h', set: {} });
    const reachable = new Set<string>();
    const looks = defineStrategy({
      name: 'looks',
      parameters: none,
      decide(state, view) {
        for (let at: object | null = view; at !== null; at = nextPrototype(at)) {
          for (const key of Object.getOwnPropertyNames(at)) reachable.add(key);
        }
        return { state, intents: [buy({ reason: 'close 1' })] };
      },
    });
    broken(looks);
    expect([...reachable].filter((key) => /next|later|future|series|column|state/i.test(key))).toEqual([]);
    expect(bound.decide.length).toBe(2);
  });
});

function nextPrototype(value: object): object | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof prototype === 'object' && prototype !== Object.prototype ? prototype : null;
}
