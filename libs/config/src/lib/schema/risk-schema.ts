import type { RiskLimits } from '@org/domain';
import { DEFAULT_RISK_LIMITS } from '@org/domain';
import { z } from 'zod';
import { configurationKey } from '../keys/key-facts.ts';
import { offOr } from './off-or.ts';

const FRACTION = 'a fraction above 0 and at most 1 (0.01 is 1%)';
const fraction = z.number().gt(0).lte(1);

function limit(name: Exclude<keyof RiskLimits, 'amountPerTrade'>, meaning: string) {
  return configurationKey(offOr(fraction).default(DEFAULT_RISK_LIMITS[name]), {
    meaning,
    allowed: `${FRACTION}, or off`,
    text: 'number',
  });
}

/** Domain's risk limits as configuration keys. */
export const riskSchema = z.strictObject({
  amountPerTrade: configurationKey(fraction.default(DEFAULT_RISK_LIMITS.amountPerTrade), {
    meaning: 'the most of equity that one entry may spend',
    allowed: FRACTION,
    text: 'number',
  }),
  riskPerTrade: limit('riskPerTrade', 'the share of equity lost when the stop of one entry is hit'),
  stopLoss: configurationKey(offOr(z.number().gt(0).lt(1)).default(DEFAULT_RISK_LIMITS.stopLoss), {
    meaning: 'how far below the entry the stop lies, as a fraction of its price',
    allowed: 'a fraction above 0 and below 1 (0.01 is 1%), or off',
    text: 'number',
  }),
  takeProfitRatio: configurationKey(
    offOr(z.number().gt(0).lte(1_000)).default(DEFAULT_RISK_LIMITS.takeProfitRatio),
    {
      meaning: "how many times the stop's distance the target lies above the entry",
      allowed: 'a number above 0 and at most 1000, or off',
      text: 'number',
    },
  ),
  maxPosition: limit('maxPosition', 'the most of equity held in one market, open orders included'),
  maxOpenOrders: configurationKey(
    offOr(z.int().min(1).max(1_000)).default(DEFAULT_RISK_LIMITS.maxOpenOrders),
    {
      meaning: 'how many entry orders may be open at once',
      allowed: 'a whole number from 1 to 1000, or off',
      text: 'number',
    },
  ),
  dailyLoss: limit('dailyLoss', "the share of the day's first equity (00:00 UTC) that may be lost in a day"),
  maxDrawdown: limit('maxDrawdown', 'the share of the highest equity lost before a person must look'),
}) satisfies z.ZodType<RiskLimits>;
