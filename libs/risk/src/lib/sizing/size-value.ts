import type { Refusal, Side, Size, SpotInstrument } from '@org/domain';
import { quantityValue } from '@org/domain';

/** Refuses a size that is no finite number above 0, or whose `base` is more than can be counted exactly in lots. */
export function checkSize(value: number, base: number, instrument: SpotInstrument): Refusal | null {
  if (!(value > 0 && value < Infinity)) {
    return {
      limit: 'size',
      allowed: 'a finite number above 0',
      observed: value,
      reason: 'an order needs a size',
    };
  }
  if (base / instrument.lotSize < Number.MAX_SAFE_INTEGER) return null;
  return {
    limit: 'maxQuantity',
    allowed: quantityValue(instrument.maxQuantity, instrument),
    observed: base,
    reason: `the exchange takes no larger order of ${instrument.base.code}`,
  };
}

/** Refuses a way of sizing that means nothing for this side. */
export function sizeNotFor(side: Side, size: Size): Refusal {
  return {
    limit: 'size',
    allowed: side === 'buy' ? 'by quantity, quote or risk' : 'by quantity, quote or position',
    observed: `by ${size.by}`,
    reason: `a ${side} cannot be sized that way`,
  };
}
