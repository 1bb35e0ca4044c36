import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { configurationKey } from './keys/key-facts.ts';
import { describeConfig } from './describe-config.ts';

describe('the description of the configuration', () => {
  const rows = describeConfig();

  it('has a row for every key, with its variable, default and meaning', () => {
    expect(rows.find(({ key }) => key === 'risk.stopLoss')).toEqual({
      key: 'risk.stopLoss',
      environment: 'ONESTEP_RISK_STOP_LOSS',
      default: '0.03',
      meaning: 'how far below the entry the stop lies, as a fraction of its price',
      allowed: 'a fraction above 0 and below 1 (0.01 is 1%), or off',
    });
    expect(rows.map(({ key }) => key)).toEqual([
      'venue',
      'market',
      'symbols',
      'interval',
      'strategy.name',
      'strategy.set',
      'strategies',
      'risk.amountPerTrade',
      'risk.riskPerTrade',
      'risk.stopLoss',
      'risk.takeProfitRatio',
      'risk.maxPosition',
      'risk.maxOpenOrders',
      'risk.dailyLoss',
      'risk.maxDrawdown',
      'workers',
      'gpu',
      'distributed',
      'cache.enabled',
      'cache.redisUrl',
      'log.level',
      'log.directory',
    ]);
  });

  it('is what the README says, key by key', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const cells = readme
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')));
    expect(cells.map((row) => row.slice(1, -1))).toEqual(
      rows.map((row) => [row.key, row.default, row.meaning, row.allowed]),
    );
  });

  it('writes defaults as a person would', () => {
    const defaults = Object.fromEntries(rows.map((row) => [row.key, row.default]));
    expect(defaults).toMatchObject({
      market: 'synthetic',
      symbols: 'BTCUSDT',
      distributed: 'false',
      'strategy.set': '',
      'cache.redisUrl': 'off',
    });
  });

  it('says of every key what it means and takes, and gives each a variable of its own', () => {
    expect(rows.every(({ meaning, allowed }) => meaning !== '' && allowed !== '')).toBe(true);
    expect(new Set(rows.map(({ environment }) => environment)).size).toBe(rows.length);
  });

  it("adds an app's own keys; one that must be set has no default", () => {
    const name = configurationKey(z.string(), { meaning: 'whose bot', allowed: 'a name' });
    expect(describeConfig(z.object({ owner: name, quiet: z.boolean().optional() })).slice(-2)).toEqual([
      { key: 'owner', environment: 'ONESTEP_OWNER', default: '', meaning: 'whose bot', allowed: 'a name' },
      { key: 'quiet', environment: 'ONESTEP_QUIET', default: '', meaning: '', allowed: '' },
    ]);
  });
});
