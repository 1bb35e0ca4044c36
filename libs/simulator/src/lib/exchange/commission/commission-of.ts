import type { Amount } from '@org/domain';
import { amount } from '@org/domain';
import type { Ratio } from '../../fractions/fraction.ts';
import type { FillRates } from './commission-terms.ts';

/** A fee, in smallest units of its asset. */
export interface Commission {
  readonly asset: string;
  readonly amount: Amount;
}

/** The other asset that an account pays its fees in. */
export interface DiscountFunds {
  readonly asset: string;
  /** What is there to pay with; with a fill that brings the asset itself, after it. */
  readonly free: Amount;
  /** Its smallest units for one smallest unit of what is received; null where no market tells. */
  readonly perReceived: Ratio | null;
}

/**
 * The fee of a fill: a share of what it brings (base for a buy, quote for a sell), or that in the discount asset where
 * there is enough of it for the whole fee. Cut down to the smallest unit.
 */
export function commissionOf(
  received: Commission,
  { full, discounted }: FillRates,
  discount: DiscountFunds | null,
): Commission {
  if (discount !== null && discount.perReceived !== null) {
    const { numerator, denominator } = discount.perReceived;
    const fee = (received.amount * discounted.numerator * numerator) / (discounted.denominator * denominator);
    if (fee <= discount.free) return { asset: discount.asset, amount: amount(fee) };
  }
  return { asset: received.asset, amount: shareOf(received.amount, full) };
}

/** The share of `units` that a rate charges, cut down. */
function shareOf(units: bigint, { numerator, denominator }: Ratio): Amount {
  return amount((units * numerator) / denominator);
}
