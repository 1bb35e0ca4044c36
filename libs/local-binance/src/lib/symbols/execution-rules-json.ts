import type { Decimal } from '@org/domain';
import type { PriceRange, SymbolRules } from '@org/simulator';
import { z } from 'zod';
import { fixedText } from '../wire/decimal-text.ts';
import { decimal } from './filter-schema.ts';

/** The rules of a symbol as `executionRules` has them; a bound that is off is left out. */
export function executionRulesJson({ priceRange }: SymbolRules): readonly object[] {
  if (priceRange === undefined) return [];
  const { buy, sell } = priceRange;
  return [
    {
      ruleType: 'PRICE_RANGE',
      ...bound('bidLimitMultUp', buy.up),
      ...bound('bidLimitMultDown', buy.down),
      ...bound('askLimitMultUp', sell.up),
      ...bound('askLimitMultDown', sell.down),
    },
  ];
}

/** A rule as `executionRules` has it. */
export const executionRuleSchema = z.strictObject({
  ruleType: z.literal('PRICE_RANGE'),
  bidLimitMultUp: decimal.optional(),
  bidLimitMultDown: decimal.optional(),
  askLimitMultUp: decimal.optional(),
  askLimitMultDown: decimal.optional(),
});

/** The same in the simulator's words. */
export function readPriceRange(rule: z.output<typeof executionRuleSchema>): PriceRange {
  return {
    buy: { down: rule.bidLimitMultDown ?? null, up: rule.bidLimitMultUp ?? null },
    sell: { down: rule.askLimitMultDown ?? null, up: rule.askLimitMultUp ?? null },
  };
}

/** Multipliers are written with four decimals at least. */
function bound(name: string, multiplier: Decimal | null): object {
  if (multiplier === null) return {};
  const { units, decimals } = multiplier;
  const shift = Math.max(0, 4 - decimals);
  return { [name]: fixedText(units * 10n ** BigInt(shift), decimals + shift) };
}
