import type { PlaceIntent, Price, Quantity, Refusal, Size } from '@org/domain';
import { affordableLots, notional, priceValue, quantity, toAmount, toQuantity, wholeLots } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft, Drafted } from './draft.ts';
import { orderPrice } from './order-price.ts';
import { checkSize, sizeNotFor } from './size-value.ts';

/**
 * Gives a sell its price and size. A limit rounds up to the tick and the quantity down to the lot; `position` sells
 * what one order may hold of it.
 */
export function draftExit(intent: PlaceIntent, view: OrderView): Drafted {
  const ticks = orderPrice(intent.pricing, view, 'up');
  if (typeof ticks !== 'number') return ticks;
  const lots = exitLots(intent.size, view, ticks);
  return typeof lots === 'number' ? exitOf(intent, view, ticks, lots) : lots;
}

function exitLots(size: Size, view: OrderView, ticks: Price): Quantity | Refusal {
  const { instrument } = view;
  switch (size.by) {
    case 'position':
      return quantity(Math.min(wholeLots(view.sellable, instrument), instrument.maxQuantity));
    case 'quantity':
      return (
        checkSize(size.quantity, size.quantity, instrument) ?? toQuantity(size.quantity, instrument, 'down')
      );
    case 'quote':
      return (
        checkSize(size.quote, size.quote / priceValue(ticks, instrument), instrument) ??
        affordableLots(toAmount(size.quote, instrument.quote), ticks, instrument)
      );
    case 'risk':
      return sizeNotFor('sell', size);
  }
}

function exitOf({ pricing }: PlaceIntent, { instrument }: OrderView, price: Price, lots: Quantity): Draft {
  const request =
    pricing.type === 'limit'
      ? ({ type: 'limit', side: 'sell', quantity: lots, price, postOnly: false } as const)
      : ({ type: 'market', side: 'sell', quantity: lots } as const);
  return { purpose: 'exit', request, price, lots, notional: notional(price, lots, instrument), plan: null };
}
