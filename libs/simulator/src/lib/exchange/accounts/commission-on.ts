import { amount } from '@org/domain';
import type { Commission } from '../commission/commission-of.ts';
import { commissionOf, shareOf } from '../commission/commission-of.ts';
import { ratesOf } from '../commission/commission-terms.ts';
import { conversion } from '../commission/conversion.ts';
import type { LiveOrder } from '../orders/live-order.ts';

/** The fee of a trade, which has been paid for already. */
export function commissionOn(order: LiveOrder, base: bigint, quote: bigint, isMaker: boolean): Commission {
  const { trader, listing } = order.seat;
  const received = amount(order.isBuy ? base : quote);
  const { asset } = order.receivesIn;
  const rates = ratesOf(trader.commission, order.terms.side, isMaker);
  const { discountAsset } = trader.commission;
  if (discountAsset === null) return { asset, amount: shareOf(received, rates.full) };
  const free = amount(trader.holdings.get(discountAsset)?.free ?? 0n);
  const perReceived = free === 0n ? null : conversion(asset, discountAsset, listing.exchange);
  return commissionOf({ asset, amount: received }, rates, { asset: discountAsset, free, perReceived });
}
