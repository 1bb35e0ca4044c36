import type { Decimal } from '@org/domain';
import { formatDecimal, InputError } from '@org/domain';
import type { Fraction, Ratio } from '../../fractions/fraction.ts';
import { decimalOf, ratioOf } from '../../fractions/fraction.ts';
import { tenTo } from '../decimals.ts';
import type { CommissionRates, ExchangeAccount } from '../exchange-account.ts';
import { Share } from './share.ts';

/** What share of a fill is charged: the rate from what is received, and the one in the discount asset. */
export interface FillRates {
  readonly full: Ratio;
  /** The same made ready. */
  readonly share: Share;
  readonly discounted: Ratio;
}

/** What an account pays, worked out once for all its fills. */
export interface CommissionTerms {
  /** Null where fees are not paid in another asset. */
  readonly discountAsset: string | null;
  readonly buyMaker: FillRates;
  readonly buyTaker: FillRates;
  readonly sellMaker: FillRates;
  readonly sellTaker: FillRates;
}

/**
 * Adds up an account's rates: of the role and the side, in all three kinds. The discount is on the standard one alone.
 *
 * Source: Binance, "Commission Rates" FAQ of its Spot API.
 *
 * @throws InputError `fraction-out-of-range` for a rate, or a sum of them, that is not from 0 to below 1
 */
export function commissionTerms(account: ExchangeAccount): CommissionTerms {
  const { discount, funding } = account;
  const rates = (role: 'maker' | 'taker', side: 'buyer' | 'seller') =>
    funding === 'unlimited' ? NOTHING : fillRates(account, role, side);
  return {
    discountAsset: discount.isEnabled && funding === 'funded' ? discount.asset : null,
    buyMaker: rates('maker', 'buyer'),
    buyTaker: rates('taker', 'buyer'),
    sellMaker: rates('maker', 'seller'),
    sellTaker: rates('taker', 'seller'),
  };
}

export function ratesOf(terms: CommissionTerms, isBuy: boolean, isMaker: boolean): FillRates {
  if (isBuy) return isMaker ? terms.buyMaker : terms.buyTaker;
  return isMaker ? terms.sellMaker : terms.sellTaker;
}

function fillRates(account: ExchangeAccount, role: 'maker' | 'taker', side: 'buyer' | 'seller'): FillRates {
  const { standardCommission, taxCommission, specialCommission, discount } = account;
  const both = (rates: CommissionRates) => sum(rateDecimal(rates[role]), rateDecimal(rates[side]));
  const standard = both(standardCommission);
  const others = sum(both(taxCommission), both(specialCommission));
  const multiplier = rateDecimal(discount.multiplier);
  const reduced = {
    units: standard.units * multiplier.units,
    decimals: standard.decimals + multiplier.decimals,
  };
  const full = rateOf(sum(standard, others));
  return { full, share: new Share(full), discounted: rateOf(sum(reduced, others)) };
}

const NOTHING: FillRates = (() => {
  const rate = rateOf({ units: 0n, decimals: 0 });
  return { full: rate, share: new Share(rate), discounted: rate };
})();

function rateOf(rate: Decimal): Ratio {
  return shortened(ratioOf('the sum of the commissions', rate));
}

function shortened({ numerator, denominator }: Ratio): Ratio {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

function sum(one: Decimal, other: Decimal): Decimal {
  const decimals = Math.max(one.decimals, other.decimals);
  return {
    units: one.units * tenTo(decimals - one.decimals) + other.units * tenTo(decimals - other.decimals),
    decimals,
  };
}

function rateDecimal(fraction: Fraction): Decimal {
  const decimal = decimalOf(fraction);
  if (decimal.units >= 0n) return decimal;
  throw new InputError('fraction-out-of-range', {
    what: 'a commission is a fraction of one',
    found: formatDecimal(decimal.units, decimal.decimals),
    allowed: 'at least 0 and below 1, such as 0.001 for 0.1%',
  });
}
