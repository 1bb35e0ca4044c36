import { commissionOf } from '../commission/commission-of.ts';
import type { FillRates } from '../commission/commission-terms.ts';
import { ratesOf } from '../commission/commission-terms.ts';
import { conversion } from '../commission/conversion.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { Units } from './units.ts';
import { amountOf, unitsOf } from './units.ts';

/** What a trade costs, in smallest units of an asset. */
export interface Fee {
  readonly asset: string;
  readonly units: Units;
}

/** The fee on what a trade has brought, which is there already. */
export function feeOf(order: LiveOrder, received: Units, isMaker: boolean): Fee {
  const { commission } = order.seat.trader;
  const { asset } = order.receivesIn;
  const rates = ratesOf(commission, order.isBuy, isMaker);
  if (commission.discountAsset !== null) return discounted(order, received, rates, commission.discountAsset);
  return { asset, units: rates.share.of(received) };
}

/** In the other asset where there is enough of it. */
function discounted(order: LiveOrder, received: Units, rates: FillRates, discountAsset: string): Fee {
  const { trader, listing } = order.seat;
  const { asset } = order.receivesIn;
  const free = amountOf(trader.holdings.get(discountAsset)?.free ?? 0);
  const perReceived = free === 0n ? null : conversion(asset, discountAsset, listing.exchange);
  const discount = { asset: discountAsset, free, perReceived };
  const commission = commissionOf({ asset, amount: amountOf(received) }, rates, discount);
  return { asset: commission.asset, units: unitsOf(commission.amount) };
}
