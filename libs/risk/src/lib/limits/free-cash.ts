import type { Refusal } from '@org/domain';
import { amountValue } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft } from '../sizing/draft.ts';

/** An entry costs no more than the strategy's cash that no other order has reserved. */
export function checkFreeCash({ notional }: Draft, { cash, instrument }: OrderView): Refusal | null {
  if (notional <= cash) return null;
  return {
    limit: 'cash',
    allowed: amountValue(cash, instrument.quote),
    observed: amountValue(notional, instrument.quote),
    reason: `the strategy has too little free ${instrument.quote.code}`,
  };
}
