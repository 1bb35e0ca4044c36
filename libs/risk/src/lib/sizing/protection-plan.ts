import type { BracketIntent, PlaceIntent, ProtectionPlan, Refusal } from '@org/domain';

/** The protection that an entry names; null where it leaves all of it to the limits. */
export function planOf(intent: PlaceIntent | BracketIntent): ProtectionPlan | null {
  if (intent.kind === 'place') return null;
  const { stopPrice, targetPrice } = intent;
  return stopPrice === null && targetPrice === null ? null : { stopPrice, targetPrice };
}

/** Refuses a plan whose stop is not below the entry, or whose target is not above it; prices in quote per base. */
export function checkPlan({ stopPrice, targetPrice }: ProtectionPlan, entryPrice: number): Refusal | null {
  if (stopPrice !== null && !(stopPrice > 0 && stopPrice < entryPrice)) {
    return {
      limit: 'stopPrice',
      allowed: `above 0 and below ${entryPrice}`,
      observed: stopPrice,
      reason: 'the stop of a long position lies below its entry',
    };
  }
  if (targetPrice !== null && !(targetPrice > entryPrice && targetPrice < Infinity)) {
    return {
      limit: 'targetPrice',
      allowed: `above ${entryPrice}`,
      observed: targetPrice,
      reason: 'the target of a long position lies above its entry',
    };
  }
  return null;
}
