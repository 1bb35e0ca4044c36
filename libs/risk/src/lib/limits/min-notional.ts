import type { Refusal } from '@org/domain';
import { amountValue } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft } from '../sizing/draft.ts';

/** The exchange takes no order that is worth less than its least notional. */
export function checkMinNotional({ notional }: Draft, { instrument }: OrderView): Refusal | null {
  const { minNotional, quote } = instrument;
  if (notional >= minNotional) return null;
  return {
    limit: 'minNotional',
    allowed: amountValue(minNotional, quote),
    observed: amountValue(notional, quote),
    reason: `the exchange takes no order worth less ${quote.code}`,
  };
}
