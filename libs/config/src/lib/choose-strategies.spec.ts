import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './load-config.ts';
import type { Flag } from './sources/read-flags.ts';

let cwd: string;
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'onestep-config-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const name = (value: string): Flag => ({ name: '--strategy', key: 'strategy.name', value });
const set = (...value: string[]): Flag => ({ name: '--set', key: 'strategy.set', value });
const several = (...value: string[]): Flag => ({ name: '--strategies', key: 'strategies', value });

function strategies(file: string, flags: readonly Flag[] = [], env: NodeJS.ProcessEnv = {}) {
  writeFileSync(join(cwd, 'onestep.yaml'), file);
  return loadConfig({ env, flags, cwd }).strategies;
}

describe('one strategy', () => {
  it('has the whole account and the parameters of all sources', () => {
    const file = 'strategy: { name: grid, set: { levels: 5, width: 0.1, mode: wide } }';
    const env = { ONESTEP_STRATEGY_SET: 'width=0.2,both=true' };
    expect(strategies(file, [set('levels=7')], env)).toEqual([
      { name: 'grid', set: { levels: 7, width: 0.2, both: true, mode: 'wide' }, allocation: 1 },
    ]);
  });

  it('leaves out parameters that were meant for the strategy before', () => {
    const file = 'strategy: { name: grid, set: { levels: 5 } }';
    expect(strategies(file, [name('./mine.ts'), set('length=3')])).toEqual([
      { name: './mine.ts', set: { length: 3 }, allocation: 1 },
    ]);
    expect(strategies('strategy: { set: { fast: 5 } }', [name('grid')])[0]?.set).toEqual({});
  });

  it('keeps the parameters of the file when a flag repeats its name', () => {
    const file = 'strategy: { name: grid, set: { levels: 5 } }';
    expect(strategies(file, [name('grid')])[0]?.set).toEqual({ levels: 5 });
    expect(strategies('strategy: { set: { fast: 5 } }', [name('sma-cross')])[0]?.set).toEqual({ fast: 5 });
  });

  it('forgets the file when the environment named another in between', () => {
    const file = 'strategy: { name: grid, set: { levels: 5 } }';
    const env = { ONESTEP_STRATEGY_NAME: 'other', ONESTEP_STRATEGY_SET: 'x=1' };
    expect(strategies(file, [name('grid')], env)[0]?.set).toEqual({});
  });

  it('is refused when its parameters are no names with values', () => {
    expect(() => strategies('strategy: { set: [fast, 5] }', [set('fast=3')])).toThrow(
      'onestep.yaml:1:13: strategy.set does not take this value; found ["fast",5]',
    );
  });
});

describe('several strategies', () => {
  it('have the shares that were given', () => {
    const file =
      'strategies:\n  - { name: a, set: { n: 1 }, allocation: 0.7 }\n  - { name: b, allocation: 0.2 }\n';
    expect(strategies(file)).toEqual([
      { name: 'a', set: { n: 1 }, allocation: 0.7 },
      { name: 'b', set: {}, allocation: 0.2 },
    ]);
  });

  it('share equally what the others leave', () => {
    expect(strategies('', [several('a=0.5', 'b', './c=d.ts')])).toEqual([
      { name: 'a', set: {}, allocation: 0.5 },
      { name: 'b', set: {}, allocation: 0.25 },
      { name: './c=d.ts', set: {}, allocation: 0.25 },
    ]);
  });

  it('may add up to the whole account, whatever the last bit says', () => {
    expect(0.34 + 0.26 + 0.29 + 0.11).toBeGreaterThan(1);
    expect(strategies('', [several('a=0.34,b=0.26,c=0.29,d=0.11')])).toHaveLength(4);
  });

  it('may not exceed the account', () => {
    expect(() => strategies('', [several('a=0.6,b=0.6')])).toThrow(
      'the allocations exceed the account; found a 0.6, b 0.6; allowed: a sum of at most 1',
    );
  });

  it('must leave something to those without a share', () => {
    expect(() => strategies('', [several('a=1', 'b')])).toThrow(
      'the allocations leave nothing to those without one; found a 1, b the rest; allowed: a sum below 1',
    );
  });

  it('are at least one: who lists none does not get the default one', () => {
    expect(() => strategies('strategies: []')).toThrow('strategies does not take this value; found []');
  });

  it('give way to one strategy from a stronger source', () => {
    expect(strategies('strategies: [{ name: a }, { name: b }]', [name('c')])).toEqual([
      { name: 'c', set: {}, allocation: 1 },
    ]);
  });

  it('beat one strategy from a weaker source', () => {
    expect(strategies('strategy: { name: c }', [several('a')])).toEqual([
      { name: 'a', set: {}, allocation: 1 },
    ]);
  });

  it('are refused beside one strategy from the same source', () => {
    expect(() => strategies('strategy: { name: c }\nstrategies: [{ name: a }]')).toThrow(
      'both strategy and strategies are set',
    );
  });
});
