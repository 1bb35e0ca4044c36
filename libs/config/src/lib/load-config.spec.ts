import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RiskLimits } from '@org/domain';
import { DEFAULT_RISK_LIMITS, InputError } from '@org/domain';
import { z } from 'zod';
import type { ConfigurationSources, Flag } from '../index.ts';
import { ConfigurationError, configurationKey, loadConfig } from '../index.ts';

let cwd: string;
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'onestep-config-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

function write(text: string, name = 'onestep.yaml'): void {
  writeFileSync(join(cwd, name), text);
}

function load(sources: Partial<ConfigurationSources> = {}) {
  return loadConfig({ env: {}, flags: [], cwd, ...sources });
}

function flag(key: string, value: Flag['value'], name = `--${key}`): Flag {
  return { name, key, value };
}

function problemsOf(act: () => unknown): readonly InputError[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('the default configuration', () => {
  it('trades a synthetic market on this machine', () => {
    expect(load()).toEqual({
      venue: 'local',
      market: { kind: 'synthetic' },
      symbols: ['BTCUSDT'],
      interval: '1m',
      strategy: { name: 'sma-cross', set: {} },
      strategies: [{ name: 'sma-cross', set: {}, allocation: 1 }],
      risk: DEFAULT_RISK_LIMITS,
      workers: 'auto',
      gpu: 'auto',
      distributed: false,
      cache: { enabled: false, redisUrl: null },
      log: { level: 'info', directory: null },
      given: [],
    });
  });

  it('tells which keys somebody set', () => {
    const env = { ONESTEP_RISK_STOP_LOSS: '0.02' };
    expect(load({ env, flags: [{ name: '--interval', key: 'interval', value: '1m' }] }).given).toEqual([
      'risk.stopLoss',
      'interval',
    ]);
  });

  it("holds domain's risk limits", () => {
    const limits: RiskLimits = load().risk;
    expect(limits).toEqual(DEFAULT_RISK_LIMITS);
  });

  it('is frozen throughout', () => {
    const { risk, strategies, symbols } = load();
    expect([risk, strategies, strategies[0]?.set, symbols].every(Object.isFrozen)).toBe(true);
    expect(() => Object.assign(risk, { stopLoss: 1 })).toThrow(TypeError);
  });
});

describe('precedence', () => {
  it('lets a flag beat the environment, which beats the file, which beats the default', () => {
    write('venue: testnet\ninterval: 1h\nrisk:\n  stopLoss: 0.01\n');
    const env = { ONESTEP_INTERVAL: '4h', ONESTEP_RISK_STOP_LOSS: '0.02' };
    const flags = [flag('risk.stopLoss', '0.04')];
    const { venue, interval, risk, gpu } = load({ env, flags });
    expect({ venue, interval, stopLoss: risk.stopLoss, gpu }).toEqual({
      venue: 'testnet',
      interval: '4h',
      stopLoss: 0.04,
      gpu: 'auto',
    });
  });

  it('takes an empty variable and an undefined flag as not set', () => {
    expect(load({ env: { ONESTEP_VENUE: '' }, flags: [flag('venue', undefined)] }).venue).toBe('local');
  });
});

describe('the configuration file', () => {
  it.each(['onestep.yaml', 'onestep.yml'])('is %s in the working directory', (name) => {
    write('venue: live', name);
    expect(load().venue).toBe('live');
  });

  it('is onestep.json in the working directory', () => {
    write('{\n\t"symbols": ["ETHUSDT"],\n\t"risk": { "stopLoss": null }\n}', 'onestep.json');
    expect(load()).toMatchObject({ symbols: ['ETHUSDT'], risk: { stopLoss: null } });
  });

  it('is the named one, relative to the working directory', () => {
    write('venue: live');
    write('venue: testnet', 'other.yaml');
    expect(load({ file: 'other.yaml' }).venue).toBe('testnet');
  });

  it('may be empty, or hold sections whose keys are commented out', () => {
    write('# nothing yet\n');
    expect(load().venue).toBe('local');
    write('risk:\n  # stopLoss: 0.02\n');
    expect(load().risk).toEqual(DEFAULT_RISK_LIMITS);
  });

  it('may reuse values by anchor', () => {
    write('cache: &c { enabled: true }\nstrategy: { set: { fast: &n 5, slow: *n } }\n');
    expect(load()).toMatchObject({ cache: { enabled: true }, strategy: { set: { fast: 5, slow: 5 } } });
  });

  it('is refused when the named one is missing', () => {
    expect(() => load({ file: 'gone.yaml' })).toThrow(
      'gone.yaml: cannot read the configuration file; found no such file',
    );
  });

  it('is refused when it is a directory', () => {
    mkdirSync(join(cwd, 'folder'));
    expect(() => load({ file: 'folder' })).toThrow('found a directory');
  });

  it('is refused when there are two', () => {
    write('');
    write('{}', 'onestep.json');
    expect(() => load()).toThrow('more than one configuration file; found onestep.yaml and onestep.json');
  });

  it.each([
    ['risk: [1, 2', 'onestep.yaml:1:'],
    ['venue: live\nvenue: local\n', 'onestep.yaml:2:1: the configuration file cannot be read'],
    ['just text', 'onestep.yaml:1:1: the configuration file cannot be read; found no keys at the top level'],
    ['venue: live\n---\nvenue: local\n', 'the configuration file cannot be read'],
    ['venue: local\nsymbols: &s [*s]', 'onestep.yaml:2:1: the configuration file cannot be read'],
    [`strategy: { set: { a: &a [${'9,'.repeat(99)}], b: [${'*a,'.repeat(999)}] } }`, 'aliases without end'],
  ])('is refused with its line when it is no YAML of ours: %j', (text, message) => {
    write(text);
    expect(() => load()).toThrow(message);
  });
});

describe('a wrong value', () => {
  it('is named with its flag, what was found and what is allowed', () => {
    expect(() => load({ flags: [flag('venue', 'binance')] })).toThrow(
      'venue does not take this value; found "binance" (flag --venue); allowed: local, testnet, live',
    );
  });

  it('is named with its environment variable', () => {
    expect(() => load({ env: { ONESTEP_RISK_DAILY_LOSS: '5%' } })).toThrow(
      'risk.dailyLoss does not take this value; found "5%" (environment variable ONESTEP_RISK_DAILY_LOSS); ' +
        'allowed: a fraction above 0 and at most 1 (0.01 is 1%), or off',
    );
  });

  it('is named with its line in the file', () => {
    write('venue: live\nrisk:\n  stopLoss: 3\n');
    expect(() => load()).toThrow(
      'onestep.yaml:3:3: risk.stopLoss does not take this value; found 3; allowed',
    );
  });

  it('is an input error', () => {
    expect(() => load({ flags: [flag('venue', 'x')] })).toThrow(InputError);
  });

  it('in a list is named with its place in the list', () => {
    write('strategies:\n  - { name: a, allocation: 2 }\n  - { nam: b }\n');
    const messages = problemsOf(load).map(({ message }) => message);
    expect(messages).toEqual([
      expect.stringContaining('strategies[0].allocation does not take this value; found 2'),
      expect.stringContaining('strategies[1].name does not take this value; found nothing'),
      expect.stringContaining('strategies[1] does not take this value; found "nam"'),
    ]);
  });

  it('is not shown when it looks like a secret', () => {
    const [problem] = problemsOf(() => load({ env: { ONESTEP_CACHE_REDIS_URL: 'http://me:hunter2@host' } }));
    expect(problem?.message).toContain('a secret (not shown)');
    expect(problem?.message).not.toContain('hunter2');
  });

  it('is cut when it is long', () => {
    const [problem] = problemsOf(() => load({ flags: [flag('venue', 'x'.repeat(500))] }));
    expect(problem?.message.length).toBeLessThan(200);
  });

  it.each([
    ['risk.amountPerTrade', ['0', '1.01', 'off', 'NaN', '-0.5', '']],
    ['risk.riskPerTrade', ['0', '1.01']],
    ['risk.stopLoss', ['0', '1']],
    ['risk.takeProfitRatio', ['0', '1001']],
    ['risk.maxPosition', ['0', '1.01']],
    ['risk.maxOpenOrders', ['0', '1.5', '1001']],
    ['risk.dailyLoss', ['0', '1.01']],
    ['risk.maxDrawdown', ['0', '1.01', 'Infinity']],
    ['symbols', ['btcusdt', 'BTCUSDT,BTCUSDT', 'BTC/USDT', '']],
    ['interval', ['1x', '60', '1M']],
    ['market', ['synthetic,a.csv', '', 'synthetc', 'livedata']],
    ['workers', ['0', '257', 'many']],
    ['gpu', ['true']],
    ['distributed', ['yes']],
    ['cache.redisUrl', ['localhost:6379', 'http://localhost']],
    ['log.level', ['trace']],
    ['log.directory', ['']],
    ['strategy.name', ['']],
    ['strategy.set', ['fast', '=1']],
  ])('of %s is one of %j', (key, texts) => {
    for (const text of texts) expect(problemsOf(() => load({ flags: [flag(key, text)] }))).toHaveLength(1);
  });

  it('is a flag that was given twice but takes one value', () => {
    expect(() => load({ flags: [flag('venue', ['live', 'local'])] })).toThrow('found ["live","local"]');
  });
});

describe('values at the edge of what is allowed', () => {
  it.each([
    ['risk.amountPerTrade', '1', { risk: { amountPerTrade: 1 } }],
    ['risk.stopLoss', '0.999', { risk: { stopLoss: 0.999 } }],
    ['risk.stopLoss', 'off', { risk: { stopLoss: null } }],
    ['risk.maxDrawdown', 'null', { risk: { maxDrawdown: null } }],
    ['risk.maxOpenOrders', '1000', { risk: { maxOpenOrders: 1000 } }],
    ['risk.takeProfitRatio', '1e3', { risk: { takeProfitRatio: 1000 } }],
    ['symbols', 'BTCUSDT, ETHUSDT', { symbols: ['BTCUSDT', 'ETHUSDT'] }],
    ['symbols', ['BTCUSDT', 'ETHUSDT'], { symbols: ['BTCUSDT', 'ETHUSDT'] }],
    ['market', 'live-data', { market: { kind: 'live-data' } }],
    ['market', './synthetics', { market: { kind: 'files', files: ['./synthetics'] } }],
    ['market', 'bars', { market: { kind: 'files', files: ['bars'] } }],
    ['market', 'a.csv,b-*.zip', { market: { kind: 'files', files: ['a.csv', 'b-*.zip'] } }],
    ['workers', '256', { workers: 256 }],
    ['workers', 8, { workers: 8 }],
    ['distributed', 'true', { distributed: true }],
    ['distributed', false, { distributed: false }],
    ['cache.redisUrl', 'rediss://cache:6380', { cache: { redisUrl: 'rediss://cache:6380' } }],
    ['log.directory', 'off', { log: { directory: null } }],
  ])('%s takes %j', (key, value, expected) => {
    expect(load({ flags: [flag(key, value)] })).toMatchObject(expected);
  });

  it('of lists may be single words in the file', () => {
    write('symbols: ETHUSDT\nmarket: a.csv, b.csv\n');
    expect(load()).toMatchObject({
      symbols: ['ETHUSDT'],
      market: { kind: 'files', files: ['a.csv', 'b.csv'] },
    });
  });
});

describe('a limit in the file', () => {
  it.each(['off', 'null', '~'])('is switched off by %s', (word) => {
    write(`risk: { dailyLoss: ${word} }`);
    expect(load().risk.dailyLoss).toBeNull();
  });

  it('is not switched off by being left empty', () => {
    write('risk:\n  dailyLoss:\n  maxDrawdown: 0.1\n');
    expect(() => load()).toThrow('onestep.yaml:2:3: risk.dailyLoss does not take this value; found nothing');
  });
});

describe('an unknown key', () => {
  it('is refused in the file with its line and the nearest known one', () => {
    write('risk:\n  stopLos: 0.02\n');
    expect(() => load()).toThrow(
      'onestep.yaml:2:3: unknown configuration key; found risk.stopLos. Did you mean risk.stopLoss?',
    );
  });

  it('is refused without a guess when none is near', () => {
    write('colour: red\n');
    expect(() => load()).toThrow('found colour. The README of @org/config, in libs/config, lists the keys.');
  });

  it('is refused in the environment', () => {
    expect(() => load({ env: { ONESTEP_RISK_STOPLOSS: '0.02' } })).toThrow(
      'unknown environment variable; found ONESTEP_RISK_STOPLOSS. Did you mean ONESTEP_RISK_STOP_LOSS?',
    );
    expect(() => load({ env: { ONESTEP_FOO: '1' } })).toThrow(
      /found ONESTEP_FOO\. The README of @org\/config, in libs\/config, lists the keys\.$/,
    );
  });

  it('is refused among the flags', () => {
    expect(() => load({ flags: [flag('venu', 'live', '--venu')] })).toThrow(
      'found venu (flag --venu). Did you mean venue?',
    );
  });

  it('is not what steers the tests, nor what is not ours', () => {
    const env = { ONESTEP_SHARED: '/data', ONESTEP_REQUIRE: 'shared', PATH: '/bin' };
    expect(load({ env }).venue).toBe('local');
  });

  it('is not an object property that every object has', () => {
    write('constructor: 1\n__proto__: { venue: live }\n');
    expect(problemsOf(load)).toHaveLength(2);
  });

  it('cannot stand where a section belongs', () => {
    write('log: debug\n');
    expect(() => load()).toThrow(
      'log takes no value of its own; allowed: the keys level, directory below it',
    );
  });

  it('may be no text at all', () => {
    write('? [a, b]\n: 1\n');
    expect(() => load()).toThrow('unknown configuration key');
  });
});

describe('several problems', () => {
  it('are reported together, from all sources', () => {
    write('colour: red\nrisk: { maxPosition: 9 }\n');
    const act = () => load({ env: { ONESTEP_GPU: 'yes', ONESTEP_X: '1' }, flags: [flag('venue', 'x')] });
    expect(problemsOf(act).map(({ code }) => code)).toEqual([
      'config-key-unknown',
      'config-variable-unknown',
      'config-value',
      'config-value',
      'config-value',
    ]);
    expect(act).toThrow(/^5 problems in the configuration:\n- onestep\.yaml:1:1: unknown/);
  });
});

describe('a secret in the configuration', () => {
  it.each([
    'apiKey: abc123',
    'binance:\n  apiSecret: abc123',
    'BINANCE_API_KEY: abc123',
    'strategy:\n  set: { token: abc123 }',
    'strategies: [{ name: a, set: { password: abc123 } }]',
    'strategy: { set: { note: "-----BEGIN PRIVATE KEY-----abc123" } }',
    'cache: { redisUrl: "redis://me:abc123@host:6379" }',
  ])('is refused by its name and never shown: %j', (text) => {
    write(text);
    const [problem, ...more] = problemsOf(load);
    expect(more).toEqual([]);
    expect(problem?.code).toBe('config-secret');
    expect(problem?.message).toContain('onestep.yaml:');
    expect(problem?.message).toContain('BINANCE_API_SECRET');
    expect(problem?.message).not.toContain('abc123');
  });

  it('is refused in a variable of the configuration', () => {
    const [problem] = problemsOf(() => load({ env: { ONESTEP_BINANCE_API_SECRET: 'abc123' } }));
    expect(problem?.code).toBe('config-secret');
    expect(problem?.message).not.toContain('abc123');
  });

  it('is no password of Redis in the environment, which is where it belongs', () => {
    const url = 'redis://me:abc123@host:6379';
    expect(load({ env: { ONESTEP_CACHE_REDIS_URL: url } }).cache.redisUrl).toBe(url);
  });
});

describe("an app's own part of the configuration", () => {
  const schemaPart = z.object({
    seed: configurationKey(z.int().min(0).default(1), {
      meaning: 'which market is played',
      allowed: 'a whole number from 0',
      text: 'number',
    }),
    report: z.object({ title: z.string().describe('the title of the report') }),
  });

  it('is read from the same sources, typed', () => {
    write('report: { title: Mine }');
    const { seed, report, venue } = loadConfig({
      env: { ONESTEP_SEED: '7' },
      flags: [],
      cwd,
      schemaPart,
    });
    expect({ seed: seed + 1, title: report.title.length, venue }).toEqual({
      seed: 8,
      title: 4,
      venue: 'local',
    });
  });

  it('names what must be set and is not', () => {
    expect(() => loadConfig({ env: {}, flags: [], cwd, schemaPart })).toThrow(
      'report.title must be set; allowed: the title of the report. Or set ONESTEP_REPORT_TITLE.',
    );
  });
});
