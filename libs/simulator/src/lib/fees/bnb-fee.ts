import type { Price, SpotInstrument } from '@org/domain';
import { toPrice } from '@org/domain';
import type { Ratio } from '../fractions/fraction.ts';

/** Three quarters: the discount of 25% for paying in BNB. */
const PAID = { numerator: 3n, denominator: 4n };

export const BNB = 'BNB';

/** A trade's two sides, in smallest units. */
interface Traded {
  readonly base: bigint;
  readonly notional: bigint;
}

/** The price of BNB in some quote asset, as the market showed it last. */
export interface BnbPrice {
  readonly instrument: SpotInstrument;
  /** Quote per BNB. */
  readonly value: number;
}

/**
 * The fee of a trade in BNB's smallest units, cut down; null where nothing tells what BNB is worth. The price of BNB
 * is rounded down to its tick, which is against the payer.
 *
 * fee = worth of the trade × rate × 3/4 ÷ price of BNB
 */
export function bnbFee(
  { base, notional }: Traded,
  rate: Ratio,
  instrument: SpotInstrument,
  bnb: BnbPrice | null,
): bigint | null {
  if (instrument.base.code === BNB) return discounted(base, rate, 1n, 1n);
  if (instrument.quote.code === BNB) return discounted(notional, rate, 1n, 1n);
  if (bnb === null) return null;
  const ticks: Price = toPrice(bnb.value, bnb.instrument, 'down');
  if (ticks <= 0) return null;
  const { tickLot, unitsPerLot } = bnb.instrument;
  return discounted(notional, rate, unitsPerLot * tickLot.denominator, BigInt(ticks) * tickLot.numerator);
}

function discounted(units: bigint, rate: Ratio, worth: bigint, price: bigint): bigint {
  return (units * rate.numerator * PAID.numerator * worth) / (rate.denominator * PAID.denominator * price);
}
