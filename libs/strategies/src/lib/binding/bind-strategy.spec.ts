import { InputError } from '@org/domain';
import { z } from 'zod';
import {
  bindStrategy,
  book,
  builtInStrategies,
  candles,
  defineStrategy,
  describeParameters,
  hold,
  indicator,
  isStrategyDefinition,
  smaCross,
  trades,
} from '../../index.ts';
import type { GivenParameters, StrategyDefinition } from '../../index.ts';

const WHERE = { id: 'one', symbols: ['BTCUSDT', 'ETHUSDT'], interval: '1h' } as const;

const many = defineStrategy({
  name: 'many',
  parameters: z.object({
    count: z.number().int().min(1).max(9).default(3).describe('how many'),
    share: z.number().positive().lt(1).default(0.5).describe('how much'),
    bold: z.boolean().default(false).describe('whether to dare'),
    mode: z.enum(['wide', 'narrow']).default('wide').describe('which way'),
    level: z.union([z.number(), z.null()]).default(null).describe('where, or null for nowhere'),
    side: z.literal('long').default('long').describe('always long'),
    note: z.string().default('').describe('a note'),
    levels: z.array(z.number()).default([]).describe('where'),
    shape: z.object({ width: z.number() }).optional().describe('which form'),
  }),
  decide: (state) => hold(state),
});

function parametersOf(set: GivenParameters): unknown {
  return bindStrategy(many, { ...WHERE, set }).parameters;
}

