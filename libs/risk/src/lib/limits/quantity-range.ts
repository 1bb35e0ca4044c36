import type { Refusal } from '@org/domain';
import { quantityValue } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft } from '../sizing/draft.ts';

/** The exchange takes no order outside its range of quantities. */
export function checkQuantityRange({ lots }: Draft, { instrument }: OrderView): Refusal | null {
  const { minQuantity, maxQuantity, base } = instrument;
  if (lots >= minQuantity && lots <= maxQuantity) return null;
  const isSmall = lots < minQuantity;
  return {
    limit: isSmall ? 'minQuantity' : 'maxQuantity',
    allowed: quantityValue(isSmall ? minQuantity : maxQuantity, instrument),
    observed: quantityValue(lots, instrument),
    reason: `the exchange takes no ${isSmall ? 'smaller' : 'larger'} order of ${base.code}`,
  };
}
