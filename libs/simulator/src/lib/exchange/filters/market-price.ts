import type { AveragePrice } from '../exchange.ts';
import type { FilterFacts } from './order-filter.ts';

/**
 * The price that an order is measured by: the reference price where the market has one, else its average over
 * `minutes`, else (and for 0 minutes) its last. Null where nothing traded yet: then nothing can be measured.
 */
export function marketPrice(facts: FilterFacts, minutes: number): AveragePrice | null {
  if (facts.referencePrice !== null) return facts.referencePrice;
  const average = minutes === 0 ? null : facts.averagePrice(minutes);
  if (average !== null) return average;
  return facts.lastPrice === null ? null : { numerator: BigInt(facts.lastPrice), denominator: 1n };
}
