import type { Interval } from '@org/domain';
import { INTERVAL_MS, isInterval } from '@org/domain';
import { z } from 'zod';
import { configurationKey } from '../keys/key-facts.ts';
import { marketChoice } from './market-choice.ts';
import { offOr } from './off-or.ts';
import { oneOrSeveral } from './one-or-several.ts';
import { riskSchema } from './risk-schema.ts';
import { strategiesSchema, strategySchema } from './strategy-schema.ts';

const VENUES = ['local', 'testnet', 'live'] as const;
const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
const GPU = ['auto', 'on', 'off'] as const;

const symbols = z
  .array(z.string().regex(/^[A-Z0-9]{2,20}$/))
  .min(1)
  .refine((list) => new Set(list).size === list.length);

const redisUrl = z.url({ protocol: /^rediss?$/ });

/** Every key that all apps share, with its default: the one place that knows them. */
export const configurationSchema = z.strictObject({
  venue: configurationKey(z.enum(VENUES).default('local'), {
    meaning: 'where orders go: simulated on this machine, to the testnet, or to the exchange with real money',
    allowed: VENUES.join(', '),
  }),
  market: configurationKey(oneOrSeveral(z.array(z.string())).pipe(marketChoice).prefault('synthetic'), {
    meaning: 'where the bars come from',
    allowed: 'synthetic, live-data, or files of recorded bars',
    text: 'words',
  }),
  symbols: configurationKey(oneOrSeveral(z.array(z.string())).pipe(symbols).default(['BTCUSDT']), {
    meaning: 'the markets that are traded',
    allowed: 'different symbols as the exchange writes them, such as BTCUSDT',
    text: 'words',
  }),
  interval: configurationKey(
    z.custom<Interval>((value) => typeof value === 'string' && isInterval(value)).default('1m'),
    { meaning: 'the length of a bar', allowed: Object.keys(INTERVAL_MS).join(', ') },
  ),
  strategy: strategySchema,
  strategies: configurationKey(strategiesSchema.default([]), {
    meaning: 'several strategies that share the account, in place of `strategy`',
    allowed: 'a list of { name, set, allocation }, allocation above 0 and at most 1',
    text: 'strategies',
  }),
  risk: riskSchema,
  workers: configurationKey(z.union([z.literal('auto'), z.int().min(1).max(256)]).default('auto'), {
    meaning: 'how many threads share heavy work',
    allowed: 'a whole number from 1 to 256, or auto',
    text: 'number',
  }),
  gpu: configurationKey(z.enum(GPU).default('auto'), {
    meaning: 'whether sweeps are ranked on the GPU',
    allowed: GPU.join(', '),
  }),
  distributed: configurationKey(z.boolean().default(false), {
    meaning: 'whether heavy work may go to other machines',
    allowed: 'true, false',
    text: 'boolean',
  }),
  cache: z.strictObject({
    enabled: configurationKey(z.boolean().default(false), {
      meaning: 'whether computed results are kept for the next run',
      allowed: 'true, false',
      text: 'boolean',
    }),
    redisUrl: configurationKey(offOr(redisUrl).default(null), {
      meaning: 'a Redis server that keeps them, rather than this process',
      allowed: 'redis://host:port or rediss://host:port, or off',
    }),
  }),
  log: z.strictObject({
    level: configurationKey(z.enum(LOG_LEVELS).default('info'), {
      meaning: 'how much is logged',
      allowed: LOG_LEVELS.join(', '),
    }),
    directory: configurationKey(offOr(z.string().min(1)).default(null), {
      meaning: 'where log files are kept',
      allowed: 'a directory, or off',
    }),
  }),
});
