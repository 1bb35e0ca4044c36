import type { Amount, BookLevel, MarketOrder, MarketQuoteOrder, Price, Quantity } from '@org/domain';
import type { SpotInstrument } from '@org/domain';
import { affordableLots, amount, notional, quantity, toPrice, toQuantity } from '@org/domain';

/** What an order takes from one level of a book. */
export interface Taken {
  readonly price: Price;
  readonly quantity: Quantity;
  /** Price × quantity, cut to the quote asset's smallest unit as the exchange cuts it. */
  readonly notional: Amount;
}

export interface Walk {
  readonly taken: readonly Taken[];
  /** Whether the book ended before the order did. */
  readonly isBookExhausted: boolean;
}

/**
 * Takes from `levels`, best first, until the order has what it asks for or there is no more. An order by quote amount
 * ends at the level of which it can buy a part only, in whole lots. Levels without a whole lot are passed over.
 *
 * @throws InexactNumberError for a level that is no number, or too large to be counted exactly
 */
export function walkBook(
  order: MarketOrder | MarketQuoteOrder,
  levels: readonly BookLevel[],
  instrument: SpotInstrument,
): Walk {
  const taken: Taken[] = [];
  let lots = 0;
  let spent = 0n;
  for (const level of levels) {
    const price = toPrice(level.price, instrument, 'down');
    const there = toQuantity(level.quantity, instrument, 'down');
    if (price <= 0 || there <= 0) continue;
    const wanted =
      order.type === 'market'
        ? order.quantity - lots
        : affordableLots(amount(order.quoteAmount - spent), price, instrument);
    const part = quantity(Math.min(there, wanted));
    const worth = notional(price, part, instrument);
    if (part > 0) taken.push({ price, quantity: part, notional: worth });
    if (wanted <= there) return { taken, isBookExhausted: false };
    lots += part;
    spent += worth;
  }
  return { taken, isBookExhausted: true };
}
