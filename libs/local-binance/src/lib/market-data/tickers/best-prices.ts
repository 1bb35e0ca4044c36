import { price, quantity } from '@org/domain';
import type { SymbolGrid } from '@org/simulator';
import { priceText, quantityText } from '../../wire/decimal-text.ts';
import type { World } from '../../world/world.ts';

/** The best of both sides; 0 where a side is empty. */
export function bestPrices({ exchange }: World, grid: SymbolGrid) {
  const book = exchange.book(grid.symbol, 1);
  const bid = book?.bids[0];
  const ask = book?.asks[0];
  return {
    bidPrice: priceText(bid?.price ?? price(0), grid),
    bidQty: quantityText(bid?.quantity ?? quantity(0), grid),
    askPrice: priceText(ask?.price ?? price(0), grid),
    askQty: quantityText(ask?.quantity ?? quantity(0), grid),
  };
}
