import type { Asset, Decimal } from '@org/domain';

/**
 * The steps that a symbol's prices and quantities are counted in. It is at least as fine as its filters, now and
 * before, so that whatever rests is a whole number of steps: filters decide what may be placed, the grid only counts.
 */
export interface SymbolGrid {
  readonly symbol: string;
  readonly base: Asset;
  readonly quote: Asset;
  /** One step of a price. */
  readonly tick: Decimal;
  /** One step of a quantity. */
  readonly lot: Decimal;
  /** How many of the base asset's smallest units one lot is. */
  readonly unitsPerLot: bigint;
  /** One tick times one lot in the quote asset's smallest units, as a fraction. */
  readonly tickLot: { readonly numerator: bigint; readonly denominator: bigint };
}
