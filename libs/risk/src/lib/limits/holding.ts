import type { Refusal } from '@org/domain';
import { amountValue, baseUnits, quantityValue, wholeLots } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft } from '../sizing/draft.ts';

/** An exit sells something, and no more than the strategy holds free: spot is long only. */
export function checkHolding({ lots }: Draft, { sellable, instrument }: OrderView): Refusal | null {
  if (lots > 0 && baseUnits(lots, instrument) <= sellable) return null;
  return {
    limit: 'holding',
    allowed: quantityValue(wholeLots(sellable, instrument), instrument),
    observed: quantityValue(lots, instrument),
    reason:
      lots > 0
        ? `the strategy has too little free ${instrument.base.code}`
        : `there is nothing to sell: one lot of ${instrument.base.code} is ${instrument.lotSize}, ` +
          `free are ${amountValue(sellable, instrument.base)}`,
  };
}