function messageOf(definition: StrategyDefinition, set: GivenParameters = {}): string {
  try {
    bindStrategy(definition, { ...WHERE, set });
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'bound';
}

describe('binding a strategy', () => {
  it('gives parameters their defaults', () => {
    const defaults = { count: 3, share: 0.5, bold: false, mode: 'wide', level: null, side: 'long', note: '' };
    expect(parametersOf({})).toEqual({ ...defaults, levels: [] });
  });

  it('reads text as the kind that the schema wants, and takes values as they are', () => {
    const asText = { count: '7', share: '0.25', bold: 'true', mode: 'narrow', level: '12', note: '12' };
    const asValues = { count: 7, share: 0.25, bold: true, mode: 'narrow', level: 12, note: '12' };
    expect(parametersOf(asText)).toEqual({ ...asValues, side: 'long', levels: [] });
    expect(parametersOf(asValues)).toEqual({ ...asValues, side: 'long', levels: [] });
    expect(parametersOf({ level: 'null', bold: 'false' })).toMatchObject({ level: null, bold: false });
  });

  it('reads lists and objects from JSON', () => {
    expect(parametersOf({ levels: '[1, 2]', shape: '{"width":3}' })).toMatchObject({
      levels: [1, 2],
      shape: { width: 3 },
    });
    for (const text of ['1,2', '[1,', '["a"]']) {
      expect(messageOf(many, { levels: text })).toBe(
        `strategy many: parameter levels; found ${text}; allowed: a list as JSON`,
      );
    }
    expect(messageOf(many, { shape: '[]' })).toMatch(/allowed: an object as JSON$/);
  });

  it('tells a parameter that must be given from one that may be left out', () => {
    const kinds = describeParameters(many).map(({ name, mustBeGiven }) => [name, mustBeGiven]);
    expect(Object.fromEntries(kinds)).toMatchObject({ count: false, shape: false });
    const needy = untyped({ parameters: z.object({ count: z.number() }) });
    expect(describeParameters(needy)).toMatchObject([{ mustBeGiven: true, default: undefined }]);
  });

  it('refuses an unknown parameter, naming the ones there are and the one that is meant', () => {
    expect(messageOf(smaCross, { fsat: 5 })).toBe(
      'strategy sma-cross has no such parameter; found fsat; allowed: fast, slow, confirm. Did you mean fast?',
    );
    expect(messageOf(smaCross, { xyzzy: 5 })).toBe(
      'strategy sma-cross has no such parameter; found xyzzy; allowed: fast, slow, confirm',
    );
    const none = defineStrategy({ name: 'none', parameters: z.object({}), decide: (state) => hold(state) });
    expect(messageOf(none, { x: 1 })).toBe('strategy none has no such parameter; found x; allowed: none');
  });

  it.each<[GivenParameters, string]>([
    [{ count: '10' }, 'strategy many: parameter count; found 10; allowed: whole number from 1 to 9'],
    [{ count: '2.5' }, 'strategy many: parameter count; found 2.5; allowed: whole number from 1 to 9'],
    [{ count: 'two' }, 'strategy many: parameter count; found two; allowed: whole number from 1 to 9'],
    [{ count: '' }, 'strategy many: parameter count; found ""; allowed: whole number from 1 to 9'],
    [{ share: 1 }, 'strategy many: parameter share; found 1; allowed: number above 0 below 1'],
    [{ bold: 'yes' }, 'strategy many: parameter bold; found yes; allowed: true or false'],
    [{ mode: 'flat' }, 'strategy many: parameter mode; found flat; allowed: one of wide, narrow'],
    [{ level: 'high' }, 'strategy many: parameter level; found high; allowed: number or null'],
    [{ side: 'short' }, 'strategy many: parameter side; found short; allowed: long'],
    [{ note: 5 }, 'strategy many: parameter note; found 5; allowed: text'],
  ])('refuses %j, saying what is allowed', (set, message) => {
    expect(messageOf(many, set)).toBe(message);
  });

  it('refuses values that do not go together, naming all of them', () => {
    expect(messageOf(smaCross, { fast: '50', slow: '20' })).toBe(
      'strategy sma-cross: fast must be below slow; found fast=50, slow=20, confirm=1',
    );
    expect(messageOf(smaCross, { fast: 50 })).toContain('fast=50, slow=50');
  });

  it('asks for a parameter that has no default', () => {
    const bare = defineStrategy({
      name: 'bare',
      parameters: z.object({ size: z.number().describe('how much') }),
      decide: (state) => hold(state),
    });
    expect(messageOf(bare)).toBe('strategy bare: parameter size; found nothing; allowed: number');
    expect(describeParameters(bare)[0]?.default).toBeUndefined();
  });

  it('listens to the main symbol unless the strategy says otherwise', () => {
    expect(bindStrategy(smaCross, { ...WHERE, set: {} }).inputs).toEqual([
      { kind: 'candles', symbol: 'BTCUSDT', interval: '1h' },
    ]);
    const listens = defineStrategy({
      name: 'listens',
      parameters: z.object({}),
      inputs: (_p, { symbols }) => ({
        book: book(symbols[0]),
        tape: trades('ETHUSDT'),
        day: candles('ETHUSDT', '1d'),
      }),
      indicators: () => ({ average: indicator('sma', { period: 3 }) }),
      decide: (state) => hold(state),
    });
    const { inputs, indicators } = bindStrategy(listens, { ...WHERE, set: {} });
    expect(inputs.map(({ kind }) => kind)).toEqual(['book', 'trades', 'candles']);
    expect(indicators).toMatchObject([{ name: 'average', symbol: 'ETHUSDT', interval: '1d', candle: 0 }]);
  });

  it('says what it needs: protection, reports, memory, look back', () => {
    const bound = bindStrategy(smaCross, { ...WHERE, set: { confirm: 3 } });
    expect(bound).toMatchObject({ id: 'one', name: 'sma-cross', protection: 'position', lookBack: 3 });
    expect(bound).toMatchObject({ wantsOrderEvents: false, initialState: null });
  });

  it('completes the options of indicators', () => {
    const stoch = defineStrategy({
      name: 'stoch',
      parameters: z.object({}),
      indicators: () => ({ stoch: indicator('stoch', { period: 5 }, { on: 'main' }) }),
      decide: (state) => hold(state),
    });
    expect(bindStrategy(stoch, { ...WHERE, set: {} }).indicators[0]).toMatchObject({
      options: { period: 5, smooth: 3, signal: 3, smoothType: 'sma', signalType: 'sma' },
      outputs: ['k', 'd'],
    });
  });
});

/** A user's file is run without a type check, so what types refuse must be refused again. */
function untyped(words: object): StrategyDefinition {
  const made: unknown = Reflect.apply(defineStrategy, undefined, [
    { name: 'loose', parameters: z.object({}), decide: (state: null) => hold(state), ...words },
  ]);
  if (!isStrategyDefinition(made)) throw new Error('defineStrategy makes a definition');
  return made;
}

describe('binding a strategy that was not type checked', () => {
  it('refuses an unknown indicator and says which is meant', () => {
    const message = messageOf(
      untyped({ indicators: () => ({ x: { ...indicator('sma'), indicator: 'smaa' } }) }),
    );
    expect(message).toMatch(
      /^strategy loose: x asks for an unknown indicator; found smaa; allowed: .*\bsma\b/,
    );
    expect(message).toMatch(/Did you mean sma\?$/);
    expect(
      messageOf(untyped({ indicators: () => ({ x: { ...indicator('sma'), indicator: 'qqqqqqqq' } }) })),
    ).not.toContain('Did you mean');
  });

  it('refuses an option that is out of range or unknown', () => {
    const period = untyped({ indicators: () => ({ x: indicator('sma', { period: 0 }) }) });
    expect(messageOf(period)).toMatch(
      /^strategy loose: indicator x cannot be set so: option period of sma; found 0; allowed: a whole number from 1/,
    );
    const unknown = untyped({ indicators: () => ({ x: { ...indicator('sma'), options: { length: 3 } } }) });
    expect(messageOf(unknown)).toMatch(/option length.*allowed: period/);
  });

  it('refuses a source that no bar has, and an indicator that reads a second series', () => {
    const misspelt = untyped({ indicators: () => ({ x: { ...indicator('sma'), source: 'hihg' } }) });
    expect(messageOf(misspelt)).toBe(
      'strategy loose: indicator x reads what bars do not have; found hihg; ' +
        'allowed: time, open, high, low, close, volume',
    );
    expect(messageOf(untyped({ indicators: () => ({ x: indicator('beta') }) }))).toMatch(/found benchmark;/);
  });

  it('refuses an indicator on an input that does not exist', () => {
    const elsewhere = untyped({ indicators: () => ({ x: indicator('sma', {}, { on: 'filter' }) }) });
    expect(messageOf(elsewhere)).toMatch(
      /^strategy loose: indicator x reads an input that does not exist; found filter; allowed: main\./,
    );
    const nowhere = untyped({
      inputs: () => ({ book: book('BTCUSDT') }),
      indicators: () => ({ x: indicator('sma') }),
    });
    expect(messageOf(nowhere)).toMatch(/found no candle input at all; allowed: none/);
  });

  it('refuses a source for an indicator of several columns, and reads another column where there is one', () => {
    const several = untyped({ indicators: () => ({ x: indicator('stoch', {}, { source: 'volume' }) }) });
    expect(messageOf(several)).toMatch(/indicator x cannot be set so/);
    expect(
      messageOf(untyped({ indicators: () => ({ x: indicator('sma', {}, { source: 'volume' }) }) })),
    ).toBe('bound');
  });

  it('refuses a look back that is no small whole number', () => {
    expect(messageOf(untyped({ lookBack: -1 }))).toBe(
      'strategy loose: lookBack; found -1; allowed: whole numbers from 0 to 1000',
    );
    expect(messageOf(untyped({ lookBack: () => 0.5 }))).toMatch(/found 0.5/);
  });

  it('refuses a state that is not plain data', () => {
    expect(messageOf(untyped({ state: () => ({ seen: new Map() }) }))).toMatch(
      /^strategy loose has state that JSON would not bring back; found state.seen, an instance of Map;/,
    );
    expect(messageOf(untyped({ state: () => ({ list: [{}, { next: () => 1 }] }) }))).toMatch(
      /found state.list.1.next, function;/,
    );
    expect(messageOf(untyped({ state: () => ({ last: NaN }) }))).toMatch(/found state.last, NaN;/);
  });

  it('refuses parameters that are not plain data', () => {
    const parameters = z.object({
      days: z
        .string()
        .default('1')
        .transform((text) => new Set([text])),
    });
    expect(messageOf(untyped({ parameters }))).toMatch(
      /^strategy loose has parameters that JSON would not bring back; found parameters, an instance of Set;/,
    );
  });

  it('tells what the strategy’s own code throws, with its place', () => {
    const broken = untyped({
      indicators: () => {
        throw new TypeError('broken');
      },
    });
    expect(messageOf(broken)).toMatch(
      /bind-strategy\.spec\.ts:\d+:\d+: strategy loose failed while it was set up; found TypeError: broken$/,
    );
  });
});

describe('the built-in strategies', () => {
  it('are found by their names', () => {
    expect([...builtInStrategies.keys()]).toEqual(['sma-cross', 'trend-rsi-stoch']);
    for (const [name, definition] of builtInStrategies) expect(definition.name).toBe(name);
  });

  it('are what defineStrategy makes, which other values are not', () => {
    expect(isStrategyDefinition(smaCross)).toBe(true);
    for (const other of [null, undefined, 5, 'sma-cross', {}, { name: 'x', bind: () => null }]) {
      expect(isStrategyDefinition(other)).toBe(false);
    }
  });

  it('describe their parameters with range, default and meaning', () => {
    expect(describeParameters(smaCross)).toEqual([
      {
        name: 'fast',
        type: 'whole number from 1 to 5000',
        default: 20,
        mustBeGiven: false,
        meaning: 'bars of the fast average',
      },
      {
        name: 'slow',
        type: 'whole number from 1 to 5000',
        default: 50,
        mustBeGiven: false,
        meaning: 'bars of the slow average',
      },
      {
        name: 'confirm',
        type: 'whole number from 1 to 100',
        default: 1,
        mustBeGiven: false,
        meaning: 'closes in a row on the new side before acting; 1 acts on the first',
      },
    ]);
  });
});
